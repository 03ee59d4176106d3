import type { TFunction } from 'i18next';
import type {
  ComparedDifference,
  ComparedValue,
  SideBySide,
  SideBySideRow,
} from '#shared/model/compare/sideBySide.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Unit } from '#shared/model/units.ts';
import type { BesideAnswer, ComparedCalendar } from '#shared/model/compare/compareWork.ts';
import type { SheetCell, SheetColumn, SheetRow } from '#renderer/ui/Sheet/types.ts';
import { type FigureTexts, formatOf, lineLabel } from '#renderer/state/figures.ts';
import { pathOfNumber } from '#renderer/state/pathOfNumber.ts';
import { periodLabel } from '#renderer/state/periodColumns.ts';

/** Which measures are shown. */
export type MeasureGroup = 'deciding' | 'demand' | 'staffing' | 'people' | 'budget' | 'all';

export const measureGroups: readonly MeasureGroup[] = [
  'deciding',
  'demand',
  'staffing',
  'people',
  'budget',
  'all',
];

/** What a decision is taken on. */
const deciding = [
  'plan.offered',
  'plan.requiredFte',
  'plan.effectiveFte',
  'plan.surplus',
  'plan.averageHeadcount',
  'plan.serviceLevel',
  'plan.totalCost',
  'plan.costPerContact',
];

/** The measures of a group whose names have the words, in the order of the plan; those that decide in the order of the chain. */
export function chosenRows(
  rows: readonly SideBySideRow[],
  group: MeasureGroup,
  search: string,
): readonly SideBySideRow[] {
  const words = search.trim().toLocaleLowerCase();
  const isFound = ({ label, member }: SideBySideRow) =>
    words === '' || `${label} ${member}`.toLocaleLowerCase().includes(words);
  if (group === 'deciding') {
    return deciding.flatMap((id) => rows.find((row) => row.id === id) ?? []).filter(isFound);
  }
  return rows.filter((row) => isFound(row) && (group === 'all' || pathOfNumber(row.id) === `/${group}`));
}

export interface Words {
  readonly t: TFunction;
  readonly figures: FigureTexts;
  readonly locale: string;
}

export function unitText(unit: Unit, currency: string, { figures }: Words): string {
  return figures.unit(unit, currency);
}

const pointsFormat = { style: 'number', digits: 1 } as const;

/** Two shares are apart by points, not by a share of anything. */
function isShare(unit: Unit): boolean {
  return formatOf(unit, '').style === 'percent';
}

/** Without the last binary digit that multiplying adds: 0.07 is 7 points, not 7.000000000000001. */
function inPoints(share: number): number {
  return Number((share * 100).toPrecision(14));
}

function linesOf(row: SideBySideRow, { plans }: SideBySide, words: Words): readonly SheetRow[] {
  const { t } = words;
  const [first] = plans;
  const isOnly = plans.length === 2;
  const label = row.member === '' ? lineLabel(row) : `${lineLabel(row)}, ${row.member}`;
  const values = plans.map(({ name, currency }, place): SheetRow => ({
    id: `${row.id}|value|${place}`,
    label: isOnly ? name : t('compare.numbered', { number: place + 1, name }),
    description: name,
    unit: unitText(row.unit, currency, words),
    kind: 'result',
    level: 1,
    format: formatOf(row.unit, currency),
    adds: 'never',
  }));
  const differences = plans.slice(1).flatMap(({ name }, place): readonly SheetRow[] => [
    {
      id: `${row.id}|absolute|${place}`,
      label: isOnly ? t('compare.difference') : t('compare.differenceOf', { number: place + 2 }),
      description: name,
      unit: isShare(row.unit) ? t('compare.points') : unitText(row.unit, first?.currency ?? '', words),
      kind: 'result',
      level: 1,
      format: isShare(row.unit) ? pointsFormat : formatOf(row.unit, first?.currency ?? ''),
      adds: 'never',
      isTotal: true,
    },
    {
      id: `${row.id}|percent|${place}`,
      label: isOnly ? t('compare.percent') : t('compare.percentOf', { number: place + 2 }),
      description: name,
      unit: unitText('share', '', words),
      kind: 'result',
      level: 1,
      format: { style: 'percent', digits: 1 },
      adds: 'never',
    },
  ]);
  const head: SheetRow = {
    id: row.id,
    label,
    unit: '',
    kind: 'group',
    level: 0,
    format: { style: 'number' },
  };
  return [head, ...values, ...differences];
}

/** The lines of the grid: below each measure every plan's number, then what differs from the first. */
export function besideSheetRows(
  rows: readonly SideBySideRow[],
  table: SideBySide,
  words: Words,
): readonly SheetRow[] {
  return rows.flatMap((row) => linesOf(row, table, words));
}

/** A column knows which numbers it shows. */
export interface BesideColumn extends SheetColumn {
  readonly grain: Grain;
  readonly key: string;
  /** Place among the columns of its table. */
  readonly at: number;
}

function columnLabel(calendars: readonly ComparedCalendar[], grain: Grain, key: string, words: Words) {
  for (const structure of calendars) {
    const place = structure.groups[grain].findIndex((group) => group.key === key);
    if (place < 0) continue;
    const { fiscalYearStart } = structure;
    const options = { structure, fiscalYearStart, locale: words.locale, texts: words.figures.periods };
    const { fiscalYear } = structure.groups[grain][place] ?? { fiscalYear: 0 };
    return { ...periodLabel(options, grain, place), fiscalYear };
  }
  return { label: key, longLabel: key, fiscalYear: 0 };
}

function columnsAt(answer: BesideAnswer, grain: Grain, kind: SheetColumn['kind'], words: Words) {
  const table = answer.tables[grain];
  return (table?.columns ?? []).map(({ key }, at) => {
    const { fiscalYear, ...label } = columnLabel(answer.calendars, grain, key, words);
    return { fiscalYear, column: { id: `${grain}.${key}`, ...label, kind, grain, key, at } };
  });
}

/** The periods that any of the plans covers, each fiscal year followed by its total. */
export function besideColumns(answer: BesideAnswer, grain: Grain, words: Words): readonly BesideColumn[] {
  if (grain === 'year') return columnsAt(answer, 'year', 'period', words).map(({ column }) => column);
  const periods = columnsAt(answer, grain, 'period', words);
  const years = columnsAt(answer, 'year', 'total', words);
  return years.flatMap((year) => [
    ...periods.filter(({ fiscalYear }) => fiscalYear === year.fiscalYear).map(({ column }) => column),
    year.column,
  ]);
}

/** Which number a line of the grid shows. */
export interface BesideLine {
  readonly id: string;
  readonly what: 'value' | 'absolute' | 'percent';
  readonly place: number;
}

/** undefined for a heading. */
export function besideLine(rowId: string): BesideLine | undefined {
  const [id = '', what, place] = rowId.split('|');
  if (what !== 'value' && what !== 'absolute' && what !== 'percent') return undefined;
  return { id, what, place: Number(place) };
}

function valueCell({ value, reason, text }: ComparedValue, { t }: Words): SheetCell {
  if (reason === undefined) return { value, state: 'result' };
  if (reason === 'error') {
    return { value: null, state: 'result', error: { short: t('compare.error'), reason: text ?? '' } };
  }
  return { value: null, state: 'result', note: t(`compare.reason.${reason}`) };
}

function differenceCell(
  difference: ComparedDifference,
  what: 'absolute' | 'percent',
  unit: Unit,
  { t }: Words,
): SheetCell {
  const { reason } = difference;
  const value = difference[what];
  const isInPoints = what === 'absolute' && isShare(unit);
  if (reason === undefined) {
    return { value: isInPoints && value !== null ? inPoints(value) : value, state: 'result' };
  }
  return { value: null, state: 'result', note: t(`compare.reason.${reason}`) };
}

const rowsOf = new WeakMap<SideBySide, ReadonlyMap<string, SideBySideRow>>();

/** A grid asks for hundreds of cells a frame. */
function rowWith(table: SideBySide, id: string): SideBySideRow | undefined {
  const known = rowsOf.get(table) ?? new Map(table.rows.map((row) => [row.id, row]));
  rowsOf.set(table, known);
  return known.get(id);
}

/** One cell of the grid. */
export function besideCell(
  answer: BesideAnswer,
  rowId: string,
  column: BesideColumn,
  words: Words,
): SheetCell {
  const line = besideLine(rowId);
  const table = answer.tables[column.grain];
  const row = line === undefined || table === undefined ? undefined : rowWith(table, line.id);
  if (line === undefined || row === undefined) return { value: null, state: 'result' };
  if (line.what === 'value') {
    const value = row.values[line.place]?.[column.at];
    return value === undefined ? { value: null, state: 'result' } : valueCell(value, words);
  }
  const difference = row.differences[line.place]?.[column.at];
  return difference === undefined
    ? { value: null, state: 'result' }
    : differenceCell(difference, line.what, row.unit, words);
}
