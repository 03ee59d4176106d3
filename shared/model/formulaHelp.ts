import { formulaFunctions } from '#shared/engine/functions.ts';
import { type Bound, dependenciesOf } from '#shared/engine/bound.ts';
import { parseFormula, wordPosition } from '#shared/engine/formula.ts';
import { bindFormula, sourceAt } from './bind.ts';
import { inputDefinitions } from './inputs.ts';
import { calendarLines } from './lines/all.ts';
import { howFor } from './lines/define.ts';
import type { Member } from './members.ts';
import type { Plan } from './plan.ts';
import type { OwnLine, Scenario } from './scenario.ts';

/** What a person who writes a formula is offered: names that mean something where the formula will stand. */
export interface FormulaName {
  /** As it is typed. */
  readonly name: string;
  readonly kind: 'measure' | 'input' | 'calendar' | 'function' | 'driver' | 'members';
  readonly label: string;
  readonly text: string;
}

export interface FormulaCheck {
  /** Null when the formula means something for every member of its kind. */
  readonly problem: { readonly message: string; readonly position: number } | null;
  /** What it comes to in the first member, by period; null where there is no value. */
  readonly preview: readonly (number | null)[];
  readonly previewMember: string;
}

function namesOfMember(member: Member, prefix: string): readonly FormulaName[] {
  const measures = [...member.lines]
    .filter(([, line]) => howFor(line, member) !== undefined)
    .map(([name, { label, text }]) => ({ name: `${prefix}${name}`, kind: 'measure' as const, label, text }));
  const inputs = Object.entries(inputDefinitions[member.dimension] ?? {})
    .filter(([name]) => name !== '' && sourceAt(member.source, name) !== undefined)
    .map(([name, { label, text }]) => ({ name: `${prefix}${name}`, kind: 'input' as const, label, text }));
  return [...measures, ...inputs];
}

function memberOf(plan: Plan, scope: OwnLine['scope']): Member | undefined {
  const { members } = plan.graph();
  return scope === 'plan' ? members.plan : members.of(scope)[0];
}

/** Names of other members, in full, where formulas can spell them. */
function absoluteNames(plan: Plan, except: Member): readonly FormulaName[] {
  const { members } = plan.graph();
  const others = ['plan', 'segments', 'queues', 'groups'] as const;
  return others
    .flatMap((dimension) => members.of(dimension))
    .filter((member) => member !== except && /^[\w.]+$/.test(member.key))
    .flatMap((member) => namesOfMember(member, `${member.key}.`));
}

/** Everything that a formula of a kind may name, the nearest first. */
export function formulaNames(plan: Plan, scope: OwnLine['scope']): readonly FormulaName[] {
  const member = memberOf(plan, scope);
  if (member === undefined) return [];
  const { members } = plan.graph();
  const functions = formulaFunctions.map(({ name, parameters, text }) => ({
    name: `${name}(`,
    kind: 'function' as const,
    label: `${name}(${parameters.join(', ')})`,
    text,
  }));
  const collections = [...new Set([...member.collections.keys(), ...members.plan.collections.keys()])];
  const drivers = members
    .of('drivers')
    .map(({ id, name }) => ({ name: id, kind: 'driver' as const, label: name, text: '' }));
  const calendar = Object.entries(calendarLines.lines).map(([name, { label, text }]) => ({
    name,
    kind: 'calendar' as const,
    label,
    text,
  }));
  return [
    ...namesOfMember(member, ''),
    ...functions,
    ...drivers,
    ...calendar,
    ...collections.map((name) => ({ name, kind: 'members' as const, label: `sum(${name}, …)`, text: '' })),
    ...absoluteNames(plan, member),
  ];
}

/** A line of the user's own as it is being written. */
export interface FormulaDraft {
  readonly scope: OwnLine['scope'];
  readonly formula: string;
  /** By this name the formula may speak of itself, as in a roll-forward; absent while it has none that is free. */
  readonly id?: string;
  /** Its place among the plan's own lines, when it is one of them already. */
  readonly place?: number;
}

/** No formula can spell it. */
const UNNAMED = '(unnamed)';

function withDraft(scenario: Scenario, { scope, formula, id = UNNAMED, place }: FormulaDraft): Scenario {
  const line: OwnLine = { id, scope, formula, unit: 'number', rollup: 'formula', text: '' };
  const others = scenario.ownLines.filter((_, at) => at !== place);
  return { ...scenario, ownLines: [...others, line] };
}

/** The first word of a formula that leads back to it; its beginning when that is not one word's doing. */
function cyclePosition(formula: string, bound: Bound, path: string): number {
  const guilty = dependenciesOf(bound).find(({ id, isLagged }) => !isLagged && path.includes(id));
  return guilty === undefined ? 0 : wordPosition(formula, guilty.name);
}

/** The nodes that a sentence about a circle names. */
function namesIn(text: string): readonly string[] {
  return text.match(/[\w-]+(?:\.[\w-]+)+/g) ?? [];
}

/** What is wrong with the draft that is among the plan's lines, in any of the members that it is for. */
function problemOf(
  plan: Plan,
  { formula, id = UNNAMED }: FormulaDraft,
  members: readonly Member[],
): FormulaCheck['problem'] {
  const { scope } = plan.graph();
  for (const member of members) {
    const bound = bindFormula(formula, member, scope);
    if (!bound.ok) return bound.fault;
    const error = plan.error(`${member.key}.${id}`, 0);
    // What only reads a circle is not in it.
    if (error?.kind === 'cycle' && namesIn(error.text).includes(`${member.key}.${id}`))
      return { message: error.text, position: cyclePosition(formula, bound.value, error.text) };
  }
  return null;
}

function checkInPlan(plan: Plan, draft: FormulaDraft): FormulaCheck {
  const { members } = plan.graph();
  const all = draft.scope === 'plan' ? [members.plan] : members.of(draft.scope);
  const [first] = all;
  const previewMember = first?.name ?? '';
  const parsed = parseFormula(draft.formula);
  const problem = parsed.ok ? problemOf(plan, draft, all) : parsed.fault;
  if (problem !== null || first === undefined) return { problem, preview: [], previewMember };
  const values = [...plan.column(`${first.key}.${draft.id ?? UNNAMED}`)];
  return { problem, preview: values.map((value) => (Number.isNaN(value) ? null : value)), previewMember };
}

/**
 * Reads a formula as it is being typed: what is wrong with it and where, or what it comes to. The plan is run with the
 * line in it, so that one that reads itself a period earlier is computed and a circle is found, and left as it was.
 */
export function checkFormula(plan: Plan, draft: FormulaDraft): FormulaCheck {
  const before = plan.scenario();
  if (!plan.update(withDraft(before, draft)).ok) throw new Error('A line cannot make a plan impossible');
  try {
    return checkInPlan(plan, draft);
  } finally {
    plan.update(before);
  }
}
