import { type BusinessCase, businessCase } from './businessCase.ts';
import type { HiringPlan } from './hiringPlan.ts';
import type { Member } from './members.ts';
import type { Plan } from './plan.ts';

/**
 * The results of a plan as plain JSON: `segments.ID.MEASURE[period]`, `queues…`, `groups…` (cost lines as `cost.LINE`),
 * `plan.MEASURE[period]`, `fiscalYears.YEAR.MEASURE`. null means that the measure is not defined there.
 */
export interface PlanResults {
  readonly periods: readonly { readonly start: string; readonly days: number; readonly fiscalYear: number }[];
  readonly segments: MeasuresByMember;
  readonly queues: MeasuresByMember;
  readonly groups: MeasuresByMember;
  readonly plan: Measures;
  readonly fiscalYears: Readonly<Record<string, Readonly<Record<string, number | boolean | null>>>>;
  /** Absent without initiatives and drift. */
  readonly businessCase?: BusinessCase;
  /** By group; absent when every group is planned by hand or follows its requirement. */
  readonly hiringPlan?: Readonly<Record<string, PlainHiringPlan>>;
}

/** A hiring plan as JSON: a figure that is too large to be a number is null. */
type PlainHiringPlan = Omit<HiringPlan, 'objective' | 'uncoveredFteYears' | 'provenGap'> & {
  readonly objective: number | null;
  readonly uncoveredFteYears: number | null;
  readonly provenGap: number | null;
};

type Values = readonly (number | null)[];
type Measures = Readonly<Record<string, Values>>;
type MeasuresByMember = Readonly<Record<string, Measures>>;

/** NaN becomes null: JSON knows no NaN, and no number would be honest. −0 becomes 0: JSON knows only one. */
export function plainValues(values: Float64Array): Values {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value + 0));
}

/** Every reported line of the member's kind; nulls where this member has no such measure. */
function measuresOf(plan: Plan, { lines, key }: Member): Measures {
  const nowhere = plan.graph().context.periods.map(() => null);
  const named = [...lines].filter(([, { isDetail = false }]) => !isDetail);
  return Object.fromEntries(
    named.map(([name]) => {
      const id = `${key}.${name}`;
      return [name, plan.heads().has(id) ? plainValues(plan.column(id)) : nowhere];
    }),
  );
}

/** Yearly figures that finance asks for first. */
const YEARLY = [
  'offered',
  'handled',
  'totalCost',
  'directCost',
  'vendorCost',
  'indirectCost',
  'hires',
  'leavers',
  'averageHeadcount',
  'requiredFte',
  'costPerContact',
];

function fiscalYears(plan: Plan): PlanResults['fiscalYears'] {
  const years = plan.groups('year').map(({ key, first, last, isComplete }, place) => {
    const totals = YEARLY.map((name) => {
      const value = plan.totals(`plan.${name}`, 'year')[place] ?? Number.NaN;
      return [name, Number.isNaN(value) ? null : value + 0] as const;
    });
    return [key, { periods: last - first + 1, complete: isComplete, ...Object.fromEntries(totals) }] as const;
  });
  return Object.fromEntries(years);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function hiringOf(plan: Plan): Pick<PlanResults, 'hiringPlan'> {
  const plans = plan.hiringPlans();
  if (plans.size === 0) return {};
  const plain = [...plans].map(([id, found]): readonly [string, PlainHiringPlan] => [
    id,
    {
      ...found,
      objective: finite(found.objective),
      uncoveredFteYears: finite(found.uncoveredFteYears),
      provenGap: finite(found.provenGap),
    },
  ]);
  return { hiringPlan: Object.fromEntries(plain) };
}

/** What decides whether the case can be computed was refused when the plan was made. */
function caseOf(plan: Plan): Pick<PlanResults, 'businessCase'> {
  const found = businessCase(plan.scenario(), { caches: plan.caches });
  if (!found.ok) throw new Error(`The plan computes and its business case does not: ${found.fault.message}`);
  return found.value === undefined ? {} : { businessCase: found.value };
}

/** All reported measures of a computed plan. */
export function planResults(plan: Plan): PlanResults {
  const { members, context } = plan.graph();
  const byMember = (dimension: 'segments' | 'queues' | 'groups') =>
    Object.fromEntries(members.of(dimension).map((member) => [member.id, measuresOf(plan, member)]));
  return {
    periods: context.periods.map(({ start, days, fiscalYear }) => ({ start, days, fiscalYear })),
    segments: byMember('segments'),
    queues: byMember('queues'),
    groups: byMember('groups'),
    plan: measuresOf(plan, members.plan),
    fiscalYears: fiscalYears(plan),
    ...caseOf(plan),
    ...hiringOf(plan),
  };
}
