import type { ParentChange, StoredEdit, StoredScenario } from '#electron/db/rows.ts';
import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { fault, faultSentences, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import { applyEdit, documentCommands, type Editable, toOverrides } from '#shared/model/variants/edit.ts';
import type { Context } from './context.ts';
import { announce, saveCommands } from './saveCommands.ts';
import { grown } from './scenarioTree.ts';

type Operations =
  | 'scenario.apply'
  | 'scenario.journal'
  | 'scenario.editors'
  | 'scenario.giveReason'
  | 'scenario.restoreTo';

type Applied = Result<Output<'scenario.apply'>, Fault<'not-found' | 'stale-revision' | 'invalid-plan'>>;

const MOST_ENTRIES = 100_000;

function found(
  { workspace }: Context,
  id: string,
  baseRevision: number,
): Result<StoredScenario, Fault<'not-found' | 'stale-revision'>> {
  const stored = workspace.scenarios.find(id);
  if (stored === undefined) return fault('not-found');
  if (stored.revision === baseRevision) return ok(stored);
  const detail = `It is at revision ${stored.revision}, the edits were made on ${baseRevision}.`;
  return fault('stale-revision', `${faultSentences['stale-revision']} ${detail}`);
}

function isParentChange(command: Command | ParentChange): command is ParentChange {
  return command.type === 'setParent';
}

/** A scenario with entries of its journal (newest first) taken back. */
function takenBack(
  scenario: Editable,
  entries: readonly StoredEdit[],
): Result<Editable, Fault<'invalid-plan'>> {
  let current = scenario;
  for (const { inverse, at } of entries) {
    if (isParentChange(inverse)) {
      const message = `On ${at.slice(0, 10)} the scenario was put on another base. Put it back there first.`;
      return fault('invalid-plan', message);
    }
    const applied = applyEdit(current, inverse);
    if (!applied.ok) return fault('invalid-plan', applied.fault.message, applied.fault.problems);
    current = applied.value.next;
  }
  return ok(current);
}

/** The commands that lead from one state of a scenario to another, as few as possible. */
function commandsBetween(from: Editable, to: Editable, reason: string | undefined): readonly Command[] {
  const commands =
    from.variant === null || to.variant === null
      ? documentCommands(from.document, to.document)
      : [toOverrides(from.variant.overrides, to.variant.overrides)];
  return reason === undefined ? commands : commands.map((command) => ({ ...command, reason }));
}

export function editHandlers(context: Context): Pick<Handlers, Operations> {
  const { workspace } = context;
  const { scenarios, journal } = workspace;
  return {
    'scenario.apply': ({ id, baseRevision, commands }) => {
      const saved = workspace.write((): Applied => {
        const stored = found(context, id, baseRevision);
        if (!stored.ok) return stored;
        const revision = saveCommands(context, stored.value, commands);
        return revision.ok ? ok({ revision: revision.value }) : revision;
      });
      if (saved.ok) announce(context, id);
      return saved;
    },

    'scenario.journal': ({ id, ...filter }) =>
      scenarios.find(id) === undefined ? fault('not-found') : ok([...journal.entries(id, filter)]),

    'scenario.editors': ({ id }) =>
      scenarios.find(id) === undefined ? fault('not-found') : ok([...journal.people(id)]),

    'scenario.giveReason': ({ id, sequences, reason }) => {
      const given = workspace.write((): Result<Output<'scenario.giveReason'>, Fault<'not-found'>> => {
        if (scenarios.find(id) === undefined) return fault('not-found');
        const said = reason.trim();
        const areThere = sequences.map((sequence) => journal.giveReason(id, sequence, said));
        return areThere.includes(false) ? fault('not-found') : ok({ id });
      });
      if (given.ok) announce(context, id);
      return given;
    },

    'scenario.restoreTo': ({ id, baseRevision, sequence, reason }) => {
      const restored = workspace.write((): Applied => {
        const stored = found(context, id, baseRevision);
        if (!stored.ok) return stored;
        const now = grown(workspace, stored.value);
        const later = journal.entries(id, { limit: MOST_ENTRIES, after: sequence });
        const then = takenBack(now, later);
        if (!then.ok) return then;
        const commands = commandsBetween(now, then.value, reason);
        if (later.length === 0 || commands.length === 0) return ok({ revision: stored.value.revision });
        const revision = saveCommands(context, stored.value, commands);
        return revision.ok ? ok({ revision: revision.value }) : revision;
      });
      if (restored.ok) announce(context, id);
      return restored;
    },
  };
}
