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

async function workbookOfPlan(
  { client, services }: ReturnType<typeof newWorkspace>,
  plan: { readonly kind: 'scenario' | 'version'; readonly id: string },
  compareWith?: { readonly kind: 'scenario' | 'version'; readonly id: string },
): Promise<Buffer> {
  const order = { plan, pack: 'finance', language: 'cs', job: 'j', formats: ['xlsx'] } as const;
  const asked = { ...order, formats: [...order.formats] };
  const made = valueOf(
    await client.call('report.produce', compareWith === undefined ? asked : { ...asked, compareWith }),
  );
  const taken = services.downloads.take(made.files[0]?.id ?? '');
  return taken === undefined ? Buffer.alloc(0) : buffer(taken.body);
}

/** Bytes that go up at once. */
const PIECE = 4_000_000;

async function uploadedTo({ client }: ReturnType<typeof newWorkspace>, bytes: Buffer): Promise<string> {
  const { id } = valueOf(await client.call('upload.begin', { name: 'Plan.xlsx', bytes: bytes.length }));
  for (let offset = 0; offset < bytes.length; offset += PIECE) {
    const base64 = bytes.subarray(offset, offset + PIECE).toString('base64');
    valueOf(await client.call('upload.append', { id, offset, base64 }));
  }
  return id;
}

async function typed(bytes: Buffer, sheet: string, value: number): Promise<Buffer> {
  const cell = `C${inputRow(await readXlsx(bytes), bonus, sheet) + 1}`;
  return Buffer.from(await withCells(bytes, sheet, new Map([[cell, numberXml(value)]])));
}

it('finds the plan of a workbook by itself, also when that went on and only a version still has it', async () => {
  const workspace = newWorkspace();
  const { client } = workspace;
  const { id, revision } = await firstScenario(client);
  const file = await typed(await workbookOfPlan(workspace, { kind: 'scenario', id }), 'Vstupy', 0.085);
  const read = valueOf(
    await client.call('report.readWorkbook', { upload: await uploadedTo(workspace, file) }),
  );
  expect(read.plan).toEqual({ kind: 'scenario', id });
  expect(read.commands).toMatchObject([{ type: 'setInput', path: bonus, value: 0.085 }]);
  const version = valueOf(
    await client.call('version.save', {
      scenarioId: id,
      baseRevision: revision,
      name: 'Old',
      status: 'draft',
    }),
  );
  const edit = { type: 'setInput', path: 'discountRate', value: 0.11 } as const;
  valueOf(await client.call('scenario.apply', { id, baseRevision: revision, commands: [edit] }));
  const later = valueOf(
    await client.call('report.readWorkbook', { upload: await uploadedTo(workspace, file) }),
  );
  expect(later.plan).toEqual({ kind: 'version', id: version.id });
});

it('says that the plan of a workbook is not in this workspace', async () => {
  const [here, elsewhere] = [newWorkspace(), newWorkspace()];
  await firstScenario(here.client);
  const { id, revision } = await firstScenario(elsewhere.client);
  const edit = { type: 'setInput', path: 'discountRate', value: 0.12 } as const;
  valueOf(await elsewhere.client.call('scenario.apply', { id, baseRevision: revision, commands: [edit] }));
  const file = await workbookOfPlan(elsewhere, { kind: 'scenario', id });
  const upload = await uploadedTo(here, file);
  const refused = faultOf(await here.client.call('report.readWorkbook', { upload }));
  expect(refused.code).toBe('not-found');
  expect(refused.message).toContain('not in this workspace');
});

it('a comparison comes back to the one of its plans in which something was typed', async () => {
  const workspace = newWorkspace();
  const { client } = workspace;
  const { id, revision } = await firstScenario(client);
  const version = valueOf(
    await client.call('version.save', {
      scenarioId: id,
      baseRevision: revision,
      name: 'Old',
      status: 'draft',
    }),
  );
  const edit = { type: 'setInput', path: 'discountRate', value: 0.11 } as const;
  valueOf(await client.call('scenario.apply', { id, baseRevision: revision, commands: [edit] }));
  const plans = [{ kind: 'scenario', id } as const, { kind: 'version', id: version.id } as const] as const;
  const file = await typed(await workbookOfPlan(workspace, ...plans), 'Vstupy A', 0.085);
  const read = valueOf(
    await client.call('report.readWorkbook', { upload: await uploadedTo(workspace, file) }),
  );
  expect(read.plan).toEqual(plans[1]);
  expect(read.changes).toMatchObject([{ path: bonus, after: 0.085 }]);
});
