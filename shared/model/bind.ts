import type { Bound } from '#shared/engine/bound.ts';
import { type Expression, type FormulaFault, parseFormula, wordPosition } from '#shared/engine/formula.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { inputDefinitions, inputId } from './inputs.ts';
import { calendarLines } from './lines/all.ts';
import { howFor } from './lines/define.ts';
import type { Member, Members } from './members.ts';

/** Ties the names of a formula to the nodes of one plan. */

class Unknown extends Error {
  readonly word: string;
  constructor(message: string, word: string) {
    super(message);
    this.word = word;
  }
}

const parsed = new Map<string, Result<Expression, FormulaFault>>();

/** Parses a formula once per text: the same few lines are bound for every member and after every edit. */
function parseOnce(text: string): Result<Expression, FormulaFault> {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const result = parseFormula(text);
  parsed.set(text, result);
  return result;
}

/** What stands at a dotted path inside a member's piece of the scenario. */
export function sourceAt(source: unknown, path: string): unknown {
  if (path === '') return source;
  return path
    .split('.')
    .reduce<unknown>(
      (here, key) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, key)
          ? Reflect.get(here, key)
          : undefined,
      source,
    );
}

/** A formula may hold any word, and every object answers to some, such as `toString`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The node that a name means for one member: its own measure or input. */
function ownNode(name: string, member: Member): string | undefined {
  const line = member.lines.get(name);
  if (line !== undefined && howFor(line, member) !== undefined) return `${member.key}.${name}`;
  const definitions = inputDefinitions[member.dimension];
  const path = name === 'value' && own(definitions, '') !== undefined ? '' : name;
  const isInput = own(definitions, path) !== undefined;
  return isInput && sourceAt(member.source, path) !== undefined ? inputId(member.inputKey, path) : undefined;
}

function linkedNode(name: string, member: Member): string | undefined {
  const [first = '', ...rest] = name.split('.');
  const link = own(member.links, first);
  if (link !== undefined && rest.length > 0) return ownNode(rest.join('.'), link);
  for (const linked of Object.values(member.links)) {
    const found = ownNode(name, linked);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The members by the prefixes under which formulas may name them absolutely, drivers by their bare id. */
export interface Scope {
  readonly members: Members;
  readonly byKey: ReadonlyMap<string, Member>;
}

export function scopeOf(members: Members): Scope {
  const keys = members.all.flatMap((member) => [
    [member.key, member] as const,
    [member.inputKey, member] as const,
  ]);
  return { members, byKey: new Map(keys) };
}

/** `queues.voice.offered`, `plan.totalCost`, or the bare id of a driver. */
function absoluteNode(name: string, { byKey }: Scope): string | undefined {
  if (name.startsWith('calendar.') && calendarLines.lines[name.slice(9)] !== undefined) return name;
  const driver = byKey.get(`drivers.${name}`);
  if (driver !== undefined) return ownNode('value', driver);
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const member = byKey.get(name.slice(0, dot));
    const found = member === undefined ? undefined : ownNode(name.slice(dot + 1), member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resolve(name: string, scopes: readonly Member[], scope: Scope): string {
  for (const member of scopes) {
    const found = ownNode(name, member) ?? linkedNode(name, member);
    if (found !== undefined) return found;
  }
  if (own(calendarLines.lines, name) !== undefined) return `calendar.${name}`;
  const absolute = absoluteNode(name, scope);
  if (absolute !== undefined) return absolute;
  throw new Unknown(`There is no measure, input or driver "${name}" here.`, name);
}

function collection(name: string, scopes: readonly Member[], scope: Scope): readonly Member[] {
  for (const member of [...scopes, scope.members.plan]) {
    const found = member.collections.get(name);
    if (found !== undefined) return found;
  }
  throw new Unknown(`There is nothing called "${name}" to add up over here.`, name);
}

function bindPart(part: Expression, scopes: readonly Member[], scope: Scope): Bound {
  const inner = (child: Expression) => bindPart(child, scopes, scope);
  switch (part.kind) {
    case 'number':
      return part;
    case 'name':
      return { kind: 'node', id: resolve(part.name, scopes, scope), name: part.name };
    case 'prior': {
      if (part.of.kind !== 'name') throw new Unknown('prior() takes the name of a measure.', 'prior');
      const id = resolve(part.of.name, scopes, scope);
      const head = { kind: 'prior', id, name: part.of.name } as const;
      return part.first === undefined ? head : { ...head, first: inner(part.first) };
    }
    case 'negative':
      return { kind: 'negative', of: inner(part.of) };
    case 'binary':
      return { kind: 'binary', operator: part.operator, left: inner(part.left), right: inner(part.right) };
    case 'if':
      return {
        kind: 'if',
        condition: inner(part.condition),
        then: inner(part.then),
        otherwise: inner(part.otherwise),
      };
    case 'call':
      return { kind: 'call', name: part.name, inputs: part.inputs.map(inner) };
    case 'sum': {
      const members = collection(part.collection, scopes, scope);
      return { kind: 'sum', terms: members.map((member) => bindPart(part.of, [member, ...scopes], scope)) };
    }
  }
}

/**
 * A formula of one member, bound. Names are looked up in the member, then in what it is linked to, then in the calendar;
 * last as absolute names. Inside `sum` the summed member comes first.
 *
 * @returns a fault with the position of the first word that means nothing here
 */
export function bindFormula(text: string, member: Member, scope: Scope): Result<Bound, FormulaFault> {
  const expression = parseOnce(text);
  if (!expression.ok) return expression;
  try {
    return ok(bindPart(expression.value, [member], scope));
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return { ok: false, fault: { message: error.message, position: wordPosition(text, error.word) } };
  }
}
