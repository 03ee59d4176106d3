import { type PeriodShape } from './cellCosts.ts';
import { following, keptStaff } from './kept.ts';
import { at } from './problem.ts';
import type { View } from './view.ts';

/** One way to go on from a row: a number of classes that start. */
export interface Move {
  readonly code: number;
  readonly classes: number;
  readonly shape: PeriodShape;
  /** FTE that enter Y, and what is left of one FTE of Y in the next period. */
  readonly entering: number;
  readonly decay: number;
  /** Cost besides that of the cell: hiring, and what the move changes in Y. */
  readonly fixed: number;
  readonly slope: number;
}

export function movesFrom(view: View, code: number, t: number): readonly Move[] {
  const { problem, price, known } = view;
  const { periods, classEffective, classPaid, classCost } = problem;
  const kept = keptStaff(view, code, t);
  const decay = at(problem.decay, t);
  const nextPrice = at(price, t + 1);
  const moves: Move[] = [];
  for (let classes = known.fewest[t] ?? 0; classes <= (known.most[t] ?? 0); classes += 1) {
    const next = following(view, code, t, classes);
    const effective = kept.effective + classes * at(classEffective, t * periods + t);
    const paid = kept.paid + classes * at(classPaid, t * periods + t);
    moves.push({
      code: next.code,
      classes,
      shape: { t, effective, paid, cut: kept.cut },
      entering: next.entering,
      decay,
      fixed: classes * at(classCost, t) + next.charge - nextPrice * next.entering,
      slope: at(price, t) - nextPrice * decay,
    });
  }
  return moves;
}

/** The cell in which the lower end of a cell's image lies; the image of a cell ends where that of the next begins. */
export function imageOf({ decay, entering }: Move, width: number, cell: number): number {
  return Math.floor((decay * cell * width + entering) / width);
}
