import { parseFormula } from '#shared/engine/formula.ts';
import type { Problem } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { calendarLines, linesOf } from '#shared/model/lines/all.ts';
import type { OwnLine, ScenarioDocument } from '#shared/model/scenario.ts';
import type { Unit } from '#shared/model/units.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { formatOf } from '#renderer/state/figures.ts';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';

export type StoredLine = NonNullable<ScenarioDocument['ownLines']>[number];

/** A line of the user's own as the form has it: every field is text that may not be right yet. */
export interface LineDraft {
  readonly name: string;
  readonly id: string;
  /** The id follows the name until somebody types another one. */
  readonly isIdTyped: boolean;
  readonly scope: OwnLine['scope'];
  readonly formula: string;
  readonly unit: Unit;
  readonly rollup: OwnLine['rollup'];
  readonly text: string;
  readonly target: string;
  readonly owner: string;
  readonly decision: string;
}

export const emptyDraft: LineDraft = {
  name: '',
  id: '',
  isIdTyped: false,
  scope: 'plan',
  formula: '',
  unit: 'number',
  rollup: 'formula',
  text: '',
  target: '',
  owner: '',
  decision: '',
};

export function draftOf(line: StoredLine, currency: string, locale: string): LineDraft {
  const { id, scope, formula, unit = 'number', rollup = 'formula' } = line;
  const { name = id, text = '', target, owner = '', decision = '' } = line;
  const targetText = target === undefined ? '' : formatExact(target, formatOf(unit, currency), locale);
  return {
    name,
    id,
    isIdTyped: true,
    scope,
    formula,
    unit,
    rollup,
    text,
    target: targetText,
    owner,
    decision,
  };
}

/** Words that a formula reads as something else, such as `mod` or `true`, name nothing. */
function isReadAsName(id: string): boolean {
  const parsed = parseFormula(id);
  return parsed.ok && parsed.value.kind === 'name';
}

/** An id that would hide a measure, an input, a driver or another own line, or that formulas cannot read. */
function isTaken(id: string, { scope }: LineDraft, document: ScenarioDocument): boolean {
  return (
    linesOf(scope).has(id) ||
    Object.hasOwn(inputDefinitions[scope] ?? {}, id) ||
    Object.hasOwn(calendarLines.lines, id) ||
    (document.drivers ?? []).some((driver) => driver.id === id) ||
    (document.ownLines ?? []).some((line) => line.id === id) ||
    !isReadAsName(id)
  );
}

const longestId = 60;

/** 'Cost per customer' → 'costPerCustomer'; a name without Latin letters has none. */
function camelCase(name: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, place) =>
      place === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');
  return joined.replace(/^[^A-Za-z]+/, '').slice(0, longestId);
}

/** An id that formulas can use, made from the name; numbered where it is taken. */
export function idFor(draft: LineDraft, document: ScenarioDocument): string {
  if (draft.name.trim() === '') return '';
  const base = camelCase(draft.name) || 'line';
  if (!isTaken(base, draft, document)) return base;
  let number = 2;
  while (isTaken(`${base}${number}`, draft, document)) number += 1;
  return `${base}${number}`;
}

/** The number in the target field: undefined when it is empty, NaN when it is none. */
function targetOf(draft: LineDraft, currency: string, locale: string): number | undefined {
  if (draft.target.trim() === '') return undefined;
  const parsed = parseNumber(draft.target, formatOf(draft.unit, currency), locale);
  return parsed.ok ? parsed.value : Number.NaN;
}

/** As the plan stores it: what nobody filled in is not there. */
type StoredFields = Record<string, string | number>;

function textFields(draft: LineDraft): StoredFields {
  const fields = (['text', 'owner', 'decision'] as const).map((name) => [name, draft[name].trim()] as const);
  return Object.fromEntries(fields.filter(([, text]) => text !== ''));
}

function storedFields(draft: LineDraft, target: number | undefined): StoredFields {
  return {
    id: draft.id.trim(),
    name: draft.name.trim(),
    scope: draft.scope,
    formula: draft.formula.trim(),
    unit: draft.unit,
    rollup: draft.rollup,
    ...(target === undefined ? {} : { target }),
    ...textFields(draft),
  };
}

/** @param place of the line among the own lines; undefined for a new one */
function saveCommand(document: ScenarioDocument, member: StoredFields, place: number | undefined): Command {
  return place === undefined
    ? { type: 'insertMember', path: 'ownLines', place: document.ownLines?.length ?? 0, member }
    : { type: 'setInput', path: `ownLines[${place}]`, value: member };
}

export function removeCommand(place: number): Command {
  return { type: 'setInput', path: `ownLines[${place}]` };
}

export type LineField = 'name' | 'id' | 'formula' | 'target';

/** Why the plan would not take the line: by the field of the form, or about the plan as a whole. */
export interface LineProblem {
  readonly field: LineField | null;
  /** `empty` and `notANumber` are the form's own; the others come from the plan. */
  readonly kind: 'empty' | 'notANumber' | 'refused';
  readonly problem?: Problem;
}

export interface SaveAttempt {
  readonly command: Command;
  readonly problems: readonly LineProblem[];
}

function isField(name: string): name is LineField {
  return name === 'name' || name === 'id' || name === 'formula' || name === 'target';
}

function refusals(document: ScenarioDocument, command: Command): readonly LineProblem[] {
  const applied = applyCommand(document, command);
  const checked = applied.ok ? validateScenario(applied.value.next) : applied;
  if (checked.ok) return [];
  const { problems = [{ path: 'ownLines', found: '', expected: checked.fault.message }] } = checked.fault;
  return problems.map((problem) => {
    const field = problem.path.slice(problem.path.lastIndexOf('.') + 1);
    return { field: isField(field) ? field : null, kind: 'refused', problem };
  });
}

/** What saving the draft would do, and everything that speaks against it. Names in the formula are checked by the engine. */
export function attemptToSave(
  document: ScenarioDocument,
  draft: LineDraft,
  { place, locale }: { readonly place: number | undefined; readonly locale: string },
): SaveAttempt {
  const target = targetOf(draft, document.currency, locale);
  const isNumber = target === undefined || !Number.isNaN(target);
  const command = saveCommand(document, storedFields(draft, isNumber ? target : undefined), place);
  const empty = (['name', 'id', 'formula'] as const)
    .filter((field) => draft[field].trim() === '')
    .map((field): LineProblem => ({ field, kind: 'empty' }));
  const isEmpty = ({ field }: LineProblem) => empty.some((other) => other.field === field);
  return {
    command,
    problems: [
      ...empty,
      ...(isNumber ? [] : [{ field: 'target', kind: 'notANumber' } as const]),
      ...refusals(document, command).filter((problem) => !isEmpty(problem)),
    ],
  };
}

/** Where a line stands now: it may have moved or gone while it was being edited. */
export function placeOf(document: ScenarioDocument, line: StoredLine): number | undefined {
  const place = (document.ownLines ?? []).findIndex(
    ({ id, scope }) => id === line.id && scope === line.scope,
  );
  return place < 0 ? undefined : place;
}
