import type { Fault } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { isFormulaInput } from './formulaInputs.ts';

/**
 * Why an input cannot have the value that commands give it, or null. Only what is wrong at the input itself: a rule
 * between several inputs may be met by another edit of the same act. A formula stands in the way of numbers only until it
 * is replaced by them, which is offered once the edit was refused as a whole.
 */
export function refusalOf(
  document: ScenarioDocument,
  path: string,
  commands: readonly Command[],
): Fault | null {
  if (isFormulaInput(document, path)) return null;
  let next = document;
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied.fault;
    next = applied.value.next;
  }
  const checked = validateScenario(next);
  if (checked.ok) return null;
  const own = checked.fault.problems?.filter((problem) => problem.path.startsWith(path)) ?? [];
  return own.length === 0 ? null : { ...checked.fault, problems: own };
}
