import type { Turns } from '#shared/kernel/turns.ts';
import { cellCosts } from './cellCosts.ts';
import { keptAsMature, reduced } from './kept.ts';
import { imageOf, type Move, movesFrom } from './moves.ts';
import { at } from './problem.ts';
import { cellsOf, leastBetween, type Row, type Rows, trimmed } from './rows.ts';
import type { Known, View } from './view.ts';

/** A solved view: no plan that goes through a state costs less from there on than its row says (its price of Y added). */
export interface Bounds {
  readonly view: View;
  readonly ahead: readonly Rows[];
  /** No plan costs less. */
  readonly least: number;
  readonly known: Known;
}

/** How much work may be done. */
export interface WorkLimit {
  /** States of one view. */
  readonly mostStates: number;
  /** False once enough was done. */
  goOn(): boolean;
  /** Notes cells worked out. */
  spend(cells: number): void;
}

interface Going {
  readonly row: Row;
  readonly moves: readonly Move[];
}

/** Room for the states that can be reached. */
function reachable(going: readonly Going[], width: number): Map<number, Row> {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { row, moves } of going) {
    for (const move of moves) {
      const first = imageOf(move, width, row.first);
      const last = imageOf(move, width, row.first + row.costs.length);
      const known = spans.get(move.code);
      if (known === undefined) spans.set(move.code, { first, last });
      else {
        known.first = Math.min(known.first, first);
        known.last = Math.max(known.last, last);
      }
    }
  }
  const rows = [...spans].map(([code, { first, last }]): [number, Row] => [
    code,
    { code, first, costs: new Float64Array(last - first + 1).fill(Number.POSITIVE_INFINITY) },
  ]);
  return new Map(rows);
}

function goingFrom(rows: Rows, view: View, t: number): readonly Going[] {
  return [...rows.values()].map((row) => ({ row, moves: movesFrom(view, row.code, t) }));
}

/** Cells worked out before others get their turn: some tens of milliseconds. */
const CELLS_PER_TURN = 200_000;

/** Costs of the states of the next period, each by its cheapest way there. */
function* forward(rows: Rows, view: View, t: number): Turns<Map<number, Row>> {
  const { width } = view;
  const going = goingFrom(rows, view, t);
  const next = reachable(going, width);
  let cells = 0;
  for (const { row, moves } of going) {
    cells += row.costs.length * moves.length;
    if (cells > CELLS_PER_TURN) {
      cells = 0;
      yield;
    }
    const costs = new Float64Array(row.costs.length);
    for (const move of moves) {
      const target = next.get(move.code);
      if (target === undefined) continue;
      cellCosts(view, move.shape, move.slope, row.first, costs);
      let from = imageOf(move, width, row.first) - target.first;
      for (let cell = 0; cell < costs.length; cell += 1) {
        const to = imageOf(move, width, row.first + cell + 1) - target.first;
        const cost = at(row.costs, cell) + at(costs, cell) + move.fixed;
        for (let image = from; image <= to; image += 1) {
          if (cost < at(target.costs, image)) target.costs[image] = cost;
        }
        from = to;
      }
    }
  }
  return next;
}

/** The row without the cells from which the coarser view sees no plan below the limit. */
function pruned(row: Row, view: View, t: number, coarser: Bounds, limit: number): Row | undefined {
  const known = coarser.view;
  const { width } = view;
  const { code, entering, charge } = reduced(known, row.code, t);
  const parent = coarser.ahead[t]?.get(code);
  if (parent === undefined) return undefined;
  const isComparable = known.maturity === view.maturity;
  const [price, knownPrice] = [at(view.price, t), at(known.price, t)];
  for (let cell = 0; cell < row.costs.length; cell += 1) {
    const low = (row.first + cell) * width;
    const high = low + width;
    const ahead = leastBetween(parent, low + entering, high + entering, known.width);
    const shift = Math.min((price - knownPrice) * low, (price - knownPrice) * high) - knownPrice * entering;
    const isDead = isComparable
      ? !(at(row.costs, cell) + ahead + charge + shift <= limit)
      : ahead === Number.POSITIVE_INFINITY;
    if (isDead) row.costs[cell] = Number.POSITIVE_INFINITY;
  }
  return trimmed(row);
}

/** What a way back looks at. */
interface Backward {
  readonly view: View;
  readonly t: number;
  readonly limit: number;
  readonly next: Rows;
  /** Class counts that still matter in the period. */
  readonly seen: { fewest: number; most: number };
}

/** Costs from a row's states to the end, each by its cheapest way. */
function backward(row: Row, { view, t, limit, next, seen }: Backward): Row | undefined {
  const { width } = view;
  const ahead = new Float64Array(row.costs.length).fill(Number.POSITIVE_INFINITY);
  const costs = new Float64Array(row.costs.length);
  for (const move of movesFrom(view, row.code, t)) {
    const target = next.get(move.code);
    if (target === undefined) continue;
    cellCosts(view, move.shape, move.slope, row.first, costs);
    const last = target.costs.length - 1;
    let isUseful = false;
    let from = imageOf(move, width, row.first) - target.first;
    for (let cell = 0; cell < costs.length; cell += 1) {
      const to = imageOf(move, width, row.first + cell + 1) - target.first;
      let least = Number.POSITIVE_INFINITY;
      for (let image = Math.max(0, from); image <= to && image <= last; image += 1) {
        if (at(target.costs, image) < least) least = at(target.costs, image);
      }
      from = to;
      const cost = least + at(costs, cell) + move.fixed;
      if (cost < at(ahead, cell)) ahead[cell] = cost;
      if (at(row.costs, cell) + cost <= limit) isUseful = true;
    }
    if (!isUseful) continue;
    seen.fewest = Math.min(seen.fewest, move.classes);
    seen.most = Math.max(seen.most, move.classes);
  }
  for (let cell = 0; cell < ahead.length; cell += 1) {
    if (!(at(row.costs, cell) + at(ahead, cell) <= limit)) ahead[cell] = Number.POSITIVE_INFINITY;
  }
  return trimmed({ code: row.code, first: row.first, costs: ahead });
}

function movesIn({ fewest, most }: Known, t: number): number {
  return (most[t] ?? 0) - (fewest[t] ?? 0) + 1;
}

/** States by period that plans below `most` can be in; undefined when the limit is reached. */
function* statesOf(
  view: View,
  most: number,
  coarser: Bounds | undefined,
  limit: WorkLimit,
): Turns<readonly Rows[] | undefined> {
  const reached: Rows[] = [new Map([[0, { code: 0, first: 0, costs: new Float64Array(1) }]])];
  let states = 1;
  for (let t = 0; t + 1 < view.problem.periods; t += 1) {
    const here = reached[t] ?? new Map();
    const next = new Map<number, Row>();
    for (const row of (yield* forward(here, view, t)).values()) {
      const kept = coarser === undefined ? row : pruned(row, view, t + 1, coarser, most);
      if (kept !== undefined) next.set(kept.code, kept);
    }
    states += cellsOf(next);
    limit.spend(cellsOf(here) * movesIn(view.known, t));
    yield;
    if (states > limit.mostStates || !limit.goOn()) return undefined;
    reached.push(next);
  }
  return reached;
}

/**
 * Solves a view: forward from the opening staff, then back from the end.
 *
 * @param most cost of a known plan; states from which no plan is at most this are dropped
 * @returns undefined when the limit is reached
 */
export function* solveView(
  view: View,
  most: number,
  coarser: Bounds | undefined,
  limit: WorkLimit,
): Turns<Bounds | undefined> {
  const { periods } = view.problem;
  const reached = yield* statesOf(view, most, coarser, limit);
  if (reached === undefined) return undefined;
  const ahead: Rows[] = [];
  const learnt = learning(view.known);
  for (let t = periods - 1; t >= 0; t -= 1) {
    const here = reached[t] ?? new Map();
    const next = ahead[0] ?? endRows(here, view, t);
    const seen = { fewest: Number.POSITIVE_INFINITY, most: 0 };
    const rows = new Map<number, Row>();
    let cells = 0;
    for (const row of here.values()) {
      cells += row.costs.length * movesIn(view.known, t);
      if (cells > CELLS_PER_TURN) {
        cells = 0;
        yield;
      }
      const kept = backward(row, { view, t, limit: most, next, seen });
      if (kept !== undefined) rows.set(kept.code, kept);
    }
    learn(learnt, view, t, rows, seen);
    limit.spend(cellsOf(here) * movesIn(view.known, t));
    ahead.unshift(rows);
  }
  const least = ahead[0]?.get(0)?.costs[0] ?? most;
  return { view, ahead, least: Math.min(most, least), known: learnt };
}

type Learning = { -readonly [K in keyof Known]: Known[K] extends Float64Array ? Float64Array : number[] };

function learning({ fewest, most, oldLeast, oldMost }: Known): Learning {
  return { fewest: [...fewest], most: [...most], oldLeast: oldLeast.slice(), oldMost: oldMost.slice() };
}

/** Narrows what is known by the states and moves of a period that are left. */
function learn(
  learnt: Learning,
  view: View,
  t: number,
  rows: Rows,
  seen: { fewest: number; most: number },
): void {
  if (seen.fewest <= seen.most) [learnt.fewest[t], learnt.most[t]] = [seen.fewest, seen.most];
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { code, first, costs } of rows.values()) {
    const kept = keptAsMature(view, code, t);
    least = Math.min(least, kept + first * view.width);
    most = Math.max(most, kept + (first + costs.length) * view.width);
  }
  if (least > most) return;
  learnt.oldLeast[t] = Math.max(at(learnt.oldLeast, t), least);
  learnt.oldMost[t] = Math.min(at(learnt.oldMost, t), most);
}

/** After the last period nothing costs anything. */
function endRows(rows: Rows, view: View, t: number): Rows {
  const ends = reachable(goingFrom(rows, view, t), view.width);
  for (const { costs } of ends.values()) costs.fill(0);
  return ends;
}
