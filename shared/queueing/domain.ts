/** The checks at the public doors of the queueing functions. Each throws a `DomainError` that names the argument. */

import { domainError } from '#shared/kernel/domainError.ts';

/**
 * A finite number, at least 0.
 *
 * @throws DomainError
 * @example checkNonNegative('load', 0) // undefined
 */
export function checkNonNegative(argument: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw domainError(argument, value, 'a finite number, at least 0');
}

/**
 * A finite number above 0.
 *
 * @throws DomainError
 * @example checkPositive('aht', 300) // undefined
 */
export function checkPositive(argument: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw domainError(argument, value, 'a finite number above 0');
}

/**
 * A share between 0 and 1, both included.
 *
 * @throws DomainError
 * @example checkShare('retry', 1) // undefined
 */
export function checkShare(argument: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw domainError(argument, value, 'a share between 0 and 1');
}

/**
 * A whole number, at least 0.
 *
 * @throws DomainError
 * @example checkCount('agents', 12) // undefined
 */
export function checkCount(argument: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw domainError(argument, value, 'a whole number, at least 0');
}
