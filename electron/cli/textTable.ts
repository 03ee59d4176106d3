import { type Unit, units } from '#shared/model/units.ts';

export const NO_VALUE = '–';

export function numberText(value: number, digits: number): string {
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A value with the digits of its unit; a dash for none. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null) return NO_VALUE;
  const { style, digits } = units[unit];
  return style === 'percent' ? `${numberText(100 * value, digits)} %` : numberText(value, digits);
}

/** The rows of a table as lines: the first column to the left, the others to the right, as wide as their widest cell. */
export function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...table.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  return table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
