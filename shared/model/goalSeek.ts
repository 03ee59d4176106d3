import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from './commands.ts';
import { inputAt } from './paths.ts';
import { type Grain, periodsOf, yearFraction } from './periods.ts';
import { PREVIEW_WORK, type ShortSearch } from './hiringPlan.ts';
import { createPlan, type Plan } from './plan.ts';
import type { Scenario, ScenarioDocument } from './scenario.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from './series.ts';
import { validateScenario } from './validate.ts';

/** "What must this input be for that result?" — for any number of the plan, monotone or not. */
export interface GoalQuestion {
  /** Input to change. */
  readonly path: string;
  /** `value`: one number for the whole plan. `factor`: what stands there now, times a number. */
  readonly change: 'value' | 'factor';
  /** Where to look; by default from 0 to four times what stands there now. */
  readonly from?: number;
  readonly to?: number;
  readonly result: {
    readonly id: string;
    readonly grain: Grain;
    /** One period, or all of them (not for `equal`). */
    readonly place: number | 'all';
  };
  readonly want: 'equal' | 'atLeast' | 'atMost';
  readonly value: number;
}

export interface GoalPoint {
  /** The value, or the factor. */
  readonly input: number;
  /** The result there; of all periods the one that is furthest from what is wanted. */
  readonly result: number | null;
}

export interface GoalAnswer {
  /** The place nearest to today's where the wish begins to hold; null when it holds nowhere between the ends. */
  readonly found: GoalPoint | null;
  /** Other places where it begins or ends to hold. */
  readonly others: readonly GoalPoint[];
  /** True when it holds everywhere between the ends. */
  readonly isAlwaysMet: boolean;
  /** Today's input (its mean, or factor 1) and result. */
  readonly present: GoalPoint;
  /** Where the result comes closest to the wish, and the ends of the search. */
  readonly nearest: GoalPoint;
  readonly ends: readonly [GoalPoint, GoalPoint];
  /** Groups whose hires were looked for only briefly at some of the places tried. */
  readonly shortSearch?: ShortSearch;
  /** Sets the input to the answer; absent without one. */
  readonly commands?: readonly Command[];
}

const SCAN_POINTS = 33;
const MOST_STEPS = 60;
const PRECISION = 1e-9;

interface Probe extends GoalPoint {
  /** 0 or more: the wish holds; the higher the more clearly. NaN where there is no plan. */
  readonly margin: number;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function seriesNumbers(
  series: Exclude<Series, { formula: string }>,
  { calendar }: Scenario,
): readonly number[] {
  const fraction = yearFraction(calendar.grain);
  return periodsOf(calendar).map((period) => seriesValue(series, period, fraction));
}

/** The edit that puts the input to a value, or to a multiple of what stands there. */
function commandFor(
  { path, change }: GoalQuestion,
  series: Exclude<Series, { formula: string }>,
  scenario: Scenario,
  input: number,
): Command {
  if (change === 'value') return { type: 'setInput', path, value: input };
  if (typeof series === 'number') return { type: 'setInput', path, value: series * input };
  return {
    type: 'setInput',
    path,
    value: { values: seriesNumbers(series, scenario).map((value) => value * input) },
  };
}

/** How clearly one value meets a wish: 0 or more when it does. */
function marginOf(value: number, { want, value: goal }: GoalQuestion): number {
  return want === 'atMost' ? goal - value : value - goal;
}

function readResult(plan: Plan, question: GoalQuestion): { result: number; margin: number } {
  const { id, grain, place } = question.result;
  const column = plan.totals(id, grain);
  if (place !== 'all') {
    const result = column[place] ?? Number.NaN;
    return { result, margin: marginOf(result, question) };
  }
  let worst = { result: Number.NaN, margin: Number.POSITIVE_INFINITY };
  for (const result of column) {
    const margin = marginOf(result, question);
    if (Number.isNaN(margin)) return { result: Number.NaN, margin: Number.NaN };
    if (margin < worst.margin) worst = { result, margin };
  }
  return worst;
}

function point({ input, result }: Probe): GoalPoint {
  return { input, result };
}

function isMet({ margin }: Probe): boolean {
  return margin >= 0;
}

/** Narrows a bracket between a place where the wish holds and one where it does not to the last that holds. */
function narrow(holds: Probe, fails: Probe, probe: (input: number) => Probe, scale: number): Probe {
  let [inside, outside] = [holds, fails];
  for (
    let step = 0;
    step < MOST_STEPS && Math.abs(outside.input - inside.input) > PRECISION * scale;
    step += 1
  ) {
    const middle = probe(nextTry(inside, outside, step));
    if (isMet(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** False position while the result runs smoothly, halving every third step so that a jump cannot stall it. */
function nextTry(inside: Probe, outside: Probe, step: number): number {
  const half = (inside.input + outside.input) / 2;
  const rise = inside.margin - outside.margin;
  if (step % 3 === 2 || !Number.isFinite(rise) || rise === 0) return half;
  const guess = inside.input + ((outside.input - inside.input) * inside.margin) / rise;
  const span = outside.input - inside.input;
  const share = (guess - inside.input) / span;
  return share > 0.01 && share < 0.99 ? guess : inside.input + span * (share <= 0.01 ? 0.01 : 0.99);
}

interface Search {
  readonly low: number;
  readonly high: number;
  readonly present: number;
  readonly probe: (input: number) => Probe;
  readonly onProgress: ((share: number) => boolean) | undefined;
}

/** The plan probed from one end to the other, today's place among them. */
function scan({ low, high, present, probe, onProgress }: Search): readonly Probe[] | undefined {
  const inputs = new Set(
    Array.from({ length: SCAN_POINTS }, (_, at) => low + ((high - low) * at) / (SCAN_POINTS - 1)),
  );
  if (present > low && present < high) inputs.add(present);
  const sorted = [...inputs].toSorted((a, b) => a - b);
  const probes: Probe[] = [];
  for (const input of sorted) {
    if (onProgress?.((0.7 * probes.length) / sorted.length) === false) return undefined;
    probes.push(probe(input));
  }
  return probes;
}

/** Neighbouring probes between which the wish begins or ends to hold (for `equal`: the result passes the goal). */
function brackets(probes: readonly Probe[]): readonly (readonly [holds: Probe, fails: Probe])[] {
  return probes.flatMap((probe, at) => {
    const next = probes[at + 1];
    if (next === undefined || isMet(probe) === isMet(next)) return [];
    return [isMet(probe) ? ([probe, next] as const) : ([next, probe] as const)];
  });
}

/** What is to be said of two short searches together. */
function widerOf(one: ShortSearch | undefined, other: ShortSearch | undefined): ShortSearch | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const groups = [...new Set([...one.groups, ...other.groups])];
  return { groups, gap: Math.max(one.gap, other.gap) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function answerOf(
  question: GoalQuestion,
  search: Search,
  probes: readonly Probe[],
  command: (input: number) => Command,
): GoalAnswer {
  const scale = Math.max(Math.abs(search.high - search.low), Number.MIN_VALUE);
  const found = brackets(probes).map(([holds, fails]) => narrow(holds, fails, search.probe, scale));
  const distance = ({ input }: GoalPoint) => Math.abs(input - search.present);
  const [best, ...others] = found.toSorted((a, b) => distance(a) - distance(b));
  const usable = probes.filter(({ margin }) => !Number.isNaN(margin));
  const miss = ({ margin }: Probe) => (question.want === 'equal' ? Math.abs(margin) : Math.max(0, -margin));
  const [first, last] = [probes[0], probes.at(-1)];
  const present = search.probe(search.present);
  const nearest = usable.reduce(
    (closest, probe) => (miss(probe) < miss(closest) ? probe : closest),
    usable[0] ?? present,
  );
  const isAlwaysMet = question.want !== 'equal' && probes.length > 0 && probes.every(isMet);
  return {
    found: best === undefined ? null : point(best),
    others: others.map(point),
    isAlwaysMet,
    present: point(present),
    nearest: point(nearest),
    ends: [point(first ?? present), point(last ?? present)],
    ...(best === undefined ? {} : { commands: [command(best.input)] }),
  };
}

/**
 * Looks for the input at which a result is what is wanted: first over the whole range, so that a result that turns back
 * is not missed, then exactly around each place where the wish begins or ends to hold.
 *
 * A result that jumps (whole agents) may pass the goal without meeting it; then the last place on the met side is given.
 *
 * @param onProgress called with the share done; returning false gives up
 * @returns `invalid-plan` when the input is no number or a formula, or `internal` when given up
 */
export function goalSeek(
  document: ScenarioDocument,
  question: GoalQuestion,
  onProgress?: (share: number) => boolean,
): Result<GoalAnswer, Fault> {
  const scenario = validateScenario(document);
  if (!scenario.ok) return scenario;
  const series = inputAt(scenario.value, question.path);
  if (!isSeries(series))
    return fault('invalid-plan', `"${question.path}" is not a number that can be changed.`);
  if (isFormulaSeries(series))
    return fault(
      'invalid-plan',
      `"${question.path}" is a formula; look for one of the inputs that it reads.`,
    );
  const created = createPlan(scenario.value, { mostHiringWork: PREVIEW_WORK });
  if (!created.ok) return created;
  const plan = created.value;
  if (!plan.heads().has(question.result.id))
    return fault('invalid-plan', `There is no result "${question.result.id}" in this plan.`);
  const command = (input: number) => commandFor(question, series, scenario.value, input);
  let shortSearch: ShortSearch | undefined;
  const probe = (input: number): Probe => {
    const nothing = { input, result: null, margin: Number.NaN };
    const applied = applyCommand(document, command(input));
    const next = applied.ok ? validateScenario(applied.value.next) : applied;
    if (!next.ok || !plan.update(next.value).ok) return nothing;
    shortSearch = widerOf(shortSearch, plan.shortSearch());
    const { result, margin } = readResult(plan, question);
    return { input, result: Number.isNaN(result) ? null : result, margin };
  };
  const present = question.change === 'factor' ? 1 : meanOf(seriesNumbers(series, scenario.value));
  const search = {
    low: question.from ?? 0,
    high: question.to ?? (present === 0 ? 1 : 4 * present),
    present,
    probe,
    onProgress,
  };
  const probes = scan(search);
  if (probes === undefined) return fault('internal', 'The search was given up.');
  const answer = answerOf(question, search, probes, command);
  return ok(shortSearch === undefined ? answer : { ...answer, shortSearch });
}
