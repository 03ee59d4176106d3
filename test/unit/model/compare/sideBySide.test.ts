import { describe, expect, it } from 'vitest';
import { type ComparedPlan, sideBySide } from '#shared/model/compare/sideBySide.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { faultOf, valueOf, wireProbe } from '#test/support/workspaces.ts';

const document = salesGrowth();

function compared(scenario: Scenario, name = scenario.name): ComparedPlan {
  return { name, plan: valueOf(createPlan(scenario)) };
}

const base = compared(editedPlan(document), 'Base');
const dearer = compared(editedPlan(document, set('staffGroups.prague.pay.hourlyWage', 20)), 'Dearer');
const later = compared(editedPlan(document, set('calendar.start', '2027-07-01')), 'Later');
const weekly = compared(referenceScenario('weeklyRamp'));

function rowOf(plans: readonly ComparedPlan[], id: string, grain: 'period' | 'quarter' | 'year' = 'year') {
  const table = valueOf(sideBySide(plans, { grain, isWanted: (head) => head.id === id }));
  wireProbe(table);
  const [row] = table.rows;
  if (row === undefined) throw new Error(`There is no row for ${id}.`);
  return { ...row, columns: table.columns };
}

describe('plans side by side', () => {
  it('show the figures of each plan and the differences to the first', () => {
    const { columns, values, differences, unit } = rowOf([base, dearer], 'plan.totalCost');
    expect(columns.map(({ key, covered }) => [key, ...covered])).toEqual([
      ['2027', 'part', 'part'],
      ['2028', 'whole', 'whole'],
      ['2029', 'part', 'part'],
    ]);
    const costs = [base, dearer].map(({ plan }) => [...plan.totals('plan.totalCost', 'year')]);
    expect(values.map((cells) => cells.map(({ value }) => value))).toEqual(costs);
    const [from = 0, to = 0] = costs.map((cost) => cost[1]);
    expect(differences[0]?.[1]).toEqual({ absolute: to - from, percent: (to - from) / from });
    expect(unit).toBe('money');
  });

  it('hold two to four plans', () => {
    expect(faultOf(sideBySide([base], { grain: 'year' })).message).toMatch(/2 to 4 plans/);
    expect(faultOf(sideBySide(Array(5).fill(base), { grain: 'year' })).code).toBe('invalid-input');
    const four = valueOf(sideBySide([base, dearer, later, weekly], { grain: 'year' }));
    expect(four.plans.map(({ name, currency }) => [name, currency])).toEqual([
      ['Base', 'EUR'],
      ['Dearer', 'EUR'],
      ['Later', 'EUR'],
      ['Weekly hiring ramp', 'USD'],
    ]);
    expect(four.rows.length).toBeGreaterThan(15);
    for (const { values, differences } of four.rows) {
      expect([values.length, differences.length]).toEqual([4, 3]);
    }
  });

  it('match periods by date, not by place', () => {
    const { columns, values } = rowOf([base, later], 'plan.offered', 'period');
    expect(columns).toHaveLength(30);
    const july = columns.findIndex(({ key }) => key === '2027-07-01');
    expect(values.map((cells) => cells[july]?.value)).toEqual([
      base.plan.column('plan.offered')[6],
      later.plan.column('plan.offered')[0],
    ]);
    expect(values[1]?.[0]).toEqual({ value: null, reason: 'outside' });
    expect(values[0]?.at(-1)).toEqual({ value: null, reason: 'outside' });
  });

  it('subtract no year from another of which they cover other days', () => {
    const { columns, values, differences } = rowOf([base, later], 'plan.offered');
    expect(columns[0]).toEqual({ key: '2027', covered: ['part', 'none'] });
    expect(columns[1]).toEqual({ key: '2028', covered: ['whole', 'part'] });
    expect(values.every((cells) => (cells[1]?.value ?? 0) > 0)).toBe(true);
    expect(differences[0]?.slice(0, 2)).toEqual([
      { absolute: null, percent: null, reason: 'no-value' },
      { absolute: null, percent: null, reason: 'days' },
    ]);
  });

  it('say why a number is not there', () => {
    const pay = { hourlyWage: 15 };
    const inHouse = compared(
      editedPlan(document, set('staffGroups.partner.vendor'), set('staffGroups.partner.pay', pay)),
    );
    const own = rowOf([base, inHouse], 'groups.partner.ownServiceLevel');
    expect(own.values[1]?.[1]).toEqual({ value: null, reason: 'no-measure' });
    const other = rowOf(
      [base, compared(referenceScenario('oneVoiceQueue'))],
      'groups.partner.paidFte',
      'period',
    );
    expect(other.values[1]?.[0]).toEqual({ value: null, reason: 'no-member' });
    const broken = compared(editedPlan(document, set('queues.voice.volume', { formula: '1 / 0' })));
    const cost = rowOf([base, broken], 'plan.totalCost');
    expect(cost.values[1]?.[0]).toEqual({ value: null, reason: 'error', text: 'Divided by zero.' });
  });

  it('subtract no money of two currencies, and people all the same', () => {
    const dollars = compared(editedPlan(document, set('currency', 'USD')));
    expect(rowOf([base, dollars], 'plan.totalCost').differences[0]?.[1]).toMatchObject({
      reason: 'currency',
    });
    expect(rowOf([base, dollars], 'plan.hires').differences[0]?.[1]).toEqual({ absolute: 0, percent: 0 });
  });

  it('have no percentage of nothing', () => {
    const hired = compared(editedPlan(document, set('queues.voice.telecomPerMinute', 0)));
    const difference = rowOf([hired, base], 'plan.telecom').differences[0]?.[1];
    expect(difference).toMatchObject({ percent: null });
    expect(difference?.absolute).toBeGreaterThan(0);
  });

  it('of weeks and months meet in quarters and years only', () => {
    expect(faultOf(sideBySide([base, weekly], { grain: 'period' })).message).toMatch(/weeks.*months/);
    expect(rowOf([base, weekly], 'plan.offered', 'quarter').columns.length).toBeGreaterThan(8);
  });
});
