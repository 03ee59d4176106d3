import { isDomainError } from '#shared/kernel/domainError.ts';
import { type Column, compile, type DivisionWatch, type Evaluator } from './compile.ts';
import { divisionText } from './divisor.ts';
import { type CellError, type FunctionInstance, inputsOf, type NodeSpec, outputsOf } from './graph.ts';
import { type Errors, sameNode } from './same.ts';
import { columnOf, setError, type Store } from './store.ts';

/** A node as it stands in the store: how it computes, and what it last saw. */
export interface Task {
  readonly spec: NodeSpec;
  readonly evaluate?: Evaluator;
  readonly watch: DivisionWatch;
  readonly instance?: FunctionInstance;
  /** Inputs of the last run by period, to skip periods in which nothing changed. */
  readonly seen: readonly Column[];
  readonly inputs: readonly { readonly id: string; readonly isLagged: boolean; readonly column: Column }[];
  readonly outputs: readonly Column[];
  /** True until it has computed: what it saw and what stands in its outputs mean nothing yet. */
  isFresh: boolean;
}

/** The task for a node; the one that is known where it still computes the same. */
export function taskFor(store: Store, spec: NodeSpec, known: Task | undefined): Task {
  if (known !== undefined && sameNode(known.spec, spec)) return { ...known, spec };
  const inputs = inputsOf(spec).map(({ id, isLagged }) => ({ id, isLagged, column: columnOf(store, id) }));
  const outputs = outputsOf(spec).map((id) => columnOf(store, id));
  const watch: DivisionWatch = { hasDividedByZero: false };
  const shared = { spec, watch, inputs, outputs, isFresh: true, seen: [] };
  if (spec.kind === 'formula') {
    return { ...shared, evaluate: compile(spec.formula, (id) => columnOf(store, id), watch) };
  }
  if (spec.kind === 'values') return { ...shared, isFresh: known?.spec.kind !== 'values' };
  const seen = inputs.map(() => new Float64Array(store.periods).fill(Number.NaN));
  return { ...shared, instance: spec.create(), seen };
}

/** The error that explains a missing value: that of the first input without a value. */
function inherited({ errors }: Store, { inputs }: Task, t: number): CellError | undefined {
  for (const { id, isLagged } of inputs) {
    const error = errors.get(id)?.get(isLagged ? t - 1 : t);
    if (error !== undefined) return error;
  }
  return undefined;
}

function inputValue({ column, isLagged }: Task['inputs'][number], t: number): number {
  if (!isLagged) return column[t] ?? Number.NaN;
  return t === 0 ? 0 : (column[t - 1] ?? Number.NaN);
}

function outOfDomain(nodeId: string, period: number, text: string): CellError {
  return { kind: 'out-of-domain', nodeId, period, text };
}

const TOO_LARGE = 'The result is too large to be a number.';
const NO_INPUT =
  'The formula of this input has no value here. prior(name, first) says what came before the plan.';
const NO_RESULT = 'The calculation has no result, like the root of a negative number.';

/** Why a formula has no result although none of its inputs failed; undefined where it has none on purpose. */
function ownError(
  store: Store,
  { spec, watch, inputs }: Task,
  t: number,
  value: number,
): CellError | undefined {
  if (watch.hasDividedByZero && spec.kind === 'formula') {
    const text = divisionText(spec.formula, (id) => columnOf(store, id), t);
    return { kind: 'divide-by-zero', nodeId: spec.id, period: t, text };
  }
  if (!Number.isNaN(value)) return outOfDomain(spec.id, t, TOO_LARGE);
  if (spec.kind === 'formula' && spec.bounds !== undefined) return outOfDomain(spec.id, t, NO_INPUT);
  const isInputMissing = inputs.some((input) => Number.isNaN(inputValue(input, t)));
  return watch.isEmpty === true || isInputMissing ? undefined : outOfDomain(spec.id, t, NO_RESULT);
}

function boundsError({ spec }: Task, t: number, value: number): CellError | undefined {
  if (spec.kind !== 'formula' || spec.bounds === undefined) return undefined;
  const { min = -Infinity, max = Infinity, isMinExcluded = false, text } = spec.bounds;
  if (value <= max && (isMinExcluded ? value > min : value >= min)) return undefined;
  return outOfDomain(spec.id, t, `The formula gives ${value}, expected ${text}.`);
}

function runFormula(store: Store, task: Task, evaluate: Evaluator, t: number): void {
  const { spec, watch } = task;
  watch.hasDividedByZero = false;
  watch.isEmpty = false;
  const value = evaluate(t);
  const [output] = task.outputs;
  if (output === undefined) return;
  const hasResult = Number.isFinite(value) && !watch.hasDividedByZero;
  const error = hasResult
    ? boundsError(task, t, value)
    : (inherited(store, task, t) ?? ownError(store, task, t, value));
  output[t] = hasResult && error === undefined ? value : Number.NaN;
  if (error !== undefined) setError(store, spec.id, t, error);
}

/** Marks all outputs of a period as failed. */
export function failTask(store: Store, { spec }: Task, t: number, error: CellError): void {
  for (const id of outputsOf(spec)) {
    columnOf(store, id)[t] = Number.NaN;
    setError(store, id, t, error);
  }
}

/** True when the inputs of this period are those of the last run, bit for bit; notes them otherwise. */
function isSeen(task: Task, t: number): boolean {
  let isEqual = !task.isFresh;
  task.inputs.forEach((input, place) => {
    const value = inputValue(input, t);
    const seen = task.seen[place];
    if (Number.isNaN(value)) isEqual = false;
    if (seen === undefined || Object.is(seen[t], value)) return;
    seen[t] = value;
    isEqual = false;
  });
  return isEqual;
}

/** Infinity never leaves the engine as a number. NaN may be meant so: a measure that is not defined there. */
function keepFinite(store: Store, ids: readonly string[], t: number): void {
  for (const id of ids) {
    const output = columnOf(store, id);
    if (Math.abs(output[t] ?? 0) !== Number.POSITIVE_INFINITY) continue;
    output[t] = Number.NaN;
    setError(store, id, t, outOfDomain(id, t, TOO_LARGE));
  }
}

function compute(store: Store, task: Task, instance: FunctionInstance, t: number): void {
  try {
    instance.step(t, {
      inputs: task.inputs.map(({ column }) => column),
      outputs: task.outputs,
      fail: ({ nodeId, text }) => failTask(store, task, t, outOfDomain(nodeId, t, text)),
    });
  } catch (error) {
    // Numbers that no arithmetic can hold, such as a load that overflows, are the cell's error, not the plan's.
    if (!isDomainError(error)) throw error;
    const [nodeId = task.spec.id] = outputsOf(task.spec);
    failTask(store, task, t, outOfDomain(nodeId, t, error.message));
  }
}

function runFunction(
  store: Store,
  task: Task,
  instance: FunctionInstance,
  t: number,
  kept: ReadonlyMap<string, Errors>,
): void {
  const { spec } = task;
  if (spec.kind !== 'function') return;
  const { outputs, hasMemory } = spec;
  if (isSeen(task, t) && !hasMemory) {
    for (const id of outputs) {
      const error = kept.get(id)?.get(t);
      if (error !== undefined) setError(store, id, t, error);
    }
    return;
  }
  const earlier = hasMemory && t > 0 ? store.errors.get(outputs[0] ?? '')?.get(t - 1) : undefined;
  const reason = inherited(store, task, t) ?? earlier;
  if (reason !== undefined) failTask(store, task, t, reason);
  else {
    compute(store, task, instance, t);
    keepFinite(store, outputs, t);
  }
}

/**
 * Computes one period of a task.
 *
 * @param kept errors of the last run, for what need not run again
 */
export function runTask(store: Store, task: Task, t: number, kept: ReadonlyMap<string, Errors>): void {
  const { spec, evaluate, instance } = task;
  if (spec.kind === 'values') {
    const [output] = task.outputs;
    if (output !== undefined) output[t] = spec.values[t] ?? Number.NaN;
    const error = spec.errors?.get(t);
    if (error !== undefined) setError(store, spec.id, t, error);
  } else if (evaluate !== undefined) runFormula(store, task, evaluate, t);
  else if (instance !== undefined) runFunction(store, task, instance, t, kept);
}
