import { leavingShare, meanProficiency, shareAfterTraining } from '#shared/model/blocks/people.ts';
import { weeksPerPeriod } from '#shared/model/periods.ts';
import type { Book } from './book.ts';
import type { Ramped } from './rampSheet.ts';

/** One cohort in one period. */
interface Moment {
  readonly weeks: number;
  /** The share of them that leaves in the period. */
  readonly share: number;
  /** At the start of the period. */
  readonly people: number;
}

/** The cohorts of a group as the plan counts them, by period. */
export interface People {
  readonly hazard: readonly number[];
  readonly newHazard: readonly number[];
  readonly proficient: readonly number[];
  /** For each cohort still learning at the start. */
  readonly opening: readonly (readonly Moment[])[];
  /** By periods since joining, then by period. */
  readonly hired: readonly (readonly number[])[];
  readonly hiredTotals: readonly {
    readonly leavers: number;
    readonly effective: number;
    readonly trained: number;
  }[];
}

/** A cohort from a period on, as it grows older and smaller. */
function lifeOf(
  start: { readonly people: number; readonly weeks: number; readonly from: number },
  shareIn: (t: number, weeks: number) => number,
  periods: number,
  length: number,
): readonly Moment[] {
  const moments: Moment[] = [];
  let { people, weeks } = start;
  for (let t = start.from; t < periods; t += 1) {
    const share = shareIn(t, weeks);
    moments.push({ weeks, share, people });
    people -= people * share;
    weeks += length;
  }
  return moments;
}

export function people(book: Book, { member, group }: Ramped): People {
  const { plan, scenario } = book;
  const { periods, yearFraction } = plan.graph().context;
  const length = weeksPerPeriod(scenario.calendar.grain);
  const attrition = plan.column(`${member.inputKey}.attrition`);
  const hires = plan.column(`${member.key}.hires`);
  const shareIn = (t: number, weeks: number | undefined) =>
    leavingShare(group, attrition[t] ?? Number.NaN, yearFraction, weeks, length);
  const count = periods.length;
  const undisturbed = { ...group, trainingDropout: 0, newHireWeeks: Number.POSITIVE_INFINITY };
  const hazard = periods.map((_, t) => shareIn(t, undefined));
  const joined = periods.map((_, from) =>
    lifeOf({ people: hires[from] ?? Number.NaN, weeks: 0, from }, shareIn, count, length),
  );
  let left = group.proficientHeadcount;
  const proficient = hazard.map((share) => {
    const now = left;
    left -= left * share;
    return now;
  });
  return {
    hazard,
    newHazard: periods.map((_, t) =>
      leavingShare(undisturbed, attrition[t] ?? Number.NaN, yearFraction, 0, length),
    ),
    proficient,
    opening: group.openingCohorts.map(({ people, weeksSinceJoining }) =>
      lifeOf({ people, weeks: weeksSinceJoining, from: 0 }, shareIn, count, length),
    ),
    hired: periods.map((_, k) => periods.map((_, t) => joined[t - k]?.[k]?.people ?? Number.NaN)),
    hiredTotals: periods.map((_, t) => hiredIn(joined, group.ramp, t, length)),
  };
}

function hiredIn(
  joined: readonly (readonly Moment[])[],
  ramp: Ramped['group']['ramp'],
  t: number,
  length: number,
) {
  const totals = { leavers: 0, effective: 0, trained: 0 };
  for (let from = 0; from <= t; from += 1) {
    const moment = joined[from]?.[t - from];
    if (moment === undefined) continue;
    const leavers = moment.people * moment.share;
    const average = moment.people - leavers / 2;
    totals.leavers += leavers;
    totals.effective += average * meanProficiency(ramp, moment.weeks, length);
    totals.trained += average * shareAfterTraining(ramp, moment.weeks, length);
  }
  return totals;
}
