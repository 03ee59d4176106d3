/** Large-team approximations: starting guesses and sanity checks, never an answer (75 % off at ten agents). */

import { domainError } from '#shared/kernel/domainError.ts';
import { checkPositive } from './domain.ts';
import { scaledErrorFunction } from './scaledErrorFunction.ts';

const HALF_PI_ROOT = Math.sqrt(Math.PI / 2);

/**
 * Φ(x)/φ(x), the normal distribution over its density.
 *
 * @param x real (not checked)
 * @returns positive; infinity from x = 38 on
 * @example normalRatio(0) // 1.25331413732
 */
export function normalRatio(x: number): number {
  const tail = HALF_PI_ROOT * scaledErrorFunction(Math.abs(x) * Math.SQRT1_2);
  return x < 0 ? tail : 2 * HALF_PI_ROOT * Math.exp((x * x) / 2) - tail;
}

/**
 * Halfin–Whitt: P(wait) of Erlang C with n = a + β·√n agents, as n grows: 1/(1 + β·Φ(β)/φ(β)).
 *
 * @param beta β, real; below 0 the queue is unstable and everyone waits
 * @returns share between 0 and 1
 * @throws DomainError naming `beta` when it is not a finite number
 * @see Halfin & Whitt 1981
 * @example halfinWhitt(0.5) // 0.504538640998
 */
export function halfinWhitt(beta: number): number {
  checkReal('beta', beta);
  return beta <= 0 ? 1 : 1 / (1 + beta * normalRatio(beta));
}

export interface GarnettResult {
  readonly pWait: number;
  /** √n·P(abandon given wait). */
  readonly sqrtNpAbandonGivenWait: number;
}

/**
 * Garnett–Mandelbaum–Reiman: Erlang A with n = a + β·√n agents, as n grows. With δ = β·√(μ/θ) and the hazard h = φ/(1−Φ):
 * P(W>0) ≈ 1/(1 + √(θ/μ)·h(δ)/h(−β)),  √n·P(Ab | W>0) ≈ √(θ/μ)·(h(δ) − δ).
 *
 * @param beta β, any real number
 * @param thetaOverMu AHT divided by the mean patience, > 0
 * @throws DomainError naming `beta` or `thetaOverMu`
 * @see Garnett, Mandelbaum & Reiman 2002
 * @example garnett(1, 1).pWait // 0.158655253931
 */
export function garnett(beta: number, thetaOverMu: number): GarnettResult {
  checkReal('beta', beta);
  checkPositive('thetaOverMu', thetaOverMu);
  const root = Math.sqrt(thetaOverMu);
  const delta = beta / root;
  const hazard = 1 / normalRatio(-delta);
  return {
    pWait: 1 / (1 + root * hazard * normalRatio(beta)),
    sqrtNpAbandonGivenWait: root * hazardExcess(delta, hazard),
  };
}

/** h(δ) − δ; its own fraction 1/(δ + 2/(δ + 3/(δ + …))) where the difference would lose digits. */
function hazardExcess(delta: number, hazard: number): number {
  if (delta < 4) return hazard - delta;
  let tail = 0;
  for (let i = 60; i > 0; i -= 1) tail = i / (delta + tail);
  return tail;
}

/**
 * Square-root staffing, a + β·√a.
 *
 * @param load offered load in Erlangs, > 0
 * @param beta quality of service, real
 * @returns real number of agents, never negative
 * @throws DomainError naming `load` or `beta`
 * @example squareRootStaffing(100, 1) // 110
 * @public
 */
export function squareRootStaffing(load: number, beta: number): number {
  checkPositive('load', load);
  checkReal('beta', beta);
  return Math.max(0, load + beta * Math.sqrt(load));
}

/**
 * Allen–Cunneen: mean wait of a queue with general arrivals and handle times, ½(c_a² + c_s²) times that of Erlang C.
 *
 * @param meanWait mean wait under Erlang C, seconds, > 0
 * @param arrivalVariation squared coefficient of variation of the times between arrivals, 1 for Poisson
 * @param serviceVariation squared coefficient of variation of the handle times, 1 for exponential
 * @throws DomainError naming the argument
 * @see Allen 1990
 * @example allenCunneen(20, 1, 0.5) // 15
 * @public
 */
export function allenCunneen(meanWait: number, arrivalVariation: number, serviceVariation: number): number {
  checkPositive('meanWait', meanWait);
  checkPositive('arrivalVariation', arrivalVariation);
  if (!(serviceVariation >= 0 && serviceVariation < Infinity)) {
    throw domainError('serviceVariation', serviceVariation, 'a finite number, at least 0');
  }
  return 0.5 * (arrivalVariation + serviceVariation) * meanWait;
}

function checkReal(argument: string, value: number): void {
  if (!Number.isFinite(value)) throw domainError(argument, value, 'a finite number');
}
