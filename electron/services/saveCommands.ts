import type { StoredScenario } from '#electron/db/rows.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { applyCommand } from '#shared/model/commands.ts';
import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import type { Context } from './context.ts';
import { profileOf } from './settingService.ts';

interface Edited {
  readonly document: ScenarioDocument;
  readonly edits: readonly { readonly command: Command; readonly inverse: Command }[];
}

function applyAll(
  document: ScenarioDocument,
  commands: readonly Command[],
): Result<Edited, Fault<'invalid-plan'>> {
  let next = document;
  const edits: { readonly command: Command; readonly inverse: Command }[] = [];
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return fault('invalid-plan', applied.fault.message, applied.fault.problems);
    next = applied.value.next;
    edits.push({ command, inverse: applied.value.inverse });
  }
  const checked = validateScenario(next);
  return checked.ok ? ok({ document: next, edits }) : checked;
}

/**
 * Applies commands to a stored scenario and writes the document and the journal; belongs into a transaction.
 *
 * @returns the new revision; `invalid-plan` when a command does not fit or the plan after all of them is not possible
 */
export function saveCommands(
  context: Context,
  stored: StoredScenario,
  commands: readonly Command[],
): Result<number, Fault<'invalid-plan'>> {
  const edited = applyAll(stored.document, commands);
  if (!edited.ok) return edited;
  const revision = stored.revision + 1;
  const { document, edits } = edited.value;
  const at = context.ports.clock.now();
  context.workspace.scenarios.save({ id: stored.id, revision, document, at, who: profileOf(context), edits });
  return ok(revision);
}
