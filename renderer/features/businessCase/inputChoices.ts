import { inputTitle } from '#renderer/state/inputWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';

interface InputChoice {
  readonly value: string;
  readonly label: string;
}

/** Every input of the plan that an initiative can change, by its name; where two have the same, with their paths. */
export function inputChoices(figures: PlanFigures): readonly InputChoice[] {
  const ids = [...figures.nodes.values()]
    .filter(
      ({ kind, id }) => kind === 'input' && !id.startsWith('calendar.') && !id.startsWith('initiatives.'),
    )
    .map(({ id }) => id);
  const named = ids.map((value) => ({ value, label: inputTitle(figures, value) }));
  const uses = new Map<string, number>();
  for (const { label } of named) uses.set(label, (uses.get(label) ?? 0) + 1);
  return named.map(({ value, label }) => ({
    value,
    label: (uses.get(label) ?? 0) > 1 ? `${label} (${value})` : label,
  }));
}
