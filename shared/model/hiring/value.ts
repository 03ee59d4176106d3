import { cellCosts, hiddenChoice } from './cellCosts.ts';
import { at } from './problem.ts';
import { imageOf, type Move, movesFrom } from './moves.ts';
import type { Bounds } from './sweep.ts';

/** The plan that a view thinks cheapest, and what it allows itself on the way. */
interface Dream {
  readonly classes: readonly number[];
  /** Codes of the classes that the view keeps one by one, by period. */
  readonly codes: readonly number[];
  /** Effective FTE of hidden classes that it takes for granted, by period. */
  readonly hidden: readonly number[];
}

interface Step {
  readonly move: Move;
  readonly cell: number;
}

function cheapestStep({ view, ahead }: Bounds, t: number, code: number, cell: number): Step | undefined {
  const cost = new Float64Array(1);
  let best: Step | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const move of movesFrom(view, code, t)) {
    cellCosts(view, move.shape, move.slope, cell, cost);
    const row = ahead[t + 1]?.get(move.code);
    if (row === undefined && t + 1 < view.problem.periods) continue;
    const to = imageOf(move, view.width, cell + 1);
    for (let image = imageOf(move, view.width, cell); image <= to; image += 1) {
      const then = row === undefined ? 0 : (row.costs[image - row.first] ?? Number.POSITIVE_INFINITY);
      const whole = at(cost, 0) + move.fixed + then;
      if (whole < least) [best, least] = [{ move, cell: image }, whole];
    }
  }
  return best;
}

function dreamOf(bounds: Bounds): Dream {
  const { view } = bounds;
  const classes: number[] = [];
  const hidden: number[] = [];
  const codes: number[] = [];
  let [code, cell] = [0, 0];
  for (let t = 0; t < view.problem.periods; t += 1) {
    const step = cheapestStep(bounds, t, code, cell);
    if (step === undefined) break;
    hidden.push(hiddenChoice(view, step.move.shape, (cell + 0.5) * view.width));
    classes.push(step.move.classes);
    codes.push(code);
    [code, cell] = [step.move.code, step.cell];
  }
  return { classes, codes, hidden };
}

/** How each estimated value should move so that the view's allowance comes closer to what its plan would truly have. */
export function allowanceErrors(bounds: Bounds): Float64Array {
  const { problem, maturity, base } = bounds.view;
  const { periods, classEffective } = problem;
  const { classes, codes, hidden } = dreamOf(bounds);
  return Float64Array.from({ length: periods }, (_, t) => {
    let truly = 0;
    let rest = codes[t] ?? 0;
    for (let age = 1; age <= t; age += 1) {
      const isKept = rest % base > 0;
      rest = Math.floor(rest / base);
      const place = (t - age) * periods + t;
      if (!isKept) truly += (classes[t - age] ?? 0) * (at(classEffective, place) - at(maturity.fte, place));
    }
    return (hidden[t] ?? 0) - truly;
  });
}
