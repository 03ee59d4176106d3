import type { HeatChartData } from './types.ts';

/** The number that has the full colour: what is given, or the highest there is. */
export function highestOf({ highest, rows }: Pick<HeatChartData, 'highest' | 'rows'>): number {
  return highest ?? Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

/** From 0, no colour, to 1. */
export function heatShare(value: number, highest: number): number {
  return highest <= 0 ? 0 : Math.max(0, Math.min(1, value / highest));
}
