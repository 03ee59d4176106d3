import type { Estimate } from '#shared/queueing/simulation/estimate.ts';
import type { GroupFigures, QueueFigures, SimulationResults } from '#shared/queueing/simulation/results.ts';
import { simulate } from '#shared/queueing/simulation/simulation.ts';
import type { SimulatedQueue, SimulationSpec } from '#shared/queueing/simulation/spec.ts';

/** One queue in the terms of the formulas. */
export interface Setting {
  readonly load: number;
  readonly agents: number;
  readonly aht: number;
  readonly within: number;
  readonly patience?: number;
  readonly places?: number;
}

export function queueOf({ load, aht, within, patience, places }: Setting): SimulatedQueue {
  return {
    id: 'voice',
    arrivalsPerHour: (load * 3600) / aht,
    handleTime: { mean: aht },
    within,
    ...(patience === undefined ? {} : { patience: { mean: patience } }),
    ...(places === undefined ? {} : { places }),
  };
}

export function specOf(setting: Setting, seed: number, more: Partial<SimulatedQueue> = {}): SimulationSpec {
  return {
    seed,
    queues: [{ ...queueOf(setting), ...more }],
    groups: [{ id: 'team', agents: setting.agents, skills: [{ queue: 'voice' }] }],
  };
}

export function run(spec: SimulationSpec, customers: number, confidence = 0.999): SimulationResults {
  const results = simulate(spec, { customers, confidence });
  if (!results.ok) throw new Error(results.fault.message);
  return results.value;
}

export function figuresOf(results: SimulationResults, queue = 0): QueueFigures {
  const found = results.queues[queue];
  if (found === undefined) throw new Error(`There is no queue ${queue}`);
  return found.figures;
}

export function groupOf(results: SimulationResults, group = 0): GroupFigures {
  const found = results.groups[group];
  if (found === undefined) throw new Error(`There is no group ${group}`);
  return found.figures;
}

/** The value and half-width; a figure that is not there is a mistake of the test. */
export function sure(estimate: Estimate | null): { readonly value: number; readonly halfWidth: number } {
  if (estimate?.halfWidth === null || estimate === null) throw new Error('There is no such figure');
  return { value: estimate.value, halfWidth: estimate.halfWidth };
}

/**
 * Says how a figure misses the truth: it lies outside of the interval, or the interval is too wide to mean something.
 *
 * @param slack how far the truth itself may be off, relative
 * @returns empty when it fits
 */
export function misfit(estimate: Estimate | null, truth: number, what: string, slack = 0): string {
  const { value, halfWidth } = sure(estimate);
  const text = `${what}: simulated ${value} ± ${halfWidth}, expected ${truth}`;
  if (!(Math.abs(value - truth) <= halfWidth + slack * Math.abs(truth))) return text;
  return halfWidth < 0.25 * Math.abs(truth) + 0.005 ? '' : `${text}: too wide to tell`;
}
