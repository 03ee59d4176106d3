import { type BusinessCase, businessCase } from '#shared/model/businessCase.ts';
import { type CaseRun, createCaseRunner } from '#shared/model/businessCaseRuns.ts';
import { discountFactor } from '#shared/finance/discounting.ts';
import { type Book, fixedCell, type GridSheet, type Reader, type Row, sheetOf, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { helperRow } from './calendarSheet.ts';
import { chained } from './parts.ts';
import { paybackRows } from './paybackRows.ts';

/** What the initiatives bring against the same plan without them. */
interface Case {
  readonly found: BusinessCase;
  readonly before: CaseRun;
}

function caseOf({ plan, scenario }: Book): Case | undefined {
  const options = { caches: plan.caches };
  const found = businessCase(scenario, options);
  const before = createCaseRunner(scenario, options).run([]);
  return found.ok && found.value !== undefined && before.ok
    ? { found: found.value, before: before.value }
    : undefined;
}

function engineValues(book: Book, id: string, label: Phrase, values: readonly (number | null)[]): Row {
  return {
    id,
    label: book.words.say(label),
    unitText: unitOf(book, 'money'),
    shown: 'money',
    tone: 'engine',
    cell: ({ column }) =>
      column.kind === 'period' ? { value: values[column.place] ?? Number.NaN } : undefined,
  };
}

/** One number for the whole case. */
function single(
  row: Omit<Row, 'cell' | 'isSingle'>,
  text: (reader: Reader) => string,
  result: number | null,
): Row {
  return {
    ...row,
    isSingle: true,
    cell: (reader) => ({ formula: text(reader), result: result ?? Number.NaN }),
  };
}

function investments(book: Book): readonly [oneOff: readonly number[], recurring: readonly number[]] {
  const { plan, scenario } = book;
  const at = (id: string, t: number) => plan.column(id)[t] ?? Number.NaN;
  const total = (each: (key: string, t: number) => number) =>
    plan
      .graph()
      .context.periods.map((_, t) =>
        scenario.initiatives.reduce((sum, { id }) => sum + each(`initiatives.${id}`, t), 0),
      );
  return [
    total((key, t) => at(`${key}.begins`, t) * at(`${key}.oneOff`, t)),
    total((key, t) => at(`${key}.runs`, t) * at(`${key}.recurring`, t) * at('calendar.m', t)),
  ];
}

/** What comes in and goes out in each period. */
function flowRows(book: Book, { found }: Case): readonly Row[] {
  const { initiatives } = book.scenario;
  const { say } = book.words;
  const [oneOff, recurring] = investments(book);
  const money = { unitText: unitOf(book, 'money'), shown: 'money' } as const;
  const at = (id: string, t: number) => book.plan.column(id)[t] ?? Number.NaN;
  const each = (reader: Reader, name: string, factors: (key: string) => readonly string[]) => {
    const terms = initiatives.map(({ id }) => {
      const ids = factors(`initiatives.${id}`);
      const value = () => ids.reduce((product, one) => product * at(one, reader.column.place), 1);
      return { text: ids.map((one) => reader.cell(one)).join('*'), value };
    });
    return terms.length === 0 ? '0' : chained(book, reader, name, terms);
  };
  return [
    helperRow(
      { ...money, id: 'case.benefit#', label: say('Benefit'), tone: 'result' },
      (reader) => {
        const cell = (id: string) => reader.cell(id);
        return `${cell('case.costBefore#')}-${cell('plan.totalCost')}+${cell('plan.margin')}-${cell('case.marginBefore#')}`;
      },
      (t) => found.benefit[t] ?? Number.NaN,
    ),
    helperRow(
      { ...money, id: 'case.oneOff#', label: say('One-off cost, on the first day') },
      (reader) => each(reader, 'case.oneOff#', (key) => [`${key}.begins`, `${key}.oneOff`]),
      (t) => oneOff[t] ?? Number.NaN,
    ),
    helperRow(
      { ...money, id: 'case.recurring#', label: say('Recurring cost, at the end') },
      (reader) => each(reader, 'case.recurring#', (key) => [`${key}.runs`, `${key}.recurring`, 'calendar.m']),
      (t) => recurring[t] ?? Number.NaN,
    ),
    helperRow(
      { ...money, id: 'case.investment#', label: say('Investment'), tone: 'result' },
      (reader) => `${reader.cell('case.oneOff#')}+${reader.cell('case.recurring#')}`,
      (t) => found.investment[t] ?? Number.NaN,
    ),
    helperRow(
      { ...money, id: 'case.net#', label: say('Net'), tone: 'result' },
      (reader) => `${reader.cell('case.benefit#')}-${reader.cell('case.investment#')}`,
      (t) => found.net[t] ?? Number.NaN,
    ),
  ];
}

/** What it is worth on the first day of the plan. */
function presentRows(book: Book, { found }: Case): readonly Row[] {
  const { discountRate } = book.scenario;
  const { say } = book.words;
  const { yearFraction } = book.plan.graph().context;
  const [oneOff, recurring] = investments(book);
  const factor = (t: number) => discountFactor(discountRate, t * yearFraction);
  const money = { unitText: unitOf(book, 'money'), shown: 'money' } as const;
  const rate = (reader: Reader) => fixedCell(book, 'discountRate', reader.sheet);
  const years = (reader: Reader, more: string) =>
    `((${reader.cell('calendar.index#')}${more})*${reader.cell('calendar.y')})`;
  const benefit = (t: number) => found.benefit[t] ?? Number.NaN;
  return [
    helperRow(
      {
        unitText: unitOf(book, 'factor'),
        shown: 'exact',
        id: 'case.atStart#',
        label: say('Discount factor, first day'),
      },
      (reader) => `(1+${rate(reader)})^-${years(reader, '')}`,
      factor,
    ),
    helperRow(
      {
        unitText: unitOf(book, 'factor'),
        shown: 'exact',
        id: 'case.atEnd#',
        label: say('Discount factor, end'),
      },
      (reader) => `(1+${rate(reader)})^-${years(reader, '+1')}`,
      (t) => factor(t + 1),
    ),
    helperRow(
      { ...money, id: 'case.present#', label: say('Present value'), tone: 'result' },
      (reader) => {
        const cell = (name: string) => reader.cell(`case.${name}#`);
        return `(${cell('benefit')}-${cell('recurring')})*${cell('atEnd')}-${cell('oneOff')}*${cell('atStart')}`;
      },
      (t) => (benefit(t) - (recurring[t] ?? 0)) * factor(t + 1) - (oneOff[t] ?? 0) * factor(t),
    ),
    helperRow(
      { ...money, id: 'case.invested#', label: say('Present value of the investment') },
      (reader) => {
        const cell = (name: string) => reader.cell(`case.${name}#`);
        return `${cell('recurring')}*${cell('atEnd')}+${cell('oneOff')}*${cell('atStart')}`;
      },
      (t) => (recurring[t] ?? 0) * factor(t + 1) + (oneOff[t] ?? 0) * factor(t),
    ),
  ];
}

function figureRows(book: Book, { found }: Case): readonly Row[] {
  const last = book.frame.periods - 1;
  const total = (reader: Reader, name: string) => `SUM(${reader.span(`case.${name}#`, 0, last)})`;
  const { say } = book.words;
  const share = { unitText: unitOf(book, 'share'), shown: 'share' } as const;
  const rows = [
    single(
      { id: 'case.npv#', label: say('Net present value'), unitText: unitOf(book, 'money'), shown: 'money' },
      (reader) => total(reader, 'present'),
      found.npv,
    ),
    single(
      { ...share, id: 'case.roi#', label: say('Return on investment') },
      (reader) =>
        `IF(${total(reader, 'investment')}=0,"",(${total(reader, 'benefit')}-${total(reader, 'investment')})/${total(reader, 'investment')})`,
      found.roi,
    ),
    single(
      { ...share, id: 'case.roiDiscounted#', label: say('Return on investment, discounted') },
      (reader) =>
        `IF(${total(reader, 'invested')}=0,"",${total(reader, 'present')}/${total(reader, 'invested')})`,
      found.roiDiscounted,
    ),
  ];
  if (found.irr === null) return rows;
  const irr: Row = {
    id: 'case.irr#',
    label: say('Internal rate of return, found by Headroom'),
    unitText: unitOf(book, 'sharePerYear'),
    shown: 'share',
    tone: 'engine',
    isSingle: true,
    cell: () => ({ value: found.irr ?? Number.NaN }),
  };
  const check = single(
    {
      id: 'case.irrCheck#',
      label: say('Present value at that rate (0)'),
      unitText: unitOf(book, 'money'),
      shown: 'money',
      tone: 'detail',
    },
    (reader) => {
      const [rate, index, y] = [
        reader.cell('case.irr#'),
        reader.span('calendar.index#', 0, last),
        reader.cell('calendar.yearsPerPeriod'),
      ];
      const span = (name: string) => reader.span(`case.${name}#`, 0, last);
      const text = `SUMPRODUCT((${span('benefit')}-${span('recurring')})*(1+${rate})^-((${index}+1)*${y})-${span('oneOff')}*(1+${rate})^-(${index}*${y}))`;
      return `ROUND(${text}/MAX(1,SUMPRODUCT(ABS(${span('benefit')}))),6)`;
    },
    0,
  );
  return [...rows, irr, check];
}

function needsRow(book: Book, last: number): Row {
  const { say } = book.words;
  return single(
    {
      id: 'case.needs#',
      label: say('Needs Headroom: periods that changed'),
      unitText: say('periods'),
      shown: 'whole',
    },
    (reader) => {
      const differs = (live: string, kept: string) => {
        const [a, b] = [reader.span(live, 0, last), reader.span(kept, 0, last)];
        return `SUMPRODUCT((ABS(${a}-${b})>0.000000001*ABS(${b}))*1)`;
      };
      return `${differs('plan.totalCost', 'case.costKept#')}+${differs('plan.margin', 'case.marginKept#')}`;
    },
    0,
  );
}

export function businessCaseSheet(book: Book): GridSheet | undefined {
  const found = caseOf(book);
  if (found === undefined) return undefined;
  const { say } = book.words;
  const { before } = found;
  const kept = (id: string) => [...book.plan.column(id)];
  const { standingStill } = found.found;
  return {
    name: sheetOf(book, 'Business case'),
    title: say('Business case of the initiatives'),
    note: say(
      'The plan without the initiatives is a second computation of Headroom (violet). After a change that moves cost or margin, the case needs Headroom.',
    ),
    rows: [
      { label: say('The case'), isSection: true },
      needsRow(book, book.frame.periods - 1),
      ...figureRows(book, found),
      { label: say('By period'), isSection: true },
      engineValues(book, 'case.costBefore#', 'Total cost without the initiatives', before.totalCost),
      engineValues(book, 'case.marginBefore#', 'Margin without the initiatives', before.margin),
      ...flowRows(book, found),
      ...presentRows(book, found),
      ...paybackRows(book, found.found),
      { label: say('What it was worked out from'), isSection: true },
      {
        ...engineValues(book, 'case.costKept#', 'Total cost, as computed', kept('plan.totalCost')),
        tone: 'fixed',
      },
      {
        ...engineValues(book, 'case.marginKept#', 'Margin, as computed', kept('plan.margin')),
        tone: 'fixed',
      },
      ...(standingStill === undefined
        ? []
        : [
            { label: say('Standing still, beside the case'), isSection: true },
            engineValues(book, 'case.still#', 'Cost and lost margin of doing nothing', standingStill),
          ]),
    ],
  };
}
