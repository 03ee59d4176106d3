import type { JournalEdit } from '#electron/db/journalRepo.ts';
import type { StoredScenario } from '#electron/db/rows.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { applyEdit, type Editable } from '#shared/model/variants/edit.ts';
import type { Context } from './context.ts';
import { contentOf, descendants, grown } from './scenarioTree.ts';
import { profileOf } from './settingService.ts';

interface Edited {
  readonly scenario: Editable;
  readonly edits: readonly JournalEdit[];
}

function applyAll(scenario: Editable, commands: readonly Command[]): Result<Edited, Fault<'invalid-plan'>> {
  let current = scenario;
  const edits: JournalEdit[] = [];
  for (const command of commands) {
    const applied = applyEdit(current, command);
    if (!applied.ok) return fault('invalid-plan', applied.fault.message, applied.fault.problems);
    current = applied.value.next;
    edits.push({ command, inverse: applied.value.inverse });
  }
  const checked = validateScenario(current.document);
  return checked.ok ? ok({ scenario: current, edits }) : checked;
}

/** Writes a scenario and the journal, and returns the new revision; belongs into a transaction. */
export function writeEdited(
  { ports, workspace, ...context }: Context,
  stored: Pick<StoredScenario, 'id' | 'revision' | 'parentId'>,
  { scenario, edits }: Edited,
): number {
  const { id, parentId } = stored;
  const revision = stored.revision + 1;
  const at = ports.clock.now();
  const { name } = scenario.document;
  workspace.scenarios.update({ id, name, parentId, revision, content: contentOf(scenario), at });
  const who = profileOf({ ports, workspace, ...context });
  workspace.journal.add({ id, revision, at, who, edits });
  return revision;
}

/**
 * Applies commands to a stored scenario and writes it and the journal; belongs into a transaction.
 *
 * @returns the new revision; `invalid-plan` when a command does not fit or the plan after all of them is not possible
 */
export function saveCommands(
  context: Context,
  stored: StoredScenario,
  commands: readonly Command[],
): Result<number, Fault<'invalid-plan'>> {
  const edited = applyAll(grown(context.workspace, stored), commands);
  return edited.ok ? ok(writeEdited(context, stored, edited.value)) : edited;
}

/** Tells the windows that a scenario changed, and with it all that build on it. */
export function announce({ workspace, events }: Context, id: string): void {
  for (const changed of [id, ...descendants(workspace, id)]) {
    const stored = workspace.scenarios.find(changed);
    if (stored !== undefined) {
      events.emit({ type: 'scenario-changed', id: changed, revision: stored.revision });
    }
  }
}
