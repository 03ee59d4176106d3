import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { lossBetween } from '../../businessCaseRuns.ts';
import { periodsOf, yearFraction } from '../../periods.ts';
import { createPlan, type Plan, type PlanOptions } from '../../plan.ts';
import type { Initiative, Scenario, StaffGroup } from '../../scenario.ts';
import { customerValue, segmentValues } from '../customerValue.ts';
import { asInput, type Figure, figuresOf, meanOf, sumOf } from '../figure.ts';
import { type AttritionCause, tradeCauses } from './causes.ts';
import { type LeaverCost, leaverCost, type LeaverFacts } from './leaverCost.ts';

const figure = figuresOf('attrition', {
  leavers: {
    label: 'Leavers a year',
    unit: 'people',
    text: 'Leavers of the plan for a year, drop-outs of training included.',
    formula: 'Σ leavers/years of the plan',
  },
  yearly: {
    label: 'Cost of attrition a year',
    unit: 'moneyPerYear',
    text: 'Leavers a year times the full cost of one. A view of the plan, never added to it.',
    formula: 'leavers a year · full cost of one leaver',
  },
  yearlyCounted: {
    label: 'Hiring and training only, a year',
    unit: 'moneyPerYear',
    text: 'What most budgets show for the same leavers.',
    formula: 'leavers a year · hiring and training only',
  },
  cause: {
    label: 'Cost by cause, a year',
    unit: 'moneyPerYear',
    text: 'The part of the cost that goes with this cause.',
    formula: 'cost of attrition a year · share of leavers',
  },
  avoidable: {
    label: 'Avoidable, a year',
    unit: 'moneyPerYear',
    text: 'What could be saved if everything avoidable were avoided.',
    formula: 'Σ cost of attrition a year · share · avoidable share',
  },
  regrettable: {
    label: 'Regrettable, a year',
    unit: 'moneyPerYear',
    text: 'Cost of those whom you would have kept.',
    formula: 'Σ cost of attrition a year · share · regrettable share',
  },
  pointByCost: {
    label: 'One point of attrition by the cost of a leaver',
    unit: 'moneyPerYear',
    text: 'One percent of average headcount, times the full cost of one leaver.',
    formula: '0.01 · average headcount · full cost of one leaver',
  },
  pointInPlan: {
    label: 'One point of attrition in the plan',
    unit: 'moneyPerYear',
    text: 'What the plan saves in cost and gains in margin, for a year, when attrition is one point lower and all else is equal.',
    formula: '(Σ total cost − total cost with one point less + margin gained)/years of the plan',
  },
  pointFte: {
    label: 'Effective FTE from one point',
    unit: 'fte',
    text: 'Effective FTE more on average. Where hires are planned by hand this is capacity, and cash only when hires are cancelled.',
    formula: 'mean of effective FTE with one point less − effective FTE',
  },
  pointHires: {
    label: 'Hires saved a year by one point',
    unit: 'people',
    text: 'Hires that are not needed; 0 where hires are planned by hand.',
    formula: '(Σ hires − hires with one point less)/years of the plan',
  },
});

export interface CauseCost extends AttritionCause {
  readonly cost: Figure;
}

/** The full cost of a group's attrition. */
export interface AttritionCase {
  readonly groupId: string;
  readonly name: string;
  readonly leaver: LeaverCost;
  readonly leavers: Figure;
  readonly yearly: Figure;
  readonly yearlyCounted: Figure;
  readonly causes: readonly CauseCost[];
  /** True for the trade's causes, shown because the group names none: an assumption to be replaced. */
  readonly areCausesAssumed: boolean;
  /** Share of leavers whose cause is not said. */
  readonly unexplainedShare: number;
  readonly avoidable: Figure;
  readonly regrettable: Figure;
  readonly pointByCost: Figure;
  readonly pointInPlan: Figure;
  readonly pointFte: Figure;
  readonly pointHires: Figure;
  readonly hiringMode: StaffGroup['hiring']['mode'];
}

const ONE_POINT = 0.01;

/** Contacts that one person of the group handles in a week. */
function contactsPerWeek(plan: Plan, { id, fteRatio }: StaffGroup): number {
  const handled = sumOf([...plan.column(`groups.${id}.handled`)]);
  const fte = meanOf([...plan.column(`groups.${id}.effectiveFte`)]);
  const periods = plan.graph().context.periods;
  const weeks = sumOf(periods.map(({ days }) => days)) / 7;
  return fte > 0 && weeks > 0 ? (handled / weeks / fte) * fteRatio : 0;
}

function factsOf(plan: Plan, group: StaffGroup): LeaverFacts {
  const { weeks = 0, coverShare = 0, unansweredShare = 0 } = group.vacancy ?? {};
  return {
    ...customerValue(segmentValues(plan)),
    wagePerHour: meanOf([...plan.column(`groups.${group.id}.wagePerHour`)]),
    shrinkage: meanOf([...plan.column(`groups.${group.id}.shrinkage`)]),
    vacancyWeeks: weeks,
    coverShare,
    unanswered: contactsPerWeek(plan, group) * weeks * (1 - coverShare) * unansweredShare,
  };
}

interface PointRun {
  readonly cost: readonly number[];
  readonly margin: readonly number[];
  readonly fte: readonly number[];
  readonly hires: readonly number[];
}

function pointRun(plan: Plan, id: string): PointRun {
  const column = (name: string) => [...plan.column(name)];
  return {
    cost: column('plan.totalCost'),
    margin: column('plan.margin'),
    fte: column(`groups.${id}.effectiveFte`),
    hires: column(`groups.${id}.hires`),
  };
}

/** Attrition a share lower or higher in every period, never below 0, as an initiative without cost. */
function shifted(scenario: Scenario, group: StaffGroup, points: number): Scenario {
  const start = scenario.calendar.start;
  const effect = {
    target: `staffGroups.${group.id}.attrition`,
    op: 'add' as const,
    value: points,
    confidence: 1,
  };
  const shift: Initiative = {
    id: 'attritionPoint',
    start,
    rampMonths: 0,
    oneOff: 0,
    recurring: 0,
    effects: [effect],
  };
  return { ...scenario, initiatives: [...scenario.initiatives, shift] };
}

function pointFigures(
  plan: Plan,
  group: StaffGroup,
): Pick<AttritionCase, 'pointInPlan' | 'pointFte' | 'pointHires'> {
  const scenario = plan.scenario();
  const years = scenario.calendar.periods * yearFraction(scenario.calendar.grain);
  const now = pointRun(plan, group.id);
  const rates = [...plan.column(`staffGroups.${group.id}.attrition`)];
  const points = Math.min(ONE_POINT, ...rates);
  const variant = shifted(scenario, group, -points);
  const updated = points <= 0 ? undefined : plan.update(variant);
  if (updated === undefined || !updated.ok) {
    const reason = points <= 0 ? 'moves-nothing' : 'out-of-range';
    return {
      pointInPlan: figure('pointInPlan', null, [], reason),
      pointFte: figure('pointFte', null, [], reason),
      pointHires: figure('pointHires', null, [], reason),
    };
  }
  const less = pointRun(plan, group.id);
  plan.update(scenario);
  const scale = ONE_POINT / points;
  const empty = { oneOff: [], recurring: [] };
  const saved = lossBetween(
    { totalCost: now.cost, margin: now.margin, investment: empty, groups: new Map() },
    { totalCost: less.cost, margin: less.margin, investment: empty, groups: new Map() },
  );
  const costs = [
    { label: 'Total cost', unit: 'money' as const, value: sumOf(now.cost), node: 'plan.totalCost' },
    { label: 'Total cost with one point less', unit: 'money' as const, value: sumOf(less.cost) },
    { label: 'Margin gained', unit: 'money' as const, value: sumOf(less.margin) - sumOf(now.margin) },
    { label: 'Years of the plan', unit: 'years' as const, value: years },
  ];
  const fewer = sumOf(now.hires) - sumOf(less.hires);
  return {
    pointInPlan: figure('pointInPlan', (sumOf(saved) / years) * scale, costs),
    pointFte: figure('pointFte', (meanOf(less.fte) - meanOf(now.fte)) * scale),
    pointHires: figure('pointHires', (fewer / years) * scale),
  };
}

function weightedCost(
  causes: readonly AttritionCause[],
  yearly: number,
  name: 'avoidable' | 'regrettable',
): Figure {
  const inputs = causes.map((cause) => ({
    label: cause.cause,
    unit: 'moneyPerYear' as const,
    value: yearly * cause.share * cause[name],
  }));
  return figure(name, sumOf(inputs.map(({ value }) => value)), inputs);
}

/**
 * The full cost of attrition of one group: per leaver in its parts, a year, by cause, and what one point is worth, both by
 * that cost and in the plan.
 *
 * @returns `invalid-input` for a group that is not there or is a partner's, whose attrition is in its price
 */
export function attritionCase(
  scenario: Scenario,
  groupId: string,
  options: PlanOptions = {},
): Result<AttritionCase, Fault> {
  const group = scenario.staffGroups.find(({ id }) => id === groupId);
  if (group === undefined)
    return fault('invalid-input', `There is no staff group "${groupId}" in this plan.`);
  if (group.vendor !== undefined)
    return fault('invalid-input', `"${groupId}" is a partner: what its attrition costs is in its price.`);
  const created = createPlan(scenario, options);
  if (!created.ok) return created;
  const plan = created.value;
  const facts = factsOf(plan, group);
  const leaver = leaverCost(group, facts);
  const years = periodsOf(scenario.calendar).length * yearFraction(scenario.calendar.grain);
  const leavers = figure('leavers', sumOf([...plan.column(`groups.${groupId}.leavers`)]) / years);
  const each = leaver.full.value ?? Number.NaN;
  const yearly = figure('yearly', (leavers.value ?? Number.NaN) * each, [
    asInput(leavers),
    asInput(leaver.full),
  ]);
  const counted = (leavers.value ?? Number.NaN) * (leaver.counted.value ?? Number.NaN);
  const given = group.attritionCauses ?? [];
  const causes = given.length > 0 ? given : tradeCauses;
  const cost = yearly.value ?? Number.NaN;
  const heads = meanOf([...plan.column(`groups.${groupId}.averageHeadcount`)]);
  const node = `groups.${groupId}.averageHeadcount`;
  return ok({
    groupId,
    name: group.name ?? groupId,
    leaver,
    leavers,
    yearly,
    yearlyCounted: figure('yearlyCounted', counted, [asInput(leavers), asInput(leaver.counted)]),
    causes: causes.map((cause) => ({
      ...cause,
      cost: figure('cause', cost * cause.share, [
        asInput(yearly),
        { label: 'Share of leavers', unit: 'share', value: cause.share },
      ]),
    })),
    areCausesAssumed: given.length === 0,
    unexplainedShare: Math.max(0, 1 - sumOf(causes.map(({ share }) => share))),
    avoidable: weightedCost(causes, cost, 'avoidable'),
    regrettable: weightedCost(causes, cost, 'regrettable'),
    pointByCost: figure('pointByCost', ONE_POINT * heads * each, [
      { label: 'Average headcount', unit: 'people', value: heads, node },
      asInput(leaver.full),
    ]),
    ...pointFigures(plan, group),
    hiringMode: group.hiring.mode,
  });
}
