/**
 * Writes the workspace that stands for the present schema version in `test/fixtures/databases`, with what is expected
 * in it. To be run once for each release: `node test/support/programs/makeDatabaseFixture.ts`.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { composeServices } from '#electron/services/composeServices.ts';
import { starterDocument } from '#electron/services/sample.ts';
import { createClient } from '#shared/ipc/client.ts';
import type { Result } from '#shared/kernel/result.ts';

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.fault.message);
}

const folder = mkdtempSync(join(tmpdir(), 'headroom-fixture-'));
const file = join(folder, 'workspace.headroom');
const name = String(migrations.length).padStart(4, '0');
const target = join(import.meta.dirname, '../../fixtures/databases');
const start = Date.parse('2027-03-03T08:00:00.000Z');
let instant = start;
let ids = 0;
const services = value(
  composeServices({
    workspaceFile: file,
    ports: {
      clock: { now: () => new Date((instant += 60_000)).toISOString(), elapsedMilliseconds: () => instant },
      newId: () => `id-${start}-${(ids += 1)}`,
      userName: 'ana',
      sampleDocuments: () => [{ ...starterDocument(), name: 'Příští rok 🙂' }],
    },
  }),
);
const client = createClient({
  call: (operation, input) => services.dispatch(operation, input),
  subscribe: (listener) => services.subscribe(listener),
});
const id = `id-${start}-1`;
const commands = [
  { type: 'setInput', path: 'segments.customers.churn', value: 0.02, reason: 'Survey of spring' },
  { type: 'setPeriods', path: 'segments.customers.deals', from: 3, values: [250, 260.5] },
] as const;
value(
  await client.call('scenario.apply', {
    id,
    baseRevision: 0,
    commands: commands.map((command) =>
      'values' in command ? { ...command, values: [...command.values] } : command,
    ),
  }),
);
value(await client.call('scenario.create', { name: 'Dropped' }));
value(await client.call('scenario.delete', { id: `id-${start}-2` }));
value(await client.call('setting.set', { theme: 'dark', profileName: 'Finance' }));
value(await client.call('scenario.rename', { id, name: 'Next year' }));
const variant = value(await client.call('scenario.createVariant', { parentId: id, name: 'Slow sales' }));
const slower = [{ type: 'setInput' as const, path: 'segments.customers.deals', value: 100 }];
value(await client.call('scenario.apply', { id: variant.id, baseRevision: 0, commands: slower }));
const approved = { scenarioId: id, baseRevision: 2, name: 'Approved', status: 'approved' as const };
value(await client.call('version.save', { ...approved, note: 'Board of March' }));
const scenarios = value(await client.call('scenario.list', {})).map(async (listed) => ({
  ...listed,
  ...value(await client.call('scenario.open', { id: listed.id })),
  journal: value(await client.call('scenario.journal', { id: listed.id, limit: 500 })),
}));
const expected = {
  settings: value(await client.call('setting.get', {})),
  scenarios: await Promise.all(scenarios),
  versions: value(await client.call('version.list', {})),
};
services.close();
renameSync(file, join(target, `${name}.headroom`));
writeFileSync(join(target, `${name}.expected.json`), `${JSON.stringify(expected, null, 1)}\n`);
rmSync(folder, { recursive: true });
