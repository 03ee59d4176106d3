import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import expected from '#resources/selfCheck/plan.expected.json' with { type: 'json' };
import scenario from '#resources/selfCheck/plan.scenario.json' with { type: 'json' };
import { migrations } from '#electron/db/migrations/index.ts';
import { latestVersion } from '#electron/db/migrate.ts';
import { createClient, type CallResult } from '#shared/ipc/client.ts';
import type { OperationName, Output } from '#shared/ipc/contract.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import { parseScenarioText } from '#shared/model/validate.ts';
import { composeServices, type Services } from './composeServices.ts';
import { planExport } from './planExport.ts';
import { realPorts } from './ports.ts';
import { runInWorker } from './threads/runInWorker.ts';

interface Check {
  readonly name: string;
  readonly isWell: boolean;
  readonly milliseconds: number;
  /** What was seen, or what went wrong. */
  readonly detail: string;
}

export interface SelfCheckReport {
  readonly isWell: boolean;
  readonly version: string;
  readonly platform: string;
  readonly runtime: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
}

/** Service levels, waits and what follows from them come from iterations; everything else is arithmetic. */
const iterated = /serviceLevel|asa|abandon|churn/i;
const tolerances = { iterated: 1e-6, arithmetic: 1e-9 };

function valueOf<T>(result: Result<T, Fault>): T {
  if (result.ok) return result.value;
  throw new Error(result.fault.message);
}

interface Comparison {
  readonly figures: number;
  /** Paths of figures that are not what they should be. */
  readonly wrong: readonly string[];
}

/** Compares each figure that is expected with the one that was computed, relative to the largest of its series. */
function compare(wanted: unknown, found: unknown, path = ''): Comparison {
  if (typeof wanted === 'number') return compareNumbers([wanted], [found], path);
  if (Array.isArray(wanted) && wanted.every((value) => typeof value === 'number')) {
    return compareNumbers(wanted, Array.isArray(found) ? found : [], path);
  }
  if (typeof wanted !== 'object' || wanted === null) {
    return { figures: 0, wrong: Object.is(wanted, found) ? [] : [path] };
  }
  const parts = Object.entries(wanted).map(([key, value]) =>
    compare(value, Reflect.get(Object(found), key), path === '' ? key : `${path}.${key}`),
  );
  return {
    figures: parts.reduce((sum, { figures }) => sum + figures, 0),
    wrong: parts.flatMap(({ wrong }) => wrong),
  };
}

function compareNumbers(wanted: readonly number[], found: readonly unknown[], path: string): Comparison {
  const tolerance = iterated.test(path) ? tolerances.iterated : tolerances.arithmetic;
  const allowed = tolerance * Math.max(...wanted.map(Math.abs), Number.MIN_VALUE);
  const isRight = wanted.every((value, place) => {
    const other = found[place];
    return typeof other === 'number' && Math.abs(other - value) <= allowed;
  });
  return { figures: wanted.length, wrong: isRight ? [] : [path] };
}

function referencePlan(): Plan {
  return valueOf(createPlan(valueOf(parseScenarioText(JSON.stringify(scenario)))));
}

function checkPlan(plan: Plan): string {
  const { figures, wrong } = compare(expected, planResults(plan));
  if (figures === 0) throw new Error('Nothing was compared.');
  if (wrong.length > 0) throw new Error(`Not as expected: ${wrong.slice(0, 5).join(', ')}.`);
  return `${figures} figures of a reference plan are right`;
}

/** Every kind of file that the app writes, from the reference plan. */
function checkExports(plan: Plan): string {
  const csv = planExport(plan, 'csv');
  const rows = csv.trimEnd().split('\r\n').length - 1;
  if (rows < 100 || !csv.startsWith('measure,')) throw new Error(`The CSV has ${rows} rows.`);
  const json: unknown = JSON.parse(planExport(plan, 'json'));
  const { wrong } = compare(expected, json);
  if (wrong.length > 0) throw new Error(`The JSON differs at ${wrong[0]}.`);
  return `CSV with ${rows} rows, JSON`;
}

/** Opens the scratch workspace, works with it, and closes it in any case. */
async function inWorkspace<T>(file: string, work: (services: Services) => Promise<T>): Promise<T> {
  const { log } = realPorts();
  // The report is the output; what matters of the log comes back as a fault.
  const quiet = { ...log, info: () => {}, warn: () => {} };
  const services = valueOf(composeServices({ workspaceFile: file, ports: { log: quiet } }));
  try {
    return await work(services);
  } finally {
    services.close();
  }
}

async function checkDatabase(file: string): Promise<string> {
  return inWorkspace(file, async ({ dispatch, subscribe }) => {
    const client = createClient({ call: dispatch, subscribe });
    const info: Output<'app.info'> = read(await client.call('app.info', {}));
    const newest = latestVersion(migrations);
    if (info.schemaVersion !== newest)
      throw new Error(`The schema is ${info.schemaVersion}, expected ${newest}.`);
    const { bytes } = read(await client.call('backup.create', {}));
    return `SQLite ${info.sqliteVersion}, schema ${newest} after ${migrations.length} migrations, a verified backup of ${bytes} bytes`;
  });
}

async function checkEdit(file: string): Promise<string> {
  const id = await inWorkspace(file, async ({ dispatch, subscribe }) => {
    const client = createClient({ call: dispatch, subscribe });
    const made = read(await client.call('scenario.create', { name: 'Self-check' }));
    const commands = [{ type: 'setInput', path: 'currency', value: 'CHF' } as const];
    read(await client.call('scenario.apply', { id: made.id, baseRevision: made.revision, commands }));
    return made.id;
  });
  return inWorkspace(file, async ({ dispatch, subscribe }) => {
    const client = createClient({ call: dispatch, subscribe });
    const { document } = read(await client.call('scenario.open', { id }));
    if (document.currency !== 'CHF') throw new Error('An edit was lost when the workspace was closed.');
    return 'an edit is there after closing and opening';
  });
}

function read<K extends OperationName>(result: CallResult<K>): Output<K> {
  if (result.ok) return result.value;
  throw new Error(result.fault.message);
}

async function checkWorker(): Promise<string> {
  const sent = 'Headroom';
  if (valueOf(await runInWorker('echo', sent)) !== sent)
    throw new Error('The worker sent back something else.');
  return 'a worker thread starts and answers';
}

const beginnings: Readonly<Record<string, string>> = { pdf: '%PDF-', pptx: 'PK', xlsx: 'PK' };

/** A pack in the formats of documents, made in a worker thread with the fonts of this installation. */
async function checkReports(): Promise<string> {
  const document = valueOf(parseScenarioText(JSON.stringify(scenario)));
  const stamp = {
    scenarioName: document.name,
    inputsSha256: '0'.repeat(64),
    engineVersion: realPorts().version,
    writtenAt: realPorts().clock.now(),
  };
  const formats = ['xlsx', 'pdf', 'pptx'] as const;
  // Chinese asks for the largest of the fonts.
  const order = { input: { document, stamp }, pack: 'finance', language: 'zh', formats } as const;
  const files = valueOf(valueOf(await runInWorker('report', order)));
  const broken = files.filter(
    ({ format, bytes }) =>
      !Buffer.from(bytes)
        .toString('latin1')
        .startsWith(beginnings[format] ?? '?'),
  );
  if (files.length < formats.length || broken.length > 0) throw new Error('A report was not written.');
  return files.map(({ format, bytes }) => `${format} of ${bytes.length} bytes`).join(', ');
}

async function timed(name: string, work: () => string | Promise<string>): Promise<Check> {
  const start = performance.now();
  const outcome = await Promise.resolve()
    .then(work)
    .then(
      (detail) => ({ isWell: true, detail }),
      (error: unknown) => ({
        isWell: false,
        detail: error instanceof Error ? error.message : inspect(error),
      }),
    );
  return { name, ...outcome, milliseconds: Math.round(performance.now() - start) };
}

function runtime(): Readonly<Record<string, string>> {
  const { node, v8, electron, chrome } = process.versions;
  return { node, v8, ...(electron === undefined ? {} : { electron, chrome: chrome ?? '' }) };
}

async function runChecks(folder: string): Promise<readonly Check[]> {
  const file = join(folder, 'scratch.headroom');
  return [
    await timed('database', () => checkDatabase(file)),
    await timed('edit', () => checkEdit(file)),
    await timed('plan', () => checkPlan(referencePlan())),
    await timed('worker', checkWorker),
    await timed('export', () => checkExports(referencePlan())),
    await timed('reports', checkReports),
  ];
}

/**
 * Whether this installation works: a scratch workspace in the system's temporary folder, its migrations, a backup, an edit over a restart,
 * a reference plan to tolerance, and the exports. Touches nothing of the user's.
 */
export async function selfCheck(): Promise<SelfCheckReport> {
  let folder = '';
  const found = await timed('temporary folder', () => {
    folder = mkdtempSync(join(tmpdir(), 'headroom-self-check-'));
    return 'a scratch folder can be made';
  });
  const checks = found.isWell ? [found, ...(await runChecks(folder))] : [found];
  if (found.isWell) rmSync(folder, { recursive: true, force: true });
  return {
    isWell: checks.every(({ isWell }) => isWell),
    version: realPorts().version,
    platform: `${process.platform}-${process.arch}`,
    runtime: runtime(),
    checks,
  };
}
