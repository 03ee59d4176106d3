import { defineConfig } from 'vitest/config';

/** One project a level of test, so that `vitest --project unit` stays the fast part. */
function level(name: string, extra: { testTimeout?: number; maxWorkers?: number; retry?: number } = {}) {
  return {
    test: {
      name,
      environment: 'node' as const,
      // Node runs the sources as they are: module getters of a transformed tree would slow the maths several times.
      experimental: { viteModuleRunner: false, nodeLoader: false },
      include: [`test/${name}/**/*.test.ts`],
      setupFiles: ['test/support/propertySeed.ts'],
      ...extra,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      level('unit', { testTimeout: 60_000 }),
      level('services', { testTimeout: 60_000 }),
      level('contract', { testTimeout: 60_000 }),
      level('architecture', { testTimeout: 120_000 }),
      // A real browser on a busy machine: once more before a story counts as failed.
      level('journeys', { testTimeout: 180_000, maxWorkers: 1, retry: 1 }),
    ],
  },
});
