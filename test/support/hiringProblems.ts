import type { HiringProblem } from '#shared/model/hiring/problem.ts';
import { problemOf } from '#shared/model/hiring/fromNeeds.ts';
import { type AutoGroup, isAutoGroup } from '#shared/model/hiring/needs.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { referenceScenario } from './planFixtures.ts';

/** Numbers that come out the same on every run: a linear congruential generator. */
export interface Dice {
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  chance(share: number): boolean;
}

export function dice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
  return {
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => Math.floor(low + (high - low + 1) * next()),
    chance: (share) => next() < share,
  };
}

/** The group of the reference plan for automatic hiring, with some of it changed. */
export function autoGroup(
  changes: Partial<Omit<AutoGroup, 'hiring'>>,
  hiring: Partial<AutoGroup['hiring']>,
): AutoGroup {
  const group = referenceScenario('autoHiring').staffGroups.find(isAutoGroup);
  if (group === undefined) throw new Error('The reference plan has no group with automatic hiring');
  return { ...group, ...changes, hiring: { ...group.hiring, ...hiring } };
}

/** The reference plan for automatic hiring over another calendar and with another group. */
export function autoScenario(calendar: Partial<Scenario['calendar']>, group: AutoGroup): Scenario {
  const scenario = referenceScenario('autoHiring');
  return { ...scenario, calendar: { ...scenario.calendar, ...calendar }, staffGroups: [group] };
}

/** The same with sales that grow by a quarter a year. */
export function growing(scenario: Scenario): Scenario {
  const deals = { base: 15_000, growth: 0.25 };
  return { ...scenario, segments: scenario.segments.map((segment) => ({ ...segment, deals })) };
}

function randomGroup(d: Dice, periods: number): AutoGroup {
  const most = periods <= 5 ? 4 : periods === 6 ? 3 : 2;
  const classSize = d.whole(1, 12);
  return autoGroup(
    {
      fteRatio: d.chance(0.5) ? 1 : 0.8,
      newHireWeeks: d.chance(0.3) ? 0 : d.whole(0, 20),
      newHireFactor: d.between(0.5, 3),
      trainingDropout: d.chance(0.4) ? 0 : d.between(0, 0.3),
      ramp: {
        trainingWeeks: d.chance(0.3) ? 0 : d.whole(0, 6),
        nestingWeeks: d.whole(0, 3),
        nestingProductivity: d.between(0, 1),
        rampWeeks: d.whole(0, 10),
      },
      pay: {
        hourlyWage: 20,
        bonusRate: 0,
        statutoryBurden: 0,
        benefitsBurden: 0,
        overtimeMultiplier: 1.5,
        overtimeMax: d.chance(0.3) ? 0 : d.between(0, 0.15),
      },
    },
    {
      classSize,
      maxPerPeriod: classSize * d.whole(1, most),
      leadTimeWeeks: d.whole(0, 8),
      coverage: [0.9, 0.96, 1, 1.1][d.whole(0, 3)] ?? 1,
      shortagePrice: [0, 5_000, 60_000, 150_000, 400_000][d.whole(0, 4)] ?? 0,
      tailPeriods: 0,
    },
  );
}

/** A small problem whose plans can all be tried: any calendar, ramp, attrition, pay (none for a partner) and requirement. */
export function randomProblem(seed: number): HiringProblem {
  const d = dice(seed * 7919 + 13);
  const periods = d.whole(1, 8);
  const grain = d.chance(0.5) ? 'month' : 'week';
  const staff = d.between(5, 60);
  // Own people; people who only cost something in overtime, so that many plans are equally cheap; a partner's people.
  const kind = d.whole(1, 10);
  const yearly = kind <= 7 ? 52_000 : 0;
  const years = grain === 'month' ? 1 / 12 : 7 / 365;
  const column = (value: () => number) => Float64Array.from({ length: periods }, value);
  const headcount = column(() => staff * d.between(0.5, 1.2));
  const paidCost = column(() => yearly * years * d.between(0.9, 1.1));
  const needs = {
    required: column(() => staff * d.between(0.7, 1.4)),
    attrition: column(() => (d.chance(0.05) ? 30 : d.between(0, 1.5))),
    paidCost,
    overtimeCost: column(() => (kind <= 9 ? 52_000 * years * d.between(0.8, 1.8) : 0)),
    hireCost: column(() => (kind <= 7 ? 6_000 : 0)),
    averageHeadcount: headcount,
    effectiveHeadcount: headcount.map((people) => people * d.between(0.8, 1)),
  };
  const problem = problemOf(randomGroup(d, periods), needs, grain, periods);
  if (problem === undefined) throw new Error('A random problem has all its numbers');
  return problem;
}
