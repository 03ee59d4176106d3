import { describe, expect, it } from 'vitest';
import { compile } from '#shared/engine/compile.ts';
import { explain } from '#shared/model/explain.ts';
import { explanationLines } from '#shared/model/explainText.ts';
import { noteText } from '#shared/model/notes.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import { type ReferencePlan, referencePlans, referenceScenario } from '#test/support/planFixtures.ts';

function planOf(name: ReferencePlan): Plan {
  const plan = createPlan(referenceScenario(name));
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

/** The value of a formula node worked out from nothing but the inputs that its explanation lists. */
function recomputed(plan: Plan, id: string, place: number): number {
  const bound = plan.graph().formulas.get(id);
  if (bound === undefined) throw new Error(`${id} has no formula`);
  const { inputs } = explain(plan, id, place);
  const columns = new Map<string, Float64Array>();
  for (const input of inputs) {
    const column = columns.get(input.id) ?? new Float64Array(place + 1).fill(Number.NaN);
    column[input.place] = input.value ?? Number.NaN;
    columns.set(input.id, column);
  }
  const nothing = new Float64Array(place + 1).fill(Number.NaN);
  return compile(bound, (input) => columns.get(input) ?? nothing, { hasDividedByZero: false })(place);
}

describe.each(referencePlans)('%s: every number explains itself', (name) => {
  const plan = planOf(name);
  const periods = plan.scenario().calendar.periods;
  const places = [0, 1, Math.floor(periods / 2), periods - 1];

  it('a formula with the inputs listed gives the number', () => {
    for (const id of plan.graph().formulas.keys()) {
      for (const place of places) {
        const shown = plan.column(id)[place] ?? Number.NaN;
        expect(
          Object.is(recomputed(plan, id, place), shown) || shown === recomputed(plan, id, place),
          `${id}[${place}]`,
        ).toBe(true);
      }
    }
  });

  it('everything leads down to inputs, facts of the calendar, or functions that say what they read', () => {
    for (const id of plan.heads().keys()) {
      const { how, inputs, source } = explain(plan, id, periods - 1);
      if (how === 'input') expect(source?.path, id).toBe(id);
      else if (how !== 'fact') expect(inputs.length, id).toBeGreaterThanOrEqual(how === 'formula' ? 0 : 1);
    }
  });

  it('totals of quarters and years are explained by their periods or by their parts', () => {
    for (const id of plan.heads().keys()) {
      const { how, value } = explain(plan, id, 0, 'year');
      const total = plan.totals(id, 'year')[0] ?? Number.NaN;
      expect(value, id).toBe(Number.isNaN(total) ? null : total);
      expect(['total', 'formula'], id).toContain(how);
    }
  });
});

it('says which interval is busiest and which goal decides', () => {
  const lines = explanationLines(planOf('salesGrowth'), 'queues.voice.baseHours', 5, 'period', 1);
  expect(lines.join('\n')).toMatch(/Busiest interval, Monday 10:30: .* need 43 agents; maxAbandon decides/);
});

it('goes from the requirement down to the deals that sales expects', () => {
  const text = explanationLines(planOf('salesGrowth'), 'groups.prague.requiredFte', 8, 'period', 10).join(
    '\n',
  );
  expect(text).toContain('input segments.smb.deals = {"base":2600,"growth":0.35}');
});

it('names the event, season and holidays behind a factor', () => {
  const plan = planOf('salesGrowth');
  const said = (id: string, place: number) => explain(plan, id, place).notes.map(noteText).join(' ');
  expect(said('queues.voice.eventFactor', 8)).toBe(
    '"Release 5" moves contacts by 25.0 % on 14 of 30 days. "Fair" moves contacts by 10.0 % on 16 of 30 days.',
  );
  expect(said('queues.voice.eventFactor', 3)).toBe('No event falls into this period.');
  expect(said('groups.prague.observedHolidays', 11)).toBe('Holidays in this period: 2027-12-24, 2027-12-31.');
  expect(said('groups.prague.classStarts', 7)).toBe('A class of 4 people starts on 2027-08-23.');
});

it('lists the fixed inputs of a function: goals of a requirement, ramp and drop-out of cohorts', () => {
  const plan = planOf('salesGrowth');
  const read = (id: string) => explain(plan, id, 0).inputs.map((input) => input.id);
  expect(read('queues.voice.baseHours')).toEqual(
    expect.arrayContaining(['queues.voice.goal.serviceLevel', 'queues.voice.goal.maxAbandon']),
  );
  expect(read('groups.prague.leavers')).toEqual(
    expect.arrayContaining([
      'staffGroups.prague.trainingDropout',
      'staffGroups.prague.openingCohorts[0].people',
      'staffGroups.prague.ramp.trainingWeeks',
    ]),
  );
  expect(read('queues.voice.baseHours')).not.toContain('queues.voice.goal.asa');
});

it('says the service level of the busiest interval as the queue counts it', () => {
  const [note] = explain(planOf('salesGrowth'), 'queues.chat.baseHours', 0).notes;
  expect(note).toMatchObject({ kind: 'busiestInterval', binding: 'serviceLevel' });
  expect(note?.kind === 'busiestInterval' && note.serviceLevel >= 0.75 && note.oneFewer < 0.75).toBe(true);
});

it('gives the date by which a class of the cheapest plan has to be decided', () => {
  const text = explanationLines(planOf('autoHiring'), 'groups.agents.hires', 2, 'period', 1).join('\n');
  expect(text).toContain('starts 6 people here; it has to be decided by 2027-01-04');
});
