import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { openWorkspace } from '#electron/db/workspace.ts';
import { composeServices, type Services } from '#electron/services/composeServices.ts';
import { sampleDocuments } from '#electron/services/sample.ts';
import { type Client, createClient } from '#shared/ipc/client.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Figure, MeasuredSuite } from './suite.ts';

const SCENARIOS = 1000;
const EDITS = 50_000;
const SHOWN_EDITS = 200;
const TIMES = 15;

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.fault.message);
}

/** A workspace after years of use: many scenarios, and a journal most of which is about the one that is worked on. */
function makeLarge(file: string): void {
  const at = '2027-03-01T08:00:00.000Z';
  const workspace = valueOf(openWorkspace(file, migrations, () => at));
  const [document] = sampleDocuments();
  if (document === undefined) throw new Error('There is no sample.');
  const idOf = (place: number): string => `scenario-${place}`;
  const command = { type: 'setInput', path: 'segments.smb.openingCustomers', value: 1 } as const;
  valueOf(
    workspace.write(() => {
      for (let place = 0; place < SCENARIOS; place += 1) {
        const name = `Scenario ${place}`;
        workspace.scenarios.insert({
          id: idOf(place),
          name,
          parentId: null,
          content: { ...document, name },
          at,
        });
      }
      for (let edit = 0; edit < EDITS; edit += 1) {
        // Every other one is about the first scenario.
        const id = idOf(edit % 2 === 0 ? 0 : edit % SCENARIOS);
        const edits = [{ command: { ...command, value: edit }, inverse: command }];
        workspace.journal.add({ id, revision: edit + 1, at, who: 'ana', edits });
      }
      return ok(undefined);
    }),
  );
  workspace.close();
}

/** The median, in milliseconds, of what an act takes. */
async function median(act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    await act();
    taken.push(performance.now() - start);
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

function clientOf(services: Services): Client {
  return createClient({
    // As over a wire: what comes back is text that is read again.
    call: async (name, input): Promise<unknown> =>
      JSON.parse(JSON.stringify(await services.dispatch(name, input))),
    subscribe: (listener) => services.subscribe(listener),
  });
}

async function figuresOf(file: string): Promise<readonly Figure[]> {
  const start = performance.now();
  const services = valueOf(composeServices({ workspaceFile: file }));
  const opened = performance.now() - start;
  try {
    const client = clientOf(services);
    const id = 'scenario-0';
    const list = await median(async () => {
      if (valueOf(await client.call('scenario.list', {})).length !== SCENARIOS)
        throw new Error('Some are missing.');
    });
    const open = await median(async () => {
      const read = [
        client.call('scenario.open', { id }),
        client.call('scenario.journal', { id, limit: SHOWN_EDITS }),
      ];
      for (const result of await Promise.all(read)) valueOf<unknown>(result);
    });
    const search = await median(async () =>
      valueOf(
        await client.call('scenario.journal', { id, limit: SHOWN_EDITS, search: 'nothing of this kind' }),
      ),
    );
    return [
      { name: `list of ${SCENARIOS} scenarios`, milliseconds: list, below: 100 },
      {
        name: `opening one of them, with ${SHOWN_EDITS} journal entries to undo`,
        milliseconds: open,
        below: 200,
      },
      { name: `searching the ${EDITS / 2} journal entries of a scenario`, milliseconds: search, below: 200 },
      { name: 'opening the workspace file, checked and locked', milliseconds: opened, below: 2000 },
    ];
  } finally {
    services.close();
  }
}

export const suites: readonly MeasuredSuite[] = [
  {
    title: `workspace of ${SCENARIOS} scenarios and ${EDITS} journal entries`,
    async measure() {
      const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
      try {
        const file = join(folder, 'workspace.headroom');
        makeLarge(file);
        return await figuresOf(file);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];
