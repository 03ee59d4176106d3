import type { Column } from './compile.ts';
import { type CellError, type Component, type GraphSpec, orderOf, outputsOf } from './graph.ts';
import { type Errors, sameColumn, sameErrors } from './same.ts';
import { columnOf, createStore, keepOnly, type Store } from './store.ts';
import { failTask, runTask, type Task, taskFor } from './task.ts';

/** The values of all nodes of a plan, kept between runs so that an edit recomputes only what it reaches. */
export interface Engine {
  /** Brings the store to the state of `spec`. @returns ids of the nodes whose values changed, gone ones left out */
  update(spec: GraphSpec): readonly string[];
  /** @throws for an id that is not in the plan */
  column(id: string): Column;
  has(id: string): boolean;
  error(id: string, period: number): CellError | undefined;
  ids(): readonly string[];
}

const LONGEST_CYCLE = 12;

/** `Circular: a → b → a.`; the middle of a long way around is counted. */
function cycleText(path: readonly string[]): string {
  const cut = path.length - LONGEST_CYCLE;
  const shown = cut <= 0 ? path : [...path.slice(0, LONGEST_CYCLE - 2), `${cut + 1} more`, path.at(-1) ?? ''];
  return `Circular: ${shown.join(' → ')}.`;
}

/** True for values that stand in the store as they are given; other nodes change only by what they read. */
function isUpToDate(store: Store, { spec }: Task): boolean {
  if (spec.kind !== 'values') return true;
  const given = new Map(spec.errors ?? []);
  return sameColumn(spec.values, columnOf(store, spec.id)) && sameErrors(store.errors.get(spec.id), given);
}

function mustRun(store: Store, task: Task, changed: ReadonlySet<string>): boolean {
  return task.isFresh || !isUpToDate(store, task) || task.inputs.some(({ id }) => changed.has(id));
}

/** What a group of tasks held before it runs; its errors are taken out of the store. */
function takeBefore(store: Store, ids: readonly string[]) {
  const columns = new Map(ids.map((id) => [id, columnOf(store, id).slice()]));
  const errors = new Map<string, Errors>();
  for (const id of ids) {
    const known = store.errors.get(id);
    if (known !== undefined) errors.set(id, known);
    store.errors.delete(id);
  }
  return { columns, errors };
}

/** Computes tasks that belong together, period by period. @returns ids of the nodes whose values or errors changed */
function runGroup(store: Store, tasks: readonly Task[], cycle: Component['cycle']): readonly string[] {
  const ids = tasks.flatMap(({ spec }) => outputsOf(spec));
  const before = takeBefore(store, ids);
  for (const { instance } of tasks) instance?.reset?.();
  const circle = cycle === undefined ? undefined : cycleText(cycle);
  // One circle is one error, wherever it is met.
  const origin = cycle?.[0] ?? '';
  for (let t = 0; t < store.periods; t += 1) {
    for (const task of tasks) {
      if (circle === undefined) runTask(store, task, t, before.errors);
      else failTask(store, task, t, { kind: 'cycle', nodeId: origin, period: t, text: circle });
    }
  }
  // A task in a circle has not computed: once the circle is gone, it must, even from inputs that it saw before.
  for (const task of tasks) task.isFresh = circle !== undefined;
  return ids.filter((id) => {
    const old = before.columns.get(id);
    const isSameColumn = old !== undefined && sameColumn(old, columnOf(store, id));
    return !isSameColumn || !sameErrors(before.errors.get(id), store.errors.get(id));
  });
}

/** A store without a plan. The first update computes everything. */
export function createEngine(): Engine {
  let store = createStore(0);
  let tasks = new Map<string, Task>();

  function update(spec: GraphSpec): readonly string[] {
    if (spec.periods !== store.periods) {
      store = createStore(spec.periods);
      tasks = new Map();
    }
    const list = spec.nodes.map((node) => taskFor(store, node, tasks.get(node.id)));
    const added = spec.nodes.filter(({ id }) => !tasks.has(id)).flatMap(outputsOf);
    const changed = new Set<string>();
    for (const { members, cycle } of orderOf(spec)) {
      const group = members.flatMap((place) => list[place] ?? []);
      if (!group.some((task) => mustRun(store, task, changed))) continue;
      for (const id of runGroup(store, group, cycle)) changed.add(id);
    }
    keepOnly(store, new Set(spec.nodes.flatMap(outputsOf)));
    tasks = new Map(list.map((task) => [task.spec.id, task]));
    for (const id of added) changed.add(id);
    return [...changed];
  }

  return {
    update,
    column(id) {
      const found = store.columns.get(id);
      if (found === undefined) throw new Error(`There is no node "${id}" in this plan`);
      return found;
    },
    has: (id) => store.columns.has(id),
    error: (id, period) => store.errors.get(id)?.get(period),
    ids: () => [...store.columns.keys()],
  };
}
