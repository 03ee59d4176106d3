import { daysByWeekday } from '#shared/model/periods.ts';
import { type Queue, weekdays } from '#shared/model/scenario.ts';
import { type Book, fixedBlock, fixedCell, type GridSheet, type Reader, type Row } from './book.ts';
import { openTimes } from './openTimes.ts';
import { type Makers, type Model, nodeRow } from './nodeRows.ts';

const DAY_NAMES = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const WEEK_DAYS = [0, 1, 2, 3, 4];

/** The weekdays, Monday 0, on which a queue has a profile. */
export function profileDays({ profile }: Queue): readonly number[] {
  return weekdays.flatMap((day, place) => (profile.weights[day] === undefined ? [] : [place]));
}

/** A row of steps on the way, which has no totals; without a formula where nothing stands behind the number. */
export function helperRow(
  row: Omit<Row, 'cell'>,
  text: (reader: Reader) => string | undefined,
  value: (t: number) => number,
): Row {
  return {
    tone: 'detail',
    ...row,
    cell(reader) {
      if (reader.column.kind !== 'period') return undefined;
      const formula = text(reader);
      const result = value(reader.column.place);
      return formula === undefined ? { value: result, tone: 'fixed' } : { formula, result };
    },
  };
}

function startRow(book: Book): Row {
  const { periods } = book.plan.graph().context;
  const { grain } = book.scenario.calendar;
  return helperRow(
    { id: 'calendar.start#', label: 'First day', unitText: 'date', shown: 'date', tone: 'result' },
    (reader) => {
      const before = reader.find('calendar.start#', true);
      if (before === undefined) return fixedCell(book, 'calendar.start', reader.sheet);
      return grain === 'month' ? `EDATE(${before},1)` : `${before}+7`;
    },
    (t) => (periods[t]?.startDay ?? 0) + 25_569,
  );
}

function dateRows(book: Book): readonly Row[] {
  const { periods } = book.plan.graph().context;
  return [
    startRow(book),
    helperRow(
      { id: 'calendar.end#', label: 'Last day', unitText: 'date', shown: 'date' },
      (reader) => `${reader.cell('calendar.start#')}+${reader.cell('calendar.days')}-1`,
      (t) => (periods[t]?.startDay ?? 0) + (periods[t]?.days ?? 0) - 1 + 25_569,
    ),
    {
      id: 'calendar.index#',
      label: 'Periods before',
      unitText: 'number',
      shown: 'whole',
      tone: 'fixed',
      cell: ({ column }) => (column.kind === 'period' ? { value: column.place } : undefined),
    },
    helperRow(
      {
        id: 'calendar.month#',
        label: 'Calendar month of the middle day',
        unitText: 'number',
        shown: 'whole',
      },
      (reader) => `MONTH(${reader.cell('calendar.start#')}+INT(${reader.cell('calendar.days')}/2))`,
      (t) => periods[t]?.month ?? 0,
    ),
  ];
}

/** How many days of a weekday a period has, and how many of its holidays fall on it. */
function weekdayRows(book: Book): readonly Row[] {
  const { periods, holidays } = book.plan.graph().context;
  const counts = periods.map((period) => daysByWeekday(period));
  const open = periods.map((period) => daysByWeekday(period, holidays));
  const hasHolidays = book.blocks.has('calendar.holidays');
  const common = { unitText: 'days', shown: 'whole' } as const;
  const days = DAY_NAMES.map((name, day) => {
    const rest = (day + 2) % 7;
    return helperRow(
      { ...common, id: `calendar.day${day}#`, label: name },
      (reader) =>
        `INT((${reader.cell('calendar.end#')}-${rest})/7)-INT((${reader.cell('calendar.start#')}-1-${rest})/7)`,
      (t) => counts[t]?.[day] ?? 0,
    );
  });
  const closed = DAY_NAMES.map((name, day): Row => {
    const head = { ...common, id: `calendar.holiday${day}#`, label: `Holidays on ${name}` };
    if (!hasHolidays)
      return {
        ...head,
        tone: 'fixed',
        cell: ({ column }) => (column.kind === 'period' ? { value: 0 } : undefined),
      };
    return helperRow(
      head,
      (reader) => {
        const list = fixedBlock(book, 'calendar.holidays', reader.sheet);
        const [start, end] = [reader.cell('calendar.start#'), reader.cell('calendar.end#')];
        return `SUMPRODUCT((${list}>=${start})*(${list}<=${end})*(WEEKDAY(${list},2)=${day + 1}))`;
      },
      (t) => (counts[t]?.[day] ?? 0) - (open[t]?.[day] ?? 0),
    );
  });
  return [...days, ...closed];
}

function queueRows(book: Book, queue: Queue): readonly Row[] {
  const { context } = book.plan.graph();
  const of = queue.name ?? queue.id;
  const days = profileDays(queue);
  const closedDays = queue.closedOnHolidays ? context.holidays : new Set<number>();
  const counts = context.periods.map((period) => daysByWeekday(period, closedDays));
  const intervals = openTimes(book, queue);
  const open = (day: number) => `open.${queue.id}.${day}#`;
  const common = { of, shown: 'whole' } as const;
  return [
    ...days.map((day) =>
      helperRow(
        { ...common, id: open(day), label: `Open ${DAY_NAMES[day] ?? ''}`, unitText: 'days' },
        (reader) =>
          `${reader.cell(`calendar.day${day}#`)}-${fixedCell(book, `queues.${queue.id}.closedOnHolidays`, reader.sheet)}*${reader.cell(`calendar.holiday${day}#`)}`,
        (t) => counts[t]?.[day] ?? 0,
      ),
    ),
    helperRow(
      {
        ...common,
        shown: 'code',
        id: `openCode.${queue.id}#`,
        label: 'Open days in one number, to compare',
        unitText: 'number',
      },
      (reader) => sumText(days.map((day) => `${reader.cell(open(day))}*${100 ** day}`)),
      (t) => days.reduce((sum, day) => sum + (counts[t]?.[day] ?? 0) * 100 ** day, 0),
    ),
    helperRow(
      {
        of,
        shown: 'exact',
        id: `openWeight.${queue.id}#`,
        label: 'Weight of the open intervals',
        unitText: 'number',
      },
      (reader) =>
        sumText(
          days.map(
            (day) =>
              `${reader.cell(open(day))}*${fixedCell(book, `weightSum.${queue.id}.${day}`, reader.sheet)}`,
          ),
        ),
      (t) => intervals[t]?.totalWeight ?? 0,
    ),
    helperRow(
      { of, shown: 'hours', id: `openHours.${queue.id}#`, label: 'Open hours', unitText: 'hours' },
      (reader) => {
        const parts = days.map(
          (day) =>
            `${reader.cell(open(day))}*COUNTIF(${fixedBlock(book, `weights.${queue.id}.${day}`, reader.sheet)},">0")`,
        );
        return `(${sumText(parts)})*${queue.profile.intervalMinutes}/60`;
      },
      (t) => intervals[t]?.hours ?? 0,
    ),
  ];
}

function sumText(parts: readonly string[]): string {
  return parts.length === 0 ? '0' : parts.join('+');
}

/** Formulas of the facts of the calendar. */
export function calendarMakers({ scenario }: Book): Makers {
  const isMonthly = scenario.calendar.grain === 'month';
  const y = (reader: Reader) => reader.cell('calendar.yearsPerPeriod');
  return new Map([
    [
      'calendar.days',
      (reader) => {
        const start = reader.cell('calendar.start#');
        return isMonthly ? `EDATE(${start},1)-${start}` : `(${start}+7)-${start}`;
      },
    ],
    ['calendar.y', y],
    ['calendar.m', (reader) => `12*${y(reader)}`],
    [
      'calendar.dm',
      (reader) =>
        scenario.calendar.demandBasis === 'months'
          ? `12*${y(reader)}`
          : `12*${reader.cell('calendar.days')}/365`,
    ],
    ['calendar.weekdays', (reader) => sumText(WEEK_DAYS.map((day) => reader.cell(`calendar.day${day}#`)))],
  ]);
}

export function calendarSheet(model: Model): GridSheet {
  const { book } = model;
  const facts = [...book.plan.heads().values()].filter(({ id }) => id.startsWith('calendar.'));
  return {
    name: 'Calendar',
    title: 'Calendar',
    note: 'Days, holidays and open days of every period, worked out from the first day of the plan and the list of holidays.',
    rows: [
      { label: 'Periods', isSection: true },
      ...dateRows(book),
      ...facts.map((head) => nodeRow(model, head)),
      { label: 'Weekdays', isSection: true },
      ...weekdayRows(book),
      { label: 'Open days of the queues', isSection: true },
      ...book.scenario.queues.flatMap((queue) => queueRows(book, queue)),
    ],
  };
}
