import { units } from '#shared/model/units.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import type { Translate } from '#renderer/state/members.ts';
import { formatNumber, noValueSign, type NumberFormat } from '#renderer/ui/numbers.ts';
import { formatOfNumber } from './goalForm.ts';

export interface Words {
  readonly figures: PlanFigures;
  readonly t: Translate;
}

/** What was found is shown finer than the grids show it: rounding may fall on the wrong side of the goal. */
export function finer(format: NumberFormat): NumberFormat {
  return format.style === 'integer' ? format : { ...format, digits: (format.digits ?? 0) + 1 };
}

/** A value of one of the plan's numbers as a sentence has it; shares and money say what they are by their signs. */
export function numberText(
  { figures, t }: Words,
  id: string,
  value: number | null,
  format = formatOfNumber(figures, id),
): string {
  const text = formatNumber(value, format, figures.locale);
  const unit = figures.nodes.get(id)?.unit ?? 'number';
  const isPlain = unit === 'number' || unit === 'factor' || units[unit].style !== 'number';
  if (isPlain || text === noValueSign) return text;
  return `${text} ${t(`lines.unitName.${unit}`, { currency: figures.structure.currency })}`;
}
