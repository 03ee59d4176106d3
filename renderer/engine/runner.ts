import { proxy, wrap } from 'comlink';
import { createPlanEngine, type PlanEngine } from './planEngine.ts';

function atOnce(): Promise<void> {
  return Promise.resolve();
}

/** The engine in this thread. */
export function inlineRunner(): PlanEngine {
  return createPlanEngine(atOnce);
}

/** The engine in this thread, with everything copied on the way as it would be to a worker. */
export function cloningRunner(): PlanEngine {
  const engine = createPlanEngine(atOnce);
  return {
    load: async (load, document) => structuredClone(await engine.load(load, structuredClone(document))),
    apply: async (load, commands) => structuredClone(await engine.apply(load, structuredClone(commands))),
    explain: async (load, id, place, grain) => structuredClone(await engine.explain(load, id, place, grain)),
    intervals: async (load, queueId, period) =>
      structuredClone(await engine.intervals(load, queueId, period)),
    daySimulation: async (load, question) =>
      structuredClone(await engine.daySimulation(load, structuredClone(question))),
    formulaNames: async (load, scope) => structuredClone(await engine.formulaNames(load, scope)),
    checkFormula: async (load, draft) =>
      structuredClone(await engine.checkFormula(load, structuredClone(draft))),
    editEffect: async (load, commands) =>
      structuredClone(await engine.editEffect(load, structuredClone(commands))),
    levers: async (load, groupId, today) => structuredClone(await engine.levers(load, groupId, today)),
    watchHiring: (listener) => engine.watchHiring((progress) => listener(structuredClone(progress))),
    cancelHiring: (load) => engine.cancelHiring(load),
    resumeHiring: async (load) => structuredClone(await engine.resumeHiring(load)),
  };
}

/** The engine in a worker of its own: computing never holds up the screen. */
export function workerRunner(): PlanEngine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<PlanEngine>(worker);
  return {
    load: (load, document) => remote.load(load, document),
    apply: (load, commands) => remote.apply(load, commands),
    explain: (load, id, place, grain) => remote.explain(load, id, place, grain),
    intervals: (load, queueId, period) => remote.intervals(load, queueId, period),
    daySimulation: (load, question) => remote.daySimulation(load, question),
    formulaNames: (load, scope) => remote.formulaNames(load, scope),
    checkFormula: (load, draft) => remote.checkFormula(load, draft),
    editEffect: (load, commands) => remote.editEffect(load, commands),
    levers: (load, groupId, today) => remote.levers(load, groupId, today),
    watchHiring: (listener) => remote.watchHiring(proxy(listener)),
    cancelHiring: (load) => remote.cancelHiring(load),
    resumeHiring: (load) => remote.resumeHiring(load),
  };
}
