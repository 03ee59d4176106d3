/**
 * Discrete-event simulation of a contact centre: what formulas cannot say about several queues and skills, priorities,
 * redials, chats and staffing that changes during the day, and a check of the formulas where they can.
 */

import { domainError, isDomainError } from '#shared/kernel/domainError.ts';
import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { checkSpec } from './checkSpec.ts';
import { advance, startDay } from './events.ts';
import { createFloor } from './floor.ts';
import { layoutOf } from './layout.ts';
import { readResults, type SimulationResults } from './results.ts';
import type { SimulationSpec } from './spec.ts';

/** A simulation that can be stopped, looked at and continued at any point: the slices of a run do not change its course. */
export interface Simulation {
  /**
   * Goes on until so many customers more have come (a day on which nobody comes counts as one).
   *
   * @throws DomainError when contacts pile up without limit because the agents cannot keep up
   */
  run(customers: number): void;
  /**
   * The figures so far; the simulation can go on afterwards.
   *
   * @param confidence level of the intervals, above 0 and below 1; 0.95 by default
   * @throws DomainError for another confidence
   */
  results(confidence?: number): SimulationResults;
}

/**
 * Prepares a simulation.
 *
 * @returns the fault `domain` naming each argument that is out of its range by its path
 * @example createSimulation({ seed: 1, queues: [], groups: [] }).ok // false
 */
export function createSimulation(spec: SimulationSpec): Result<Simulation, Fault<'domain'>> {
  const checked = checkSpec(spec);
  if (!checked.ok) return checked;
  const floor = createFloor(layoutOf(spec, checked.value));
  startDay(floor);
  return ok({
    run(customers) {
      advance(floor, customers);
    },
    results(confidence = 0.95) {
      checkConfidence(confidence);
      return readResults(floor, spec, confidence);
    },
  });
}

function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1))
    throw domainError('confidence', confidence, 'a share between 0 and 1, both excluded');
}

export interface SimulateOptions {
  /** Whole, > 0. */
  readonly customers: number;
  readonly confidence?: number;
  /** Told the share done, 0 to 1, from time to time. */
  readonly onProgress?: (done: number) => void;
}

const SLICE = 50_000;

/**
 * Runs a simulation from beginning to end.
 *
 * @returns the fault `domain` for a wrong argument, or when contacts pile up without limit
 * @example simulate(spec, { customers: 1_000_000 }).ok // true
 */
export function simulate(
  spec: SimulationSpec,
  { customers, confidence = 0.95, onProgress }: SimulateOptions,
): Result<SimulationResults, Fault<'domain'>> {
  const created = createSimulation(spec);
  if (!created.ok) return created;
  try {
    if (!(Number.isSafeInteger(customers) && customers > 0))
      throw domainError('customers', customers, 'a whole number above 0');
    checkConfidence(confidence);
    for (let done = 0; done < customers; done += SLICE) {
      created.value.run(Math.min(SLICE, customers - done));
      onProgress?.(Math.min(1, (done + SLICE) / customers));
    }
    return ok(created.value.results(confidence));
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    const problem = { path: thrown.argument, found: String(thrown.value), expected: thrown.expected };
    return fault('domain', thrown.message, [problem]);
  }
}
