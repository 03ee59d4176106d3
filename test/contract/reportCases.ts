import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import type { Command } from '#shared/model/commands.ts';
import type { Json } from '#shared/model/paths.ts';
import { inputRow, textXml, withCells } from '#test/support/workbookCells.ts';
import { valueOf } from '#test/support/workspaces.ts';
import type { Cases, Workspace } from './define.ts';
import { upload } from './workspaceCases.ts';

const order = { pack: 'agents', language: 'en' } as const;
const files = { job: 'one', formats: ['csv'] } satisfies { job: string; formats: 'csv'[] };
const plan = (id: string) => ({ kind: 'scenario', id }) as const;
const nowhere = plan('nobody');

function share(group: string, value: Json): Command {
  return { type: 'setInput', path: `staffGroups.${group}.queues.voice.share`, value };
}

/** A variant that is no possible plan any more: what it builds on was changed under it. */
async function impossible({ client }: Workspace, parentId: string) {
  const { id } = valueOf(await client.call('scenario.createVariant', { parentId, name: 'Variant' }));
  const keep = [share('prague', { base: 0.7, steps: [{ date: '2028-01-01', value: 0.6 }] })];
  valueOf(await client.call('scenario.apply', { id, baseRevision: 0, commands: keep }));
  const halves = [share('prague', 0.5), share('partner', 0.5)];
  valueOf(await client.call('scenario.apply', { id: parentId, baseRevision: 0, commands: halves }));
  return { ...order, plan: plan(id) };
}

/** A partner pack of a plan without partners. */
async function withoutPartner({ client }: Workspace) {
  const { id } = valueOf(await client.call('scenario.create', { name: 'Own people only' }));
  return { ...order, pack: 'partner', plan: plan(id) } as const;
}

async function exported({ client, services }: Workspace, id: string): Promise<Uint8Array> {
  const asked = { ...order, pack: 'finance', plan: plan(id), job: 'book', formats: ['xlsx'] } as const;
  const [offer] = valueOf(await client.call('report.produce', { ...asked, formats: ['xlsx'] })).files;
  const taken = services.downloads.take(offer?.id ?? '');
  return taken === undefined ? new Uint8Array() : buffer(taken.body);
}

async function uploaded({ client }: Workspace, content: Uint8Array): Promise<string> {
  const { id } = valueOf(await client.call('upload.begin', { name: 'Plan.xlsx', bytes: content.length }));
  const base64 = Buffer.from(content).toString('base64');
  valueOf(await client.call('upload.append', { id, offset: 0, base64 }));
  return id;
}

/** A wage in words. */
async function withImpossible(content: Uint8Array): Promise<Uint8Array> {
  const row = inputRow(await readXlsx(content), 'staffGroups.prague.pay.bonusRate');
  return withCells(content, 'Inputs', new Map([[`C${row + 1}`, textXml('plenty')]]));
}

export const reportCases: Cases<'report'> = {
  'report.preview': {
    good: (id) => ({ ...order, plan: plan(id), job: 'screen' }),
    bad: [
      null,
      {},
      order,
      { ...order, plan: { kind: 'file', id: 'x' } },
      { plan: nowhere, pack: 'x' },
      { ...order, plan: nowhere, fiscalYear: 20 },
    ],
    faults: {
      'not-found': { ...order, plan: nowhere },
      'invalid-plan': impossible,
      'not-in-plan': withoutPartner,
      cancelled: async ({ client }, id) => {
        const asked = { ...order, plan: plan(id), job: 'screen' };
        // The next preview of the same name ends this one.
        setImmediate(() => void client.call('report.preview', asked));
        return asked;
      },
    },
  },
  'report.produce': {
    good: (id) => ({ ...order, ...files, plan: plan(id), compareWith: plan(id) }),
    bad: [
      { ...order, plan: nowhere, job: 'one', formats: [] },
      { ...order, plan: nowhere, job: 'one', formats: ['doc'] },
      { ...order, plan: nowhere, job: 'a b', formats: ['csv'] },
    ],
    faults: {
      'not-found': { ...order, ...files, plan: nowhere },
      'invalid-plan': async (workspace, id) => ({ ...(await impossible(workspace, id)), ...files }),
      'not-in-plan': async (workspace) => ({ ...(await withoutPartner(workspace)), ...files }),
      cancelled: async ({ client, services }, id) => {
        services.subscribe((event) => {
          if (event.type === 'report-progress') void client.call('report.cancel', { job: event.job });
        });
        return { ...order, plan: plan(id), job: 'two', formats: ['pdf', 'pptx'] };
      },
    },
  },
  'report.readWorkbook': {
    good: (id) => ({ upload, plan: plan(id) }),
    bad: [
      {},
      { upload: 'a b', plan: nowhere },
      { upload: 'some', plan: { kind: 'file', id: 'x' } },
      { upload: 'some', plan: nowhere, path: '/etc/passwd' },
    ],
    prepare: async (workspace, id) => uploaded(workspace, await exported(workspace, id)),
    faults: {
      'not-found': { upload: 'nothing', plan: nowhere },
      'invalid-file': async (workspace, id) => ({
        upload: await uploaded(workspace, Buffer.from('PK rubbish')),
        plan: plan(id),
      }),
      'invalid-plan': async (workspace, id) => ({
        upload: await uploaded(workspace, await withImpossible(await exported(workspace, id))),
        plan: plan(id),
      }),
    },
  },
  'report.cancel': { good: () => ({ job: 'nobody' }), bad: [{}, { job: '' }, { job: 'a b' }], faults: {} },
};
