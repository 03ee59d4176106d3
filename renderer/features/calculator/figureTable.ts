import { formatPortable, formatNumber, type NumberFormat } from '#renderer/ui/numbers.ts';

/** One cell: what is shown, what is copied, and what is to be noticed. */
export interface FigureCell {
  readonly text: string;
  /** In full precision, as a spreadsheet reads it. */
  readonly exact: string;
  readonly tone?: 'bad' | 'quiet';
  readonly span?: number;
}

export interface FigureColumn {
  readonly id: string;
  readonly label: string;
  /** First column of a group: a rule stands before it. */
  readonly startsGroup?: boolean;
  readonly isStrong?: boolean;
}

export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly cells: readonly FigureCell[];
  readonly isStrong?: boolean;
  readonly startsGroup?: boolean;
}

/** A small table of results: drawn by one component, copied by one function. */
export interface FigureTableData {
  readonly label: string;
  readonly lineHeader: string;
  readonly unitHeader: string;
  /** Above the columns. */
  readonly groups: readonly { readonly label: string; readonly span: number }[];
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

export function numberCell(value: number | null, format: NumberFormat, locale: string): FigureCell {
  return { text: formatNumber(value, format, locale), exact: formatPortable(value, format, locale) };
}

export function wordCell(text: string, tone?: FigureCell['tone']): FigureCell {
  return tone === undefined ? { text, exact: text } : { text, exact: text, tone };
}

export const emptyCell: FigureCell = { text: '–', exact: '' };

/** Tabs and line ends inside a cell would break the table that is pasted. */
function plain(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}

/** Lines of cells as a spreadsheet takes them from the clipboard. */
export function tsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map(plain).join('\t')).join('\r\n');
}

/** The table as lines of cells; a cell over several columns is followed by empty ones. */
export function tableLines({
  groups,
  lineHeader,
  unitHeader,
  columns,
  rows,
}: FigureTableData): readonly (readonly string[])[] {
  const spread = (text: string, span = 1) => [text, ...Array<string>(span - 1).fill('')];
  const groupLine = ['', '', ...groups.flatMap(({ label, span }) => spread(label, span))];
  return [
    groupLine,
    [lineHeader, unitHeader, ...columns.map(({ label }) => label)],
    ...rows.map(({ label, unit, cells }) => [
      label,
      unit,
      ...cells.flatMap(({ exact, span }) => spread(exact, span)),
    ]),
  ];
}
