import { maxNameLength } from '#shared/ipc/operations/define.ts';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';

/** Why a scenario cannot have a name, or null. Names that differ in capitals only look the same to a reader. */
export function nameProblem(
  name: string,
  id: string,
  scenarios: readonly ListedScenario[],
): 'empty' | 'tooLong' | 'taken' | null {
  const wanted = name.trim().normalize('NFC').toLowerCase();
  if (wanted === '') return 'empty';
  if (name.trim().length > maxNameLength) return 'tooLong';
  const others = scenarios.filter((scenario) => scenario.id !== id);
  return others.some((other) => other.name.normalize('NFC').toLowerCase() === wanted) ? 'taken' : null;
}
