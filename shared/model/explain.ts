import { boundText, dependenciesOf } from '#shared/engine/bound.ts';
import type { CellError } from '#shared/engine/graph.ts';
import { sourceAt } from './bind.ts';
import { factNotes } from './factNotes.ts';
import { blockNotes } from './explainNotes.ts';
import { hiringNotes } from './hiringNotes.ts';
import { type ExplainNote } from './notes.ts';
import { howFor } from './lines/define.ts';
import { isCounted } from './initiatives.ts';
import { inputAt } from './paths.ts';
import type { Grain } from './periods.ts';
import type { NodeHead, Plan } from './plan.ts';
import { isFormulaSeries, type Series, seriesProblems } from './series.ts';

/** Where one number comes from: enough to work it out again, and to go on to what it is made of. */
export interface Explanation {
  readonly id: string;
  readonly label: string;
  /** Which member it belongs to; empty for the plan as a whole. */
  readonly member: string;
  readonly unit: NodeHead['unit'];
  readonly text: string;
  readonly grain: Grain;
  /** Place among the periods of that grain. */
  readonly place: number;
  readonly period: string;
  readonly value: number | null;
  readonly error?: CellError;
  readonly how: 'input' | 'formula' | 'function' | 'fact' | 'total';
  /** The formula as it is defined. */
  readonly formula?: string;
  /** The same with every name written out as a node id and sums spelt out: it can be evaluated from `inputs`. */
  readonly expanded?: string;
  readonly inputs: readonly ExplainedInput[];
  readonly notes: readonly ExplainNote[];
  readonly source?: InputSource;
  /** What its owner says of a line of one's own. */
  readonly ownLine?: OwnLineFacts;
}

interface OwnLineFacts {
  readonly target?: number;
  readonly owner?: string;
  readonly decision?: string;
}

export interface ExplainedInput {
  readonly id: string;
  readonly label: string;
  readonly member: string;
  readonly unit: NodeHead['unit'];
  /** The place that was read: one earlier for what came before. */
  readonly place: number;
  readonly period: string;
  readonly isPrior: boolean;
  readonly value: number | null;
}

/** The stored input behind a leaf. */
export interface InputSource {
  readonly path: string;
  readonly series?: Series;
  readonly assumption?: {
    readonly source?: string | undefined;
    readonly owner?: string | undefined;
    readonly confidence?: string | undefined;
    readonly reviewed?: string | undefined;
    readonly note?: string | undefined;
  };
  /** Initiatives that change it in this plan. */
  readonly initiatives: readonly string[];
}

function plain(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function memberName(head: NodeHead): string {
  return head.member.dimension === 'plan' ? '' : head.member.name;
}

function headOf(plan: Plan, id: string): NodeHead {
  const head = plan.heads().get(id);
  if (head === undefined) throw new Error(`There is no number "${id}" in this plan`);
  return head;
}

function explainedInput(
  plan: Plan,
  id: string,
  grain: Grain,
  place: number,
  isPrior: boolean,
): ExplainedInput {
  const head = headOf(plan, id);
  return {
    id,
    label: head.label,
    member: memberName(head),
    unit: head.unit,
    place,
    period: plan.groups(grain)[place]?.key ?? '',
    isPrior,
    value: plain(plan.totals(id, grain)[place]),
  };
}

/** A period's inputs of a formula or function node; what was read from before the plan is left out. */
function inputsRead(
  plan: Plan,
  reads: readonly { readonly id: string; readonly isLagged: boolean }[],
  grain: Grain,
  place: number,
): readonly ExplainedInput[] {
  return reads
    .filter(({ isLagged }) => !isLagged || place > 0)
    .map(({ id, isLagged }) => explainedInput(plan, id, grain, isLagged ? place - 1 : place, isLagged));
}

function functionReads(
  plan: Plan,
  id: string,
): readonly { readonly id: string; readonly isLagged: boolean }[] {
  const node = plan
    .graph()
    .spec.nodes.find((candidate) => candidate.kind === 'function' && candidate.outputs.includes(id));
  if (node?.kind !== 'function') return [];
  const constants = (node.constants ?? []).filter((constant) => plan.heads().has(constant));
  return [...node.inputs, ...constants.map((constant) => ({ id: constant, isLagged: false }))];
}

function lineFormula(head: NodeHead): string | undefined {
  const line = head.member.lines.get(head.name);
  const how = line === undefined ? undefined : howFor(line, head.member);
  return how !== undefined && 'formula' in how ? how.formula : undefined;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function sourceOf(plan: Plan, head: NodeHead): InputSource {
  const scenario = plan.scenario();
  const stored = inputAt(scenario, head.id) ?? sourceAt(head.member.source, head.name);
  const assumption = scenario.assumptions[head.id];
  const initiatives = scenario.initiatives
    .filter(isCounted)
    .filter(({ effects }) => effects.some(({ target }) => target === head.id));
  return {
    path: head.id,
    ...(isSeries(stored) ? { series: stored } : {}),
    ...(assumption === undefined ? {} : { assumption }),
    initiatives: initiatives.map(({ id, name }) => name ?? id),
  };
}

type Core = Pick<Explanation, 'how' | 'formula' | 'expanded' | 'inputs' | 'notes' | 'source'>;

function core(plan: Plan, head: NodeHead, grain: Grain, place: number): Core {
  const { id } = head;
  const bound = plan.graph().formulas.get(id);
  const leaf = head.kind === 'input' ? { source: sourceOf(plan, head) } : {};
  if (grain !== 'period' && (head.rollup !== 'formula' || bound === undefined))
    return { ...total(plan, head, grain, place), ...leaf };
  if (bound !== undefined) {
    const series = leaf.source?.series;
    const written = series !== undefined && isFormulaSeries(series) ? series.formula : lineFormula(head);
    const inputs = inputsRead(plan, dependenciesOf(bound), grain, place);
    return {
      how: 'formula',
      ...(written === undefined ? {} : { formula: written }),
      expanded: boundText(bound),
      inputs,
      notes: [],
      ...leaf,
    };
  }
  const reads = functionReads(plan, id);
  if (reads.length > 0) {
    return {
      how: 'function',
      inputs: inputsRead(plan, reads, 'period', place),
      notes: blockNotes(plan, head, place),
    };
  }
  return {
    how: head.kind === 'input' ? 'input' : 'fact',
    inputs: [],
    notes: factNotes(plan, head, place),
    ...leaf,
  };
}

/** A quarter's or year's number by the periods that it is made of. */
function total(plan: Plan, head: NodeHead, grain: Grain, place: number): Core {
  const group = plan.groups(grain)[place];
  if (group === undefined) return { how: 'total', inputs: [], notes: [] };
  const all = Array.from({ length: group.last - group.first + 1 }, (_, at) => group.first + at);
  const used = head.rollup === 'first' ? all.slice(0, 1) : head.rollup === 'last' ? all.slice(-1) : all;
  const rule = head.rollup === 'formula' ? 'mean' : head.rollup;
  return {
    how: 'total',
    inputs: used.map((t) => explainedInput(plan, head.id, 'period', t, false)),
    notes: [{ kind: 'total', rule }],
  };
}

function ownLineFacts(plan: Plan, { name, kind, member }: NodeHead): Pick<Explanation, 'ownLine'> {
  const line = plan.scenario().ownLines.find(({ id, scope }) => id === name && scope === member.dimension);
  if (line === undefined || kind === 'input') return {};
  const { target, owner, decision } = line;
  const facts = {
    ...(target === undefined ? {} : { target }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(decision === undefined || decision === '' ? {} : { decision }),
  };
  return Object.keys(facts).length === 0 ? {} : { ownLine: facts };
}

/**
 * Explains one number of a computed plan.
 *
 * @param place period, or quarter or year of the grain
 * @throws for an id that is not in the plan
 */
export function explain(plan: Plan, id: string, place: number, grain: Grain = 'period'): Explanation {
  const head = headOf(plan, id);
  const error = grain === 'period' ? plan.error(id, place) : undefined;
  const known = core(plan, head, grain, place);
  const group = plan.groups(grain)[place];
  return {
    id,
    label: head.label,
    member: memberName(head),
    unit: head.unit,
    text: head.text,
    grain,
    place,
    period: plan.groups(grain)[place]?.key ?? '',
    value: plain(plan.totals(id, grain)[place]),
    ...(error === undefined ? {} : { error }),
    ...known,
    notes: [...known.notes, ...(group === undefined ? [] : hiringNotes(plan, head, group.first, group.last))],
    ...ownLineFacts(plan, head),
  };
}
