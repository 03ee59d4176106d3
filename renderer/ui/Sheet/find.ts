import { formatPlain, groupSign } from '../numbers.ts';
import type { SheetCell, SheetColumn, SheetPosition, SheetRow } from './types.ts';

interface Searched {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly getCell: (rowId: string, columnIndex: number) => SheetCell;
  readonly locale: string;
}

/** Case and accents do not matter: "prijem" finds "Příjem". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Thousands may be typed with or without their signs. */
function ungrouped(text: string, group: string): string {
  const withoutSpaces = text.replaceAll(/[\s\u00a0\u202f'\u2019]/g, '');
  return group.trim() === '' ? withoutSpaces : withoutSpaces.replaceAll(group, '');
}

/**
 * Where a text stands in the names of lines or in the numbers as they are shown, in reading order, also in closed
 * groups. A line found by its name counts once, at its first cell.
 */
export function findMatches(
  { rows, columns, getCell, locale }: Searched,
  query: string,
): readonly SheetPosition[] {
  const words = plain(query.trim());
  if (words === '') return [];
  const group = groupSign(locale);
  const digits = ungrouped(words, group);
  const isNumber = /\d/.test(digits);
  return rows.flatMap((row) => {
    const isNamed = plain(row.label).includes(words);
    if (row.kind === 'group' || !isNumber) return isNamed ? [{ rowId: row.id, columnIndex: 0 }] : [];
    return columns.flatMap((_, columnIndex) => {
      const { value, error } = getCell(row.id, columnIndex);
      const text = error === undefined ? ungrouped(formatPlain(value, row.format, locale), group) : '';
      const isFound = text.includes(digits) || (isNamed && columnIndex === 0);
      return isFound ? [{ rowId: row.id, columnIndex }] : [];
    });
  });
}

/** Which of the matches comes after (before) a place, round the ends; -1 when there are none. */
export function nextMatch(
  matches: readonly SheetPosition[],
  rows: readonly SheetRow[],
  from: SheetPosition | null,
  direction: 'next' | 'previous',
): number {
  if (matches.length === 0) return -1;
  if (from === null) return direction === 'next' ? 0 : matches.length - 1;
  const lines = new Map(rows.map(({ id }, index) => [id, index]));
  const orderOf = ({ rowId, columnIndex }: SheetPosition) => (lines.get(rowId) ?? 0) * 100_000 + columnIndex;
  const here = orderOf(from);
  if (direction === 'next') {
    const after = matches.findIndex((match) => orderOf(match) > here);
    return after < 0 ? 0 : after;
  }
  const before = matches.findLastIndex((match) => orderOf(match) < here);
  return before < 0 ? matches.length - 1 : before;
}
