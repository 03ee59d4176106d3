import { parseTsv } from '#renderer/ui/Sheet/clipboard.ts';
import { parseNumber } from '#renderer/ui/numbers.ts';
import type { DayColumn, DayTexts } from './calculatorForm.ts';

const time = /^\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*[-–]\s*\d{1,2}:\d{2}.*)?\s*$/i;

function isNumber(text: string, locale: string): boolean {
  return parseNumber(text, { style: 'number' }, locale).ok;
}

/**
 * The cells of a spreadsheet as lines of the day: contacts and, where a second column was copied, agents. A line of
 * headings above the numbers and a column of times before them are left out.
 *
 * @param column where the first copied column goes
 * @returns null for a single cell, which is typed into the field as it is
 */
export function pastedLines(
  text: string,
  column: DayColumn,
  locale: string,
): readonly Partial<DayTexts>[] | null {
  const all = parseTsv(text);
  const [first = []] = all;
  if (all.length === 1 && first.length === 1) return null;
  const hasTimes = all.some(([cell = '']) => time.test(cell)) && first.length > 1;
  const lines = hasTimes ? all.map((cells) => cells.slice(1)) : all;
  const isHeading =
    lines.length > 1 && lines[0]?.every((cell) => cell.trim() !== '' && !isNumber(cell, locale));
  return (isHeading === true ? lines.slice(1) : lines).map(([one = '', two]) => {
    if (column === 'agents') return { agents: one };
    return two === undefined ? { contacts: one } : { contacts: one, agents: two };
  });
}
