import { describe, expect, it } from 'vitest';
import { checkText } from '#shared/model/checks/checkText.ts';
import { editEffect, planChecks } from '#shared/model/checks/planChecks.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

function planOf(document: ScenarioDocument): Plan {
  const scenario = validateScenario(document);
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function kinds(document: ScenarioDocument): readonly string[] {
  return planChecks(planOf(document)).map(({ kind }) => kind);
}

/** A plan without a trap: the business case follows its requirement. */
const calm = referenceScenario('businessCase');

function withGroup(
  scenario: Scenario,
  change: (group: Scenario['staffGroups'][number]) => object,
): ScenarioDocument {
  return { ...scenario, staffGroups: scenario.staffGroups.map((group) => ({ ...group, ...change(group) })) };
}

function withQueue(
  scenario: Scenario,
  change: (queue: Scenario['queues'][number]) => object,
): ScenarioDocument {
  return { ...scenario, queues: scenario.queues.map((queue) => ({ ...queue, ...change(queue) })) };
}

describe('traps', () => {
  it('finds none in a plan without one', () => {
    expect(kinds(calm)).toEqual([]);
  });

  it.each<[string, ScenarioDocument]>([
    ['overload', referenceScenario('oneVoiceQueue')],
    ['goal-missed', referenceScenario('oneVoiceQueue')],
    ['abandonment-missed', referenceScenario('salesGrowth')],
    ['backlog', referenceScenario('salesGrowth')],
    ['gap-too-late', referenceScenario('oneVoiceQueue')],
    ['gap', referenceScenario('autoHiring')],
    ['small-queue-rounding', referenceScenario('weeklyRamp')],
    ['unusual', withGroup(calm, () => ({ attrition: 3.6 }))],
    ['unusual-shrinkage', withGroup(calm, () => ({ shrinkage: { inOffice: { coaching: 0.02 } } }))],
    ['leave-twice', withGroup(calm, ({ pay }) => ({ pay: { ...pay, benefitsBurden: 0.423 } }))],
    ['grossed-up-twice', withGroup(calm, () => ({ hiring: { mode: 'follow', coverage: 1 / (1 - 0.2257) } }))],
    ['grossed-up-twice', withGroup(calm, () => ({ scheduleEfficiency: 0.7743 }))],
    ['containment-as-deflection', withQueue(calm, () => ({ deflection: 0.5 }))],
    ['saving-not-cash', { ...withGroup(calm, () => ({ hiring: { mode: 'manual', perMonth: 3 } })) }],
    [
      'handle-time-pressure',
      {
        ...calm,
        initiatives: [
          {
            id: 'push',
            start: '2027-02-01',
            effects: [{ target: 'queues.voice.handleTime.talk', op: 'multiply', value: 0.8 }],
          },
        ],
      },
    ],
    ['calculation-error', { ...calm, ownLines: [{ id: 'nothing', scope: 'plan', formula: '1 / 0' }] }],
    ['shares', withGroup(calm, () => ({ queues: [{ id: 'voice', share: { formula: '0.5 + 0' } }] }))],
  ])('finds %s', (kind, document) => {
    const found = planChecks(planOf(document)).filter((check) => check.kind === kind);
    expect(found).not.toEqual([]);
    for (const check of found) {
      expect(check.paths).not.toEqual([]);
      expect(checkText(check, 'EUR')).not.toMatch(/undefined|NaN/);
    }
  });

  it('says what a fix changes in people and money', () => {
    const document = withGroup(calm, ({ pay }) => ({ pay: { ...pay, benefitsBurden: 0.423 } }));
    const plan = planOf(document);
    const check = planChecks(plan).find(({ kind }) => kind === 'leave-twice');
    const effect = editEffect(plan, document, check?.fix ?? []);
    const wages = plan.column('groups.agents.cost.wages').reduce((sum, value) => sum + value, 0);
    const bonus = plan.column('groups.agents.cost.bonus').reduce((sum, value) => sum + value, 0);
    const support = plan.column('groups.agents.cost.support').reduce((sum, value) => sum + value, 0);
    const burdened = wages + bonus + support / (1 + 0.083 + 0.423);
    expect(effect).toMatchObject({
      ok: true,
      value: { requiredFte: expect.closeTo(0, 9), totalCost: expect.closeTo(-burdened * (0.423 - 0.258), 2) },
    });
  });
});
