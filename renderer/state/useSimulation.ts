import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '#shared/kernel/result.ts';
import type { DayQuestion } from '#shared/model/planView.ts';
import type { DaySimulation } from '#shared/model/simulationSpec.ts';
import type { SimulationResults } from '#shared/queueing/simulation/results.ts';
import { type SimulationRunner, workerSimulationRunner } from '#renderer/engine/simulationRunner.ts';
import { usePlanStore } from './usePlan.ts';

export interface SimulationRun {
  /** `nothing`: there is nothing to simulate on that day. `stopped`: by hand, with the figures so far. */
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'nothing' | 'failed';
  /** How much is done, 0 to 1. */
  readonly share: number;
  /** What is simulated; null before it is known. */
  readonly day: DaySimulation | null;
  /** The figures so far. */
  readonly results: SimulationResults | null;
  readonly fault: Fault | null;
}

export interface SimulationControl {
  readonly run: SimulationRun;
  start(question: DayQuestion, customers: number): void;
  stop(): void;
  /** Forgets what was simulated: the question is another one now. */
  clear(): void;
}

const confidence = 0.95;
const atFirst: SimulationRun = { status: 'idle', share: 0, day: null, results: null, fault: null };

/** Simulates a day of the open plan in a worker, which lives as long as the run or the component. */
export function useSimulation(): SimulationControl {
  const store = usePlanStore();
  const [run, setRun] = useState(atFirst);
  const runner = useRef<SimulationRunner | null>(null);

  const end = useCallback(() => {
    runner.current?.close();
    runner.current = null;
  }, []);
  useEffect(() => end, [end]);

  const begin = async (question: DayQuestion, customers: number): Promise<void> => {
    end();
    const own = workerSimulationRunner();
    runner.current = own;
    /** Whatever comes from a run that was given up is not shown. */
    const show = (next: (before: SimulationRun) => SimulationRun): void => {
      if (runner.current === own) setRun(next);
    };
    setRun({ ...atFirst, status: 'running' });
    const day = await store.daySimulation(question);
    if (day === null) {
      show(() => ({ ...atFirst, status: 'nothing' }));
    } else {
      show((before) => ({ ...before, day }));
      if (runner.current !== own) return;
      const answer = await own.run({ spec: day.spec, customers, confidence }, (share, soFar) =>
        show((before) => ({ ...before, share, results: soFar })),
      );
      if (!answer.ok) show(() => ({ ...atFirst, status: 'failed', fault: answer.fault }));
      else if (answer.value !== null) {
        const results = answer.value;
        show((before) => ({ ...before, status: 'done', share: 1, results }));
      }
    }
    if (runner.current === own) end();
  };

  return {
    run,
    start: (question, customers) => void begin(question, customers),
    stop() {
      end();
      setRun((before) => ({ ...before, status: 'stopped' }));
    },
    clear() {
      end();
      setRun(atFirst);
    },
  };
}
