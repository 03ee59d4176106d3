import type { Benchmark, BenchmarkFigure } from '#shared/model/assumptions/benchmarks.ts';
import type { RegisterEntry } from '#shared/model/assumptions/register.ts';
import { beginsWith, pathParts } from '#shared/model/inputPlaces.ts';
import type { Unit } from '#shared/model/units.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { formatOf } from './figures.ts';

/** The lowest and the highest number that an input has over the plan; null where it has none of its own. */
export function spanOf({ input }: Pick<RegisterEntry, 'input'>): readonly [low: number, high: number] | null {
  const values = input.byPeriod ?? (typeof input.value === 'number' ? [input.value] : []);
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** True when a path is what a pattern names, and not something inside it. */
function isNamedBy(path: string, pattern: string): boolean {
  const [parts, wanted] = [pathParts(path), pattern.split('.')];
  return parts.length === wanted.length && beginsWith(parts, wanted);
}

/** True when a benchmark is about the input itself, and not about a whole that it is a part of. */
export function isAbout({ inputs }: Benchmark, path: string): boolean {
  return inputs.some((pattern) => isNamedBy(path, pattern));
}

/** True when a benchmark can be held against a result. */
export function isAboutMeasure({ measures = [] }: Benchmark, id: string): boolean {
  return measures.some((pattern) => isNamedBy(id, pattern));
}

/** Whether numbers lie where they are usually found; null where nobody says where that is. */
export function isUsual(
  { usual }: Benchmark,
  span: readonly [low: number, high: number] | null,
): boolean | null {
  if (usual === undefined || span === null) return null;
  return span[0] >= usual.low && span[1] <= usual.high;
}

/** The numbers of a benchmark that an input of a unit can take over. */
export function usableValues(
  benchmark: Benchmark,
  path: string,
  unit: Unit | undefined,
  currency: string,
): readonly number[] {
  const { figures, isIndirect = false, currency: own } = benchmark;
  const isSameUnit = benchmark.unit === unit && (own === undefined || own === currency);
  if (isIndirect || !isSameUnit || !isAbout(benchmark, path)) return [];
  return [...new Set(figures.flatMap(({ value, to }) => (to === undefined ? [value] : [value, to])))];
}

interface Look {
  readonly locale: string;
}

export function benchmarkNumber({ unit, currency }: Benchmark, value: number, { locale }: Look): string {
  return formatPlain(value, formatOf(unit, currency ?? ''), locale);
}

/** '28.0 % to 31.0 %', or one number. */
export function figureRange(
  benchmark: Benchmark,
  { value, to }: BenchmarkFigure,
  look: Look,
  range: (low: string, high: string) => string,
): string {
  const low = benchmarkNumber(benchmark, value, look);
  return to === undefined ? low : range(low, benchmarkNumber(benchmark, to, look));
}
