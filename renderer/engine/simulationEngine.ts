import { isDomainError } from '#shared/kernel/domainError.ts';
import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import type { SimulationResults } from '#shared/queueing/simulation/results.ts';
import { createSimulation, type Simulation } from '#shared/queueing/simulation/simulation.ts';
import type { SimulationSpec } from '#shared/queueing/simulation/spec.ts';

export interface SimulationRequest {
  readonly spec: SimulationSpec;
  /** How many customers to simulate: whole, > 0. */
  readonly customers: number;
  /** Level of the intervals, above 0 and below 1. */
  readonly confidence: number;
}

/** Told what share is done, and the figures so far. */
export type SimulationProgress = (done: number, soFar: SimulationResults) => void;

/** A simulation on the other side of a thread, or of a function call. */
export interface SimulationEngine {
  /** @returns null when it was cancelled, which the next run does to the one before */
  run(
    request: SimulationRequest,
    onProgress: SimulationProgress,
  ): Promise<Result<SimulationResults | null, Fault<'domain'>>>;
  cancel(): Promise<void>;
}

/** Customers between two looks at the messages: some tens of milliseconds. */
const SLICE = 50_000;

function checkedCustomers(customers: number): Result<number, Fault<'domain'>> {
  if (Number.isSafeInteger(customers) && customers > 0) return ok(customers);
  const expected = 'a whole number above 0';
  return fault('domain', `customers: found ${customers}, expected ${expected}.`, [
    { path: 'customers', found: String(customers), expected },
  ]);
}

/** Turns the error of a simulation that cannot go on into a fault. */
function attempt<T>(work: () => T): Result<T, Fault<'domain'>> {
  try {
    return ok(work());
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    const { argument: path, value, expected } = thrown;
    return fault('domain', thrown.message, [{ path, found: String(value), expected }]);
  }
}

/** @param pause lets messages that are waiting come in, a cancellation among them */
export function createSimulationEngine(pause: () => Promise<void>): SimulationEngine {
  let current = 0;

  async function finish(
    simulation: Simulation,
    { customers, confidence }: SimulationRequest,
    onProgress: SimulationProgress,
  ): Promise<Result<SimulationResults | null, Fault<'domain'>>> {
    current += 1;
    const own = current;
    for (let done = 0; ;) {
      const slice = Math.min(SLICE, customers - done);
      const results = attempt(() => {
        simulation.run(slice);
        return simulation.results(confidence);
      });
      if (!results.ok) return results;
      done += slice;
      if (done >= customers) return results;
      onProgress(done / customers, results.value);
      await pause();
      if (own !== current) return ok(null);
    }
  }

  return {
    async run(request, onProgress) {
      const customers = checkedCustomers(request.customers);
      if (!customers.ok) return customers;
      const simulation = createSimulation(request.spec);
      return simulation.ok ? finish(simulation.value, request, onProgress) : simulation;
    },
    async cancel() {
      current += 1;
    },
  };
}
