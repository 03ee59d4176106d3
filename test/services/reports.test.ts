import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { firstScenario, newWorkspace, valueOf } from '#test/support/workspaces.ts';

it('makes files that are fetched once, tells how far it is, and names a saved version on every page', async () => {
  const { client, services, events } = newWorkspace();
  const { id, revision } = await firstScenario(client);
  const version = valueOf(
    await client.call('version.save', {
      scenarioId: id,
      baseRevision: revision,
      name: 'Board',
      status: 'approved',
    }),
  );
  const preview = valueOf(
    await client.call('report.preview', {
      plan: { kind: 'version', id: version.id },
      compareWith: { kind: 'scenario', id },
      pack: 'leaders',
      language: 'en',
    }),
  );
  expect(preview.stamp).toContain('version Board');
  expect(preview.stamp).toContain(version.inputsSha256);
  const { files } = valueOf(
    await client.call('report.produce', {
      plan: { kind: 'version', id: version.id },
      pack: 'leaders',
      language: 'en',
      job: 'monthly',
      formats: ['csv', 'pdf'],
    }),
  );
  expect(files.map(({ format }) => format)).toEqual(['csv', 'pdf']);
  const progress = events.flatMap((event) => (event.type === 'report-progress' ? [event] : []));
  expect(progress.at(-1)).toMatchObject({ job: 'monthly', fraction: 1 });
  expect(progress.map(({ fraction }) => fraction)).toEqual(
    progress.map(({ fraction }) => fraction).toSorted((left, right) => left - right),
  );
  const [csv] = files;
  if (csv === undefined) throw new Error('There is a CSV');
  const download = services.downloads.take(csv.id);
  expect(download?.headers['content-type']).toBe('text/csv; charset=utf-8');
  const content = download === undefined ? '' : await text(download.body);
  expect(Buffer.byteLength(content)).toBe(csv.bytes);
  expect(content).toContain('totalCost,plan,');
  expect(services.downloads.take(csv.id)).toBeUndefined();
});
