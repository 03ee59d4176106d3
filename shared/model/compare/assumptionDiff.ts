import { isSame } from '#shared/kernel/isSame.ts';
import { type InputLabel, inputLabel } from '../inputLabel.ts';
import type { Scenario } from '../scenario.ts';
import { familiesIn } from './driverFamilies.ts';
import type { Family } from './families.ts';
import { fieldsOf, isInput, membersAt } from './parts.ts';
import { isSameClock } from './rebase.ts';
import { isSameByPeriod, type ShownInput, shownInput } from './shownInput.ts';

/** One input, or one member of a list, in which two plans differ. */
export interface AssumptionDifference extends InputLabel {
  readonly path: string;
  readonly family: Family;
  /** `added` and `removed` are about members and components of shrinkage: only one of the plans has them. */
  readonly kind: 'changed' | 'added' | 'removed' | 'form';
  /** With its default where the file says nothing; null where the plan has no such input. */
  readonly before: ShownInput | null;
  readonly after: ShownInput | null;
}

/** What is known about an input, where that differs. */
export interface NoteDifference {
  readonly path: string;
  readonly before: Scenario['assumptions'][string] | null;
  readonly after: Scenario['assumptions'][string] | null;
}

export interface AssumptionDiff {
  /** In the order of the chain: customers, contacts, people, cost. */
  readonly inputs: readonly AssumptionDifference[];
  /** Source, owner, confidence, review and note of inputs. */
  readonly notes: readonly NoteDifference[];
}

export interface DiffOptions {
  /** True to list series that are written in another form and say the same, as kind `form`. */
  readonly withForms?: boolean;
}

/** What a plan is called and said to be is no assumption. */
const NO_INPUTS = new Set(['format', 'version', 'name', 'notes']);

const ORDER = [
  'currency',
  'discountRate',
  'calendar',
  'drivers',
  'segments',
  'queues',
  'events',
  'staffGroups',
  'budgetLines',
  'initiatives',
  'statusQuoDrift',
  'ownLines',
  'uncertain',
];

interface Found {
  readonly path: string;
  readonly kind: AssumptionDifference['kind'];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Fields of both in the order of the first, those that only the second has last. */
function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}

const SHRINKAGE = /\.shrinkage\.(?:outOfOffice|inOffice)\.[^.]+$/;

function kindOf(path: string, before: unknown, after: unknown): AssumptionDifference['kind'] {
  if (!SHRINKAGE.test(path)) return 'changed';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

type Compare = (path: string, before: unknown, after: unknown) => Found | undefined;

function differencesAt(path: string, before: unknown, after: unknown, compare: Compare): readonly Found[] {
  if (path === 'assumptions' || isSame(before, after)) return [];
  const left = membersAt(before, path);
  const right = membersAt(after, path);
  if ((left ?? right) !== undefined) {
    const [own, others] = [left ?? [], right ?? []];
    return union(
      own.map(({ key }) => key),
      others.map(({ key }) => key),
    ).flatMap((key): readonly Found[] => {
      const first = own.find((member) => member.key === key);
      const last = others.find((member) => member.key === key);
      if (first === undefined) return [{ path: last?.path ?? path, kind: 'added', after: last?.value }];
      if (last === undefined) return [{ path: first.path, kind: 'removed', before: first.value }];
      return differencesAt(last.path, first.value, last.value, compare);
    });
  }
  const isLeaf = [before, after].some((value) => value !== undefined && isInput(value, path));
  if (isLeaf) return [compare(path, before, after) ?? []].flat();
  const [first, last] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))];
  return union([...first.keys()], [...last.keys()]).flatMap((field) =>
    differencesAt(path === '' ? field : `${path}.${field}`, first.get(field), last.get(field), compare),
  );
}

function inOrder(scenario: Scenario): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, unknown>> = { ...scenario };
  const fields = union(ORDER, Object.keys(all)).filter((field) => !NO_INPUTS.has(field));
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

function noteDifferences(before: Scenario, after: Scenario): readonly NoteDifference[] {
  const [first, last] = [
    new Map(Object.entries(before.assumptions)),
    new Map(Object.entries(after.assumptions)),
  ];
  return union([...first.keys()], [...last.keys()])
    .filter((path) => !isSame(first.get(path), last.get(path)))
    .map((path) => ({ path, before: first.get(path) ?? null, after: last.get(path) ?? null }));
}

/**
 * What differs between two plans, input by input. Defaults are filled in, so a field that is left out is the same as its
 * default; the order of members is no difference; and a series that is written otherwise but has the same values in
 * every period is one only when asked for.
 *
 * @param before a valid scenario, as `validateScenario` gives it
 */
export function assumptionDiff(before: Scenario, after: Scenario, options: DiffOptions = {}): AssumptionDiff {
  const familyOf = familiesIn(before, after);
  const hasOneClock =
    isSameClock(before.calendar, after.calendar) && before.calendar.periods === after.calendar.periods;
  const compare: Compare = (path, left, right) => {
    if (hasOneClock && isSameByPeriod(left, right, before.calendar)) {
      return options.withForms === true ? { path, kind: 'form', before: left, after: right } : undefined;
    }
    return { path, kind: kindOf(path, left, right), before: left, after: right };
  };
  const inputs = differencesAt('', inOrder(before), inOrder(after), compare).map((found) => ({
    path: found.path,
    ...inputLabel(found.kind === 'removed' ? before : after, found.path),
    family: familyOf(found.path),
    kind: found.kind,
    before: found.before === undefined ? null : shownInput(found.before, found.path, before.calendar),
    after: found.after === undefined ? null : shownInput(found.after, found.path, after.calendar),
  }));
  return { inputs, notes: noteDifferences(before, after) };
}
