import type { ReportColumn, ReportTable } from '#shared/model/packs/content.ts';

/** Signs that fit across a page in the type of tables, and lines that fit below each other. */
const SIGNS_ACROSS = 150;
const LINES_DOWN = 24;

/** Chinese signs are twice as wide as Latin ones. */
function signsIn(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (/[\u2E80-\u9FFF\uF900-\uFFEF]/.test(sign) ? 1.9 : 1),
    0,
  );
}

/** Space at both sides of a cell, in signs. */
const CELL_SPACE = 2.5;
/** A column of words keeps at least this part of what it asked for. */
const LEAST_PART = 0.4;

/** The longest part of a column that cannot be broken, in signs: of numbers as many as they have. */
function longestWord({ rows }: ReportTable, place: number): number {
  return Math.max(0, ...rows.flatMap((row) => (row[place] ?? '').split(' ').map(signsIn)));
}

/**
 * The part of the width that each column gets: what it asked for, but numbers as much as they need to stand on one line,
 * taken from the columns of words.
 *
 * @param signsAcross signs that fit across the table in its type
 */
export function columnShares(table: ReportTable, signsAcross: number): readonly number[] {
  const { columns } = table;
  const weight = columns.reduce((sum, column) => sum + column.weight, 0);
  const asked = columns.map((column) => column.weight / weight);
  const wanted = columns.map(({ align }, place) =>
    align === 'left'
      ? (asked[place] ?? 0)
      : Math.max(asked[place] ?? 0, (longestWord(table, place) + CELL_SPACE) / signsAcross),
  );
  const isWord = (place: number) => columns[place]?.align === 'left';
  const sumOf = (shares: readonly number[], words: boolean) =>
    shares.reduce((sum, share, place) => sum + (isWord(place) === words ? share : 0), 0);
  const room = Math.max(1 - sumOf(wanted, false), LEAST_PART * sumOf(asked, true));
  const part = room / Math.max(sumOf(asked, true), 1e-9);
  const shares = wanted.map((share, place) => (isWord(place) ? share * part : share));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

/** Lines that a row takes, with the space between rows. */
function rowLines(shares: readonly number[], row: readonly string[], signsAcross: number): number {
  const lines = shares.map((share, place) =>
    Math.ceil(signsIn(row[place] ?? '') / Math.max(1, signsAcross * share - 2)),
  );
  return Math.max(1, ...lines) + 0.3;
}

/** Few rows on a page of their own may take more room, if they are short and their numbers fit. */
const ROOMY_ROWS = 8;
const ROOMY_LINES = 14;
const ROOMY_SIGNS = 120;
const ROOMY_NUMBERS = 0.65;

export function isRoomyTable(table: ReportTable): boolean {
  if (table.rows.length > ROOMY_ROWS) return false;
  const shares = columnShares(table, ROOMY_SIGNS);
  const lines = table.rows.reduce((sum, row) => sum + rowLines(shares, row, ROOMY_SIGNS), 0);
  const numbers = table.columns.reduce(
    (sum, { align }, place) => sum + (align === 'right' ? longestWord(table, place) + CELL_SPACE : 0),
    0,
  );
  return lines <= ROOMY_LINES && numbers <= ROOMY_NUMBERS * ROOMY_SIGNS;
}

/** Whether a column of words stands right of one of numbers: there is more room between them. */
export function isAfterNumbers(columns: readonly ReportColumn[], place: number): boolean {
  return columns[place]?.align === 'left' && columns[place - 1]?.align === 'right';
}

/** A long table as several that fit a page each; the head stands on every one. */
export function tablePages(table: ReportTable, linesDown = LINES_DOWN): readonly ReportTable[] {
  const shares = columnShares(table, SIGNS_ACROSS);
  const pages: (readonly string[])[][] = [[]];
  let used = 0;
  for (const row of table.rows) {
    const lines = rowLines(shares, row, SIGNS_ACROSS);
    if (used + lines > linesDown && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += lines;
  }
  return pages.map((rows) => ({ columns: table.columns, rows }));
}
