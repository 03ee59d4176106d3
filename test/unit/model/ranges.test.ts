import { describe, expect, it } from 'vitest';
import { inputDefinitions } from '#shared/model/inputs.ts';
import type { Dimension } from '#shared/model/members.ts';
import { createPlan } from '#shared/model/plan.ts';
import { inputRange } from '#shared/model/ranges.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { valueOf } from '#test/support/workspaces.ts';

describe('the range of an input', () => {
  it.each<[Dimension, string, unknown]>([
    ['segments', 'churn', { min: 0, max: 1 }],
    ['segments', 'deals', { min: 0 }],
    ['queues', 'handleTime.talk', { min: 0 }],
    ['queues', 'patience', { min: 0, isMinExcluded: true }],
    ['demand', 'contactsPerCustomer', { min: 0 }],
    ['groups', 'attrition', { min: 0 }],
    ['groups', 'hiring.perMonth', { min: 0 }],
    ['groups', 'pay.hourlyWage', { min: 0 }],
    ['groups', 'vendor.price', { min: 0 }],
    ['routes', 'share', { min: 0, max: 1 }],
    ['inOffice', '', { min: 0, max: 1 }],
    ['support', 'annualSalary', { min: 0 }],
    ['budgetLines', 'perMonth', undefined],
    ['drivers', 'value', undefined],
    ['queues', 'nothing', undefined],
    ['queues', 'constructor', undefined],
  ])('%s %s', (dimension, input, range) => {
    expect(inputRange(dimension, input)).toEqual(range);
  });

  it('is known for all that change over the plan, apart from those that may be any number', () => {
    const free = new Set(['drivers value', 'budgetLines perMonth', 'initiatives recurring']);
    for (const dimension of [
      'drivers',
      'segments',
      'queues',
      'demand',
      'groups',
      'routes',
      'outOfOffice',
      'inOffice',
      'support',
      'budgetLines',
      'initiatives',
    ] as const) {
      for (const [name, { isSeries }] of Object.entries(inputDefinitions[dimension] ?? {})) {
        expect([dimension, name, inputRange(dimension, name) !== undefined]).toEqual([
          dimension,
          name,
          isSeries && !free.has(`${dimension} ${name}`),
        ]);
      }
    }
  });
});

describe('a formula that gives what its input cannot hold', () => {
  const reference = referenceScenario('oneVoiceQueue');

  it('is an error of its cell, with its period, that reaches all that follows from it', () => {
    const segments = reference.segments.map((segment) => ({
      ...segment,
      churn: { formula: 'if(prior(average, 0) > 0, 1.5, 0.01)' },
    }));
    const plan = valueOf(createPlan({ ...reference, segments }));
    const error = {
      kind: 'out-of-domain',
      nodeId: 'segments.all.churn',
      period: 1,
      text: 'The formula gives 1.5, expected a number from 0 to 1.',
    };
    expect(plan.error('segments.all.churn', 0)).toBeUndefined();
    expect(plan.error('segments.all.churn', 1)).toEqual(error);
    expect(plan.error('plan.totalCost', 1)).toEqual(error);
    expect(plan.column('segments.all.closing')[1]).toBeNaN();
    expect(plan.column('segments.all.closing')[0]).toBeGreaterThan(0);
  });
});

describe('words that every JavaScript object answers to', () => {
  it.each([
    'toString',
    'valueOf',
    'hasOwnProperty',
    'plan.toString',
    'queues.voice.toString',
    'isPrototypeOf.y',
    'prior(toString)',
    'sum(toString, 1)',
  ])('%s means nothing in a formula', (formula) => {
    const plan = valueOf(
      createPlan({ ...referenceScenario('oneVoiceQueue'), drivers: [{ id: 'own', value: { formula } }] }),
    );
    expect(plan.error('drivers.own.value', 0)?.kind).toBe('unknown-name');
  });
});
