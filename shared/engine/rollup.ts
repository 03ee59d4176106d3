import type { Bound } from './bound.ts';
import { type Column, compile, type DivisionWatch } from './compile.ts';

/** A run of neighbouring periods that is shown as one. */
export interface PeriodSpan {
  readonly first: number;
  readonly last: number;
}

export type RollupRule = 'sum' | 'mean' | 'first' | 'last' | 'formula';

export interface RollupSource {
  readonly column: (id: string) => Column;
  readonly rule: (id: string) => RollupRule;
  readonly formula: (id: string) => Bound | undefined;
  /** Days of each period: the weights of a mean. */
  readonly days: readonly number[];
}

function overSpan(
  values: Column,
  days: readonly number[],
  { first, last }: PeriodSpan,
  rule: RollupRule,
): number {
  if (rule === 'first') return values[first] ?? Number.NaN;
  if (rule === 'last') return values[last] ?? Number.NaN;
  let total = 0;
  let weights = 0;
  for (let t = first; t <= last; t += 1) {
    const weight = rule === 'sum' ? 1 : (days[t] ?? 0);
    total += (values[t] ?? Number.NaN) * weight;
    weights += weight;
  }
  return rule === 'sum' ? total : total / weights;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * Totals of nodes over spans of periods: added, averaged by days, first or last, or the node's formula once more on the
 * totals of what it reads, so that a ratio of a year is the ratio of the year's parts.
 *
 * @returns a function from node id to one value for each span, NaN where there is none; totals are kept once made
 */
export function createRollup(spans: readonly PeriodSpan[], source: RollupSource): (id: string) => Column {
  const done = new Map<string, Column>();
  const watch: DivisionWatch = { hasDividedByZero: false };

  function total(id: string): Column {
    const known = done.get(id);
    if (known !== undefined) return known;
    const rule = source.rule(id);
    const bound = rule === 'formula' ? source.formula(id) : undefined;
    const values = source.column(id);
    const spanRule = rule === 'formula' ? 'mean' : rule;
    const result = Float64Array.from(spans, (span) => finite(overSpan(values, source.days, span, spanRule)));
    done.set(id, result);
    if (bound === undefined) return result;
    const evaluate = compile(bound, total, watch);
    result.set(
      spans.map((_, place) => {
        watch.hasDividedByZero = false;
        const value = evaluate(place);
        return watch.hasDividedByZero ? Number.NaN : finite(value);
      }),
    );
    return result;
  }

  return total;
}
