import { describe, expect, it } from 'vitest';
import { goalSeek, type GoalQuestion } from '#shared/model/goalSeek.ts';
import { applyCommand } from '#shared/model/commands.ts';
import { createPlan } from '#shared/model/plan.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { type ScenarioDocument, scenarioSchema } from '#shared/model/scenario.ts';
import { scenarioText } from '#test/support/planFixtures.ts';

function documentOf(name: 'salesGrowth' | 'oneVoiceQueue'): ScenarioDocument {
  return scenarioSchema.parse(JSON.parse(scenarioText(name)));
}

function seek(document: ScenarioDocument, question: GoalQuestion) {
  const answer = goalSeek(document, question);
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

/** The result after the answer's edits, by a fresh run. */
function resultAfter(
  document: ScenarioDocument,
  { result }: GoalQuestion,
  commands: NonNullable<ReturnType<typeof seek>['commands']>,
): Float64Array {
  let next = document;
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    next = applied.value.next;
  }
  const scenario = validateScenario(next);
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value.totals(result.id, result.grain);
}

const mostDeals: GoalQuestion = {
  path: 'segments.smb.deals',
  change: 'factor',
  result: { id: 'queues.voice.serviceLevel', grain: 'period', place: 'all' },
  want: 'atLeast',
  value: 0.8,
};

describe('goal seek', () => {
  it("finds how many deals today's team supports at 80/20, and a little more is too many", () => {
    const document = documentOf('salesGrowth');
    const { found, commands } = seek(document, mostDeals);
    expect(Math.min(...resultAfter(document, mostDeals, commands ?? []))).toBeGreaterThanOrEqual(0.8);
    const deals = (commands ?? []).map((command) =>
      command.type === 'setInput' &&
      typeof command.value === 'object' &&
      command.value !== null &&
      'values' in command.value &&
      Array.isArray(command.value.values)
        ? { ...command, value: { values: command.value.values.map((value) => Number(value) * 1.001) } }
        : command,
    );
    expect(found?.input).toBeLessThan(1);
    expect(Math.min(...resultAfter(document, mostDeals, deals))).toBeLessThan(0.8);
  });

  it('hits a budget exactly with pay, which moves it smoothly', () => {
    const document = documentOf('salesGrowth');
    const question: GoalQuestion = {
      path: 'staffGroups.prague.pay.hourlyWage',
      change: 'factor',
      result: { id: 'plan.totalCost', grain: 'year', place: 1 },
      want: 'equal',
      value: 6.5e6,
    };
    const { commands } = seek(document, question);
    expect(resultAfter(document, question, commands ?? [])[1]).toBeCloseTo(6.5e6, 1);
  });

  it('finds both places of a result that turns back', () => {
    const document = {
      ...documentOf('oneVoiceQueue'),
      drivers: [{ id: 'x', value: 0.5 }],
      ownLines: [{ id: 'hill', scope: 'plan' as const, formula: 'x * (4 - x)', rollup: 'mean' as const }],
    };
    const question: GoalQuestion = {
      path: 'drivers.x.value',
      change: 'value',
      from: 0,
      to: 4,
      result: { id: 'plan.hill', grain: 'period', place: 0 },
      want: 'equal',
      value: 3,
    };
    const { found, others } = seek(document, question);
    expect(found?.input).toBeCloseTo(1, 6);
    expect(others.map(({ input }) => input)).toEqual([expect.closeTo(3, 6)]);
  });

  it('says when there is no answer, and what comes closest', () => {
    const document = documentOf('salesGrowth');
    const { found, nearest, ends } = seek(document, {
      path: 'queues.voice.handleTime.talk',
      change: 'value',
      result: { id: 'plan.totalCost', grain: 'year', place: 1 },
      want: 'atMost',
      value: 1e6,
    });
    expect(found).toBeNull();
    expect(nearest.result).toBe(Math.min(ends[0].result ?? Number.NaN, ends[1].result ?? Number.NaN));
  });

  it('says when the wish holds everywhere', () => {
    const { isAlwaysMet, found } = seek(documentOf('oneVoiceQueue'), {
      path: 'staffGroups.agents.pay.annualSalary',
      change: 'factor',
      result: { id: 'plan.totalCost', grain: 'year', place: 0 },
      want: 'atLeast',
      value: 1,
    });
    expect({ isAlwaysMet, found }).toEqual({ isAlwaysMet: true, found: null });
  });

  it('stays inside what an input may be: a share never leaves 0 to 1', () => {
    const { found } = seek(documentOf('salesGrowth'), {
      path: 'queues.voice.deflection',
      change: 'value',
      to: 3,
      result: { id: 'plan.offered', grain: 'period', place: 0 },
      want: 'atMost',
      value: 1,
    });
    expect(found).toBeNull();
  });

  it('can be given up, and refuses what is no input', () => {
    const document = documentOf('oneVoiceQueue');
    expect(goalSeek(document, mostDeals, () => true)).toMatchObject({ ok: false });
    const known: GoalQuestion = {
      ...mostDeals,
      path: 'segments.all.deals',
      result: { id: 'plan.totalCost', grain: 'year', place: 0 },
    };
    expect(goalSeek(document, known, () => false)).toMatchObject({
      ok: false,
      fault: { message: 'The search was given up.' },
    });
  });
});
