import { leavingShare, proficiencyAt } from './blocks/people.ts';
import { weeksPerPeriod, yearFraction } from './periods.ts';
import type { Plan } from './plan.ts';
import type { Scenario, StaffGroup } from './scenario.ts';

/**
 * Where the people go who start in a stretch of the plan. All but `people` is in FTE:
 * starts = growth + replaced + droppedOut + leftAgain + learning − learnt + partTime.
 */
export interface CapacityBridge {
  /** People who start, and the same number as FTE before anything is taken off. */
  readonly starts: number;
  /** Effective FTE on the first and on the last day, and the difference. */
  readonly opening: number;
  readonly closing: number;
  readonly growth: number;
  /** Those who were there on the first day and left (where people follow the requirement: all who left or were released). */
  readonly replaced: number;
  /** Starters who gave up in training, and who left otherwise. */
  readonly droppedOut: number;
  readonly leftAgain: number;
  /** Output that people in training and ramp still lack on the last day. */
  readonly learning: number;
  /** Output that people lacked on the first day: whoever has learnt since needed no start. */
  readonly learnt: number;
  /** What starters fall short of full time. */
  readonly partTime: number;
}

/** The parts of a bridge by which starts become growth, with their signs. */
export const bridgeParts = [
  ['growth', 1],
  ['replaced', 1],
  ['droppedOut', 1],
  ['leftAgain', 1],
  ['learning', 1],
  ['learnt', -1],
  ['partTime', 1],
] as const satisfies readonly (readonly [keyof CapacityBridge, 1 | -1])[];

/** People who joined at the same time, followed through the plan. */
interface Followed {
  people: number;
  /** Since joining; undefined for proficient opening staff. */
  weeks: number | undefined;
  /** Whether they started inside the stretch. */
  readonly isStart: boolean;
}

/** What a group's people do in each period. */
export interface Movements {
  readonly hires: ArrayLike<number>;
  readonly attrition: ArrayLike<number>;
}

function lacking({ ramp }: StaffGroup, { people, weeks }: Followed): number {
  return weeks === undefined ? 0 : people * (1 - proficiencyAt(ramp, weeks));
}

function totalOf(all: readonly Followed[], part: (one: Followed) => number): number {
  return all.reduce((sum, one) => sum + part(one), 0);
}

/** Lets one period pass. @returns who left, told apart */
function pass(
  group: StaffGroup,
  all: readonly Followed[],
  attrition: number,
  grain: Scenario['calendar']['grain'],
): Pick<CapacityBridge, 'replaced' | 'droppedOut' | 'leftAgain'> {
  const length = weeksPerPeriod(grain);
  const left = { replaced: 0, droppedOut: 0, leftAgain: 0 };
  for (const one of all) {
    const share = (trainingDropout: number) =>
      leavingShare({ ...group, trainingDropout }, attrition, yearFraction(grain), one.weeks, length);
    const [whole, without] = [share(group.trainingDropout), share(0)];
    if (one.isStart) {
      left.droppedOut += one.people * (whole - without);
      left.leftAgain += one.people * without;
    } else left.replaced += one.people * whole;
    one.people -= one.people * whole;
    if (one.weeks !== undefined) one.weeks += length;
  }
  return left;
}

/** The bridge of a group whose people are followed by when they joined, over the periods `first` to `last`. */
export function cohortBridge(
  group: StaffGroup,
  { hires, attrition }: Movements,
  grain: Scenario['calendar']['grain'],
  first: number,
  last: number,
): CapacityBridge {
  const { fteRatio } = group;
  let all: Followed[] = [
    { people: group.proficientHeadcount, weeks: undefined, isStart: false },
    ...group.openingCohorts.map(({ people, weeksSinceJoining }) => ({
      people,
      weeks: weeksSinceJoining,
      isStart: false,
    })),
  ];
  for (let t = 0; t < first; t += 1) {
    all.push({ people: hires[t] ?? 0, weeks: 0, isStart: false });
    pass(group, all, attrition[t] ?? 0, grain);
  }
  all = all.map((one) => ({ ...one }));
  const [there, lackingFirst] = [
    totalOf(all, ({ people }) => people),
    totalOf(all, (one) => lacking(group, one)),
  ];
  const left = { replaced: 0, droppedOut: 0, leftAgain: 0 };
  let starts = 0;
  for (let t = first; t <= last; t += 1) {
    starts += hires[t] ?? 0;
    all.push({ people: hires[t] ?? 0, weeks: 0, isStart: true });
    const gone = pass(group, all, attrition[t] ?? 0, grain);
    left.replaced += gone.replaced * fteRatio;
    left.droppedOut += gone.droppedOut * fteRatio;
    left.leftAgain += gone.leftAgain * fteRatio;
  }
  const [stay, lackingLast] = [
    totalOf(all, ({ people }) => people),
    totalOf(all, (one) => lacking(group, one)),
  ];
  const [opening, closing] = [(there - lackingFirst) * fteRatio, (stay - lackingLast) * fteRatio];
  return {
    starts,
    opening,
    closing,
    growth: closing - opening,
    ...left,
    learning: lackingLast * fteRatio,
    learnt: lackingFirst * fteRatio,
    partTime: starts * (1 - fteRatio),
  };
}

/** Where people follow the requirement, all who are there are fully effective, and who gives up in training never was. */
function followBridge(
  plan: Plan,
  key: string,
  group: StaffGroup,
  first: number,
  last: number,
): CapacityBridge {
  const { fteRatio, trainingDropout } = group;
  const sum = (name: string) =>
    plan
      .column(`${key}.${name}`)
      .slice(first, last + 1)
      .reduce((total, value) => total + value, 0);
  const [starts, leavers] = [sum('hires'), sum('leavers')];
  const opening = (plan.column(`${key}.openingHeadcount`)[first] ?? Number.NaN) * fteRatio;
  const closing = (plan.column(`${key}.closingHeadcount`)[last] ?? Number.NaN) * fteRatio;
  const droppedOut = starts * trainingDropout * fteRatio;
  return {
    starts,
    opening,
    closing,
    growth: closing - opening,
    replaced: leavers * fteRatio - droppedOut,
    droppedOut,
    leftAgain: 0,
    learning: 0,
    learnt: 0,
    partTime: starts * (1 - fteRatio),
  };
}

/**
 * The bridge of one group over the periods `first` to `last` of a computed plan.
 *
 * @returns undefined where the plan has no number for something that it is made of
 */
export function capacityBridge(
  plan: Plan,
  groupId: string,
  first: number,
  last: number,
): CapacityBridge | undefined {
  const { context, members } = plan.graph();
  const group = context.scenario.staffGroups.find(({ id }) => id === groupId);
  const member = members.of('groups').find(({ id }) => id === groupId);
  if (group === undefined || member === undefined) return undefined;
  const movements = {
    hires: plan.column(`${member.key}.hires`),
    attrition: plan.column(`${member.inputKey}.attrition`),
  };
  const bridge =
    group.hiring.mode === 'follow'
      ? followBridge(plan, member.key, group, first, last)
      : cohortBridge(group, movements, context.calendar.grain, first, last);
  return Object.values(bridge).every((value) => Number.isFinite(value)) ? bridge : undefined;
}

/**
 * Parts rounded so that they still add up to their rounded whole: each to the nearest, then the largest take what is over.
 *
 * @example roundedParts([1.26, 1.26, 0.48], 3, 1) // [1.2, 1.3, 0.5]: together 3.0
 */
export function roundedParts(parts: readonly number[], whole: number, digits: number): readonly number[] {
  const unit = 10 ** digits;
  const rounded = parts.map((part) => Math.round(part * unit));
  let over = Math.round(whole * unit) - rounded.reduce((sum, part) => sum + part, 0);
  const largestFirst = parts
    .map((_, place) => place)
    .toSorted((a, b) => Math.abs(parts[b] ?? 0) - Math.abs(parts[a] ?? 0));
  for (const place of largestFirst) {
    if (over === 0) break;
    rounded[place] = (rounded[place] ?? 0) + Math.sign(over);
    over -= Math.sign(over);
  }
  return rounded.map((part) => part / unit + 0);
}
