import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { LateGap } from '#shared/model/hiringLevers.ts';
import type { HiringProgress } from '#shared/model/hiringPlan.ts';
import type { Explanation } from '#shared/model/explain.ts';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import type { Grain } from '#shared/model/periods.ts';
import { createPlanView, type DayQuestion, type PlanView, type ViewUpdate } from '#shared/model/planView.ts';
import type { DaySimulation } from '#shared/model/simulationSpec.ts';
import type { EditEffect } from '#shared/model/checks/planChecks.ts';
import type { FormulaCheck, FormulaDraft, FormulaName } from '#shared/model/formulaHelp.ts';
import type { OwnLine, ScenarioDocument } from '#shared/model/scenario.ts';
import { createDriver, type Patience } from './driver.ts';

/** What a change of the plan came to, and for which load of which scenario it holds. */
export interface EngineUpdate extends ViewUpdate {
  readonly load: number;
}

/** The plan on the other side of a thread, or of a function call. */
export interface PlanEngine {
  /** Starts over with a document. Answers to earlier loads are void. */
  load(load: number, document: ScenarioDocument): Promise<Result<EngineUpdate, Fault>>;
  /** Commands that come while others are still being computed are computed together with the next. */
  apply(load: number, commands: readonly Command[]): Promise<Result<EngineUpdate, Fault>>;
  explain(load: number, id: string, place: number, grain: Grain): Promise<Explanation | null>;
  /** When in the week a queue needs how many agents; null where the plan cannot say. */
  intervals(load: number, queueId: string, period: number): Promise<IntervalPlan | null>;
  /** What to simulate for a day at the planned staffing; null where there is nothing. */
  daySimulation(load: number, question: DayQuestion): Promise<DaySimulation | null>;
  formulaNames(load: number, scope: OwnLine['scope']): Promise<readonly FormulaName[]>;
  checkFormula(load: number, draft: FormulaDraft): Promise<FormulaCheck | null>;
  /** What edits would change in people and money; null when they are not possible. */
  editEffect(load: number, commands: readonly Command[]): Promise<EditEffect | null>;
  /** What can be done about a gap that hires decided on `today` come too late for; null where there is none. */
  levers(load: number, groupId: string, today: string): Promise<LateGap | null>;
  /** Tells how a search for the cheapest hires comes on once it takes a while; null when it is over. */
  watchHiring(listener: (progress: HiringProgress | null) => void): Promise<void>;
  /** Ends the search for hires with the best plan so far. */
  cancelHiring(load: number): Promise<void>;
  /** Goes on with the searches for hires that were ended. */
  resumeHiring(load: number): Promise<Result<EngineUpdate, Fault>>;
}

const NOTHING_CHANGED: ViewUpdate = { changed: [], removed: [] };

function applyAll(document: ScenarioDocument, commands: readonly Command[]): Result<ScenarioDocument, Fault> {
  let next = document;
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied;
    next = applied.value.next;
  }
  return ok(next);
}

/**
 * Keeps a plan computed for whoever holds its document.
 *
 * @param pause lets messages that are already waiting come in before the plan is computed
 */
export function createPlanEngine(pause: () => Promise<void>, patience?: Patience): PlanEngine {
  const driver = createDriver(pause, patience);
  let view: PlanView = createPlanView();
  let current = 0;
  let document: ScenarioDocument | undefined;
  let waiting: Command[] = [];

  /** Computes the document as it is now. A run that another one overtakes says nothing: that one computes everything. */
  async function computed(load: number): Promise<Result<EngineUpdate, Fault>> {
    if (document === undefined) return fault('internal', 'No plan is loaded.');
    const update = await driver.drive(view.updateInTurns(document));
    if (update === undefined) return ok({ ...NOTHING_CHANGED, load });
    return update.ok ? ok({ ...update.value, load }) : update;
  }

  async function ask<T>(load: number, answer: () => T | undefined): Promise<T | null> {
    return load === current ? (answer() ?? null) : null;
  }

  return {
    async load(load, first) {
      current = load;
      document = first;
      waiting = [];
      view = createPlanView();
      return computed(load);
    },
    async apply(load, commands) {
      if (load === current) waiting.push(...commands);
      await pause();
      if (load !== current || document === undefined || waiting.length === 0)
        return ok({ ...NOTHING_CHANGED, load });
      const batch = waiting;
      waiting = [];
      const next = applyAll(document, batch);
      if (!next.ok) return next;
      document = next.value;
      return computed(load);
    },
    explain: (load, id, place, grain) => ask(load, () => view.explain(id, place, grain)),
    async formulaNames(load, scope) {
      return load === current ? view.formulaNames(scope) : [];
    },
    checkFormula: (load, draft) => ask(load, () => view.checkFormula(draft)),
    async editEffect(load, commands) {
      if (load !== current || document === undefined) return null;
      return view.editEffect(document, commands) ?? null;
    },
    levers: (load, groupId, today) => ask(load, () => view.levers(groupId, today)),
    async watchHiring(listener) {
      driver.watch(listener);
    },
    async cancelHiring(load) {
      if (load === current) driver.cancel();
    },
    async resumeHiring(load) {
      if (load !== current) return ok({ ...NOTHING_CHANGED, load });
      view.resumeHiring();
      return computed(load);
    },
    intervals: (load, queueId, period) => ask(load, () => view.intervals(queueId, period)),
    daySimulation: (load, question) => ask(load, () => view.daySimulation(question)),
  };
}
