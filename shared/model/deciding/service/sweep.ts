import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { createPlan } from '../../plan.ts';
import type { Queue, Scenario } from '../../scenario.ts';
import { customerValue, segmentValues } from '../customerValue.ts';
import { type Figure, type FigureReason, figuresOf, finite, ratio } from '../figure.ts';
import { runPoint, staffedAsRequired, type Sweep, type SweepOptions, type SweepPoint } from './sweepPoint.ts';
import { type ChurnRange, churnRange, withChurn } from './churnRange.ts';

const figure = figuresOf('service', {
  requiredFte: {
    label: 'Required FTE',
    unit: 'fte',
    text: 'Required FTE of the groups that serve the queue, on average over the plan.',
    formula: 'mean of required FTE with this goal',
  },
  cost: {
    label: 'Total cost',
    unit: 'money',
    text: 'Total cost of the plan with this goal, staffed as it requires.',
    formula: 'Σ total cost',
  },
  abandonment: {
    label: 'Abandonment',
    unit: 'share',
    text: 'Abandoned ÷ offered contacts of the queue with this goal.',
    formula: 'Σ abandoned/Σ offered',
  },
  price: {
    label: "Price per abandoned contact that today's goal implies",
    unit: 'moneyPerContact',
    text: 'What the last point of service level costs for each contact that it keeps from hanging up.',
    formula: '(cost one point up − cost one point down)/(abandoned one point down − abandoned one point up)',
  },
  worth: {
    label: 'Worth of an abandoned contact',
    unit: 'moneyPerContact',
    text: 'Value of the customers that one abandoned contact loses, by the churn that was entered, and what else a contact is worth.',
    formula: 'churn per abandoned contact · value per customer + value of a contact',
  },
  bestGoal: {
    label: 'Best goal',
    unit: 'share',
    text: 'The goal of the sweep that costs least when every lost customer counts with all the margin until they would have left anyway.',
    formula:
      'goal with the lowest total cost + lost customers · value per customer + abandoned · value of a contact',
  },
  bestGoalInPlan: {
    label: 'Best goal within the plan',
    unit: 'share',
    text: 'The goal of the sweep that leaves most when nothing after the end of the plan counts.',
    formula: 'goal with the highest margin − total cost − abandoned · value of a contact',
  },
});

export type ChurnLevel = 'low' | 'mid' | 'high';

export interface SweepLine {
  readonly level: ChurnLevel;
  /** Churn per abandoned contact against what is entered. */
  readonly factor: number;
  readonly churnPerAbandon: number;
  readonly points: readonly SweepPoint[];
  readonly bestGoal: Figure;
  readonly bestGoalInPlan: Figure;
  /** True where the best goal is an end of the range: it may lie beyond. */
  readonly isAtEnd: boolean;
  readonly worth: Figure;
}

export interface ServiceSweep {
  readonly queueId: string;
  readonly name: string;
  readonly todaysGoal: number | null;
  readonly churn: ChurnRange;
  /** By low, middle and high churn per abandoned contact. */
  readonly lines: readonly SweepLine[];
  /** The plan with today's goal, staffed as it requires; null without one. */
  readonly today: {
    readonly requiredFte: Figure;
    readonly cost: Figure;
    readonly abandonment: Figure;
  } | null;
  readonly price: Figure;
}

const DEFAULTS = { from: 0.6, to: 0.95, step: 0.025 };
const ONE_POINT = 0.01;
const MOST_POINTS = 60;
const HIGHEST_GOAL = 0.999;

function goalsOf({
  from = DEFAULTS.from,
  to = DEFAULTS.to,
  step = DEFAULTS.step,
}: SweepOptions): readonly number[] {
  const count = Math.min(MOST_POINTS, Math.floor((to - from) / step + 1e-9) + 1);
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toPrecision(12)));
}

type Judged = 'net' | 'netInPlan';

function bestOf(
  points: readonly SweepPoint[],
  by: Judged,
): { readonly best: SweepPoint | undefined; readonly isAtEnd: boolean } {
  const usable = points.filter((point) => point[by] !== null);
  const best = usable.reduce<SweepPoint | undefined>(
    (most, point) => (most === undefined || (point[by] ?? 0) > (most[by] ?? 0) ? point : most),
    undefined,
  );
  return { best, isAtEnd: best !== undefined && (best === usable[0] || best === usable.at(-1)) };
}

/** The best goal with what it rests on. Where nobody hangs up every goal loses the same. */
function bestFigure(
  name: 'bestGoal' | 'bestGoalInPlan',
  points: readonly SweepPoint[],
  best: SweepPoint | undefined,
): Figure {
  const isSilent = points.every(({ abandoned }) => abandoned === 0);
  const own =
    name === 'bestGoal'
      ? { label: 'Value of lost customers', unit: 'money' as const, value: best?.lostValue ?? null }
      : { label: 'Margin', unit: 'money' as const, value: best?.margin ?? null };
  return figure(
    name,
    best?.goal ?? null,
    [
      own,
      { label: 'Total cost', unit: 'money', value: best?.totalCost ?? null },
      { label: 'Abandoned contacts', unit: 'contacts', value: best?.abandoned ?? null },
    ],
    isSilent && best !== undefined ? 'no-abandonment' : undefined,
  );
}

function lineOf(sweep: Sweep, level: ChurnLevel, factor: number, done: number): SweepLine {
  const { base, queue, options, values } = sweep;
  const variant = withChurn(base, factor);
  const goals = goalsOf(options);
  const points: SweepPoint[] = [];
  for (const [place, goal] of goals.entries()) {
    if (options.onProgress?.((done + place / goals.length) / 3) === false) break;
    const point = runPoint(sweep, variant, goal);
    if (point !== undefined) points.push(point);
  }
  const { best, isAtEnd } = bestOf(points, 'net');
  const own = new Set(queue.demand.map(({ segment }) => segment));
  const { valuePerCustomer, churnPerAbandon: entered } = customerValue(
    values.filter(({ id }) => own.has(id)),
  );
  const churnPerAbandon = entered * factor;
  const extra = options.valuePerContact ?? 0;
  return {
    level,
    factor,
    churnPerAbandon,
    points,
    isAtEnd,
    bestGoal: bestFigure('bestGoal', points, best),
    bestGoalInPlan: bestFigure('bestGoalInPlan', points, bestOf(points, 'netInPlan').best),
    worth: figure('worth', churnPerAbandon * valuePerCustomer + extra, [
      { label: 'Churn per abandoned contact', unit: 'share', value: churnPerAbandon },
      { label: 'Value per customer', unit: 'moneyPerPerson', value: valuePerCustomer },
      { label: 'Value of a contact', unit: 'moneyPerContact', value: extra },
    ]),
  };
}

/** Marginal cost ÷ marginal abandonment around today's goal, without what churn would feed back. */
function priceOf(sweep: Sweep, goal: number | undefined): Figure {
  if (goal === undefined) return figure('price', null, [], 'other-goal-binds');
  const still = withChurn(sweep.base, 0);
  const above = runPoint(sweep, still, Math.min(HIGHEST_GOAL, goal + ONE_POINT));
  const below = runPoint(sweep, still, Math.max(0, goal - ONE_POINT));
  const cost = (above?.totalCost ?? Number.NaN) - (below?.totalCost ?? Number.NaN);
  const kept = (below?.abandoned ?? Number.NaN) - (above?.abandoned ?? Number.NaN);
  const inputs = [
    { label: 'Cost of two points of service level', unit: 'money' as const, value: cost },
    { label: 'Contacts kept from hanging up', unit: 'contacts' as const, value: kept },
  ];
  const isSilent = above?.abandoned === 0 && below?.abandoned === 0;
  const reason: FigureReason | undefined = isSilent
    ? 'no-abandonment'
    : kept > 0
      ? undefined
      : 'other-goal-binds';
  return figure(
    'price',
    kept > 0 ? ratio(finite(cost), finite(kept)) : null,
    inputs,
    Number.isNaN(cost) ? undefined : reason,
  );
}

function todayOf(sweep: Sweep, goal: number | undefined): ServiceSweep['today'] {
  const point = goal === undefined ? undefined : runPoint(sweep, sweep.base, goal);
  if (point === undefined) return null;
  return {
    requiredFte: figure('requiredFte', point.requiredFte),
    cost: figure('cost', point.totalCost),
    abandonment: figure('abandonment', point.abandonment, [
      { label: 'Abandoned contacts', unit: 'contacts', value: point.abandoned },
    ]),
  };
}

function problemWith(queue: Queue | undefined, queueId: string, options: SweepOptions): string | undefined {
  const { from = DEFAULTS.from, to = DEFAULTS.to, step = DEFAULTS.step } = options;
  if (queue === undefined) return `There is no queue "${queueId}" in this plan.`;
  if (queue.model === 'workload')
    return `"${queueId}" is deferred work: it has no service level to sweep, only a backlog.`;
  if (!(from > 0 && to < 1 && from < to && step > 0))
    return 'The range of goals must lie between 0 and 1, with a step above 0.';
  return undefined;
}

/**
 * The service goal of a queue swept over its range: people, cost, abandonment, churn and margin at each goal, the best
 * goal at low, middle and high churn per abandoned contact, and the price per abandoned contact that today's goal implies.
 *
 * Each goal is staffed as it requires, with fractional agents, so that steps of whole people do not hide what it costs.
 * Churn per abandoned contact is an assumption with a range, not a proof that waiting makes customers leave.
 *
 * @returns `invalid-input` for a queue that is not there, deferred work, or no range of goals
 */
export function serviceSweep(
  scenario: Scenario,
  queueId: string,
  options: SweepOptions = {},
): Result<ServiceSweep, Fault> {
  const queue = scenario.queues.find(({ id }) => id === queueId);
  const problem = problemWith(queue, queueId, options);
  if (queue === undefined || problem !== undefined) return fault('invalid-input', problem);
  const base = staffedAsRequired(scenario, queueId);
  const created = createPlan(base, options);
  if (!created.ok) return created;
  const sweep = { plan: created.value, base, queue, options, values: segmentValues(created.value) };
  const churn = churnRange(scenario, queue);
  const levels = [
    ['low', churn.low],
    ['mid', 1],
    ['high', churn.high],
  ] as const;
  const goal = queue.goal.serviceLevel;
  return ok({
    queueId,
    name: queue.name ?? queueId,
    todaysGoal: goal ?? null,
    churn,
    lines: levels.map(([level, factor], place) => lineOf(sweep, level, factor, place)),
    today: todayOf(sweep, goal),
    price: priceOf(sweep, goal),
  });
}
