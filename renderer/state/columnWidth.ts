import type { SheetRow } from '#renderer/ui/Sheet/types.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from './figures.ts';

const narrowest = 84;
/** Wide enough for bold digits, whose width does not depend on the digit; padding and border of a cell. */
const characterWidth = 7.8;
const cellPadding = 14;
/** Steps, so that a number that grows by a digit does not move the columns at every edit. */
const step = 12;

/** The number of a line with the longest text is its largest or its smallest. */
function longestText({ values, locale, grain }: PlanFigures, { id, format }: SheetRow): number {
  const found = values.get(id)?.values;
  if (found === undefined) return 0;
  const numbers = [...found[grain], ...found.year].filter((value) => !Number.isNaN(value));
  if (numbers.length === 0) return 0;
  const ends = [Math.max(...numbers), Math.min(...numbers)];
  return Math.max(...ends.map((value) => formatPlain(value, format, locale).length));
}

/** The width at which no number of a grid is cut off. */
export function columnWidthFor(figures: PlanFigures, rows: readonly SheetRow[]): number {
  const longest = Math.max(0, ...rows.map((row) => longestText(figures, row)));
  const needed = longest * characterWidth + cellPadding;
  return Math.max(narrowest, Math.ceil(needed / step) * step);
}
