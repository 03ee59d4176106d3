import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const projectFolder = fileURLToPath(new URL('.', import.meta.url));
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/**
 * The two bundles of the installed app: `--mode main` and `--mode preload`.
 * The preload is CommonJS because a sandboxed window loads nothing else.
 */
export default defineConfig(({ mode }) => ({
  root: projectFolder,
  publicDir: false,
  cacheDir: `${projectFolder}node_modules/.cache/vite`,
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
  build:
    mode === 'preload'
      ? {
          outDir: 'dist/preload',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          lib: { entry: 'electron/shell/preload.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
          rolldownOptions: { external },
        }
      : {
          outDir: 'dist/main',
          emptyOutDir: true,
          target: 'node24',
          minify: false,
          ssr: 'electron/shell/main.ts',
          rolldownOptions: { external, output: { entryFileNames: 'index.mjs' } },
        },
}));
