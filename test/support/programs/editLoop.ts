/**
 * Edits a workspace without a pause until it is killed, and reports each edit only after the services acknowledged
 * it. Written synchronously, so that a report is never lost in a buffer.
 */
import { writeSync } from 'node:fs';
import { composeServices } from '#electron/services/composeServices.ts';
import { createClient } from '#shared/ipc/client.ts';

const [workspaceFile = ''] = process.argv.slice(2);
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
writeSync(1, 'ready\n');
for (let revision = first.revision; ; revision += 1) {
  const commands = [
    { type: 'setInput' as const, path: 'segments.smb.openingCustomers', value: 100_000 + revision + 1 },
    { type: 'setPeriods' as const, path: 'segments.smb.deals', from: revision % 24, values: [revision + 1] },
  ];
  const applied = await client.call('scenario.apply', { id: first.id, baseRevision: revision, commands });
  if (!applied.ok) throw new Error(applied.fault.message);
  writeSync(1, `${applied.value.revision}\n`);
  if (revision % 7 === 3) void client.call('backup.create', {});
  await new Promise((resume) => setImmediate(resume));
}
