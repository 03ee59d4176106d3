import { isIsoDate } from '#shared/kernel/calendar.ts';
import { fault, ok, type Result } from '#shared/kernel/result.ts';
import { monthsLater } from '../delayedInitiatives.ts';
import { type Input, inputsOf, isProfile } from '../compare/parts.ts';
import { type ShownInput, shownInput } from '../compare/shownInput.ts';
import { definitionAt, type InputLabel, inputLabel } from '../inputLabel.ts';
import { inputAt } from '../paths.ts';
import type { Scenario, ScenarioDocument } from '../scenario.ts';
import { validateScenario } from '../validate.ts';

export type Assumption = Scenario['assumptions'][string];

/**
 * `unsourced`: nobody says where it comes from. `stale`: it was reviewed too long ago. `fine`: neither. An input at its
 * default without a word about it is `default` and needs none.
 */
export type RegisterState = 'unsourced' | 'stale' | 'fine' | 'default';

/** One input of a plan with what is known about it. */
export interface RegisterEntry extends InputLabel {
  readonly path: string;
  readonly input: ShownInput;
  /** True where the plan says something itself, false where its default applies. */
  readonly isSet: boolean;
  readonly assumption: Assumption | null;
  readonly state: RegisterState;
}

export interface Register {
  readonly entries: readonly RegisterEntry[];
  readonly counts: Readonly<Record<RegisterState, number>>;
  /** What is said about inputs that the plan does not have. */
  readonly orphans: readonly { readonly path: string; readonly assumption: Assumption }[];
}

export interface RegisterQuestion {
  /** ISO date against which reviews are held. */
  readonly today: string;
  /** After how many months a review is stale; whole, at least 1. */
  readonly staleAfterMonths: number;
}

/** Figures that somebody decides by looking outside; choices, names and the calendar are no assumptions. */
const FIGURES = [
  /^queues\.[^.]+\.seasonality$/,
  /\.openingCohorts$/,
  /\.hiring\.classes$/,
  /\.effects$/,
  /\.slaTiers$/,
];
const LEFT_OUT = /^(?:format|version|name|notes|currency|calendar|ownLines|uncertain)(?:[.[]|$)/;

/** True for an input that ought to have a source once it is set: a figure, not a choice or a name. */
export function isAssumption(path: string, value: unknown): boolean {
  if (LEFT_OUT.test(path)) return false;
  if (definitionAt(path) !== undefined || isProfile(path)) return true;
  return typeof value === 'number' || FIGURES.some((pattern) => pattern.test(path));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Where an input stands, given what is known about it. */
function stateOf(
  assumption: Assumption | null,
  isSet: boolean,
  { today, staleAfterMonths }: RegisterQuestion,
): RegisterState {
  if (assumption === null && !isSet) return 'default';
  if (assumption === null || isBlank(assumption.source)) return 'unsourced';
  const { reviewed } = assumption;
  return reviewed !== undefined && monthsLater(reviewed, staleAfterMonths) < today ? 'stale' : 'fine';
}

/** A plan says something itself where its document holds the input, or the list or object that it is in by place. */
function isSetIn(document: ScenarioDocument, path: string): boolean {
  return inputAt(document, path) !== undefined;
}

/** The figures of a plan, and whatever else in it somebody said something about, such as one cohort of a list. */
function listedInputs(scenario: Scenario, known: readonly string[]): readonly Input[] {
  const all = inputsOf(scenario);
  const listed = all.filter(({ path, value }) => known.includes(path) || isAssumption(path, value));
  const paths = new Set(all.map(({ path }) => path));
  const inner = known
    .map((path) => ({ path, value: inputAt(scenario, path) }))
    .filter(({ path, value }) => value !== undefined && !paths.has(path));
  return [...listed, ...inner];
}

/**
 * Every figure that a plan rests on, with source, owner, confidence, last review and note, and which of them lack a
 * source or a recent review. What is known is set by the command `setInput` at `assumptions.PATH`, or at a field of it.
 *
 * @returns `invalid-plan` for a document that is no plan, `invalid-input` for a day or a number of months that is none
 */
export function assumptionRegister(document: ScenarioDocument, question: RegisterQuestion): Result<Register> {
  const { today, staleAfterMonths } = question;
  if (!isIsoDate(today)) return fault('invalid-input', `"${today}" is not a date like 2027-01-31.`);
  if (!Number.isInteger(staleAfterMonths) || staleAfterMonths < 1)
    return fault('invalid-input', 'Reviews go stale after a whole number of months, at least 1.');
  const scenario = validateScenario(document);
  if (!scenario.ok) return scenario;
  const { assumptions, calendar } = scenario.value;
  const known = new Map(Object.entries(assumptions));
  const inputs = listedInputs(scenario.value, [...known.keys()]);
  const entries = inputs.map(({ path, value }): RegisterEntry => {
    const assumption = known.get(path) ?? null;
    const isSet = isSetIn(document, path);
    return {
      path,
      ...inputLabel(scenario.value, path),
      input: shownInput(value, path, calendar),
      isSet,
      assumption,
      state: stateOf(assumption, isSet, question),
    };
  });
  const listed = new Set(entries.map(({ path }) => path));
  const count = (state: RegisterState) => entries.filter((entry) => entry.state === state).length;
  return ok({
    entries,
    counts: {
      unsourced: count('unsourced'),
      stale: count('stale'),
      fine: count('fine'),
      default: count('default'),
    },
    orphans: [...known]
      .filter(([path]) => !listed.has(path))
      .map(([path, assumption]) => ({ path, assumption })),
  });
}
