import type { CaseMeasures } from '#shared/model/deciding/case/measures.ts';
import type { BreakEven, SensitivityRow } from '#shared/model/deciding/case/sensitivity.ts';
import type { CashRelease } from '#shared/model/deciding/case/cash.ts';
import type { FrameworkNode } from '#shared/model/deciding/case/framework.ts';
import type { WholeCase } from '#shared/model/deciding/case/wholeCase.ts';
import { type Figure, reasonTexts } from '#shared/model/deciding/figure.ts';
import { type Unit, units } from '#shared/model/units.ts';

const NO_VALUE = '–';

function number(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function shown(value: number | null, unit: Unit): string {
  if (value === null) return NO_VALUE;
  const { style, digits } = units[unit];
  return style === 'percent' ? `${number(digits).format(value * 100)} %` : number(digits).format(value);
}

function figureText({ value, unit }: Figure): string {
  return shown(value, unit);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** What is to be known of figures without a value or with a remark, each sentence once. */
function remarks(figures: readonly Figure[]): readonly string[] {
  const lines = figures.flatMap(({ label, reason }) =>
    reason === undefined ? [] : [`${label}: ${reasonTexts[reason]}`],
  );
  return [...new Set(lines)].map((line) => `  ${line}`);
}

const MEASURES = ['benefit', 'investment', 'npv', 'irr', 'payback', 'roi', 'roiDiscounted'] as const;

function measureTable(columns: readonly (readonly [string, CaseMeasures])[]): readonly string[] {
  const [first] = columns;
  if (first === undefined) return [];
  const rows = MEASURES.map((name) => [
    first[1][name].label,
    ...columns.map(([, measures]) => figureText(measures[name])),
  ]);
  const all = columns.flatMap(([, measures]) => MEASURES.map((name) => measures[name]));
  return [...aligned([['', ...columns.map(([label]) => label)], ...rows]), ...remarks(all)];
}

function bases({ bases: { cash, everything, everythingAtFullConfidence: full } }: WholeCase) {
  return measureTable([
    ['cash', cash],
    ['everything', everything],
    ...(full === undefined ? [] : ([['at full confidence', full]] as const)),
  ]);
}

function parts({ parts: list }: WholeCase): readonly string[] {
  if (list.length === 0) return ['No initiative.'];
  const rows = list.map(({ name, benefitType, inOrder, alone }) => [
    name,
    benefitType ?? 'not said',
    figureText(inOrder.npv),
    alone === undefined ? NO_VALUE : figureText(alone.npv),
    alone === undefined ? NO_VALUE : figureText(alone.payback),
  ]);
  return aligned([['Initiative', 'benefit', 'NPV in order', 'NPV alone', 'payback alone'], ...rows]);
}

function tree(node: FrameworkNode, depth: number): readonly (readonly string[])[] {
  const name = `${'  '.repeat(depth)}${node.name === '' ? `no ${node.kind} named` : node.name}`;
  return [
    [name, figureText(node.npv), figureText(node.cashNpv)],
    ...node.children.flatMap((child) => tree(child, depth + 1)),
  ];
}

function waiting({ standingStill, delays }: WholeCase): readonly string[] {
  const still =
    standingStill === undefined
      ? ['Standing still: not described (statusQuoDrift).']
      : [
          `Standing still costs ${figureText(standingStill.total)} over the plan, ${figureText(standingStill.presentValue)} today.`,
        ];
  const rows = delays
    .filter(({ months }) => months > 0)
    .map(({ months, cost }) => [String(months), figureText(cost)]);
  return [...still, '', ...aligned([['Months later', 'costs'], ...rows])];
}

function assumptionText({ assumption }: Pick<SensitivityRow, 'assumption'>): string {
  const { kind, initiative = '', targetLabel = '' } = assumption;
  switch (kind) {
    case 'discountRate':
      return 'Discount rate';
    case 'effect':
      return `${initiative}: effect on ${targetLabel}`;
    case 'confidence':
      return `${initiative}: confidence in ${targetLabel}`;
    case 'oneOff':
      return `${initiative}: one-off cost`;
    case 'recurring':
      return `${initiative}: recurring cost`;
    case 'start':
      return `${initiative}: start, months later`;
  }
}

function breakEvenText({ value }: BreakEven): string {
  return value.value === null && value.reason !== undefined ? reasonTexts[value.reason] : figureText(value);
}

function sensitivityTable({ sensitivity, breakEvens }: WholeCase): readonly string[] {
  const rows = sensitivity.rows.map((row) => {
    const even = breakEvens.find(({ assumption }) => assumption.id === row.assumption.id);
    return [
      assumptionText(row),
      shown(row.assumption.present, row.assumption.unit),
      shown(row.low.npv, 'money'),
      shown(row.high.npv, 'money'),
      even === undefined ? NO_VALUE : breakEvenText(even),
    ];
  });
  const change = shown(sensitivity.change, 'share');
  return aligned([['Assumption', 'now', `NPV at −${change}`, `NPV at +${change}`, 'NPV is 0 at'], ...rows]);
}

const HORIZONS = {
  within90Days: 'within 90 days',
  withinOneYear: 'within one year',
  withinThreeYears: 'within three years',
  later: 'later',
  never: 'not within the plan',
} as const;

function quickWins({ quickWins: wins }: WholeCase): readonly string[] {
  const rows = wins.map(({ name, horizon, effort, date }) => [
    name,
    HORIZONS[horizon],
    date ?? NO_VALUE,
    effort,
  ]);
  return aligned([['Initiative', 'pays for itself', 'on', 'effort'], ...rows]);
}

const CONDITIONS = {
  'cancel-hires': 'is cash when these hires are not made',
  'hires-follow': 'is cash by itself, since hires follow the requirement',
  'no-hires-left': 'frees time, and no planned hire is left to cancel: it stays capacity',
  'frees-nothing': 'frees nobody',
} as const;

function cashLines({ name, condition, groups, people, saving }: CashRelease): readonly string[] {
  const head = `${name} ${CONDITIONS[condition]}`;
  if (condition !== 'cancel-hires') return [`${head}.`];
  const hires = groups.filter(({ mode }) => mode === 'manual').flatMap(({ hires: own }) => own);
  return [
    `${head} (${figureText(people)} people, ${figureText(saving)} over the plan):`,
    ...hires.map(
      ({ group, date, people: count, isClass }) =>
        `  ${date}  ${group}  ${number(1).format(count)}${isClass ? ' of the class' : ''}`,
    ),
  ];
}

function trackingLines({ tracking }: WholeCase): readonly string[] {
  const rows = tracking.flatMap(({ name, kpi, readings }) =>
    readings.map(({ date, actual, promised, achieved, status }) => [
      kpi === '' ? name : `${name}: ${kpi}`,
      date,
      shown(promised, 'number'),
      shown(actual, 'number'),
      figureText(achieved),
      status,
    ]),
  );
  if (rows.length === 0) return [];
  return [
    '',
    'Promised and actual',
    ...aligned([['KPI', 'on', 'promised', 'actual', 'achieved', ''], ...rows]),
  ];
}

/** A whole business case in lines for a terminal. */
export function caseTable(found: WholeCase): string {
  const { name, currency, periods } = found;
  return [
    `${name}: business case (${periods.length} periods from ${periods[0]?.start ?? ''}, money in ${currency})`,
    'Before tax, nominal, without anything after the end of the plan.',
    '',
    ...bases(found),
    '',
    ...parts(found),
    '',
    'Priorities, their KPIs and what is done for them',
    ...aligned([['', 'NPV', 'in cash'], ...tree(found.framework, 0)]),
    '',
    ...waiting(found),
    '',
    ...sensitivityTable(found),
    '',
    ...quickWins(found),
    '',
    ...found.cash.flatMap(cashLines),
    ...trackingLines(found),
    ...(found.isStaircase
      ? [
          '',
          'Queues are staffed by whole agents, so the case is a staircase: fractional rounding is advised for it.',
        ]
      : []),
    '',
  ].join('\n');
}
