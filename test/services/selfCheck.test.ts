import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '#test/architecture/sources.ts';

const reportSchema = z.object({
  isWell: z.boolean(),
  version: z.string(),
  runtime: z.object({ node: z.string() }),
  checks: z.array(z.object({ name: z.string(), isWell: z.boolean(), detail: z.string() })),
});

function run(args: readonly string[], temporary = tmpdir()) {
  return spawnSync(process.execPath, ['electron/cli/main.ts', 'self-check', ...args], {
    cwd: projectFolder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });
}

it('all is well here: database, edit, plan, worker, exports and reports; and nothing is left behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ran = run([], folder);
  const report = reportSchema.parse(JSON.parse(ran.stdout));
  expect(report.checks.filter(({ isWell }) => !isWell)).toEqual([]);
  expect([report.isWell, ran.status, ran.stderr]).toEqual([true, 0, '']);
  expect(report.checks.map(({ name }) => name)).toEqual([
    'temporary folder',
    'database',
    'edit',
    'plan',
    'worker',
    'export',
    'reports',
  ]);
  expect(report.checks.find(({ name }) => name === 'plan')?.detail).toMatch(/^[1-9]\d{2,} figures/);
  expect(readdirSync(folder).filter((name) => name.startsWith('headroom-self-check'))).toEqual([]);
});

it.skipIf(process.platform === 'win32')('what is not well is said, with exit code 1', () => {
  const ran = run([], '/nowhere/at/all');
  const report = reportSchema.parse(JSON.parse(ran.stdout));
  expect([report.isWell, ran.status]).toEqual([false, 1]);
  expect(report.checks[0]?.detail).toContain('ENOENT');
});

it('arguments are refused by name', () => {
  const ran = run(['--fast']);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('found "--fast"');
});

it('the plan that ships with the program is the reference plan of the tests', () => {
  for (const part of ['scenario', 'expected']) {
    const shipped = readFileSync(join(projectFolder, `resources/selfCheck/plan.${part}.json`), 'utf8');
    const reference = join(projectFolder, `test/fixtures/plans/oneVoiceQueue.${part}.json`);
    expect(JSON.parse(shipped)).toEqual(JSON.parse(readFileSync(reference, 'utf8')));
  }
});
