import { describe, expect, it } from 'vitest';
import { explainedText } from '#renderer/features/explain/explainText.ts';
import { planChecks } from '#shared/model/checks/planChecks.ts';
import { explain } from '#shared/model/explain.ts';
import { explanationLines } from '#shared/model/explainText.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { figuresOf, texts } from '#test/support/planFigures.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const sample = referenceScenario('salesGrowth');

function planOf(document: ScenarioDocument): Plan {
  const scenario = validateScenario(document);
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function problemPaths(document: unknown): readonly string[] {
  const scenario = validateScenario(document);
  return scenario.ok ? [] : (scenario.fault.problems ?? []).map(({ path }) => path);
}

describe('a division by zero', () => {
  it('says which inputs make the divisor zero', () => {
    const queues = sample.queues.map((queue) =>
      queue.id === 'voice' ? { ...queue, fcr: 0, recontact: 1 } : queue,
    );
    const error = planOf({ ...sample, queues }).error('queues.voice.offered', 0);
    expect(error?.kind).toBe('divide-by-zero');
    expect(error?.text).toBe(
      'Divided by zero: 1 - (1 - queues.voice.fcr) * queues.voice.recontact is 0, where queues.voice.fcr = 0, queues.voice.recontact = 1.',
    );
  });

  it('names the divisor that was 0, not one in a part that was not looked at', () => {
    const plan = planOf({
      ...sample,
      drivers: [
        { id: 'none', value: 0 },
        { id: 'gone', value: 0 },
        { id: 'part', value: { formula: 'if(none == 0, 1, 2 / none) + 3 / gone' } },
      ],
    });
    expect(plan.error('drivers.part.value', 0)?.text).toBe('Divided by zero: drivers.gone.value is 0.');
  });
});

describe('a circle', () => {
  const circular = { ...sample, budgetLines: [{ id: 'fee', perMonth: { formula: '0.1 * plan.totalCost' } }] };

  it('is one error, told from the input whose formula closes it', () => {
    const plan = planOf(circular);
    const error = plan.error('plan.totalCost', 0);
    expect(error?.nodeId).toBe('budgetLines.fee.perMonth');
    expect(error?.text).toMatch(/^Circular: budgetLines\.fee\.perMonth → .* → budgetLines\.fee\.perMonth\.$/);
    const found = planChecks(plan).filter(({ kind }) => kind === 'calculation-error');
    expect(found.map(({ paths }) => paths)).toEqual([['budgetLines.fee.perMonth']]);
  });
});

describe('problems with initiatives', () => {
  const pushed = {
    id: 'push',
    start: '2027-02-01',
    effects: [{ target: 'queues.voice.deflection', op: 'set', value: 1.5 }],
  } as const;

  it('are told together with all others, and once', () => {
    const queues = sample.queues.map((queue) =>
      queue.id === 'chat' ? { ...queue, goal: { ...queue.goal, serviceLevel: 1 } } : queue,
    );
    const drift = {
      ...pushed,
      effects: [{ target: 'queues.chat.deflection', op: 'set', value: 2 }],
    } as const;
    const document = { ...sample, queues, initiatives: [pushed], statusQuoDrift: [drift] };
    expect(problemPaths(document)).toEqual([
      'queues.chat.goal.serviceLevel',
      'queues.voice.deflection',
      'queues.chat.deflection',
    ]);
    expect(problemPaths({ ...document, queues: sample.queues })).toEqual([
      'queues.voice.deflection',
      'queues.chat.deflection',
    ]);
  });
});

describe('a line of one’s own', () => {
  const ownLines = [
    {
      id: 'perCustomer',
      scope: 'plan',
      formula: 'totalCost / customers',
      unit: 'money',
      target: 12,
      owner: 'Finance',
      decision: 'Whether to raise prices',
    },
  ] as const;

  it('shows target, owner and the decision that it serves in its explanation', () => {
    const document = { ...sample, ownLines: [...ownLines] };
    const plan = planOf(document);
    const explanation = explain(plan, 'plan.perCustomer', 0);
    expect(explanation.ownLine).toEqual({
      target: 12,
      owner: 'Finance',
      decision: 'Whether to raise prices',
    });
    const text = explanationLines(plan, 'plan.perCustomer', 0, 'period', 1).join('\n');
    expect(text).toMatch(
      /target: 12\.00 EUR[\s\S]*owner: Finance[\s\S]*decision it serves: Whether to raise prices/,
    );
    const words = explainedText(explanation, { figures: figuresOf(document), t: texts.t });
    expect(words.assumption.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      expect.stringMatching(/^Target: 12/),
      'Owner: Finance',
      'Decision that it serves: Whether to raise prices',
    ]);
    expect(explain(plan, 'plan.totalCost', 0)).not.toHaveProperty('ownLine');
  });
});

describe('a long sum', () => {
  it('computes, explains itself and survives an edit', () => {
    const formula = Array.from({ length: 1000 }, () => 'a').join('+');
    const drivers = [
      { id: 'a', value: 1.5 },
      { id: 'b', value: { formula } },
    ];
    const plan = planOf({ ...sample, drivers });
    expect(plan.column('drivers.b.value')[0]).toBe(1500);
    expect(explain(plan, 'drivers.b.value', 0).expanded?.split(' + ')).toHaveLength(1000);
    const next = validateScenario({ ...sample, drivers: [{ id: 'a', value: 2 }, ...drivers.slice(1)] });
    expect(next.ok && plan.update(next.value).ok).toBe(true);
    expect(plan.column('drivers.b.value')[0]).toBe(2000);
  });
});
