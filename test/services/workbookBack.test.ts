import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { inputRow, numberXml, withCells } from '#test/support/workbookCells.ts';
import { faultOf, firstScenario, newWorkspace, valueOf } from '#test/support/workspaces.ts';

const bonus = 'staffGroups.prague.pay.bonusRate';

it('reads a workbook of a saved version against that version, and says so when it is another plan', async () => {
  const { client, services } = newWorkspace();
  const { id, revision } = await firstScenario(client);
  const version = valueOf(
    await client.call('version.save', {
      scenarioId: id,
      baseRevision: revision,
      name: 'Budget',
      status: 'draft',
    }),
  );
  const plan = { kind: 'version', id: version.id } as const;
  const made = valueOf(
    await client.call('report.produce', {
      plan,
      pack: 'finance',
      language: 'en',
      job: 'j',
      formats: ['xlsx'],
    }),
  );
  const taken = services.downloads.take(made.files[0]?.id ?? '');
  const file = taken === undefined ? Buffer.alloc(0) : await buffer(taken.body);
  const cell = `C${inputRow(await readXlsx(file), bonus) + 1}`;
  const changed = Buffer.from(await withCells(file, 'Inputs', new Map([[cell, numberXml(0.085)]])));
  // The scenario went on meanwhile.
  const edit = { type: 'setInput', path: 'discountRate', value: 0.11 } as const;
  valueOf(await client.call('scenario.apply', { id, baseRevision: revision, commands: [edit] }));

  const uploaded = async (): Promise<string> => {
    const begun = valueOf(await client.call('upload.begin', { name: 'Plan.xlsx', bytes: changed.length }));
    valueOf(
      await client.call('upload.append', { id: begun.id, offset: 0, base64: changed.toString('base64') }),
    );
    return begun.id;
  };
  const upload = await uploaded();
  const read = valueOf(await client.call('report.readWorkbook', { upload, plan }));
  expect(read.changes).toMatchObject([{ cell: `Inputs!${cell}`, path: bonus, after: 0.085 }]);
  expect(read.commands).toMatchObject([{ type: 'setInput', path: bonus, value: 0.085 }]);
  // It is read once.
  expect(faultOf(await client.call('report.readWorkbook', { upload, plan })).code).toBe('not-found');
  const against = { upload: await uploaded(), plan: { kind: 'scenario', id } as const };
  const refused = faultOf(await client.call('report.readWorkbook', against));
  expect(refused).toMatchObject({ code: 'invalid-file' });
  expect(refused.message).toContain('not from the plan as it is now');
});
