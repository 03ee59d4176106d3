import type { StoredScenario } from '#electron/db/rows.ts';
import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { Context } from './context.ts';
import { freeName } from './names.ts';
import { saveCommands } from './saveCommands.ts';

type Head = Output<'scenario.create'>;

type Operations =
  | 'scenario.list'
  | 'scenario.open'
  | 'scenario.create'
  | 'scenario.duplicate'
  | 'scenario.rename'
  | 'scenario.delete'
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
  workspace.scenarios.insert({ id, document: { ...document, name: free }, at: ports.clock.now() });
  return { id, name: free, revision: 0 };
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
    if (changed.ok)
      events.emit({ type: 'scenario-changed', id: changed.value.id, revision: changed.value.revision });
    return changed;
  }

  return {
    'scenario.list': () => ok([...scenarios.list()]),

    'scenario.open': ({ id }) => {
      const stored = scenarios.find(id);
      return stored === undefined ? fault('not-found') : ok(stored);
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
        return ok(insertScenario(context, name ?? stored.name, stored.document));
      }),

    'scenario.rename': ({ id, name }) =>
      change(() => {
        const stored = scenarios.find(id);
        return stored === undefined ? fault('not-found') : rename(context, stored, name);
      }),

    'scenario.delete': ({ id }) => {
      const deleted = workspace.write(() =>
        scenarios.markDeleted(id, ports.clock.now()) ? ok({ id }) : fault('not-found'),
      );
      if (deleted.ok) events.emit({ type: 'scenario-changed', id, revision: null });
      return deleted;
    },

    'scenario.restoreDeleted': ({ id }) =>
      change(() => {
        const stored = scenarios.findDeleted(id);
        if (stored === undefined) return fault('not-found');
        scenarios.unmarkDeleted(id);
        return rename(context, stored, stored.name);
      }),
  };
}

/** The starter plan, beginning with the month after the present one. */
function starterFor(document: ScenarioDocument, now: string): ScenarioDocument {
  const year = Number(now.slice(0, 4));
  const month = Number(now.slice(5, 7));
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { ...document, calendar: { ...document.calendar, start: next } };
}
