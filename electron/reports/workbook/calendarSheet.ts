import { daysByWeekday } from '#shared/model/periods.ts';
import { type Queue, weekdays } from '#shared/model/scenario.ts';
import {
  type Book,
  fixedBlock,
  fixedCell,
  type GridSheet,
  type Reader,
  type Row,
  sheetOf,
  unitOf,
} from './book.ts';
import { openTimes } from './openTimes.ts';
import { type Makers, type Model, nodeRow } from './nodeRows.ts';

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
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
  const { say } = book.words;
  return helperRow(
    { id: 'calendar.start#', label: say('First day'), unitText: say('date'), shown: 'date', tone: 'result' },
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
  const { say } = book.words;
  return [
    startRow(book),
    helperRow(
      { id: 'calendar.end#', label: say('Last day'), unitText: say('date'), shown: 'date' },
      (reader) => `${reader.cell('calendar.start#')}+${reader.cell('calendar.days')}-1`,
      (t) => (periods[t]?.startDay ?? 0) + (periods[t]?.days ?? 0) - 1 + 25_569,
    ),
    {
      id: 'calendar.index#',
      label: say('Periods before'),
      shown: 'whole',
      tone: 'fixed',
      cell: ({ column }) => (column.kind === 'period' ? { value: column.place } : undefined),
    },
    helperRow(
      {
        id: 'calendar.month#',
        label: say('Calendar month of the middle day'),
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
  const common = { unitText: unitOf(book, 'days'), shown: 'whole' } as const;
  const { say, weekday } = book.words;
  const days = ALL_DAYS.map((day) => {
    const rest = (day + 2) % 7;
    return helperRow(
      { ...common, id: `calendar.day${day}#`, label: say('Days: {{day}}', { day: weekday(day, 'long') }) },
      (reader) =>
        `INT((${reader.cell('calendar.end#')}-${rest})/7)-INT((${reader.cell('calendar.start#')}-1-${rest})/7)`,
      (t) => counts[t]?.[day] ?? 0,
    );
  });
  const closed = ALL_DAYS.map((day): Row => {
    const label = say('Holidays: {{day}}', { day: weekday(day, 'long') });
    const head = { ...common, id: `calendar.holiday${day}#`, label };
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

function openId({ id }: Queue, day: number): string {
  return `open.${id}.${day}#`;
}

/** How much of a queue is open: by the weights of its intervals, and in hours. */
function openSums(book: Book, queue: Queue): readonly Row[] {
  const of = queue.name ?? queue.id;
  const { say } = book.words;
  const days = profileDays(queue);
  const intervals = openTimes(book, queue);
  const open = (day: number) => openId(queue, day);
  return [
    helperRow(
      {
        of,
        shown: 'exact',
        id: `openWeight.${queue.id}#`,
        label: say('Weight of the open intervals'),
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
      {
        of,
        shown: 'hours',
        id: `openHours.${queue.id}#`,
        label: say('Open hours'),
        unitText: unitOf(book, 'hours'),
      },
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

function queueRows(book: Book, queue: Queue): readonly Row[] {
  const { context } = book.plan.graph();
  const of = queue.name ?? queue.id;
  const { say, weekday } = book.words;
  const days = profileDays(queue);
  const closedDays = queue.closedOnHolidays ? context.holidays : new Set<number>();
  const counts = context.periods.map((period) => daysByWeekday(period, closedDays));
  const open = (day: number) => openId(queue, day);
  const common = { of, shown: 'whole' } as const;
  return [
    ...days.map((day) =>
      helperRow(
        {
          ...common,
          id: open(day),
          label: say('Open: {{day}}', { day: weekday(day, 'long') }),
          unitText: unitOf(book, 'days'),
        },
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
        label: say('Open days in one number, to compare'),
      },
      (reader) => sumText(days.map((day) => `${reader.cell(open(day))}*${100 ** day}`)),
      (t) => days.reduce((sum, day) => sum + (counts[t]?.[day] ?? 0) * 100 ** day, 0),
    ),
    ...openSums(book, queue),
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
  const { say } = book.words;
  return {
    name: sheetOf(book, 'Calendar'),
    title: say('Calendar'),
    note: say(
      'Days, holidays and open days of every period, worked out from the first day of the plan and the list of holidays.',
    ),
    rows: [
      { label: say('Periods'), isSection: true },
      ...dateRows(book),
      ...facts.map((head) => nodeRow(model, head)),
      { label: say('Weekdays'), isSection: true },
      ...weekdayRows(book),
      { label: say('Open days of the queues'), isSection: true },
      ...book.scenario.queues.flatMap((queue) => queueRows(book, queue)),
    ],
  };
}
