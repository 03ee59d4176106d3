import type { StoredScenario } from '#electron/db/rows.ts';
import type { Handlers, Output, ParsedInput } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { difference } from '#shared/model/variants/difference.ts';
import type { Editable } from '#shared/model/variants/edit.ts';
import { inOrder, type Override } from '#shared/model/variants/override.ts';
import { resolve } from '#shared/model/variants/resolve.ts';
import type { Context } from './context.ts';
import { freeName } from './names.ts';
import { announce, writeEdited } from './saveCommands.ts';
import { contentOf, descendants, grown } from './scenarioTree.ts';

type Operations = 'scenario.createVariant' | 'scenario.previewParent' | 'scenario.setParent';

/** A scenario as it would be on another parent. */
interface Moved {
  readonly stored: StoredScenario;
  readonly scenario: Editable;
  readonly lost: readonly Override[];
}

function variantOn(base: ScenarioDocument, overrides: readonly Override[]): Editable {
  const own = inOrder(overrides);
  return { document: resolve(base, own).document, variant: { base, overrides: own } };
}

/** On its own a scenario keeps all it has now; on another parent, what it has of its own. */
function moved(
  { workspace }: Context,
  { id, parentId }: ParsedInput<'scenario.setParent'>,
): Result<Moved, Fault<'not-found' | 'invalid-plan'>> {
  const stored = workspace.scenarios.find(id);
  if (stored === undefined) return fault('not-found');
  const now = grown(workspace, stored);
  if (parentId === null) {
    return ok({ stored, scenario: { document: now.document, variant: null }, lost: now.lost });
  }
  const parent = workspace.scenarios.find(parentId);
  if (parent === undefined) return fault('not-found');
  if (parentId === id || descendants(workspace, id).includes(parentId)) {
    return fault(
      'invalid-plan',
      `"${parent.name}" builds on "${stored.name}" itself. Choose another scenario.`,
    );
  }
  const base = grown(workspace, parent).document;
  const own = now.variant?.overrides ?? difference(base, now.document);
  const { lost } = resolve(base, own);
  const kept = own.filter((override) => !lost.includes(override));
  return ok({ stored, scenario: variantOn(base, kept), lost });
}

/** Stores a scenario that builds on another. Belongs into a transaction. */
export function createVariant(
  context: Context,
  { parentId, name: wanted, document }: ParsedInput<'scenario.createVariant'>,
): Result<Output<'scenario.createVariant'>, Fault<'not-found' | 'invalid-plan'>> {
  const { ports, workspace } = context;
  const parent = workspace.scenarios.find(parentId);
  if (parent === undefined) return fault('not-found');
  const id = ports.newId();
  const name = freeName(wanted, workspace.scenarios.namesExcept(id));
  const base = grown(workspace, parent).document;
  const own = difference(base, { ...(document ?? base), name }).filter(({ path }) => path !== 'name');
  const scenario = variantOn(base, [...own, { path: 'name', value: name }]);
  const checked = validateScenario(scenario.document);
  if (!checked.ok) return checked;
  const at = ports.clock.now();
  workspace.scenarios.insert({ id, name, parentId, content: contentOf(scenario), at });
  return ok({ id, name, revision: 0 });
}

/** Puts a scenario on another parent, or on its own. Belongs into a transaction. */
export function setParent(
  context: Context,
  input: ParsedInput<'scenario.setParent'>,
): Result<Output<'scenario.setParent'>, Fault<'not-found' | 'invalid-plan'>> {
  const move = moved(context, input);
  if (!move.ok) return move;
  const { stored, scenario } = move.value;
  const { id, name, revision, parentId: from } = stored;
  const { parentId: to } = input;
  if (from === to) return ok({ id, name, revision });
  const checked = validateScenario(scenario.document);
  if (!checked.ok) return checked;
  const command = { type: 'setParent', from, to } as const;
  const edits = [{ command, inverse: { type: 'setParent', from: to, to: from } as const }];
  return ok({ id, name, revision: writeEdited(context, { ...stored, parentId: to }, { scenario, edits }) });
}

export function variantHandlers(context: Context): Pick<Handlers, Operations> {
  const { workspace } = context;
  return {
    'scenario.createVariant': (input) => {
      const created = workspace.write(() => createVariant(context, input));
      if (created.ok) announce(context, created.value.id);
      return created;
    },

    'scenario.previewParent': (input) => {
      const move = moved(context, input);
      if (!move.ok) return move;
      const { scenario, lost } = move.value;
      const checked = validateScenario(scenario.document);
      const problems = checked.ok ? [] : (checked.fault.problems ?? []);
      const kept = (scenario.variant?.overrides ?? []).filter(({ path }) => path !== 'name');
      return ok({ kept, lost: [...lost], problems: [...problems] });
    },

    'scenario.setParent': (input) => {
      const changed = workspace.write(() => setParent(context, input));
      if (changed.ok) announce(context, changed.value.id);
      return changed;
    },
  };
}
