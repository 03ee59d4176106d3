import type { CalculatorDay, DayRow, DayStaff } from '#shared/queueing/calculatorDay.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import { emptyCell, type FigureCell, numberCell, wordCell } from './figureTable.ts';
import { agentsFormat, tableMoney, type Speech } from './words.ts';

type ColumnId =
  | 'load'
  | 'neededC'
  | 'neededA'
  | 'levelC'
  | 'asaC'
  | 'occupancy'
  | 'levelA'
  | 'asaA'
  | 'abandoned'
  | 'waiting'
  | 'levelBacklog';

interface ColumnRule {
  readonly id: ColumnId;
  readonly startsGroup?: boolean;
  readonly needsPatience?: boolean;
  readonly cell: (row: DayRow, speech: Speech) => FigureCell;
  /** Of the whole day. */
  readonly total?: (day: CalculatorDay, speech: Speech) => FigureCell;
}

const share: NumberFormat = { style: 'percent', digits: 1 };
const tenths: NumberFormat = { style: 'number', digits: 1 };
const nothing: FigureCell = { text: '', exact: '' };

function figure(value: number | null | undefined, format: NumberFormat, { locale }: Speech): FigureCell {
  return value === undefined || value === null ? emptyCell : numberCell(value, format, locale);
}

function overload({ t }: Speech): FigureCell {
  return wordCell(t('calculator.overload'), 'bad');
}

/** A required number; a word where no number of agents meets the goal. */
function needed(agents: number | null, speech: Speech): FigureCell {
  return agents === null
    ? wordCell(speech.t('calculator.none'), 'bad')
    : figure(agents, agentsFormat(agents), speech);
}

const columnRules: readonly ColumnRule[] = [
  { id: 'load', cell: ({ load }, speech) => figure(load, tenths, speech) },
  { id: 'neededC', startsGroup: true, cell: ({ neededC }, speech) => needed(neededC, speech) },
  { id: 'neededA', needsPatience: true, cell: ({ neededA }, speech) => needed(neededA, speech) },
  {
    id: 'levelC',
    startsGroup: true,
    cell: ({ erlangC }, speech) => figure(erlangC?.level, share, speech),
    total: ({ erlangC }, speech) => figure(erlangC?.level, share, speech),
  },
  {
    id: 'asaC',
    cell: ({ erlangC, isOverloaded }, speech) =>
      isOverloaded ? overload(speech) : figure(erlangC?.asa, tenths, speech),
    total: ({ erlangC, overloadedIntervals }, speech) =>
      overloadedIntervals > 0 ? overload(speech) : figure(erlangC?.asa, tenths, speech),
  },
  {
    id: 'levelA',
    startsGroup: true,
    needsPatience: true,
    cell: ({ erlangA }, speech) => figure(erlangA?.level, share, speech),
    total: ({ erlangA }, speech) => figure(erlangA?.level, share, speech),
  },
  {
    id: 'asaA',
    needsPatience: true,
    cell: ({ erlangA }, speech) => figure(erlangA?.asa, tenths, speech),
    total: ({ erlangA }, speech) => figure(erlangA?.asa, tenths, speech),
  },
  {
    id: 'abandoned',
    needsPatience: true,
    cell: ({ erlangA }, speech) => figure(erlangA?.pAbandon, share, speech),
    total: ({ erlangA }, speech) => figure(erlangA?.pAbandon, share, speech),
  },
  {
    id: 'occupancy',
    cell: ({ erlangC, erlangA }, speech) => figure((erlangA ?? erlangC)?.occupancy, share, speech),
    total: ({ erlangC, erlangA }, speech) => figure((erlangA ?? erlangC)?.occupancy, share, speech),
  },
  {
    id: 'waiting',
    startsGroup: true,
    cell: ({ backlog }, speech) => (backlog === null ? nothing : figure(backlog.waiting, tenths, speech)),
  },
  {
    id: 'levelBacklog',
    cell: ({ backlog }, speech) => (backlog === null ? nothing : figure(backlog.level, share, speech)),
    total: ({ levelWithBacklog }, speech) =>
      levelWithBacklog === null ? nothing : figure(levelWithBacklog, share, speech),
  },
];

function rulesFor(hasPatience: boolean): readonly ColumnRule[] {
  return columnRules.filter(({ needsPatience }) => needsPatience !== true || hasPatience);
}

export interface DayColumnHead {
  readonly id: ColumnId;
  readonly label: string;
  readonly longLabel: string;
  /** Empty for shares. */
  readonly unit: string;
  readonly startsGroup: boolean;
}

export interface DayTotal {
  readonly id: string;
  readonly label: string;
  readonly contacts: FigureCell;
  readonly agents: FigureCell;
  readonly cells: readonly FigureCell[];
}

/** What stands beside the typed contacts and agents of a day, and below them. */
export interface DayTableData {
  readonly columns: readonly DayColumnHead[];
  /** One line of cells for each interval. */
  readonly rows: readonly (readonly FigureCell[])[];
  readonly totals: readonly DayTotal[];
}

type StaffFigure = 'agentHours' | 'paidHours' | 'cost';

function staffTotal(
  day: CalculatorDay | null,
  field: StaffFigure,
  rules: readonly ColumnRule[],
  speech: Speech,
): DayTotal {
  const of = (staff: DayStaff | null | undefined): FigureCell => {
    if (staff === null || staff === undefined) return emptyCell;
    return figure(staff[field], field === 'cost' ? tableMoney(staff.cost) : tenths, speech);
  };
  const byColumn = new Map<ColumnId, FigureCell>([
    ['neededC', of(day?.neededC)],
    ['neededA', of(day?.neededA)],
  ]);
  return {
    id: field,
    label: speech.t(`calculator.dayTotal.${field}`, { currency: speech.currency ?? '' }).trim(),
    contacts: nothing,
    agents: of(day?.onDuty),
    cells: rules.map(({ id }) => byColumn.get(id) ?? nothing),
  };
}

/** @param day null while something that was typed cannot be read */
export function dayTable(
  day: CalculatorDay | null,
  intervals: number,
  hasPatience: boolean,
  speech: Speech,
): DayTableData {
  const { t } = speech;
  const rules = rulesFor(hasPatience);
  const whole: DayTotal = {
    id: 'day',
    label: t('calculator.dayTotal.day'),
    contacts: figure(day?.contacts, { style: 'number', digits: 0 }, speech),
    agents: nothing,
    cells: rules.map(({ total }) =>
      total === undefined ? nothing : day === null ? emptyCell : total(day, speech),
    ),
  };
  return {
    columns: rules.map(({ id, startsGroup = false }) => ({
      id,
      label: t(`calculator.dayColumn.${id}`),
      longLabel: t(`calculator.dayColumnLong.${id}`),
      unit: t(`calculator.dayColumnUnit.${id}`),
      startsGroup,
    })),
    rows: Array.from({ length: intervals }, (_, place) => {
      const row = day?.rows[place];
      return rules.map(({ cell }) => (row === undefined ? emptyCell : cell(row, speech)));
    }),
    totals: [
      whole,
      ...(['agentHours', 'paidHours', 'cost'] as const).map((field) => staffTotal(day, field, rules, speech)),
    ],
  };
}

/** The day as lines of cells for a spreadsheet. */
export function dayLines(
  table: DayTableData,
  day: CalculatorDay,
  times: readonly string[],
  speech: Speech,
): readonly (readonly string[])[] {
  const { t, locale } = speech;
  const exact = (value: number | null) => numberCell(value, { style: 'number' }, locale).exact;
  const heads = [t('calculator.time'), t('calculator.contacts'), t('calculator.onDuty')];
  return [
    [...heads, ...table.columns.map(({ longLabel }) => longLabel)],
    ...day.rows.map(({ contacts, agents }, place) => [
      times[place] ?? '',
      exact(contacts),
      exact(agents),
      ...(table.rows[place] ?? []).map((cell) => cell.exact),
    ]),
    ...table.totals.map(({ label, contacts, agents, cells }) => [
      label,
      contacts.exact,
      agents.exact,
      ...cells.map((cell) => cell.exact),
    ]),
  ];
}
