import type { NetDeflection } from '#shared/model/deciding/automation/netDeflection.ts';
import type { AutomationStudy } from '#shared/model/deciding/automation/study.ts';
import type { CaseMeasures } from '#shared/model/deciding/case/measures.ts';
import type { BreakEven, SensitivityRow } from '#shared/model/deciding/case/sensitivity.ts';
import type { CashRelease } from '#shared/model/deciding/case/cash.ts';
import type { FrameworkNode } from '#shared/model/deciding/case/framework.ts';
import type { WholeCase } from '#shared/model/deciding/case/wholeCase.ts';
import { type Figure, reasonTexts } from '#shared/model/deciding/figure.ts';
import { aligned, NO_VALUE, numberText, valueText } from './textTable.ts';

function figureText({ value, unit }: Figure): string {
  return valueText(value, unit);
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
  const { kind, initiative = '', targetLabel = '', targetMember } = assumption;
  const target = targetMember === undefined ? targetLabel : `${targetMember}: ${targetLabel}`;
  switch (kind) {
    case 'discountRate':
      return 'Discount rate';
    case 'effect':
      return `${initiative}: effect on ${target}`;
    case 'confidence':
      return `${initiative}: confidence in ${target}`;
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
      valueText(row.assumption.present, row.assumption.unit),
      valueText(row.low.npv, 'money'),
      valueText(row.high.npv, 'money'),
      even === undefined ? NO_VALUE : breakEvenText(even),
    ];
  });
  const change = valueText(sensitivity.change, 'share');
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
        `  ${date}  ${group}  ${numberText(count, 1)}${isClass ? ' of the class' : ''}`,
    ),
  ];
}

function trackingLines({ tracking }: WholeCase): readonly string[] {
  const rows = tracking.flatMap(({ name, kpi, readings }) =>
    readings.map(({ date, actual, promised, achieved, status }) => [
      kpi === '' ? name : `${name}: ${kpi}`,
      date,
      valueText(promised, 'number'),
      valueText(actual, 'number'),
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

const AUTOMATION = [
  'netDeflection',
  'claimedShare',
  'hoursBefore',
  'hoursAfter',
  'savedShare',
  'remainingAht',
  'costPerMonth',
  'costPerHourSaved',
] as const satisfies readonly (keyof NetDeflection)[];

/** From what is contained to what the plan gets of it. */
function automationLines(study: AutomationStudy): readonly string[] {
  const { name, queueName, net, fteSaved, claimedFte, hoursSavedInPlan, costPerHourInPlan, isCurrent } =
    study;
  const figures = [
    ...AUTOMATION.map((key) => net[key]),
    fteSaved,
    claimedFte,
    hoursSavedInPlan,
    costPerHourInPlan,
  ];
  return [
    '',
    `${name} in front of ${queueName}`,
    ...aligned(figures.map((figure) => [`  ${figure.label}`, figureText(figure)])),
    ...remarks(figures),
    ...(isCurrent
      ? []
      : [
          '  Its effects or its cost in the plan are not what this comes to: they were entered for another plan.',
        ]),
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
    ...found.automation.flatMap(automationLines),
    ...(found.isStaircase
      ? [
          '',
          'Queues are staffed by whole agents, so the case is a staircase: fractional rounding is advised for it.',
        ]
      : []),
    '',
  ].join('\n');
}
