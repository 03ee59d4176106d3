import type { ReportColumn, ReportTable } from '#shared/model/packs/content.ts';

/** Signs that fit across a page in the type of tables, and lines that fit below each other. */
const SIGNS_ACROSS = 150;
const LINES_DOWN = 25;

/** Chinese signs are twice as wide as Latin ones. */
function signsIn(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (/[\u2E80-\u9FFF\uF900-\uFFEF]/.test(sign) ? 1.9 : 1),
    0,
  );
}

/** Lines that a row takes, with the space between rows. */
export function rowLines(columns: readonly ReportColumn[], row: readonly string[]): number {
  const weight = columns.reduce((sum, column) => sum + column.weight, 0);
  const lines = columns.map((column, place) =>
    Math.ceil(signsIn(row[place] ?? '') / Math.max(1, (SIGNS_ACROSS * column.weight) / weight - 2)),
  );
  return Math.max(1, ...lines) + 0.3;
}

/** A long table as several that fit a page each; the head stands on every one. */
export function tablePages(table: ReportTable, linesDown = LINES_DOWN): readonly ReportTable[] {
  const pages: (readonly string[])[][] = [[]];
  let used = 0;
  for (const row of table.rows) {
    const lines = rowLines(table.columns, row);
    if (used + lines > linesDown && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += lines;
  }
  return pages.map((rows) => ({ columns: table.columns, rows }));
}
