import { groupHiring } from '#shared/model/groupHiring.ts';
import { noteText } from '#shared/model/notes.ts';
import type { Plan } from '#shared/model/plan.ts';
import { aligned, NO_VALUE, numberText } from './textTable.ts';

interface Row {
  readonly label: string;
  /** Id of the measure of the plan. */
  readonly measure: string;
  readonly show: (value: number) => string;
}

function number(digits: number): (value: number) => string {
  return (value) => numberText(value, digits);
}

const ROWS: readonly Row[] = [
  { label: 'Offered contacts', measure: 'offered', show: number(0) },
  { label: 'Required FTE', measure: 'requiredFte', show: number(1) },
  { label: 'Average headcount', measure: 'averageHeadcount', show: number(1) },
  { label: 'Hires', measure: 'hires', show: number(1) },
  { label: 'Total cost', measure: 'totalCost', show: number(0) },
  { label: 'Cost per contact', measure: 'costPerContact', show: number(2) },
  { label: 'Service level', measure: 'serviceLevel', show: (value) => `${number(1)(value * 100)} %` },
];

/** Less than this many FTE short is the last digit of an exact fit, not a gap. */
const SMALLEST_GAP_FTE = 1e-9;

function yearTable(plan: Plan): readonly string[] {
  const years = plan.groups('year');
  const head = ['Fiscal year', ...years.map(({ key, isComplete }) => (isComplete ? key : `${key}*`))];
  const body = ROWS.map(({ label, measure, show }) => {
    const totals = plan.totals(`plan.${measure}`, 'year');
    return [label, ...Array.from(totals, (value) => (Number.isNaN(value) ? NO_VALUE : show(value)))];
  });
  const isPartial = years.some(({ isComplete }) => !isComplete);
  return [
    ...aligned([head, ...body]),
    ...(isPartial ? ['* The plan holds only a part of this fiscal year.'] : []),
  ];
}

function periodName(plan: Plan, period: number): string {
  const start = plan.graph().context.periods[period]?.start ?? '';
  return plan.scenario().calendar.grain === 'week' ? `the week of ${start}` : start.slice(0, 7);
}

/** The first period in which a group has fewer effective FTE than it needs, and what overtime makes of it. */
function firstGap(plan: Plan): string {
  const { context, members } = plan.graph();
  const fte = number(1);
  for (const { index } of context.periods) {
    for (const { key, name } of members.of('groups')) {
      const short = -(plan.column(`${key}.surplus`)[index] ?? Number.NaN);
      if (Number.isNaN(short))
        return `First gap: cannot be told, since ${name} has no result in ${periodName(plan, index)}.`;
      if (short <= SMALLEST_GAP_FTE) continue;
      const required = plan.column(`${key}.requiredFte`)[index] ?? Number.NaN;
      const overtime = plan.column(`${key}.overtimeFte`)[index] ?? Number.NaN;
      const cover = overtime > 0 ? `, of which overtime covers ${fte(overtime)}` : '';
      return `First gap: ${periodName(plan, index)}, ${name} is ${fte(short)} short of ${fte(required)} FTE${cover}.`;
    }
  }
  return 'No gap: effective FTE cover the requirement in every period.';
}

/** Where the starts of each group go, and by when the classes of the cheapest hiring must be decided. */
function hiringLines(plan: Plan): readonly string[] {
  const nameOf = new Map(
    plan
      .graph()
      .members.of('groups')
      .map(({ id, name }) => [id, name] as const),
  );
  return groupHiring(plan).flatMap(({ groupId, mode, bridge, search, classes }) => {
    const notes = [
      ...(bridge === undefined ? [] : [noteText({ kind: 'capacityBridge', bridge })]),
      ...(search === undefined ? [] : [noteText({ kind: 'hiringSearch', ...search })]),
    ];
    const decisions = mode === 'auto' ? classes : [];
    return [
      ...(notes.length === 0 ? [] : [`${nameOf.get(groupId) ?? groupId}: ${notes.join(' ')}`]),
      ...decisions.map(
        ({ period, people, decideBy }) => `  ${people} start on ${period}, to be decided by ${decideBy}.`,
      ),
    ];
  });
}

/**
 * A plan in a few lines for a terminal: what it comes to in each fiscal year, where people first run short, and where those
 * who start go.
 */
export function planTable(plan: Plan): string {
  const { name, currency, calendar } = plan.scenario();
  const span = `${calendar.periods} ${calendar.grain}${calendar.periods === 1 ? '' : 's'} from ${calendar.start}`;
  const head = `${name} (${span}, money in ${currency})`;
  return [head, '', ...yearTable(plan), '', firstGap(plan), ...hiringLines(plan), ''].join('\n');
}
