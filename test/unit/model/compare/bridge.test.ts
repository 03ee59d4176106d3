import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import type { Family } from '#shared/model/compare/families.ts';
import { shapleyBridge, shapleyEffort } from '#shared/model/compare/shapley.ts';
import type { Command } from '#shared/model/commands.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  bridgeMethods,
  editedPlan,
  gapsOfBridge,
  measureOf,
  stepTotal,
  totalCost,
} from '#test/support/comparedPlans.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { faultOf, valueOf, wireProbe } from '#test/support/workspaces.ts';

const document = salesGrowth();
const base = editedPlan(document);

const pairs = referencePlans.flatMap((before) => referencePlans.map((after) => [before, after] as const));

function rateBetween(before: Scenario, after: Scenario) {
  return before.currency === after.currency
    ? {}
    : { exchangeRate: before.currency === 'USD' ? 1.1 : 1 / 1.1 };
}

describe.each(['fixedOrder', 'shapley'] as const)('the %s bridge', (method) => {
  it.each(pairs)('from %s to %s adds up to the cent, in every period and in total', (from, to) => {
    const [before, after] = [referenceScenario(from), referenceScenario(to)];
    const bridge = valueOf(bridgeMethods[method](before, after, rateBetween(before, after)));
    wireProbe(bridge);
    expect(bridge.missing).toEqual([]);
    expect(bridge.measures).toHaveLength(7);
    expect(gapsOfBridge(bridge)).toEqual([]);
    expect(bridge.steps.length > 0).toBe(from !== to);
    for (const { before: first, after: last } of bridge.measures) {
      expect([first.total, last.total, ...first.bySlot, ...last.bySlot]).not.toContain(null);
    }
  });

  it('of a plan with itself has no steps', () => {
    const bridge = valueOf(bridgeMethods[method](base, editedPlan(document)));
    expect(bridge).toMatchObject({ steps: [], runs: 1, isCut: false, hasTwoCalendars: false });
    expect(measureOf(bridge, 'totalCost').steps).toEqual([]);
    expect(measureOf(bridge, 'totalCost').before.total).toBeCloseTo(totalCost(base), 6);
  });

  it('begins and ends with the figures of the two plans themselves', () => {
    const after = referenceScenario('weeklyRamp');
    const before = editedPlan(document, set('queues.voice.fcr', 0.8));
    const same = valueOf(bridgeMethods[method](base, before));
    expect(measureOf(same, 'totalCost').before.total).toBeCloseTo(totalCost(base), 4);
    expect(measureOf(same, 'totalCost').after.total).toBeCloseTo(totalCost(before), 4);
    const plan = valueOf(createPlan(after));
    const required = [...plan.column('plan.requiredFte')];
    const weekly = valueOf(bridgeMethods[method](after, { ...after, name: 'The same' }));
    expect(measureOf(weekly, 'requiredFte').before.bySlot).toEqual(required);
  });

  it('is given up when asked to', () => {
    const after = referenceScenario('weeklyRamp');
    const shares: number[] = [];
    const options = { onProgress: (share: number) => shares.push(share) < 2 };
    expect(faultOf(bridgeMethods[method](base, after, options))).toMatchObject({ code: 'cancelled' });
    expect(shares).toHaveLength(2);
    for (const share of shares) expect(share).toBeLessThan(1);
  });
});

/** Edits of four families, which no rule ties together. */
const volume = set('queues.voice.demand.smb.contactsPerCustomer', 0.62);
const handleTime = set('queues.voice.handleTime.talk', 231);
const shrinkage = set('staffGroups.prague.shrinkage.inOffice.coaching', 0.06);
const pay = set('staffGroups.prague.pay.hourlyWage', { base: 12.5, growth: 0.02 });

function orders<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, at) => orders(list.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

describe('what a family adds', () => {
  const edits: readonly (readonly [Family, Command])[] = [
    ['volume', volume],
    ['handleTime', handleTime],
    ['shrinkage', shrinkage],
    ['pay', pay],
  ];
  const after = editedPlan(document, ...edits.map(([, edit]) => edit));

  it('in the fixed order is the difference between two plans that are edited one after the other', () => {
    const bridge = valueOf(fixedOrderBridge(base, after));
    expect(bridge.steps.map(({ families }) => families)).toEqual(edits.map(([family]) => [family]));
    const costs = [0, 1, 2, 3, 4].map((count) =>
      totalCost(editedPlan(document, ...edits.slice(0, count).map(([, edit]) => edit))),
    );
    for (const [at, [family]] of edits.entries()) {
      const added = (costs[at + 1] ?? 0) - (costs[at] ?? 0);
      expect(stepTotal(bridge, 'totalCost', family)).toBeCloseTo(added, 3);
      expect(added).not.toBe(0);
    }
    expect(stepTotal(bridge, 'requiredFte', 'pay')).toBe(0);
  });

  it('without an order is its mean over all orders of edits', () => {
    const known = new Map<string, number>();
    const costOf = (commands: readonly Command[]) => {
      const key = edits.map(([, edit]) => commands.includes(edit)).join(' ');
      const cost = known.get(key) ?? totalCost(editedPlan(document, ...commands));
      known.set(key, cost);
      return cost;
    };
    const all = orders(edits);
    expect(all).toHaveLength(24);
    const bridge = valueOf(shapleyBridge(base, after));
    for (const [family, edit] of edits) {
      const added = all.map((order) => {
        const place = order.findIndex(([other]) => other === family);
        const before = order.slice(0, place).map(([, command]) => command);
        return costOf([...before, edit]) - costOf(before);
      });
      const mean = added.reduce((sum, amount) => sum + amount, 0) / added.length;
      expect(stepTotal(bridge, 'totalCost', family)).toBeCloseTo(mean, 3);
    }
    expect(bridge.runs).toBe(16);
    expect(shapleyEffort(base, after)).toEqual({ ok: true, value: 16 });
  });

  it('without an order is the same on the way back, with the other sign', () => {
    for (const [from, to] of [
      [base, after],
      [referenceScenario('oneVoiceQueue'), referenceScenario('businessCase')],
      [base, { ...referenceScenario('oneVoiceQueue'), currency: 'EUR' }],
    ] as const) {
      const [there, back] = [valueOf(shapleyBridge(from, to)), valueOf(shapleyBridge(to, from))];
      expect(back.steps).toEqual(there.steps);
      for (const id of ['totalCost', 'requiredFte'] as const) {
        const totals = measureOf(there, id).steps.map(({ total }) => total ?? Number.NaN);
        expect(measureOf(back, id).steps.map(({ total }) => total)).toEqual(
          totals.map((total) => expect.closeTo(-total, 6)),
        );
      }
    }
  });

  it('is nothing for what moves no figure, and names alone are no difference', () => {
    const renamed = editedPlan(document, set('queues.voice.name', 'Telephone'), set('name', 'Another plan'));
    expect(valueOf(fixedOrderBridge(base, renamed)).steps).toEqual([]);
    const discounted = valueOf(fixedOrderBridge(base, editedPlan(document, set('discountRate', 0.2))));
    expect(discounted.steps).toEqual([{ families: ['other'] }]);
    expect(stepTotal(discounted, 'totalCost', 'other')).toBe(0);
  });
});

describe('an initiative', () => {
  const initiative = (target: string, value: number) => ({
    id: 'change',
    start: '2027-04-01',
    oneOff: 9000,
    effects: [{ target, op: 'multiply', value }],
  });

  it.each([
    ['queues.voice.handleTime.talk', 'handleTime'],
    ['queues.voice.deflection', 'volume'],
    ['staffGroups.prague.shrinkage.inOffice.coaching', 'shrinkage'],
    ['staffGroups.prague.attrition', 'people'],
    ['staffGroups.prague.pay.hourlyWage', 'pay'],
  ] as const)('on %s counts with its family: %s', (target, family) => {
    const after = editedPlan(document, set('initiatives', [initiative(target, 0.9)]));
    const bridge = valueOf(fixedOrderBridge(base, after));
    const difference = totalCost(after) - totalCost(base);
    expect(difference).not.toBe(0);
    expect(stepTotal(bridge, 'totalCost', family)).toBeCloseTo(difference, 3);
    expect(gapsOfBridge(bridge)).toEqual([]);
  });
});

describe('any edits', () => {
  const pool: readonly (readonly [Family, Command])[] = [
    ['volume', volume],
    ['volume', set('segments.smb.churn', 0.03)],
    ['volume', set('queues.chat.volume', { base: 4000, growth: 0.3 })],
    ['handleTime', handleTime],
    ['handleTime', set('queues.chat.concurrency', 3)],
    ['serviceGoal', set('queues.voice.goal.serviceLevel', 0.9)],
    ['serviceGoal', set('queues.partners.pooled', true)],
    ['shrinkage', shrinkage],
    ['shrinkage', set('staffGroups.partner.shrinkage.outOfOffice.strike', 0.1)],
    ['people', set('staffGroups.prague.attrition', 0.6)],
    ['people', set('staffGroups.prague.hiring', { mode: 'follow' })],
    ['people', set('staffGroups.partner.proficientHeadcount', 40)],
    ['pay', pay],
    ['pay', set('staffGroups.partner.vendor.pricing', 'perContact')],
    ['other', set('staffGroups.prague.costs.costPerHire', 9000)],
    ['other', set('staffGroups.prague.support', [])],
    ['other', set('calendar.periods', 30)],
    ['other', set('calendar.holidays', ['2027-02-01'])],
    ['other', set('budgetLines')],
  ];

  it('give bridges that add up, with steps for the families that were edited and no others', () => {
    fc.assert(
      fc.property(fc.subarray([...pool], { minLength: 1, maxLength: 6 }), (chosen) => {
        const after = editedPlan(document, ...chosen.map(([, command]) => command));
        const expected = new Set(chosen.map(([family]) => family));
        for (const method of ['fixedOrder', 'shapley'] as const) {
          const bridge = valueOf(bridgeMethods[method](base, after));
          expect(gapsOfBridge(bridge)).toEqual([]);
          expect(new Set(bridge.steps.flatMap(({ families }) => families))).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a bridge that does not add up would be seen', () => {
    const bridge = valueOf(fixedOrderBridge(base, editedPlan(document, volume, pay)));
    const broken = bridge.measures.map((measure) => ({
      ...measure,
      steps: measure.steps.map((step) => ({ ...step, total: (step.total ?? 0) + 0.01 })),
    }));
    expect(gapsOfBridge({ ...bridge, measures: broken })).toContain('totalCost in total');
  });
});
