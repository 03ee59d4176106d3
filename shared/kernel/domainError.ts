/**
 * An argument outside the range in which a function is defined: a broken assumption of the caller, not a user's doing.
 * Doors that take what people type validate first and answer with a `Result`.
 */
export interface DomainError extends Error {
  readonly name: 'DomainError';
  /** The argument as the caller knows it, such as `load` or `goal.serviceLevel`. */
  readonly argument: string;
  /** What was passed. */
  readonly value: unknown;
  /** What would have been accepted, as the end of the sentence "expected …". */
  readonly expected: string;
}

/**
 * Makes the error to throw. The message reads `load: found -1, expected a number of Erlangs, at least 0.`
 *
 * @example domainError('load', -1, 'at least 0').message // 'load: found -1, expected at least 0.'
 */
export function domainError(argument: string, value: unknown, expected: string): DomainError {
  const error = new Error(`${argument}: found ${shown(value)}, expected ${expected}.`);
  return Object.assign(error, { name: 'DomainError' as const, argument, value, expected });
}

/**
 * Tells a `DomainError` from any other thrown value.
 *
 * @example isDomainError(domainError('load', -1, 'at least 0')) // true
 */
export function isDomainError(thrown: unknown): thrown is DomainError {
  return thrown instanceof Error && thrown.name === 'DomainError' && 'argument' in thrown;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) {
    return String(value);
  }
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
