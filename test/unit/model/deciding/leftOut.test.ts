import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/model/commands.ts';
import { businessCase, caseByInitiative } from '#shared/model/businessCase.ts';
import { settled } from '#shared/model/compare/mix.ts';
import { standingStillEdits } from '#shared/model/deciding/case/standingStill.ts';
import { wholeCase } from '#shared/model/deciding/case/wholeCase.ts';
import { explain } from '#shared/model/explain.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { checked, valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const scenario = checked(referenceScenario('businessCase'));
const [first, ...rest] = scenario.initiatives;
if (first === undefined) throw new Error('The reference has no initiative');
const leftOut = checked({ ...scenario, initiatives: [{ ...first, isCounted: false }, ...rest] });
const removed = checked({ ...scenario, initiatives: rest });

function money(from: Scenario): readonly (readonly number[])[] {
  const plan = valueOf(createPlan(from));
  return ['totalCost', 'investment', 'requiredFte', 'margin'].map((name) => [...plan.column(`plan.${name}`)]);
}

describe('an initiative that is left out', () => {
  it('does to the plan what removing it does', () => {
    expect(money(leftOut)).toEqual(money(removed));
    expect(money(leftOut)).not.toEqual(money(scenario));
  });

  it('has no part in the case, and the others are worth what they are without it', () => {
    expect(valueOf(businessCase(leftOut))).toEqual(valueOf(businessCase(removed)));
    expect(valueOf(caseByInitiative(leftOut))).toEqual(valueOf(caseByInitiative(removed)));
    const whole = valueOf(wholeCase(leftOut, { delayMonths: 1 }));
    expect(whole.parts.map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
    expect(whole.bases.everything.npv.value).toBe(
      valueOf(wholeCase(removed, { delayMonths: 1 })).bases.everything.npv.value,
    );
  });

  it('has measures that are 0, and is named by no input', () => {
    const plan = valueOf(createPlan(leftOut));
    expect([...plan.column(`initiatives.${first.id}.investment`)].every((value) => value === 0)).toBe(true);
    const target = first.effects[0]?.target ?? '';
    const last = plan.groups('period').length - 1;
    const names = explain(plan, target, last, 'period').source?.initiatives ?? [];
    expect(names).not.toContain(first.name ?? first.id);
    const before = explain(valueOf(createPlan(scenario)), target, last, 'period').source?.initiatives;
    expect(before).toContain(first.name ?? first.id);
  });

  it('stays left out when plans are mixed to be compared', () => {
    expect(money(valueOf(settled(leftOut)))).toEqual(money(leftOut));
  });

  it('needs no possible effect until it counts', () => {
    const wild = { ...first, effects: [{ ...first.effects[0], op: 'add', value: -1e9 }], isCounted: false };
    expect(() => checked({ ...scenario, initiatives: [wild] })).not.toThrow();
    expect(() => checked({ ...scenario, initiatives: [{ ...wild, isCounted: true }] })).toThrow(
      /out of its range|handleTime/,
    );
  });
});

describe('standing still as a scenario', () => {
  const still = standingStillEdits(scenario).reduce<ScenarioDocument>(
    (document, command) => valueOf(applyCommand(document, command)).next,
    scenario,
  );

  it('costs beyond the plan without initiatives what standing still costs, to the cent', () => {
    const found = valueOf(wholeCase(scenario, { delayMonths: 0 })).standingStill;
    const [cost = [], investment = [], , margin = []] = money(checked(still));
    const [today = [], , , marginToday = []] = money(checked({ ...scenario, initiatives: [] }));
    const loss = cost.map((value, t) => value - (today[t] ?? 0) + (marginToday[t] ?? 0) - (margin[t] ?? 0));
    expect(found?.loss.length).toBeGreaterThan(0);
    loss.forEach((value, t) => expect(value).toBeCloseTo(found?.loss[t] ?? Number.NaN, 4));
    expect(loss.some((value) => value > 1)).toBe(true);
    expect(investment.every((value) => value === 0)).toBe(true);
  });

  it('keeps the initiatives, none of which counts, and gives what drifts ids of its own', () => {
    const ids = (still.initiatives ?? []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(scenario.initiatives.length + scenario.statusQuoDrift.length);
    expect(still.statusQuoDrift).toBeUndefined();
    expect(
      still.initiatives?.slice(0, scenario.initiatives.length).every((one) => one.isCounted === false),
    ).toBe(true);
  });
});
