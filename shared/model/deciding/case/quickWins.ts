import { isoDateOf } from '#shared/kernel/calendar.ts';
import { firstAffected } from '../../initiatives.ts';
import type { Initiative } from '../../scenario.ts';
import { type Figure, figuresOf } from '../figure.ts';
import type { CaseStudy } from './study.ts';

/** When an initiative has brought more than it cost: the columns of the line from quick wins to long shots. */
export type Horizon = 'within90Days' | 'withinOneYear' | 'withinThreeYears' | 'later' | 'never';

/** Money at stake before it pays, and how long it takes to work its way in. */
export type Effort = 'low' | 'medium' | 'high';

const DAYS_90 = 90;
const DAYS_YEAR = 365;
const DAYS_THREE_YEARS = 1095;
/** Most money out, as a share of what the plan costs in a year. */
const LOW_OUTLAY = 0.005;
const MEDIUM_OUTLAY = 0.02;
const LONG_RAMP_MONTHS = 6;

const figure = figuresOf('quickWin', {
  days: {
    label: 'Days until it has paid for itself',
    unit: 'days',
    text: 'From the first day of the plan to the day on which what it has brought exceeds what it has cost.',
    formula: 'first day on which Σ benefit ≥ Σ cost, even within a period',
  },
  outlay: {
    label: 'Most money out',
    unit: 'money',
    text: 'What has to be put in before it pays.',
    formula: '−min(0, Σ (benefit − cost) up to each period)',
  },
  outlayShare: {
    label: "Most money out against a year's cost",
    unit: 'share',
    text: 'The same as a share of what the plan costs in a year. Below 0.5% counts as low effort, below 2% as medium.',
    formula: 'most money out/(total cost of the plan/years)',
  },
});

export interface QuickWin {
  readonly id: string;
  readonly name: string;
  readonly horizon: Horizon;
  readonly effort: Effort;
  /** By itself, without the other initiatives. */
  readonly days: Figure;
  readonly date: string | null;
  /** Start of the first period that brings more than it costs, from then on for good. */
  readonly bringsMoreFrom: string | null;
  readonly outlay: Figure;
  readonly outlayShare: Figure;
  readonly rampMonths: number;
}

interface Course {
  readonly days: number | null;
  readonly outlay: number;
  readonly lastLoss: number;
}

/** How an initiative's cumulative net runs: when it is back at 0, and how deep it was. */
function courseOf(net: readonly number[], first: number, study: CaseStudy): Course {
  let cumulative = 0;
  let outlay = 0;
  let days: number | null = null;
  let lastLoss = -1;
  for (const [t, flow] of net.entries()) {
    const before = cumulative;
    cumulative += flow;
    outlay = Math.max(outlay, -cumulative);
    if (flow < 0) lastLoss = t;
    const period = study.periods[t];
    const planStart = study.periods[0];
    if (days !== null || t < first || cumulative < 0 || flow <= 0 || !period || !planStart) continue;
    const inside = before < 0 ? -before / flow : 0;
    days = period.startDay - planStart.startDay + inside * period.days;
  }
  return { days, outlay, lastLoss };
}

function horizonOf(days: number | null): Horizon {
  if (days === null) return 'never';
  if (days <= DAYS_90) return 'within90Days';
  if (days <= DAYS_YEAR) return 'withinOneYear';
  return days <= DAYS_THREE_YEARS ? 'withinThreeYears' : 'later';
}

function effortOf(share: number | null, rampMonths: number): Effort {
  if (share === null || share >= MEDIUM_OUTLAY) return 'high';
  return share >= LOW_OUTLAY || rampMonths > LONG_RAMP_MONTHS ? 'medium' : 'low';
}

function quickWinOf(study: CaseStudy, initiative: Initiative): QuickWin {
  const { id, name = id, rampMonths } = initiative;
  const comparison = study.compare([initiative]);
  const net = comparison.ok
    ? comparison.value.benefit.map((gain, t) => gain - (comparison.value.investment[t] ?? 0))
    : [];
  const isComputable = comparison.ok && net.every(Number.isFinite);
  const first = firstAffected(initiative, study.periods);
  const isInPlan = first < study.periods.length;
  const { days, outlay, lastLoss } = courseOf(isComputable ? net : [], first, study);
  const yearly =
    study.without.totalCost.reduce((sum, cost) => sum + cost, 0) / (study.periods.length * study.fraction);
  const share = isComputable && yearly > 0 ? outlay / yearly : null;
  const reason = !isComputable ? 'not-computable' : isInPlan ? 'never-pays-back' : 'starts-after-plan';
  const day = days === null ? undefined : (study.periods[0]?.startDay ?? 0) + Math.floor(days);
  const from = study.periods[Math.max(first, lastLoss + 1)];
  return {
    id,
    name,
    horizon: horizonOf(days),
    effort: effortOf(share, rampMonths),
    days: figure('days', days, [], days === null ? reason : undefined),
    date: day === undefined ? null : isoDateOf(day),
    bringsMoreFrom:
      isComputable && isInPlan && from !== undefined && (net[from.index] ?? 0) > 0 ? from.start : null,
    outlay: figure('outlay', isComputable ? outlay : null),
    outlayShare: figure('outlayShare', share, [
      { label: 'Cost of the plan in a year', unit: 'moneyPerYear', value: yearly },
    ]),
    rampMonths,
  };
}

/** Every initiative on the line from quick wins to long shots, the soonest first. */
export function quickWins(study: CaseStudy): readonly QuickWin[] {
  const wins = study.scenario.initiatives.map((initiative) => quickWinOf(study, initiative));
  const order = ({ days }: QuickWin) => days.value ?? Number.POSITIVE_INFINITY;
  return wins.toSorted((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}
