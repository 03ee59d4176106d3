import { at, type HiringProblem } from './problem.ts';
import type { Known, MatureClasses } from './view.ts';

/**
 * By how much true staff may differ from what a view counts as mature; cut · periods + t is for classes older than `cut`
 * in period t.
 */
export interface Hidden {
  readonly effectiveLeast: Float64Array;
  readonly effectiveMost: Float64Array;
  readonly paidLeast: Float64Array;
  readonly paidMost: Float64Array;
}

/** A class that could be hidden: how many there may be, what each takes up, and by how much it differs. */
interface Suspect {
  readonly age: number;
  readonly fewest: number;
  readonly most: number;
  readonly fte: number;
  readonly effective: number;
  readonly paid: number;
}

/** Classes of the last periods that are not mature in period t. */
function suspectsOf(
  problem: HiringProblem,
  { fte }: MatureClasses,
  known: Known,
  t: number,
): readonly Suspect[] {
  const { periods, classEffective, classPaid, maturity } = problem;
  const suspects: Suspect[] = [];
  for (let age = 1; age <= Math.min(maturity, t); age += 1) {
    const s = t - age;
    const place = s * periods + t;
    const most = known.most[s] ?? 0;
    if (most === 0) continue;
    suspects.push({
      age,
      fewest: known.fewest[s] ?? 0,
      most,
      fte: at(fte, place),
      effective: at(classEffective, place) - at(fte, place),
      paid: at(classPaid, place) - at(fte, place),
    });
  }
  return suspects;
}

/** Most mature FTE that the classes of the last periods can stand for: all there can be less what is left of before. */
function roomFor({ maturity, decay }: HiringProblem, { oldLeast, oldMost }: Known, t: number): number {
  if (t <= maturity) return at(oldMost, t);
  let left = at(oldLeast, t - maturity);
  for (let k = t - maturity; k < t; k += 1) left *= at(decay, k);
  return at(oldMost, t) - left;
}

/** The largest sum of differences (the smallest with sign −1) of suspects older than `cut` that fit into the room. */
function extreme(
  suspects: readonly Suspect[],
  part: 'effective' | 'paid',
  sign: 1 | -1,
  cut: number,
  room: number,
): number {
  let [sum, left] = [0, room];
  for (const suspect of suspects) left -= suspect.age > cut ? suspect.fewest * suspect.fte : 0;
  for (const suspect of suspects) {
    if (suspect.age <= cut) continue;
    const difference = sign * suspect[part];
    sum += suspect.fewest * difference;
    if (difference <= 0) continue;
    const free = suspect.most - suspect.fewest;
    const fitting = suspect.fte > 0 ? Math.max(0, Math.min(free, left / suspect.fte)) : free;
    sum += fitting * difference;
    left -= fitting * suspect.fte;
  }
  return sign * sum;
}

function byWorth(part: 'effective' | 'paid', sign: 1 | -1): (one: Suspect, other: Suspect) => number {
  const worth = (suspect: Suspect) =>
    suspect.fte > 0 ? (sign * suspect[part]) / suspect.fte : Number.MAX_VALUE;
  return (one, other) => worth(other) - worth(one);
}

/** Room is widened by this share, so that rounding never takes away a plan that just fits. */
const CARE = 1e-9;

export function hiddenStaff(
  problem: HiringProblem,
  maturity: MatureClasses,
  ages: number,
  known: Known,
): Hidden {
  const { periods } = problem;
  const table = () => new Float64Array((ages + 1) * periods);
  const hidden = { effectiveLeast: table(), effectiveMost: table(), paidLeast: table(), paidMost: table() };
  for (let t = 0; t < periods; t += 1) {
    const suspects = suspectsOf(problem, maturity, known, t);
    const room = roomFor(problem, known, t) + CARE * (1 + at(known.oldMost, t));
    const fill = (into: Float64Array, part: 'effective' | 'paid', sign: 1 | -1) => {
      const ordered = suspects.toSorted(byWorth(part, sign));
      for (let cut = 0; cut <= ages; cut += 1) {
        into[cut * periods + t] = extreme(ordered, part, sign, cut, room);
      }
    };
    fill(hidden.effectiveLeast, 'effective', -1);
    fill(hidden.effectiveMost, 'effective', 1);
    fill(hidden.paidLeast, 'paid', -1);
    fill(hidden.paidMost, 'paid', 1);
  }
  return hidden;
}
