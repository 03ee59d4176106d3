import { describe, expect, it } from 'vitest';
import { bridgeOver, withSavedEnds } from '#shared/model/compare/bridgeSpan.ts';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { compareWork } from '#shared/model/compare/compareWork.ts';
import { savedPlan } from '#shared/model/compare/savedPlan.ts';
import { bridgeWaterfall } from '#shared/model/compare/waterfall.ts';
import { createPlan } from '#shared/model/plan.ts';
import { type PlanResults, planResults } from '#shared/model/results.ts';
import { editedDocument, editedPlan, gapsOfBridge } from '#test/support/comparedPlans.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { valueOf, wireProbe } from '#test/support/workspaces.ts';

const document = salesGrowth();
const dearer = editedDocument(
  document,
  set('staffGroups.prague.pay.hourlyWage', 21),
  set('segments.smb.churn', 0.02),
);

function planOf(of = document) {
  return valueOf(createPlan(editedPlan(of)));
}

const results = planResults(planOf());

/** What a program would have saved that computed every cost a tenth higher, and a tenth more people. */
function fromAnotherEngine(saved: PlanResults): PlanResults {
  const raised = (values: readonly (number | null)[] = []) => values.map((value) => (value ?? 0) * 1.1);
  const groups = Object.entries(saved.groups).map(([id, measures]) => [
    id,
    { ...measures, requiredFte: raised(measures['requiredFte']) },
  ]);
  const years = Object.entries(saved.fiscalYears).map(([year, figures]) => [
    year,
    {
      ...figures,
      totalCost: Number(figures['totalCost']) * 1.1,
      requiredFte: Number(figures['requiredFte']) * 1.1,
    },
  ]);
  return {
    ...saved,
    plan: { ...saved.plan, totalCost: raised(saved.plan['totalCost']) },
    groups: Object.fromEntries(groups),
    fiscalYears: Object.fromEntries(years),
  };
}

describe('a saved version', () => {
  it('shows the same numbers as the plan it was saved from, in every grain', () => {
    const plan = planOf();
    const saved = savedPlan(plan, results);
    expect(saved.differing).toBe(0);
    for (const id of ['plan.totalCost', 'plan.requiredFte', 'plan.serviceLevel', 'plan.costPerContact']) {
      for (const grain of ['period', 'quarter', 'year'] as const) {
        const [own, now] = [[...saved.plan.totals(id, grain)], [...plan.totals(id, grain)]];
        expect(own.length).toBeGreaterThan(0);
        own.forEach((value, at) => expect(value).toBeCloseTo(now[at] ?? 0, 9));
      }
    }
  });

  it('keeps its numbers where this program computes others, also those that follow from them', () => {
    const plan = planOf();
    const saved = savedPlan(plan, fromAnotherEngine(results));
    expect(saved.differing).toBeGreaterThanOrEqual(2);
    for (const id of ['plan.totalCost', 'plan.requiredFte']) {
      const now = plan.totals(id, 'quarter');
      saved.plan
        .totals(id, 'quarter')
        .forEach((value, at) => expect(value / (now[at] ?? 0)).toBeCloseTo(1.1, 9));
    }
    expect(saved.plan.totals('plan.totalCost', 'year')[1]).toBeCloseTo(
      (plan.totals('plan.totalCost', 'year')[1] ?? 0) * 1.1,
      4,
    );
  });

  it('stands beside a scenario with what was saved', () => {
    const sides = [
      { name: 'Approved', document, results: fromAnotherEngine(results) },
      { name: 'Now', document: dearer, results: null },
    ];
    const answer = valueOf(compareWork({ kind: 'beside', sides }, () => undefined));
    if (answer.kind !== 'beside') throw new Error('Another answer');
    wireProbe(answer);
    expect(answer.differing[0]).toBeGreaterThanOrEqual(2);
    expect(answer.differing[1]).toBeNull();
    const row = answer.tables.period?.rows.find(({ id }) => id === 'plan.totalCost');
    expect(row?.values[0]?.[3]?.value).toBeCloseTo((results.plan['totalCost']?.[3] ?? 0) * 1.1, 6);
    expect(row?.differences[0]?.[3]?.absolute).toBeCloseTo(
      (row?.values[1]?.[3]?.value ?? 0) - (row?.values[0]?.[3]?.value ?? 0),
      9,
    );
    expect(answer.tables.year?.rows.some(({ id }) => id === 'plan.requiredFte')).toBe(true);
  });
});

describe('a bridge', () => {
  const made = valueOf(fixedOrderBridge(editedPlan(document), editedPlan(dearer)));

  it('over some of its months adds up too, and all its years to the whole', () => {
    const halves = [made.slots.map((_, at) => at).slice(0, 12), made.slots.map((_, at) => at).slice(12)];
    const parts = halves.map((places) => bridgeOver(made, places));
    for (const part of parts) expect(gapsOfBridge(part)).toEqual([]);
    const cost = (bridge: typeof made) =>
      bridge.measures.find(({ id }) => id === 'totalCost')?.after.total ?? 0;
    expect(cost(parts[0] ?? made) + cost(parts[1] ?? made)).toBeCloseTo(cost(made), 4);
  });

  it('begins at the saved figure, and says what this program computes differently', () => {
    expect(withSavedEnds(made, { before: savedPlan(planOf(), results).plan }).steps).toEqual(made.steps);
    const before = savedPlan(planOf(), fromAnotherEngine(results)).plan;
    const bridge = withSavedEnds(made, { before });
    expect(gapsOfBridge(bridge)).toEqual([]);
    expect(bridge.steps.map(({ families }) => families)).toEqual([
      [],
      ...made.steps.map((step) => step.families),
    ]);
    const waterfall = bridgeWaterfall(bridge, { measure: 'totalCost' });
    const bars = waterfall?.bars ?? [];
    expect(bars[0]?.to).toBeCloseTo((bars[1]?.to ?? 0) * 1.1, 1);
    const added = bars.filter(({ kind }) => kind === 'step').reduce((sum, { amount }) => sum + amount, 0);
    expect((bars[0]?.to ?? 0) + added).toBeCloseTo(bars.at(-1)?.to ?? 0, 2);
  });
});
