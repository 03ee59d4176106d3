/**
 * Edits a workspace without a pause until it is killed, saving versions and making backups in between, and reports each
 * of them only after the services acknowledged it. Written synchronously, so that a report is never lost in a buffer.
 */
import { writeSync } from 'node:fs';
import { composeServices } from '#electron/services/composeServices.ts';
import { createClient } from '#shared/ipc/client.ts';
import { commandsOf } from '../killing.ts';

const [workspaceFile = ''] = process.argv.slice(2);
writeSync(1, 'opening\n');
const opened = composeServices({ workspaceFile });
if (!opened.ok) throw new Error(opened.fault.message);
const services = opened.value;
const client = createClient({
  call: (name, input) => services.dispatch(name, input),
  subscribe: (listener) => services.subscribe(listener),
});
const list = await client.call('scenario.list', {});
const first = list.ok ? list.value[0] : undefined;
if (first === undefined) throw new Error('There is no scenario to edit.');
const { id } = first;
writeSync(1, 'ready\n');

async function backUp(): Promise<void> {
  const made = await client.call('backup.create', {});
  if (made.ok) writeSync(1, `backup ${made.value.file}\n`);
}

async function saveVersion(baseRevision: number): Promise<void> {
  writeSync(1, 'saving\n');
  const saved = await client.call('version.save', {
    scenarioId: id,
    baseRevision,
    name: `At ${baseRevision}`,
  });
  if (saved.ok) writeSync(1, `version ${saved.value.id}\n`);
}

for (let revision = first.revision; ; revision += 1) {
  const commands = [...commandsOf(revision + 1)];
  const applied = await client.call('scenario.apply', { id, baseRevision: revision, commands });
  if (!applied.ok) throw new Error(applied.fault.message);
  writeSync(1, `${applied.value.revision}\n`);
  if (revision % 7 === 3) void backUp();
  // Waited for: it is computed for the revision that it is saved at, and refused at any other.
  if (revision % 5 === 2) await saveVersion(revision + 1);
  await new Promise((resume) => setImmediate(resume));
}
