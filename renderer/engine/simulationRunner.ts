import { proxy, wrap } from 'comlink';
import { nextTurn } from './nextTurn.ts';
import { createSimulationEngine, type SimulationEngine } from './simulationEngine.ts';

export interface SimulationRunner extends SimulationEngine {
  /** Ends the worker. A run that is not finished never answers. */
  close(): void;
}

/** The simulator in this thread; it gives way between slices. */
export function inlineSimulationRunner(): SimulationRunner {
  return { ...createSimulationEngine(nextTurn), close: () => undefined };
}

/** The simulator in a worker of its own, apart from the plan's: a long run holds up neither the screen nor the plan. */
export function workerSimulationRunner(): SimulationRunner {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SimulationEngine>(worker);
  return {
    run: (request, onProgress) => remote.run(request, proxy(onProgress)),
    cancel: () => remote.cancel(),
    close: () => worker.terminate(),
  };
}
