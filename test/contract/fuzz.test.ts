import { statSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOperationName, operations, type OperationName } from '#shared/ipc/contract.ts';
import { databaseState } from '#test/support/databaseState.ts';
import { firstScenario, newWorkspace, valueOf, wireProbe } from '#test/support/workspaces.ts';

const calls = 20_000;
const boundMilliseconds = 60_000;

/** Operations that change nothing, so that a random call may even be a good one. A new operation counts as one that writes. */
const reading: ReadonlySet<string> = new Set<OperationName>([
  'app.info',
  'backup.list',
  'scenario.journal',
  'scenario.list',
  'scenario.open',
  'setting.get',
  'workspace.info',
]);

const names = Object.keys(operations);
const words = [
  'id',
  'name',
  'path',
  'commands',
  'baseRevision',
  'type',
  'value',
  'values',
  'from',
  'document',
  'limit',
  'before',
  'theme',
  'profileName',
  'backup',
  'upload',
  'parentId',
  '__proto__',
  'constructor',
  'toString',
  'length',
];
const texts = [
  '',
  ' ',
  '../../etc/passwd',
  "x'; DROP TABLE scenario; --",
  '%00',
  '\u0000',
  '\uD800',
  '=cmd|calc',
  'app.info',
  'setInput',
  'currency',
  'queues.voice.aht',
  '9'.repeat(400),
  'NaN',
];

const operationName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '') },
  { weight: 1, arbitrary: fc.string() },
);

const leaf = fc.oneof(
  fc.constantFrom(...texts),
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, undefined, true, false, -0, Infinity, Number.NaN, 2 ** 53),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
);

const { input } = fc.letrec((tie) => ({
  input: fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...words), tie('input'), { maxKeys: 6 }) },
    { weight: 1, arbitrary: fc.array(tie('input'), { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.anything({ withMap: true, withSet: true, withTypedArray: true }) },
  ),
}));

/** A good call that writes is no attack; it has tests of its own. */
function isGoodWrite(name: string, given: unknown): boolean {
  if (!isOperationName(name) || reading.has(name)) return false;
  try {
    return operations[name].input.safeParse(given).success;
  } catch {
    return false;
  }
}

it(`${calls} random calls leave the process alive, each answered with an envelope, and the database as it was`, async () => {
  const { client, services, file, close } = newWorkspace();
  // What opening does by itself must be over.
  valueOf(await client.call('backup.create', {}));
  await firstScenario(client);
  const [backups] = [valueOf(await client.call('backup.list', {}))];
  const codes = new Map<string, number>();
  let left = 0;
  const startedAt = performance.now();
  for (const [name, given] of fc.sample(fc.tuple(operationName, input), calls)) {
    if (isGoodWrite(name, given)) {
      left += 1;
      continue;
    }
    const envelope = await services.dispatch(name, given);
    const code = envelope.ok ? 'ok' : envelope.fault.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (codes.get(code) === 1) wireProbe(envelope);
  }
  expect(performance.now() - startedAt).toBeLessThan(boundMilliseconds);
  expect(
    [...codes.keys()].filter(
      (code) => !['ok', 'invalid-input', 'unknown-operation', 'not-found'].includes(code),
    ),
  ).toEqual([]);
  // The attacks were attacks: nearly all were refused, and each way of refusing was seen.
  expect(left).toBeLessThan(calls / 20);
  expect(codes.get('invalid-input') ?? 0).toBeGreaterThan(calls / 2);
  expect(codes.get('unknown-operation') ?? 0).toBeGreaterThan(calls / 50);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(valueOf(await client.call('backup.list', {}))).toEqual(backups);
  expect(valueOf(await client.call('scenario.list', {})).length).toBeGreaterThan(0);
  close();
  const [backup] = backups;
  if (backup === undefined) throw new Error('There is no backup to compare with.');
  const copy = file.replace(/[^/\\]+$/, `backups/${backup.file}`);
  expect(statSync(copy).size).toBeGreaterThan(0);
  expect(databaseState(file)).toBe(databaseState(copy));
});
