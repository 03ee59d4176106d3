import { describe, expect, it } from 'vitest';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { shapleyBridge } from '#shared/model/compare/shapley.ts';
import type { Command } from '#shared/model/commands.ts';
import { createPlan } from '#shared/model/plan.ts';
import {
  bridgeMethods,
  editedPlan,
  gapsOfBridge,
  measureOf,
  stepTotal,
  totalCost,
} from '#test/support/comparedPlans.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { faultOf, valueOf } from '#test/support/workspaces.ts';

const document = salesGrowth();
const base = editedPlan(document);
const volume = set('queues.voice.demand.smb.contactsPerCustomer', 0.62);
const pay = set('staffGroups.prague.pay.hourlyWage', { base: 12.5, growth: 0.02 });

describe('members that only one plan has', () => {
  const profile = { intervalMinutes: 60, weights: { mon: Array(24).fill(1), tue: Array(24).fill(1) } };
  const fax = {
    id: 'fax',
    channel: 'fax',
    volume: 900,
    handleTime: { talk: 300 },
    profile,
    model: 'erlangC',
  };
  const queue: Command = {
    type: 'insertMember',
    path: 'queues',
    place: 4,
    member: { ...fax, goal: { serviceLevel: 0.8, within: 60 } },
  };
  const served = (group: string): Command => ({
    type: 'insertMember',
    path: `staffGroups.${group}.queues`,
    place: 0,
    member: { id: 'fax', share: 1 },
  });
  const group: Command = {
    type: 'insertMember',
    path: 'staffGroups',
    place: 2,
    member: {
      id: 'brno',
      queues: [],
      weeklyHours: 40,
      proficientHeadcount: 5,
      attrition: 0.2,
      hiring: { mode: 'manual' },
      pay: { hourlyWage: 10 },
    },
  };

  it.each(['fixedOrder', 'shapley'] as const)('%s: a queue of a group that both have is volume', (method) => {
    const after = editedPlan(document, queue, served('prague'), pay);
    const bridge = valueOf(bridgeMethods[method](base, after));
    expect(bridge.steps).toMatchObject([{ families: ['volume'] }, { families: ['pay'] }]);
    expect(stepTotal(bridge, 'requiredFte', 'volume')).toBeGreaterThan(1);
    expect(gapsOfBridge(bridge)).toEqual([]);
  });

  it('a group that takes over contacts of another is attrition and hiring', () => {
    const share: Command = {
      type: 'insertMember',
      path: 'staffGroups.brno.queues',
      place: 0,
      member: { id: 'partners', share: 0.6 },
    };
    const after = editedPlan(document, group, share, set('staffGroups.prague.queues.partners'), volume);
    const bridge = valueOf(shapleyBridge(base, after));
    expect(bridge.steps).toEqual([{ families: ['volume'] }, { families: ['people'] }]);
    expect(stepTotal(bridge, 'paidFte', 'people')).toBeGreaterThan(1);
    expect(stepTotal(bridge, 'paidFte', 'volume')).toBe(0);
  });

  it('a queue of a group that comes with it joins the two families, which is said', () => {
    const after = editedPlan(document, queue, group, served('brno'), pay);
    for (const method of ['fixedOrder', 'shapley'] as const) {
      for (const [from, to] of [
        [base, after],
        [after, base],
      ] as const) {
        const bridge = valueOf(bridgeMethods[method](from, to));
        expect(bridge.steps).toEqual([
          { families: ['volume', 'people'], joined: 'members' },
          { families: ['pay'] },
        ]);
        expect(gapsOfBridge(bridge)).toEqual([]);
      }
    }
  });

  it('a segment that is gone is volume, the contacts of its customers with it', () => {
    const gone = [
      'queues.voice.demand.ent',
      'queues.email.demand.ent',
      'queues.partners.demand.ent',
      'segments.ent',
    ];
    const bridge = valueOf(fixedOrderBridge(base, editedPlan(document, ...gone.map((path) => set(path)))));
    expect(bridge.steps).toEqual([{ families: ['volume'] }]);
    expect(stepTotal(bridge, 'requiredFte', 'volume')).toBeLessThan(-10);
  });
});

describe('families with no plan between them', () => {
  it('change together, which is said', () => {
    const drivers = set('drivers', [{ id: 'rate', value: 0.05 }]);
    const line = set('ownLines', [{ id: 'need', scope: 'plan', formula: 'sum(queues, offered) * 0.0001' }]);
    const formula = set('staffGroups.prague.shrinkage.inOffice.coaching', { formula: 'plan.need / 10000' });
    const after = editedPlan(document, drivers, line, formula);
    const plan = valueOf(createPlan(after));
    expect(plan.error('plan.totalCost', 3)).toBeUndefined();
    for (const method of ['fixedOrder', 'shapley'] as const) {
      const bridge = valueOf(bridgeMethods[method](base, after));
      expect(bridge.steps).toEqual([{ families: ['shrinkage', 'other'], joined: 'not-possible' }]);
      expect(gapsOfBridge(bridge)).toEqual([]);
    }
  });

  it('a driver goes with the inputs that read it', () => {
    const formula = set('queues.voice.volume', { formula: 'extra * 2' });
    const drivers = (extra: number) =>
      set('drivers', [
        { id: 'extra', value: { formula: 'market + 1' } },
        { id: 'market', value: extra },
      ]);
    const [before, after] = [
      editedPlan(document, drivers(500), formula),
      editedPlan(document, drivers(900), formula),
    ];
    const bridge = valueOf(fixedOrderBridge(before, after));
    expect(bridge.steps).toEqual([{ families: ['volume'] }]);
    expect(stepTotal(bridge, 'requiredFte', 'volume')).toBeGreaterThan(0.5);
  });
});

describe('plans on different calendars', () => {
  it('are compared over the days that both cover', () => {
    const later = editedPlan(document, set('calendar.start', '2028-07-01'));
    const bridge = valueOf(fixedOrderBridge(base, later));
    expect(bridge.slots.map(({ start }) => start)).toEqual([
      '2028-07-01',
      '2028-08-01',
      '2028-09-01',
      '2028-10-01',
      '2028-11-01',
      '2028-12-01',
    ]);
    expect(bridge).toMatchObject({ isCut: true, hasTwoCalendars: true });
    expect(gapsOfBridge(bridge)).toEqual([]);
    const own = valueOf(createPlan(later)).column('plan.totalCost').slice(0, 6);
    expect(measureOf(bridge, 'totalCost').after.bySlot).toEqual([...own]);
  });

  it('months and weeks meet in months, their totals by days', () => {
    const weekly = referenceScenario('weeklyRamp');
    const bridge = valueOf(fixedOrderBridge(weekly, referenceScenario('oneVoiceQueue')));
    expect(bridge.slots.map(({ start, days }) => [start, days]).slice(0, 2)).toEqual([
      ['2027-03-01', 31],
      ['2027-04-01', 30],
    ]);
    const cost = valueOf(createPlan(weekly)).column('plan.totalCost');
    const march = [0, 1, 2, 3].reduce((sum, week) => sum + (cost[week] ?? 0), 0) + ((cost[4] ?? 0) * 3) / 7;
    expect(measureOf(bridge, 'totalCost').before.bySlot[0]).toBeCloseTo(march, 6);
    expect(gapsOfBridge(bridge)).toEqual([]);
  });

  it('without a common day are refused', () => {
    const far = editedPlan(document, set('calendar.start', '2035-01-01'));
    expect(faultOf(fixedOrderBridge(base, far))).toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/no day in common.*2027-01-01.*2035-01-01/),
    });
  });
});

describe('plans in two currencies', () => {
  const usd = editedPlan(document, set('currency', 'USD'));

  it('have a bridge in FTE, and none in money without a rate', () => {
    const bridge = valueOf(fixedOrderBridge(base, usd));
    expect(bridge.measures.map(({ id }) => id)).toEqual(['requiredFte', 'effectiveFte', 'paidFte']);
    expect(bridge.missing).toContainEqual({ measure: 'totalCost', reason: 'currency' });
  });

  it('with a rate are compared in the currency of the first', () => {
    const bridge = valueOf(shapleyBridge(base, usd, { exchangeRate: 0.9 }));
    expect(bridge).toMatchObject({ currency: 'EUR', missing: [] });
    expect(measureOf(bridge, 'totalCost').after.total).toBeCloseTo(0.9 * totalCost(usd), 2);
    expect(stepTotal(bridge, 'requiredFte', 'pay')).toBe(0);
    expect(gapsOfBridge(bridge)).toEqual([]);
  });

  it('leave money out where a formula makes money of money', () => {
    const line = set('budgetLines', [{ id: 'fee', perMonth: { formula: 'sum(groups, cost.wages) * 0.01' } }]);
    const bridge = valueOf(
      fixedOrderBridge(base, editedPlan(document, set('currency', 'USD'), line), { exchangeRate: 2 }),
    );
    expect(bridge.missing).toContainEqual({ measure: 'directCost', reason: 'money-in-formulas' });
  });

  it.each([
    [base, 1.2, /no rate between them/],
    [usd, 0, /above 0/],
    [usd, Number.NaN, /above 0/],
  ])('refuse a rate that means nothing', (after, exchangeRate, message) => {
    expect(faultOf(fixedOrderBridge(base, after, { exchangeRate })).message).toMatch(message);
  });
});
