import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import type { Problem } from '#shared/kernel/result.ts';
import { inputAt } from '../paths.ts';
import type { Initiative, Scenario } from '../scenario.ts';
import { type Series, seriesProblems } from '../series.ts';

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function startProblems({ id, start }: Initiative, list: string, planStart: string): readonly Problem[] {
  if (dayNumberOfIso(start) >= dayNumberOfIso(planStart)) return [];
  const expected = `a date in the plan, from ${planStart} on; put what is already done into the inputs`;
  return [{ path: `${list}.${id}.start`, found: `"${start}"`, expected }];
}

function queueProblems(
  { id, automation }: Initiative,
  list: string,
  { queues }: Scenario,
): readonly Problem[] {
  if (automation === undefined || queues.some((queue) => queue.id === automation.queue)) return [];
  const path = `${list}.${id}.automation.queue`;
  return [{ path, found: `"${automation.queue}"`, expected: 'a queue of this plan' }];
}

const TARGET = 'the path of an input that changes over the plan, such as queues.ID.handleTime.talk';

/** Initiatives that start before the plan, change what is no input, or automate no queue. */
export function initiativeProblems(scenario: Scenario): readonly Problem[] {
  return (['initiatives', 'statusQuoDrift'] as const).flatMap((list) =>
    scenario[list].flatMap((initiative) => [
      ...startProblems(initiative, list, scenario.calendar.start),
      ...queueProblems(initiative, list, scenario),
      ...initiative.effects
        .filter(({ target }) => !isSeries(inputAt(scenario, target)))
        .map(({ target }) => ({
          path: `${list}.${initiative.id}.effects`,
          found: `the target "${target}"`,
          expected: TARGET,
        })),
    ]),
  );
}

/** Uncertain inputs that are not in the plan. */
export function uncertainProblems(scenario: Scenario): readonly Problem[] {
  return scenario.uncertain
    .map(({ target }, place) => ({ target, path: `uncertain[${place}].target` }))
    .filter(({ target }) => !isSeries(inputAt(scenario, target)))
    .map(({ target, path }) => ({
      path,
      found: `"${target}"`,
      expected: 'the path of an input of this plan',
    }));
}
