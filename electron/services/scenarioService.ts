import type { StoredScenario } from '#electron/db/rows.ts';
import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { Context } from './context.ts';
import { freeName } from './names.ts';
import { remove } from './removeScenario.ts';
import { announce, saveCommands } from './saveCommands.ts';
import { grown, named } from './scenarioTree.ts';

type Head = Output<'scenario.create'>;

type Operations =
  | 'scenario.list'
  | 'scenario.open'
  | 'scenario.create'
  | 'scenario.duplicate'
  | 'scenario.rename'
  | 'scenario.delete'
  | 'scenario.listDeleted'
  | 'scenario.restoreDeleted';

function headOf({ id, name, revision }: Head): Head {
  return { id, name, revision };
}

/** Stores a new scenario under a free name. Belongs into a transaction. */
export function insertScenario(
  { ports, workspace }: Context,
  name: string,
  document: ScenarioDocument,
): Head {
  const id = ports.newId();
  const free = freeName(name, workspace.scenarios.namesExcept(id));
  const content = { ...document, name: free };
  workspace.scenarios.insert({ id, name: free, parentId: null, content, at: ports.clock.now() });
  return { id, name: free, revision: 0 };
}

/** A copy of a scenario: of a variant, another variant of the same parent. Belongs into a transaction. */
function insertCopy({ ports, workspace }: Context, stored: StoredScenario, wanted: string): Head {
  const id = ports.newId();
  const name = freeName(wanted, workspace.scenarios.namesExcept(id));
  const content = named(stored.content, name);
  workspace.scenarios.insert({ id, name, parentId: stored.parentId, content, at: ports.clock.now() });
  return { id, name, revision: 0 };
}

/** Gives a scenario another name, as an edit of its document; nothing happens if it has that name already. */
function rename(context: Context, stored: StoredScenario, wanted: string): Result<Head, Fault<'not-found'>> {
  const name = freeName(wanted, context.workspace.scenarios.namesExcept(stored.id));
  if (name === stored.name) return ok(headOf(stored));
  const saved = saveCommands(context, stored, [{ type: 'setInput', path: 'name', value: name }]);
  if (!saved.ok) throw new Error(`The name "${name}" was refused: ${saved.fault.message}`);
  return ok({ id: stored.id, name, revision: saved.value });
}

export function scenarioHandlers(context: Context): Pick<Handlers, Operations> {
  const { ports, workspace, events } = context;
  const { scenarios } = workspace;

  /** Runs a change as one transaction and announces the scenario that came out of it. */
  function change<F extends Fault>(work: () => Result<Head, F>): Result<Head, F | Fault<'not-writable'>> {
    const changed = workspace.write(work);
    if (changed.ok) announce(context, changed.value.id);
    return changed;
  }

  return {
    'scenario.list': () => ok([...scenarios.list()]),

    'scenario.open': ({ id }) => {
      const stored = scenarios.find(id);
      return stored === undefined ? fault('not-found') : ok(openedOf(context, stored));
    },

    'scenario.create': ({ name, document }) => {
      const first = document ?? starterFor(ports.starterDocument(), ports.clock.now());
      const checked = validateScenario({ ...first, name });
      if (!checked.ok) return checked;
      return change(() => ok(insertScenario(context, name, first)));
    },

    'scenario.duplicate': ({ id, name }) =>
      change(() => {
        const stored = scenarios.find(id);
        if (stored === undefined) return fault('not-found');
        return ok(insertCopy(context, stored, name ?? stored.name));
      }),

    'scenario.rename': ({ id, name }) =>
      change(() => {
        const stored = scenarios.find(id);
        return stored === undefined ? fault('not-found') : rename(context, stored, name);
      }),

    'scenario.delete': ({ id, variants }) => {
      const gone = workspace.write(() => remove(context, id, variants));
      if (!gone.ok) return gone;
      for (const deleted of gone.value) {
        events.emit({ type: 'scenario-changed', id: deleted, revision: null });
      }
      return ok({ id });
    },

    'scenario.listDeleted': () => ok([...scenarios.listDeleted()]),

    'scenario.restoreDeleted': ({ id }) =>
      change(() => {
        const stored = scenarios.findDeleted(id);
        if (stored === undefined) return fault('not-found');
        const { parentId } = stored;
        // What it builds on comes back with it.
        if (parentId !== null && scenarios.find(parentId) === undefined) scenarios.unmarkDeleted(parentId);
        scenarios.unmarkDeleted(id);
        return rename(context, stored, stored.name);
      }),
  };
}

function openedOf({ workspace }: Context, stored: StoredScenario): Output<'scenario.open'> {
  const { document, variant, lost } = grown(workspace, stored);
  const parent = stored.parentId === null ? undefined : workspace.scenarios.findAny(stored.parentId);
  const plain = { ...headOf(stored), document };
  if (variant === null || parent === undefined) return { ...plain, variant: null };
  const { base, overrides } = variant;
  const lists = { overrides: [...overrides], lost: [...lost] };
  return { ...plain, variant: { parentId: parent.id, parentName: parent.name, base, ...lists } };
}

/** The starter plan, beginning with the month after the present one. */
function starterFor(document: ScenarioDocument, now: string): ScenarioDocument {
  const year = Number(now.slice(0, 4));
  const month = Number(now.slice(5, 7));
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { ...document, calendar: { ...document.calendar, start: next } };
}
