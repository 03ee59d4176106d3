import type { Problem } from '#shared/kernel/result.ts';
import type { Period } from '../periods.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `March 2027`, or `the week of 2027-03-01`. */
export function periodText({ start, days }: Period): string {
  return days === 7
    ? `the week of ${start}`
    : `${MONTHS[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`;
}

/** A number without the noise of the last binary digits: 0.9, not 0.8999999999999999. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** One problem for each key that stands in a list more than once. */
export function repeated(path: string, keys: readonly string[], thing: string): readonly Problem[] {
  const twice = keys.filter((key, place) => keys.indexOf(key) !== place);
  return [...new Set(twice)].map((key) => ({
    path,
    found: `"${key}" twice`,
    expected: `each ${thing} once`,
  }));
}

/** What may stand where the name of another thing is expected. */
export function oneOf(things: string, names: readonly string[]): string {
  return names.length === 0
    ? `one of the ${things}, of which there are none`
    : `one of the ${things}: ${names.join(', ')}`;
}
