import { describe, expect, it } from 'vitest';
import { bindFormula } from '#shared/model/bind.ts';
import { checkFormula, type FormulaDraft, formulaNames } from '#shared/model/formulaHelp.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

type Own = NonNullable<ScenarioDocument['ownLines']>;

function planWith(ownLines: Own = []): Plan {
  const scenario = validateScenario({ ...referenceScenario('salesGrowth'), ownLines });
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function ofPlan(formula: string): FormulaDraft {
  return { scope: 'plan', formula };
}

describe('a formula that is being typed', () => {
  it('comes to what the saved line would be', () => {
    const formula = 'handled * aht / 60';
    const draft = checkFormula(planWith(), { scope: 'queues', formula });
    const saved = planWith([{ id: 'minutes', scope: 'queues', formula }]);
    expect(draft).toEqual({
      problem: null,
      preview: [...saved.column('queues.voice.minutes')],
      previewMember: 'Voice',
    });
  });

  it.each<[string, FormulaDraft, number, RegExp]>([
    ['a name that is not there', ofPlan('totalCost / custmers'), 12, /"custmers"/],
    ['a name in the middle of an unfinished formula', ofPlan('totalCost / '), 12, /./],
    ['a name that some members lack', { scope: 'queues', formula: 'offered * patience' }, 10, /"patience"/],
    ['an escape', ofPlan('1 + constructor("x")'), 4, /constructor/],
    ['a circle through itself', { ...ofPlan('2 * loop + 1'), id: 'loop' }, 4, /Circular/],
  ])('is refused with %s, at its place', (_, draft, position, message) => {
    const { problem, preview } = checkFormula(planWith(), draft);
    expect(problem).toEqual({ position, message: expect.stringMatching(message) });
    expect(preview).toEqual([]);
  });

  it('is refused when a changed line would run in a circle with one that reads it', () => {
    const plan = planWith([
      { id: 'a', scope: 'plan', formula: 'totalCost' },
      { id: 'b', scope: 'plan', formula: 'a / 2' },
    ]);
    const { problem } = checkFormula(plan, { scope: 'plan', id: 'a', place: 0, formula: 'totalCost + b' });
    expect(problem).toMatchObject({ position: 12, message: expect.stringMatching(/plan\.a.*plan\.b/) });
  });

  it('may speak of itself a period earlier, by the name that it will have', () => {
    const roll: FormulaDraft = { scope: 'plan', id: 'sumSoFar', formula: 'prior(sumSoFar, 0) + hires' };
    const plan = planWith();
    const { problem, preview } = checkFormula(plan, roll);
    const hires = plan.column('plan.hires');
    expect(problem).toBeNull();
    expect(preview[2]).toBeCloseTo((hires[0] ?? 0) + (hires[1] ?? 0) + (hires[2] ?? 0), 9);
    expect(checkFormula(plan, ofPlan(roll.formula)).problem).toMatchObject({ position: 6 });
  });

  it('has no value where it divides by nothing', () => {
    const { problem, preview } = checkFormula(planWith(), ofPlan('1 / (hires - hires)'));
    expect(problem).toBeNull();
    expect(new Set(preview)).toEqual(new Set([null]));
  });

  it('leaves the plan as it was', () => {
    const plan = planWith([{ id: 'kept', scope: 'plan', formula: 'totalCost / 2' }]);
    const before = new Map([...plan.heads().keys()].map((id) => [id, [...plan.column(id)]]));
    checkFormula(plan, ofPlan('totalCost / customers'));
    checkFormula(plan, { scope: 'plan', id: 'kept', place: 0, formula: 'nowhere' });
    expect(new Map([...plan.heads().keys()].map((id) => [id, [...plan.column(id)]]))).toEqual(before);
  });
});

describe('the names that a formula is offered', () => {
  it.each(['plan', 'segments', 'queues', 'groups'] as const)('all mean something for %s', (scope) => {
    const plan = planWith();
    const { members, scope: all } = plan.graph();
    const [first] = scope === 'plan' ? [members.plan] : members.of(scope);
    if (first === undefined) throw new Error('The plan has no such member.');
    const names = formulaNames(plan, scope).filter(({ kind }) => kind !== 'function');
    const formulas = names.map(({ name, kind }) => (kind === 'members' ? `sum(${name}, 1)` : name));
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter((formula) => !bindFormula(formula, first, all).ok)).toEqual([]);
  });
});
