import type { SheetCell, SheetColumn, SheetPosition, SheetRow } from '#renderer/ui/Sheet/types.ts';
import type { SheetTexts } from '#renderer/ui/Sheet/sheetTexts.ts';

export const harnessTexts: SheetTexts = {
  lineHeader: 'Line',
  unitHeader: 'Unit',
  collapse: (label) => `Close ${label}`,
  expand: (label) => `Open ${label}`,
  activeCell: ({ label, period, value, unit, isEditable, error, marks }) =>
    [label, period, error ?? `${value} ${unit}`, isEditable ? '' : 'read-only', ...marks]
      .filter(Boolean)
      .join(', '),
  overridden: (base) => `differs from the base, ${base ?? 'unknown'}`,
  unsourced: 'no source',
  standard: 'default',
  editCell: (label, period) => `${label}, ${period}`,
  noValue: 'no value',
  readOnly: 'This number is computed. Change one of the blue inputs instead.',
  notANumber: (text) => `"${text}" is not a number.`,
  notWhole: (text) => `"${text}" is not a whole number.`,
  pasteRefused: ({ label, period, problem }) => `Nothing was pasted. ${label}, ${period}: ${problem}`,
  cellsSkipped: (count) => `${count} computed cells were left as they are.`,
  cellsOnHeadings: (count) => `${count} cells fell on headings.`,
  cellsOutside: (count) => `${count} cells lay outside.`,
  copied: (count) => `${count} cells copied.`,
  filled: (count) => `${count} cells filled.`,
  sum: 'Sum',
  average: 'Average',
  count: 'Count',
  notAdded: 'Not added up.',
  labelWidth: 'Width of the names',
  editSeries: (label) => `Edit ${label} as a series`,
  find: {
    label: 'Find',
    placeholder: 'Name or number',
    next: 'Next',
    previous: 'Previous',
    close: 'Close the search',
    found: (place, count) => `${place} of ${count}`,
    none: (query) => `"${query}" is not here.`,
  },
  menu: {
    label: (label, period) => `${label}, ${period}`,
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteByKeys: 'Press Ctrl+V.',
    clear: 'Clear',
    fillRight: 'Fill right',
    fillDown: 'Fill down',
    series: 'Edit as a series',
    spread: 'Spread a total',
    reset: 'Back to the base',
    find: 'Find',
    selectLine: 'Select the line',
    selectPeriod: 'Select the period',
    saveCsv: 'Save as CSV',
  },
  spread: {
    title: (label, from, to) => `${label}: ${from} to ${to}`,
    total: 'Total',
    method: 'Part it',
    byDays: 'by days',
    evenly: 'evenly',
    byShape: 'as now',
    apply: 'Spread',
    cancel: 'Cancel',
  },
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** So many months from January 2027, with a total after each year. */
export function harnessColumns(count: number): readonly SheetColumn[] {
  const columns: SheetColumn[] = [];
  for (let month = 0; month < count; month += 1) {
    const year = 2027 + Math.floor(month / 12);
    const name = months[month % 12] ?? '';
    columns.push({
      id: `m${month}`,
      label: `${name} ${year % 100}`,
      longLabel: `${name} ${year}`,
      kind: 'period',
      days: new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate(),
    });
    if (month % 12 === 11)
      columns.push({ id: `y${year}`, label: `FY${year % 100}`, longLabel: `Year ${year}`, kind: 'total' });
  }
  return columns;
}

const kinds: readonly Pick<SheetRow, 'label' | 'unit' | 'kind' | 'format' | 'adds' | 'hasSeries'>[] = [
  { label: 'New deals', unit: 'deals', kind: 'input', format: { style: 'integer' }, hasSeries: true },
  {
    label: 'Average price of a deal',
    unit: 'EUR',
    kind: 'input',
    format: { style: 'money', currency: 'EUR' },
    adds: 'never',
  },
  {
    label: 'Contacts per customer and month',
    unit: 'contacts',
    kind: 'input',
    format: { style: 'number', digits: 2 },
  },
  {
    label: 'Self-service deflection',
    unit: 'share',
    kind: 'input',
    format: { style: 'percent' },
    adds: 'never',
  },
  { label: 'Handle time', unit: 's', kind: 'input', format: { style: 'seconds' } },
  { label: 'Offered contacts', unit: 'contacts', kind: 'result', format: { style: 'number', digits: 0 } },
  {
    label: 'Required agents',
    unit: 'FTE',
    kind: 'result',
    format: { style: 'number', digits: 1 },
    adds: 'acrossLines',
  },
  { label: 'Service level', unit: 'share', kind: 'result', format: { style: 'percent' }, adds: 'never' },
  { label: 'Wages', unit: 'EUR per month', kind: 'result', format: { style: 'money', currency: 'EUR' } },
];

/** Groups of nine lines: five inputs, four results, the last one a sum. */
export function harnessRows(groupCount: number): readonly SheetRow[] {
  const groups = Array.from({ length: groupCount }, (_, group): readonly SheetRow[] => [
    {
      id: `g${group}`,
      label: `Segment ${group + 1}`,
      unit: '',
      kind: 'group',
      level: 0,
      format: { style: 'number' },
    },
    ...kinds.map((kind, line) => ({
      ...kind,
      id: `g${group}.${line}`,
      level: 1,
      description: `What ${kind.label.toLowerCase()} means for segment ${group + 1}.`,
      isTotal: line === kinds.length - 1,
    })),
  ]);
  return groups.flat();
}

/** Stored inputs by "row column"; the rest follows from position, so that every cell has a known value. */
export type HarnessInputs = ReadonlyMap<string, number>;

export function keyOf({ rowId, columnIndex }: SheetPosition): string {
  return `${rowId} ${columnIndex}`;
}

const startValues: Readonly<Record<number, number>> = {
  0: 24,
  1: 1200,
  2: 1.35,
  3: 0.12,
  4: 342,
  6: 41.3,
  7: 0.812,
  8: 182400,
};

export function harnessCell(
  inputs: HarnessInputs,
  columns: readonly SheetColumn[],
  rowId: string,
  columnIndex: number,
): SheetCell {
  const line = Number(rowId.split('.')[1]);
  const isTotal = columns[columnIndex]?.kind === 'total';
  const stored = inputs.get(keyOf({ rowId, columnIndex }));
  if (line <= 4 && !isTotal) {
    const value = stored ?? startValues[line] ?? null;
    if (stored === undefined) return { value, state: 'default' };
    if (line === 1 && columnIndex > 8) return { value, state: 'overridden', base: 1200 };
    return { value, state: 'input', ...(line === 4 && columnIndex === 1 && { isUnsourced: true }) };
  }
  if (line === 5 && !isTotal) {
    const deals = inputs.get(keyOf({ rowId: rowId.replace('.5', '.0'), columnIndex })) ?? 24;
    return { value: deals * 410, state: 'result' };
  }
  if (line === 7 && columnIndex === 4) {
    const reason =
      'The load of 58.7 Erlangs exceeds the 55 agents: the queue grows without bound. Add agents or patience.';
    return { value: null, state: 'result', error: { short: 'overload', reason } };
  }
  if (line === 7 && isTotal) return { value: null, state: 'result' };
  const base = startValues[line];
  return { value: base === undefined ? null : base * (isTotal ? 12 : 1 + columnIndex / 50), state: 'result' };
}
