/**
 * Edits a workspace until the disk refuses (the caller limits how large files may grow), then tries everything else
 * that writes. Prints the answers as JSON.
 */
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
const ids = list.ok ? list.value.map(({ id }) => id) : [];
const [id = '', other = ''] = ids;
await client.call('scenario.delete', { id: other });
const version = await client.call('version.save', { scenarioId: id, baseRevision: 0, name: 'Saved before' });
const versionId = version.ok ? version.value.id : '';

let revision = 0;
let refusal = '';
while (refusal === '' && revision < 2000) {
  const commands = [
    { type: 'setInput' as const, path: 'segments.smb.openingCustomers', value: revision + 1 },
  ];
  const applied = await client.call('scenario.apply', { id, baseRevision: revision, commands });
  if (applied.ok) revision = applied.value.revision;
  else refusal = `${applied.fault.code}: ${applied.fault.message}`;
}
for (let index = 0; (await client.call('setting.set', { explainPanelWidth: index })).ok; index += 1);
const attempts = {
  'scenario.create': await client.call('scenario.create', { name: 'One more' }),
  'scenario.createVariant': await client.call('scenario.createVariant', { parentId: id, name: 'A variant' }),
  'scenario.setParent': await client.call('scenario.setParent', { id: ids[2] ?? '', parentId: id }),
  'scenario.giveReason': await client.call('scenario.giveReason', {
    id,
    sequences: [1],
    reason: 'Why '.repeat(200),
  }),
  'scenario.restoreTo': await client.call('scenario.restoreTo', { id, baseRevision: revision, sequence: 0 }),
  'scenario.duplicate': await client.call('scenario.duplicate', { id }),
  'scenario.rename': await client.call('scenario.rename', { id, name: 'Another name' }),
  'scenario.delete': await client.call('scenario.delete', { id }),
  'scenario.restoreDeleted': await client.call('scenario.restoreDeleted', { id: other }),
  'version.save': await client.call('version.save', { scenarioId: id, baseRevision: revision, name: 'Late' }),
  'version.setStatus': await client.call('version.setStatus', { id: versionId, status: 'proposed' }),
  'version.rename': await client.call('version.rename', { id: versionId, name: 'Another name' }),
  'version.delete': await client.call('version.delete', { id: versionId }),
  'workspace.saveCopy': await client.call('workspace.saveCopy', { name: 'Copy' }),
  'setting.set': await client.call('setting.set', { theme: 'dark' }),
  'backup.create': await client.call('backup.create', {}),
};
const codes = Object.entries(attempts).map(([name, result]) => [
  name,
  result.ok ? 'stored' : result.fault.code,
]);
const stillReadable = await client.call('scenario.open', { id });
process.stdout.write(
  JSON.stringify({
    revision,
    refusal,
    codes: Object.fromEntries(codes),
    shown: stillReadable.ok && stillReadable.value.revision,
  }),
);
