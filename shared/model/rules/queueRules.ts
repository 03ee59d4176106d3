import type { Problem } from '#shared/kernel/result.ts';
import { type Goal, type Queue, type Scenario, weekdays } from '../scenario.ts';
import { oneOf, repeated } from './words.ts';

const MINUTES_PER_DAY = 1440;

/** Which parts of a goal each model can be held to. */
const KNOWN_GOALS: Readonly<Record<Queue['model'], readonly (keyof Goal)[]>> = {
  erlangC: ['serviceLevel', 'asa', 'maxOccupancy'],
  erlangA: ['serviceLevel', 'asa', 'maxOccupancy', 'maxAbandon'],
  workload: ['maxOccupancy'],
};

type GoalPart = 'serviceLevel' | 'asa' | 'maxOccupancy' | 'maxAbandon';

/** What would be possible in place of a value that no number of agents meets; undefined for one that can be met. */
function possibleGoal(part: GoalPart, value: number): string | undefined {
  if (part === 'serviceLevel') {
    return value < 1 ? undefined : 'a share below 1; no number of agents answers everyone in time';
  }
  if (value <= 0) return 'a number above 0; no number of agents meets this';
  return part !== 'asa' && value > 1 ? 'a share of at most 1' : undefined;
}

function goalProblems({ id, model, goal }: Queue): readonly Problem[] {
  const path = `queues.${id}.goal`;
  const problems: Problem[] = [];
  for (const part of ['serviceLevel', 'asa', 'maxOccupancy', 'maxAbandon'] as const) {
    const value = goal[part];
    if (value === undefined) continue;
    const expected = KNOWN_GOALS[model].includes(part)
      ? possibleGoal(part, value)
      : `nothing, since the model ${model} does not know this goal`;
    if (expected !== undefined) problems.push({ path: `${path}.${part}`, found: String(value), expected });
  }
  if (goal.abandonsCount === 'answered' && goal.maxAbandon === undefined) {
    problems.push({
      path: `${path}.abandonsCount`,
      found: '"answered"',
      expected: '"answered" only together with maxAbandon, since it rewards letting callers hang up',
    });
  }
  return problems;
}

function profileProblems({ id, profile }: Queue): readonly Problem[] {
  const path = `queues.${id}.profile`;
  const { intervalMinutes } = profile;
  if (MINUTES_PER_DAY % intervalMinutes !== 0) {
    const expected = 'a length that divides a day of 1440 minutes';
    return [{ path: `${path}.intervalMinutes`, found: String(intervalMinutes), expected }];
  }
  const length = MINUTES_PER_DAY / intervalMinutes;
  return weekdays.flatMap((day) => {
    const weights = profile.weights[day];
    if (weights === undefined || weights.length === length || weights.length === 0) return [];
    const expected = `${length} weights, one for each ${intervalMinutes} minutes of the day`;
    return [{ path: `${path}.weights.${day}`, found: `${weights.length} weights`, expected }];
  });
}

/** What is wrong with a queue beyond its single fields. */
export function queueProblems(queue: Queue, scenario: Scenario): readonly Problem[] {
  const segments = scenario.segments.map(({ id }) => id);
  const path = `queues.${queue.id}`;
  const demanded = queue.demand.map(({ segment }) => segment);
  const unknown = demanded.filter((segment) => !segments.includes(segment));
  const isPatienceMissing = queue.model === 'erlangA' && queue.patience === undefined;
  const patience = 'mean patience in seconds, since the model is erlangA';
  return [
    ...unknown.map((segment) => ({
      path: `${path}.demand`,
      found: `"${segment}"`,
      expected: oneOf('segments', segments),
    })),
    ...repeated(`${path}.demand`, demanded, 'segment'),
    ...goalProblems(queue),
    ...profileProblems(queue),
    ...(isPatienceMissing ? [{ path: `${path}.patience`, found: 'nothing', expected: patience }] : []),
  ];
}
