import type { z } from 'zod';
import { parseJson } from '#shared/kernel/jsonText.ts';
import { type Fault, fault, ok, type Problem, problemLine, type Result } from '#shared/kernel/result.ts';
import { withInitiatives } from './initiatives.ts';
import { isAboutPeriods, mended } from './mend.ts';
import { formRules, timeRules } from './planRules.ts';
import { hazards, problemsOfIssue } from './problems.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

const MAX_PROBLEMS = 200;

/** A list that can be read: what is beyond its end is counted. */
function readable(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const found = `${problems.length - MAX_PROBLEMS} more problems`;
  const rest = { path: 'scenario', found, expected: 'those above to be mended first' };
  return [...problems.slice(0, MAX_PROBLEMS), rest];
}

/** The refusal of a plan: a count in words and every problem with its place. */
export function invalidPlan(problems: readonly Problem[]): {
  readonly ok: false;
  readonly fault: Fault<'invalid-plan'>;
} {
  const [first] = problems;
  if (first === undefined) return fault('invalid-plan');
  const count = problems.length;
  const message =
    count === 1 ? problemLine(first) : `The plan has ${count} problems. The first: ${problemLine(first)}`;
  return fault('invalid-plan', message, readable(problems));
}

/** What the rules between fields find in the parts of a document that are well-formed. */
function problemsOfTheRest(document: unknown, issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  const broken = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path);
  const parsed = scenarioSchema.safeParse(mended(document, broken, unknown));
  if (!parsed.success) return [];
  return [...formRules(parsed.data), ...(broken.some(isAboutPeriods) ? [] : timeRules(parsed.data))];
}

/** What initiatives do to inputs that they must not; targets that are no inputs are told by the rules of form. */
function initiativeRules(scenario: Scenario, known: readonly Problem[]): readonly Problem[] {
  const broken = new Set(known.map(({ path }) => path));
  const changes = ([scenario.initiatives, scenario.statusQuoDrift] as const).map((list) =>
    withInitiatives(scenario, list),
  );
  const found = changes.flatMap((changed) => (changed.ok ? [] : (changed.fault.problems ?? [])));
  return found.filter(({ path }) => !broken.has(path) && !path.startsWith('initiatives.'));
}

/** One problem keeps the sentence of the fault that it came with. */
function initiativesFault(scenario: Scenario): Fault | undefined {
  const faults = [scenario.initiatives, scenario.statusQuoDrift].flatMap((list) => {
    const changed = withInitiatives(scenario, list);
    return changed.ok ? [] : changed.fault;
  });
  const [first, second] = faults;
  if (first === undefined || second === undefined) return first;
  return { ...first, problems: [...(first.problems ?? []), ...(second.problems ?? [])] };
}

/**
 * A scenario with its defaults, or every problem of it together, each with path, value found and what is expected: the
 * form of each field, and the rules between them (references, shares that add up, goals that a model knows, ranges over
 * time, also with the initiatives).
 */
export function validateScenario(document: unknown): Result<Scenario, Fault<'invalid-plan'>> {
  const dangers = hazards(document);
  if (dangers.length > 0) return invalidPlan(dangers);
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const form = issues.flatMap((issue) => problemsOfIssue(document, issue));
    return invalidPlan([...form, ...problemsOfTheRest(document, issues)]);
  }
  const scenario = parsed.data;
  const problems = [...formRules(scenario), ...timeRules(scenario)];
  if (problems.length > 0) return invalidPlan([...problems, ...initiativeRules(scenario, problems)]);
  const changed = initiativesFault(scenario);
  return changed === undefined ? ok(scenario) : fault('invalid-plan', changed.message, changed.problems);
}

/**
 * A scenario from the text of a file.
 *
 * @returns `invalid-file` with line and column when the text is no JSON, `invalid-plan` when it is no possible plan
 */
export function parseScenarioText(text: string): Result<Scenario, Fault<'invalid-plan' | 'invalid-file'>> {
  const parsed = parseJson(text);
  if (parsed.ok) return validateScenario(parsed.value);
  const { line, column, found, expected } = parsed.fault;
  const problem = { path: `line ${line}, column ${column}`, found, expected };
  return fault('invalid-file', `The file is not JSON. ${problemLine(problem)}`, [problem]);
}
