import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import northwind from '#resources/sample/northwind.scenario.json' with { type: 'json' };
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { Json } from '#shared/model/paths.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { valueOf } from '#test/support/workspaces.ts';

function isDocument(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

function sample(): ScenarioDocument {
  if (!isDocument(northwind)) throw new Error('The sample is not valid.');
  return northwind;
}

/** Everything that can be read from a plan: every node bit for bit, every error, totals and results. */
function readings(plan: Plan): unknown {
  const ids = [...plan.heads().keys()];
  const periods = plan.graph().context.periods.map(({ index }) => index);
  return {
    columns: ids.map((id) => [id, new BigUint64Array(plan.column(id).slice().buffer).join(' ')]),
    errors: ids.flatMap((id) => periods.flatMap((t) => plan.error(id, t) ?? [])),
    years: ids.map((id) => plan.totals(id, 'year').join(' ')),
    results: JSON.stringify(planResults(plan)),
  };
}

function set(path: string, ...values: readonly Json[]): readonly Command[] {
  return [...values.map((value) => ({ type: 'setInput' as const, path, value })), { type: 'setInput', path }];
}

/** Edits from every room of the model: numbers, series, formulas good and bad, structure, calendar. */
const edits: readonly Command[] = [
  ...set('segments.smb.deals', 0, 3000, { base: 2000, growth: 0.5 }, { formula: 'prior(deals, 100) + 10' }),
  ...set(
    'segments.smb.churn',
    0.03,
    { formula: '1 / 0' },
    { formula: 'if(prior(average, 0) > 100000, 0.05, 0.01)' },
  ),
  ...set('segments.ent.churnPerAbandon', 0.5),
  ...set('queues.voice.fcr', 0.6, { values: [0.7, 0.8] }, { formula: '1.2' }),
  ...set('queues.voice.patience', 60, { base: 90, growth: -0.2 }),
  ...set('queues.voice.goal.serviceLevel', 0.9),
  ...set('queues.voice.goal.maxOccupancy', 0.8),
  ...set('queues.voice.goal.rounding', 'fractional'),
  ...set('queues.voice.pooled', false),
  ...set('queues.voice.handleTime.talk', 300, { formula: 'handleTime.wrapUp * 3' }),
  ...set('queues.chat.concurrency', 2, 3),
  ...set(
    'queues.chat.volume',
    5000,
    { formula: 'queues.email.offered / 10' },
    { formula: 'queues.chat.handled' },
    { formula: 'nothing' },
  ),
  ...set('queues.email.clearBacklog', 0, 0.5),
  ...set('queues.email.goal.maxOccupancy', 0.7),
  ...set('queues.email.volume', { formula: 'prior(queues.chat.offered, 3)' }),
  ...set('staffGroups.prague.attrition', 0, 0.9),
  ...set('staffGroups.prague.proficientHeadcount', 0, 60, 140),
  ...set('staffGroups.prague.openingCohorts', [], [{ weeksSinceJoining: 1, people: 20 }]),
  ...set(
    'staffGroups.prague.hiring',
    { mode: 'follow' },
    { mode: 'manual', perMonth: 3 },
    { mode: 'follow', coverage: 0.9 },
  ),
  {
    type: 'setInput',
    path: 'staffGroups.partner.hiring',
    value: { mode: 'auto', classSize: 3, maxPerPeriod: 9, leadTimeWeeks: 4, shortagePrice: 90_000 },
  },
  ...set('staffGroups.prague.ramp.trainingWeeks', 0, 10),
  ...set('staffGroups.partner.attrition', 0.8),
  { type: 'setInput', path: 'staffGroups.partner.hiring', value: { mode: 'manual', perMonth: 1.5 } },
  ...set('staffGroups.prague.shrinkage.inOffice.coaching', 0.1, { formula: 'prior(value, 0.01) * 1.01' }),
  ...set('staffGroups.prague.shrinkage.outOfOffice.strike', 0.2),
  ...set('staffGroups.prague.pay.overtimeMax', 0, 0.5),
  ...set('staffGroups.prague.pay.hourlyWage', { base: 12, growth: 0.1 }, { formula: 'wage' }),
  ...set('staffGroups.partner.vendor.pricing', 'perContact', 'perFte', 'perMinute'),
  ...set('staffGroups.partner.vendor.slaTiers', [], [{ atLeast: 0.5, adjust: -0.5 }]),
  ...set('staffGroups.partner.observesHolidays', true),
  ...set('drivers', [], [{ id: 'wage', value: 13 }], [{ id: 'wage', value: { formula: 'wage + 1' } }]),
  ...set(
    'events',
    [],
    [{ name: 'Sale', queues: ['voice', 'chat'], uplift: 0.4, from: '2027-02-10', to: '2027-03-20' }],
  ),
  ...set('calendar.holidays', [], ['2027-03-01', '2027-05-03']),
  ...set('calendar.periods', 6, 12, 30),
  ...set('calendar.fiscalYearStart', 1, 7),
  ...set('calendar.demandBasis', 'months'),
  ...set('budgetLines', [], [{ id: 'tools', perMonth: { formula: 'plan.handled * 0.01' } }]),
  ...set('initiatives', [
    {
      id: 'bot',
      start: '2027-03-01',
      rampMonths: 3,
      oneOff: 1000,
      effects: [{ target: 'queues.voice.deflection', op: 'add', value: 0.2 }],
    },
  ]),
];

/** A scenario after some of the edits; those that make it impossible are left out. */
function edited(commands: readonly Command[]): readonly Scenario[] {
  let document = sample();
  return commands.flatMap((command) => {
    const applied = applyCommand(document, command);
    if (!applied.ok) return [];
    const scenario = validateScenario(applied.value.next);
    if (!scenario.ok) return [];
    document = applied.value.next;
    return [scenario.value];
  });
}

/** Updates a plan through the scenarios and compares it with a fresh one each time. @returns how often errors were in it */
function expectFresh(scenarios: readonly Scenario[]): number {
  const plan = valueOf(createPlan(valueOf(validateScenario(sample()))));
  let withErrors = 0;
  for (const scenario of scenarios) {
    const before = new Map([...plan.heads().keys()].map((id) => [id, plan.column(id).slice()]));
    const changed = new Set(valueOf(plan.update(scenario)));
    expect(readings(plan)).toEqual(readings(valueOf(createPlan(scenario))));
    const untouched = [...before].filter(([id]) => plan.heads().has(id) && !changed.has(id));
    for (const [id, column] of untouched) expect(plan.column(id)).toEqual(column);
    if (plan.error('plan.totalCost', 1) !== undefined) withErrors += 1;
  }
  return withErrors;
}

describe('a plan that is updated', () => {
  it('is the plan computed from scratch, bit for bit, through all edits and back', () => {
    const scenarios = edited(edits);
    expect(scenarios.length).toBeGreaterThan(80);
    expect(expectFresh(scenarios)).toBeGreaterThan(5);
  }, 180_000);

  it('is so after any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edits), { minLength: 2, maxLength: 6 }), (commands) => {
        expectFresh(edited(commands));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 180_000);

  it('of a change of pay recomputes money and nothing else', () => {
    const scenario = valueOf(validateScenario(sample()));
    const plan = valueOf(createPlan(scenario));
    const [dearer] = edited([{ type: 'setInput', path: 'staffGroups.prague.pay.hourlyWage', value: 20 }]);
    if (dearer === undefined) throw new Error('The edit is not possible.');
    const changed = valueOf(plan.update(dearer));
    expect(changed).toContain('groups.prague.cost.wages');
    expect(changed).toContain('plan.totalCost');
    expect(changed.filter((id) => /offered|Fte|Headcount|serviceLevel|baseHours|handled/.test(id))).toEqual(
      [],
    );
  });

  it('that refuses an update stays as it was', () => {
    const scenario = valueOf(validateScenario(sample()));
    const plan = valueOf(createPlan(scenario));
    const before = readings(plan);
    const effects = [{ target: 'queues.voice.fcr', op: 'multiply' as const, value: 5, confidence: 1 }];
    const impossible = { id: 'x', start: '2027-03-01', rampMonths: 0, oneOff: 0, recurring: 0, effects };
    expect(plan.update({ ...scenario, initiatives: [impossible] }).ok).toBe(false);
    expect(plan.scenario()).toBe(scenario);
    expect(readings(plan)).toEqual(before);
  });
});
