import { createStore, type StoreApi } from 'zustand/vanilla';
import { isSame } from '#shared/kernel/isSame.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/model/commands.ts';
import type { EditEffect } from '#shared/model/checks/planChecks.ts';
import type { Explanation } from '#shared/model/explain.ts';
import type { FormulaCheck, FormulaDraft, FormulaName } from '#shared/model/formulaHelp.ts';
import type { LateGap } from '#shared/model/hiringLevers.ts';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { DayQuestion } from '#shared/model/planView.ts';
import type { OwnLine, ScenarioDocument } from '#shared/model/scenario.ts';
import type { DaySimulation } from '#shared/model/simulationSpec.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { applyEdit, documentCommands, type Editable } from '#shared/model/variants/edit.ts';
import type { EngineUpdate, PlanEngine } from '#renderer/engine/planEngine.ts';
import { type Act, actsOfJournal, PlanHistory } from './planHistory.ts';
import { noPlan, type PlanState } from './planState.ts';
import { createSaveQueue, type SaveQueue, type Timer } from './saveQueue.ts';

export interface PlanStore extends StoreApi<PlanState> {
  open(id: string): Promise<void>;
  /** One act of the user, as one step of undo. Refused as a whole when the plan would not be possible. */
  run(commands: readonly Command[]): Result<null, Fault>;
  undo(): void;
  redo(): void;
  explain(id: string, place: number, grain: Grain): Promise<Explanation | null>;
  /** When in the week a queue needs how many agents, in one period. */
  intervals(queueId: string, period: number): Promise<IntervalPlan | null>;
  /** What to simulate for a day at the planned staffing; null where there is nothing. */
  daySimulation(question: DayQuestion): Promise<DaySimulation | null>;
  /** What a formula of a kind may name. */
  formulaNames(scope: OwnLine['scope']): Promise<readonly FormulaName[]>;
  /** What is wrong with a line that is being written, or what it comes to; null while there is no plan. */
  checkFormula(draft: FormulaDraft): Promise<FormulaCheck | null>;
  /** What edits would change in people and money; null when they are not possible. */
  editEffect(commands: readonly Command[]): Promise<EditEffect | null>;
  /** What can be done about a gap of a group that hires decided on `today` come too late for; null where there is none. */
  levers(groupId: string, today: string): Promise<LateGap | null>;
  /** Ends the search for the cheapest hires with the best plan so far. */
  cancelHiring(): void;
  /** Goes on with searches for hires that were ended. */
  resumeHiring(): void;
  /** Reads the plan again, since it was changed elsewhere; edits that are not stored yet are kept. */
  reload(): Promise<void>;
  /** Stores what waits. */
  flush(): Promise<void>;
  /** Lets go of the plan, after storing what waits. */
  close(): Promise<void>;
  dismissRefusal(): void;
}

export interface PlanStoreOptions {
  readonly client: Client;
  readonly engine: PlanEngine;
  readonly timer: Timer;
}

/** The plan after all commands, and what takes them back, last first. */
function perform(
  plan: Editable,
  commands: readonly Command[],
): Result<{ next: Editable; inverse: readonly Command[] }, Fault> {
  let next = plan;
  const inverse: Command[] = [];
  for (const command of commands) {
    const applied = applyEdit(next, command);
    if (!applied.ok) return applied;
    next = applied.value.next;
    inverse.unshift(applied.value.inverse);
  }
  const checked = validateScenario(next.document);
  return checked.ok ? ok({ next, inverse }) : checked;
}

/** The same edits for the engine, which knows documents only. */
function plainEdits(
  before: ScenarioDocument,
  after: ScenarioDocument,
  commands: readonly Command[],
): readonly Command[] {
  const isPlain = commands.every(({ type }) => type !== 'setOverrides');
  return isPlain ? commands : documentCommands(before, after);
}

type ReadPlan = Output<'scenario.open'> & { readonly acts: readonly Act[] };

/** True when a plan that was read is what is on screen already: the same revision, on the same base. */
function isShown({ revision, variant }: PlanState, read: ReadPlan): boolean {
  return read.revision === revision && isSame(read.variant?.base, variant?.base);
}

/** How many edits of earlier days can still be taken back. */
const REMEMBERED_EDITS = 200;

/** The one open plan: its document, its results, its undo steps, and its way to the disk. */
class OpenPlan {
  readonly #store: StoreApi<PlanState>;
  readonly #options: PlanStoreOptions;
  #history = new PlanHistory();
  #queue: SaveQueue | undefined;
  #load = 0;
  #computing = 0;
  #turn = 0;

  constructor(store: StoreApi<PlanState>, options: PlanStoreOptions) {
    this.#store = store;
    this.#options = options;
  }

  get load(): number {
    return this.#load;
  }

  patch(part: Partial<PlanState>): void {
    const { canUndo, canRedo, nextUndo, nextRedo } = this.#history;
    this.#store.setState({ ...part, canUndo, canRedo, nextUndo, nextRedo });
  }

  #show(result: Result<EngineUpdate, Fault>): void {
    this.#computing -= 1;
    const isComputing = this.#computing > 0;
    if (!result.ok) return this.patch({ fault: result.fault, isComputing });
    if (result.value.load !== this.#load) return this.patch({ isComputing });
    // A plan that could not be computed has been mended.
    const mended =
      this.#store.getState().status === 'failed' ? ({ status: 'ready', fault: null } as const) : {};
    const { structure, changed, removed, checks, hiring } = result.value;
    const values = new Map(this.#store.getState().values);
    for (const value of changed) values.set(value.id, value);
    for (const id of removed) values.delete(id);
    this.patch({
      values,
      isComputing,
      ...mended,
      ...(checks === undefined ? {} : { checks }),
      ...(hiring === undefined ? {} : { hiring }),
      ...(structure === undefined
        ? {}
        : { structure, nodes: new Map(structure.nodes.map((node) => [node.id, node])) }),
    });
  }

  /** @returns whether it could be computed */
  async #compute(promise: Promise<Result<EngineUpdate, Fault>>): Promise<boolean> {
    this.#computing += 1;
    this.patch({ isComputing: true });
    const result = await promise;
    this.#show(result);
    return result.ok;
  }

  #startQueue(id: string, revision: number): SaveQueue {
    const { client, timer } = this.#options;
    return createSaveQueue({
      client,
      timer,
      id,
      revision,
      onState: (saveState, problem) =>
        this.patch({ saveState, fault: saveState === 'failed' ? (problem ?? null) : null }),
      onSaved: (saved) => this.patch({ revision: saved }),
      onStale: () => this.reload(),
    });
  }

  /** The stored plan and the edits that led to it. */
  async #read(id: string) {
    const { client } = this.#options;
    const [opened, journal] = await Promise.all([
      client.call('scenario.open', { id }),
      client.call('scenario.journal', { id, limit: REMEMBERED_EDITS }),
    ]);
    if (!opened.ok) return opened;
    return ok({ ...opened.value, acts: journal.ok ? actsOfJournal(journal.value) : [] });
  }

  /** Shows a plan that was read. Undo goes on from its journal. */
  async #start(
    id: string,
    { document, variant, revision, acts }: ReadPlan,
    pending: readonly Command[],
  ): Promise<void> {
    this.#load += 1;
    const load = this.#load;
    this.#history = new PlanHistory(acts);
    this.#queue = this.#startQueue(id, revision);
    this.patch({ ...noPlan, status: 'loading', id, document, variant, revision });
    const computed = this.#compute(this.#options.engine.load(load, document));
    if (pending.length > 0) this.run(pending);
    const isComputed = await computed;
    if (load === this.#load) this.patch({ status: isComputed ? 'ready' : 'failed' });
  }

  /** Lets go of the open plan and shows another; given up when something else is asked for in the meantime. */
  async open(id: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    await this.#letGo();
    if (turn !== this.#turn) return;
    this.patch({ status: 'loading' });
    const read = await this.#read(id);
    if (turn !== this.#turn) return;
    if (!read.ok) return this.patch({ ...noPlan, status: 'failed', fault: read.fault });
    await this.#start(id, read.value, []);
  }

  /**
   * The stored plan moved on without this window: reads it, and does what was not stored yet once more on top of it. While
   * it cannot be read, the plan stays as it is on screen, unsaved.
   */
  async reload(): Promise<void> {
    const { id } = this.#store.getState();
    if (id === null) return;
    const read = await this.#read(id);
    const now = this.#store.getState();
    const queue = this.#queue;
    // Another plan was opened in the meantime, or this one read again.
    if (queue === undefined || now.id !== id || (read.ok && isShown(now, read.value))) return;
    if (!read.ok && read.fault.code !== 'not-found')
      return this.patch({ saveState: 'failed', fault: read.fault });
    const pending = queue.pending();
    queue.stop();
    if (!read.ok) return this.patch({ ...noPlan, status: 'failed', fault: read.fault });
    const shown = this.#start(id, read.value, pending);
    const edits =
      pending.length === 0 ? 'none' : this.#store.getState().refusal === null ? 'kept' : 'refused';
    this.patch({ changedElsewhere: { revision: read.value.revision, edits } });
    await shown;
  }

  #act(commands: readonly Command[]): Result<readonly Command[], Fault> {
    const { document, variant } = this.#store.getState();
    if (document === null) throw new Error('There is no open plan to change');
    const performed = perform({ document, variant }, commands);
    if (!performed.ok) {
      this.patch({ refusal: { fault: performed.fault, commands } });
      return performed;
    }
    const { next } = performed.value;
    const own = next.variant === null || variant === null ? null : { ...variant, ...next.variant };
    this.patch({ document: next.document, variant: own, refusal: null });
    this.#queue?.add(commands);
    const edits = plainEdits(document, next.document, commands);
    if (edits.length > 0) void this.#compute(this.#options.engine.apply(this.#load, edits));
    return ok(performed.value.inverse);
  }

  resumeHiring(): void {
    void this.#compute(this.#options.engine.resumeHiring(this.#load));
  }

  run(commands: readonly Command[]): Result<null, Fault> {
    const inverse = this.#act(commands);
    if (!inverse.ok) return inverse;
    this.#history.add({ commands, inverse: inverse.value });
    this.patch({});
    return ok(null);
  }

  undo(): void {
    this.#history.undo(({ inverse }) => this.#act(inverse).ok);
    this.patch({});
  }

  redo(): void {
    this.#history.redo(({ commands }) => this.#act(commands).ok);
    this.patch({});
  }

  async flush(): Promise<void> {
    const queue = this.#queue;
    await queue?.flush();
    // A plan that changed elsewhere was read anew on the way: what was kept waits in the queue of that.
    if (this.#queue !== queue) await this.flush();
  }

  async close(): Promise<void> {
    this.#turn += 1;
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    await this.flush();
    this.#queue?.stop();
    this.#queue = undefined;
    this.#history = new PlanHistory();
    this.patch(noPlan);
  }
}

/** A store without a plan; `open` fills it. */
export function createPlanStore(options: PlanStoreOptions): PlanStore {
  const { engine } = options;
  const store = createStore<PlanState>(() => noPlan);
  const plan = new OpenPlan(store, options);
  void engine.watchHiring((hiringProgress) => plan.patch({ hiringProgress }));
  return {
    ...store,
    open: (id) => plan.open(id),
    run: (commands) => plan.run(commands),
    undo: () => plan.undo(),
    redo: () => plan.redo(),
    explain: (id, place, grain) => engine.explain(plan.load, id, place, grain),
    intervals: (queueId, period) => engine.intervals(plan.load, queueId, period),
    daySimulation: (question) => engine.daySimulation(plan.load, question),
    formulaNames: (scope) => engine.formulaNames(plan.load, scope),
    checkFormula: (draft) => engine.checkFormula(plan.load, draft),
    editEffect: (commands) => engine.editEffect(plan.load, commands),
    levers: (groupId, today) => engine.levers(plan.load, groupId, today),
    cancelHiring: () => void engine.cancelHiring(plan.load),
    resumeHiring: () => plan.resumeHiring(),
    reload: () => plan.reload(),
    flush: () => plan.flush(),
    close: () => plan.close(),
    dismissRefusal: () => plan.patch({ refusal: null }),
  };
}
