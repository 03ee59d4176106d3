import { leavingShare, meanProficiency } from '../blocks/people.ts';
import { weeksPerPeriod, yearFraction } from '../periods.ts';
import type { AutoGroup, HiringNeeds } from './needs.ts';
import type { HiringProblem } from './problem.ts';

export type Grain = 'month' | 'week';

/** FTE by period of one class that starts in period s, in rows of the problem's tables. */
function addClass(
  group: AutoGroup,
  grain: Grain,
  attrition: Float64Array,
  s: number,
  paid: Float64Array,
  effective: Float64Array,
): void {
  const length = weeksPerPeriod(grain);
  const periods = attrition.length;
  let people = group.hiring.classSize;
  let weeks = 0;
  for (let t = s; t < periods; t += 1) {
    const leavers = people * leavingShare(group, attrition[t] ?? 0, yearFraction(grain), weeks, length);
    const average = (people - leavers / 2) * group.fteRatio;
    paid[s * periods + t] = average;
    effective[s * periods + t] = average * meanProficiency(group.ramp, weeks, length);
    people -= leavers;
    weeks += length;
  }
}

/** What one FTE past ramp is worth in the next period, averages against averages. */
function decayOf(group: AutoGroup, grain: Grain, attrition: Float64Array): Float64Array {
  const hazards = attrition.map((rate) =>
    leavingShare(group, rate, yearFraction(grain), undefined, weeksPerPeriod(grain)),
  );
  return hazards.map((hazard, t) => ((1 - hazard) * (1 - (hazards[t + 1] ?? hazard) / 2)) / (1 - hazard / 2));
}

/** Periods until a class is past training, ramp and new-hire attrition. */
function maturityOf({ ramp, newHireWeeks }: AutoGroup, grain: Grain): number {
  const weeks = Math.max(newHireWeeks, ramp.trainingWeeks + ramp.nestingWeeks + ramp.rampWeeks);
  return Math.ceil(weeks / weeksPerPeriod(grain));
}

/** First period whose start is at least the lead time after that of the plan. */
function firstPeriodOf({ hiring }: AutoGroup, grain: Grain, periods: number): number {
  const length = weeksPerPeriod(grain);
  let first = 0;
  while (first < periods && first * length < hiring.leadTimeWeeks) first += 1;
  return first;
}

export function columnsOf(needs: HiringNeeds): readonly Float64Array[] {
  return Object.values(needs);
}

/**
 * The numbers of one group's hiring.
 *
 * @param reported periods of the plan; `needs` may go on beyond them for a tail
 * @returns undefined when the plan has no number for something that hiring depends on
 */
export function problemOf(
  group: AutoGroup,
  needs: HiringNeeds,
  grain: Grain,
  reported: number,
): HiringProblem | undefined {
  if (columnsOf(needs).some((column) => column.some((value) => !Number.isFinite(value)))) return undefined;
  const { hiring, fteRatio } = group;
  const periods = Math.min(needs.required.length, reported + hiring.tailPeriods);
  const part = (column: Float64Array) => column.slice(0, periods);
  const attrition = part(needs.attrition);
  const required = part(needs.required);
  const [classPaid, classEffective] = [
    new Float64Array(periods * periods),
    new Float64Array(periods * periods),
  ];
  for (let s = 0; s < periods; s += 1) addClass(group, grain, attrition, s, classPaid, classEffective);
  return {
    periods,
    reported,
    mostClasses: Math.floor(hiring.maxPerPeriod / hiring.classSize),
    firstPeriod: firstPeriodOf(group, grain, periods),
    required,
    covered: required.map((fte) => hiring.coverage * fte),
    shortageCost: hiring.shortagePrice * yearFraction(grain),
    paidCost: part(needs.paidCost),
    overtimeCost: part(needs.overtimeCost),
    overtimeMax: group.pay?.overtimeMax ?? 0,
    classCost: part(needs.hireCost).map((cost) => cost * hiring.classSize),
    basePaid: part(needs.averageHeadcount).map((people) => people * fteRatio),
    baseEffective: part(needs.effectiveHeadcount).map((people) => people * fteRatio),
    classPaid,
    classEffective,
    decay: decayOf(group, grain, attrition),
    maturity: maturityOf(group, grain),
  };
}
