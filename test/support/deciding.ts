import type { Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referenceScenario } from './planFixtures.ts';

/** The value of a result that a test expects to be fine. */
export function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly fault: { message: string } },
): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** A scenario with its rules checked. */
export function checked(document: unknown): Scenario {
  return valueOf(validateScenario(document));
}

/** The business case with hires planned by hand, whose saved time is no cash by itself. */
export function manualCase(): Scenario {
  const scenario = referenceScenario('businessCase');
  return checked({
    ...scenario,
    queues: scenario.queues.map((queue) => ({ ...queue, goal: { ...queue.goal, rounding: 'fractional' } })),
    staffGroups: scenario.staffGroups.map((group) => ({
      ...group,
      hiring: { mode: 'manual', perMonth: 3, classes: [{ start: '2027-09-13', people: 6 }] },
    })),
  });
}
