import { describe, expect, it } from 'vitest';
import {
  bridgeParts,
  type CapacityBridge,
  capacityBridge,
  cohortBridge,
  roundedParts,
} from '#shared/model/capacityBridge.ts';
import { explain } from '#shared/model/explain.ts';
import { explanationLines } from '#shared/model/explainText.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { autoGroup, autoScenario, dice } from '#test/support/hiringProblems.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

function computed(scenario: Scenario): Plan {
  const plan = createPlan(scenario);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function partsOf(bridge: CapacityBridge): number {
  return bridgeParts.reduce((sum, [name, sign]) => sum + sign * bridge[name], 0);
}

const plans = (['salesGrowth', 'autoHiring', 'businessCase', 'oneVoiceQueue', 'weeklyRamp'] as const).map(
  (name) => ({ name, plan: computed(referenceScenario(name)) }),
);

describe('the bridge from starts to effective capacity', () => {
  it.each(plans)('adds up in every stretch of $name, whatever the mode of hiring', ({ plan }) => {
    const periods = plan.graph().context.periods.length;
    for (const { id, key } of plan.graph().members.of('groups')) {
      for (const [first, last] of [
        [0, periods - 1],
        [0, 0],
        [1, Math.min(4, periods - 1)],
        [Math.floor(periods / 2), periods - 1],
      ] as const) {
        const bridge = capacityBridge(plan, id, first, last);
        if (bridge === undefined) throw new Error(`${id} has no bridge`);
        expect(Math.abs(partsOf(bridge) - bridge.starts)).toBeLessThan(
          1e-9 * (1 + bridge.starts + bridge.opening),
        );
        const sum = (name: string) =>
          plan
            .column(`${key}.${name}`)
            .slice(first, last + 1)
            .reduce((total, value) => total + value, 0);
        expect(bridge.starts).toBeCloseTo(sum('hires'), 9);
        const ratio =
          plan.graph().context.scenario.staffGroups.find((group) => group.id === id)?.fteRatio ?? 1;
        expect(bridge.replaced + bridge.droppedOut + bridge.leftAgain).toBeCloseTo(sum('leavers') * ratio, 8);
      }
    }
  });

  it('goes on where the stretch before it ended', () => {
    for (const { plan } of plans) {
      for (const { id } of plan.graph().members.of('groups')) {
        const [one, two] = [capacityBridge(plan, id, 0, 2), capacityBridge(plan, id, 3, 5)];
        expect(two?.opening).toBeCloseTo(one?.closing ?? Number.NaN, 9);
      }
    }
  });

  it('lies between the effective FTE of the periods around the last day', () => {
    // Nobody joins or leaves, so that staff only learns: its FTE on a day is between the means before and after.
    const group = autoGroup(
      { attrition: 0, trainingDropout: 0, openingCohorts: [{ people: 20, weeksSinceJoining: 2 }] },
      {},
    );
    const still = { ...group, hiring: { mode: 'manual' as const, perMonth: 0, classes: [] } };
    const scenario = { ...autoScenario({ periods: 8 }, group), staffGroups: [still] };
    const plan = computed(scenario);
    const effective = plan.column('groups.agents.effectiveFte');
    for (let t = 0; t < 7; t += 1) {
      const { closing = Number.NaN } = capacityBridge(plan, 'agents', 0, t) ?? {};
      expect(closing).toBeGreaterThanOrEqual((effective[t] ?? Number.NaN) - 1e-9);
      expect(closing).toBeLessThanOrEqual((effective[t + 1] ?? Number.NaN) + 1e-9);
    }
  });

  it('tells apart who gives up in training from who leaves', () => {
    const group = {
      ...autoGroup({ attrition: 0, trainingDropout: 0.25, fteRatio: 1 }, {}),
      proficientHeadcount: 10,
    };
    const bridge = cohortBridge(
      group,
      { hires: [8, 0, 0, 0, 0, 0], attrition: [0, 0, 0, 0, 0, 0] },
      'month',
      0,
      5,
    );
    expect(bridge).toMatchObject({
      starts: 8,
      opening: 10,
      closing: 16,
      growth: 6,
      droppedOut: 2,
      replaced: 0,
      leftAgain: 0,
    });
    expect(bridge.learning).toBeCloseTo(0, 12);
  });

  it('is missing where the plan has no number', () => {
    const scenario = autoScenario({ periods: 6 }, autoGroup({}, {}));
    const queues = scenario.queues.map((queue) => ({ ...queue, profile: { ...queue.profile, weights: {} } }));
    expect(capacityBridge(computed({ ...scenario, queues }), 'agents', 0, 5)).toBeUndefined();
  });

  it('stands in the explanation of hires, of a month and of a year, and in its text', () => {
    const plan = computed(referenceScenario('autoHiring'));
    for (const grain of ['period', 'year'] as const) {
      const { notes } = explain(plan, 'groups.agents.hires', 0, grain);
      expect(notes.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['hiringSearch', 'capacityBridge']),
      );
    }
    const text = explanationLines(plan, 'groups.agents.hires', 0, 'year', 0 + 1).join('\n');
    expect(text).toMatch(/18\.0 starts, and effective capacity falls by 7\.8 FTE/);
    expect(text).toMatch(/The hiring plan is the cheapest, proved\./);
  });
});

describe('rounded parts', () => {
  it('add up to their rounded whole, and none is off by more than a unit', () => {
    const d = dice(11);
    for (let round = 0; round < 500; round += 1) {
      const parts = Array.from({ length: d.whole(1, 8) }, () => d.between(-30, 60));
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const rounded = roundedParts(parts, whole, 1);
      expect(rounded.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Math.round(whole * 10) / 10, 9);
      rounded.forEach((part, place) => expect(Math.abs(part - (parts[place] ?? 0))).toBeLessThan(0.2));
    }
    expect(roundedParts([1.26, 1.26, 0.48], 3, 1)).toEqual([1.2, 1.3, 0.5]);
  });
});
