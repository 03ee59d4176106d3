import { z } from 'zod';
import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { inputAt, insertAt, type Json, pathEnd, pathText, placedPath, replaceAt } from './paths.ts';
import { isFormulaSeries } from './series.ts';
import { isSeries, withRuns } from './seriesPeriods.ts';
import { type ScenarioDocument, scenarioSchema } from './scenario.ts';
import { overrideSchema } from './variants/override.ts';

/**
 * What a user does to a plan, as values with an inverse: undo is just another command. Applying is pure and does not
 * judge the result; whoever stores or shows it asks `validateScenario`.
 */

const path = z.string().min(1).max(300);
const reason = z.string().max(1000).optional();

export const commandSchema = z.discriminatedUnion('type', [
  /** Puts a value at a path; without a value the input goes back to its default. */
  z.strictObject({ type: z.literal('setInput'), path, value: z.json().optional(), reason }),
  /** Puts a member into a list, before the one that stands at `place`; the list may be absent for place 0. */
  z.strictObject({
    type: z.literal('insertMember'),
    path,
    place: z.int().min(0).max(100_000),
    member: z.json(),
    reason,
  }),
  /** Sets a series in the periods from `from` on, one value each; the other periods keep theirs. */
  z.strictObject({
    type: z.literal('setPeriods'),
    path,
    from: z.int().min(0).max(599),
    values: z.array(z.number()).min(1).max(600),
    reason,
  }),
  /** In a variant only: lets the base show again at some paths, and puts overrides at others. */
  z.strictObject({
    type: z.literal('setOverrides'),
    drop: z.array(path).max(10_000),
    put: z.array(overrideSchema).max(10_000),
    reason,
  }),
]);

export type Command = z.infer<typeof commandSchema>;

/** The places that a command changes. */
export function pathsOf(command: Command): readonly string[] {
  if (command.type !== 'setOverrides') return [command.path];
  return [...new Set([...command.drop, ...command.put.map(({ path: place }) => place)])];
}

export interface Applied {
  readonly next: ScenarioDocument;
  readonly inverse: Command;
}

/** True for what a file or the wire can hold. */
export function isJson(value: unknown): value is Json {
  return z.json().safeParse(value).success;
}

/** A replaced document is still a plain object; whether it is a valid plan is for `validateScenario` to say. */
function isDocument(value: unknown): value is ScenarioDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPresent(document: ScenarioDocument, path: string): boolean {
  return inputAt(document, path) !== undefined;
}

/**
 * What takes a replacement back: the old value, or the taking away of all that came into being with the new one, or the
 * putting back of a member in its place.
 */
function inverseOf(
  document: ScenarioDocument,
  next: ScenarioDocument,
  target: string,
  value: Json | undefined,
): Command {
  const before = inputAt(document, target);
  const { list, firstMissing } = pathEnd(document, target);
  if (value === undefined && list !== undefined && isJson(before)) {
    return { type: 'insertMember', path: list.path, place: list.place, member: before };
  }
  if (isJson(before)) {
    // A member that was given another name is no longer found under the one in the path.
    const placed = placedPath(document, target);
    const path = placedPath(next, target) === placed ? target : placed;
    return { type: 'setInput', path, value: before };
  }
  return { type: 'setInput', path: firstMissing ?? target };
}

function replaced(document: ScenarioDocument, target: string, value: Json | undefined): Result<Applied> {
  if (value === undefined && !isPresent(document, target))
    return ok({ next: document, inverse: { type: 'setInput', path: target } });
  const next = replaceAt(document, target, value);
  if (!next.ok) return next;
  if (!isDocument(next.value)) return fault('invalid-plan', `"${target}" cannot be replaced.`);
  return ok({ next: next.value, inverse: inverseOf(document, next.value, target, value) });
}

function inserted(
  document: ScenarioDocument,
  { path: list, place, member }: Extract<Command, { type: 'insertMember' }>,
): Result<Applied> {
  const next = insertAt(document, list, place, member);
  if (!next.ok) return next;
  if (!isDocument(next.value)) return fault('invalid-plan', `Nothing can be put into "${list}".`);
  const inverse: Command = isPresent(document, list)
    ? { type: 'setInput', path: `${list}[${place}]` }
    : { type: 'setInput', path: pathEnd(document, list).firstMissing ?? list };
  return ok({ next: next.value, inverse });
}

function setPeriods(
  document: ScenarioDocument,
  command: Extract<Command, { type: 'setPeriods' }>,
): Result<Applied> {
  const parsed = scenarioSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fault('invalid-plan', `The plan is not valid at ${pathText(document, issue?.path ?? [])}.`);
  }
  const series = inputAt(parsed.data, command.path) ?? 0;
  if (!isSeries(series))
    return fault('invalid-plan', `"${command.path}" is not an input that changes over the plan.`);
  if (isFormulaSeries(series)) {
    return fault(
      'invalid-plan',
      `"${command.path}" is a formula. Change the formula, or replace it by numbers first.`,
    );
  }
  const { calendar } = parsed.data;
  if (command.from + command.values.length > calendar.periods) {
    return fault('invalid-plan', `The plan has only ${calendar.periods} periods.`);
  }
  return replaced(document, command.path, withRuns(series, [command], calendar));
}

/**
 * The document after a command, and the command that takes it back.
 *
 * @returns `invalid-plan` when the path is not there, or `setPeriods` meets a formula or leaves the plan
 */
export function applyCommand(document: ScenarioDocument, command: Command): Result<Applied, Fault> {
  if (command.type === 'setPeriods') return setPeriods(document, command);
  if (command.type === 'setOverrides') {
    return fault('invalid-plan', 'This scenario builds on no other, so it has nothing to go back to.');
  }
  return command.type === 'setInput'
    ? replaced(document, command.path, command.value)
    : inserted(document, command);
}
