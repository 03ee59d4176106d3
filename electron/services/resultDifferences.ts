/** One number that is not what it was. */
export interface ResultDifference {
  /** Such as `plan.totalCost`. */
  readonly measure: string;
  readonly period: number | null;
  readonly saved: number | string | boolean | null;
  readonly now: number | string | boolean | null;
}

type Plain = number | string | boolean | null;

function isPlain(value: unknown): value is Plain {
  return value === null || ['number', 'string', 'boolean'].includes(typeof value);
}

function plain(value: unknown): Plain {
  return isPlain(value) ? value : null;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(Object.entries(value ?? {}));
}

/** Everything in which two results of a plan differ, bit for bit, in the order in which they are written. */
export function resultDifferences(saved: unknown, now: unknown, measure = ''): ResultDifference[] {
  if (Object.is(saved, now)) return [];
  if (isPlain(saved) || isPlain(now) || saved === undefined || now === undefined) {
    return [{ measure, period: null, saved: plain(saved), now: plain(now) }];
  }
  if (Array.isArray(saved) && Array.isArray(now) && saved.every(isPlain) && now.every(isPlain)) {
    const length = Math.max(saved.length, now.length);
    return Array.from({ length }, (_, period) => period)
      .filter((period) => !Object.is(saved[period], now[period]))
      .map((period) => ({
        measure,
        period,
        saved: plain(saved[period]),
        now: plain(now[period]),
      }));
  }
  const before = fieldsOf(saved);
  const after = fieldsOf(now);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) =>
    resultDifferences(before.get(name), after.get(name), measure === '' ? name : `${measure}.${name}`),
  );
}
