/** Runs the levels of tests that are named, or all of them, and ends with one line of totals. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserProblem, installWhatIsMissing } from './systemPackages.ts';
import { addTallies, emptyTally, stepTally, tallyLine, tallyOfReport, type Tally } from './tally.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const binFolder = join(projectFolder, 'node_modules', '.bin');
const reportFolder = join(projectFolder, 'node_modules', '.cache', 'headroom', 'reports');

interface Step {
  readonly title: string;
  readonly command: readonly string[];
}

const checks: readonly Step[] = [
  ...['shared', 'electron', 'renderer', 'test'].map((folder) => ({
    title: `types of ${folder}`,
    command: ['tsc', '-p', `${folder}/tsconfig.json`],
  })),
  {
    title: 'lint and boundaries',
    command: ['oxlint', '--deny-warnings', '--report-unused-disable-directives'],
  },
  { title: 'format', command: ['oxfmt', '--check', '.'] },
  { title: 'dead code', command: ['knip', '--no-progress'] },
];

/** In this order: the quick ones first, and the build before those that look at what was built. */
const levels: Readonly<Record<string, () => Promise<Tally>>> = {
  check: () => runSteps(checks),
  unit: () => runTests('unit'),
  services: () => runTests('services'),
  contract: () => runTests('contract'),
  build: () => runSteps([{ title: 'build', command: ['node', 'electron/build.ts', '--if-stale'] }]),
  architecture: () => runTests('architecture'),
  journeys: () => runTests('journeys'),
};

function runCommand(command: readonly string[]): Promise<number> {
  const [name, ...args] = command;
  return new Promise((done, fail) => {
    const child = spawn(name ?? '', args, {
      cwd: projectFolder,
      env: {
        ...process.env,
        PATH: `${binFolder}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
      },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function runSteps(steps: readonly Step[]): Promise<Tally> {
  let tally = emptyTally;
  for (const step of steps) {
    const startedAt = performance.now();
    const code = await runCommand(step.command);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${step.title} (${seconds} s)`);
    tally = addTallies(tally, stepTally(code === 0));
  }
  return tally;
}

async function runTests(project: string): Promise<Tally> {
  const report = join(reportFolder, `${project}.json`);
  rmSync(report, { force: true });
  mkdirSync(reportFolder, { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runCommand(['vitest', 'run', '--project', project, ...reporters]);
  return tallyOfReport(report, code);
}

async function main(named: readonly string[]): Promise<void> {
  const unknown = named.filter((name) => !(name in levels));
  if (unknown.length > 0) {
    console.error(
      `There is no level "${unknown.join('", "')}"; there are ${Object.keys(levels).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  const chosen = named.length > 0 ? named : Object.keys(levels);
  if (chosen.some((name) => name !== 'check')) installWhatIsMissing();
  let total = emptyTally;
  for (const name of chosen) {
    console.log(`\n— ${name}`);
    const problem = name === 'journeys' ? browserProblem() : undefined;
    if (problem !== undefined) console.error(problem);
    total = addTallies(
      total,
      problem === undefined ? ((await levels[name]?.()) ?? emptyTally) : stepTally(false),
    );
  }
  for (const title of total.skipped) console.log(`skipped: ${title}`);
  console.log(`\n${tallyLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2));
