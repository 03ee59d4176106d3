import { describe, expect, it } from 'vitest';
import type { DaySimulation, SimulatedPart } from '#shared/model/simulationSpec.ts';
import { checkedParts, sharedGroups } from '#renderer/features/staffing/simulationCheck.ts';
import { run } from './settings.ts';

const service = { contacts: 160, serviceLevel: 0.8, asa: 12, abandonment: 0.03, occupancy: 0.8 };

function part(id: string, more: Partial<SimulatedPart> = {}): SimulatedPart {
  return {
    id,
    queueId: id,
    serviceLevelFigure: 'slOffered',
    planned: { ...service, serviceLevel: 0.79 },
    atWholeAgents: service,
    ...more,
  };
}

function dayOf(groups: DaySimulation['spec']['groups'], parts: readonly SimulatedPart[]): DaySimulation {
  const queues = parts.map(({ id }) => ({
    id,
    arrivalsPerHour: [60, 100],
    handleTime: { mean: 240 },
    patience: { mean: 120 },
    within: 20,
  }));
  return {
    spec: { seed: 5, horizon: 'days', intervalSeconds: 3600, queues, groups },
    startMinute: 480,
    parts,
  };
}

const alone = dayOf([{ id: 'prague', agents: [6, 8], skills: [{ queue: 'voice' }] }], [part('voice')]);

describe('formulas beside the simulation', () => {
  const results = run(alone.spec, 40_000, 0.95);
  const rows = new Map(checkedParts(alone, results)[0]?.rows.map((row) => [row.figure, row]));
  const figures = results.queues[0]?.figures;

  it('holds the formula at whole agents against the simulated figure that the goal is about', () => {
    const row = rows.get('serviceLevel');
    expect(row).toMatchObject({ planned: 0.79, atWholeAgents: 0.8, simulated: figures?.slOffered });
    expect(row?.difference).toBe(0.8 - (figures?.slOffered?.value ?? 0));
    const answered = dayOf(alone.spec.groups, [part('voice', { serviceLevelFigure: 'slAnswered' })]);
    expect(checkedParts(answered, results)[0]?.rows[0]?.simulated).toBe(figures?.slAnswered);
  });

  it('puts a difference down to chance only within the interval', () => {
    const asa = figures?.asa;
    const formulaAt = (shift: number) => {
      const planned = { ...service, asa: (asa?.value ?? 0) + shift * (asa?.halfWidth ?? 0) };
      const moved = dayOf(alone.spec.groups, [part('voice', { planned, atWholeAgents: planned })]);
      return checkedParts(moved, results)[0]?.rows.find(({ figure }) => figure === 'asa')?.isWithinChance;
    };
    expect([0.99, -0.99, 1.01, -1.01].map(formulaAt)).toEqual([true, true, false, false]);
  });

  it('tells the service level of each interval of the day', () => {
    const [checked] = checkedParts(alone, results);
    expect(checked?.levels).toEqual(results.queues[0]?.byInterval.map(({ slOffered }) => slOffered?.value));
    expect(checked?.levels).toHaveLength(2);
  });

  it('takes the occupancy of the groups of a queue together, by the time each is staffed', () => {
    const groups = [
      { id: 'prague', agents: [5, 6], skills: [{ queue: 'voice' }] },
      { id: 'brno', agents: [1, 2], skills: [{ queue: 'voice' }] },
    ];
    const two = dayOf(groups, [part('voice')]);
    const both = run(two.spec, 40_000, 0.95);
    const [prague, brno] = both.groups.map(({ figures: own }) => own);
    const [p, b] = [prague?.staffed?.value ?? 0, brno?.staffed?.value ?? 0];
    const found = checkedParts(two, both)[0]?.rows.find(({ figure }) => figure === 'occupancy')?.simulated;
    expect(found?.value).toBeCloseTo(
      ((prague?.occupancy?.value ?? 0) * p + (brno?.occupancy?.value ?? 0) * b) / (p + b),
      12,
    );
    expect(found?.halfWidth).toBeLessThan(
      Math.max(prague?.occupancy?.halfWidth ?? 0, brno?.occupancy?.halfWidth ?? 0),
    );
  });

  it('has no simulated figures before there are any, and no verdict without a formula', () => {
    expect(checkedParts(alone, null)[0]?.rows[0]).toEqual({
      figure: 'serviceLevel',
      planned: 0.79,
      atWholeAgents: 0.8,
      simulated: null,
      difference: null,
      isWithinChance: null,
    });
    const overloaded = { ...service, asa: Number.NaN };
    const day = dayOf(alone.spec.groups, [part('voice', { planned: overloaded, atWholeAgents: overloaded })]);
    const asa = checkedParts(day, results)[0]?.rows.find(({ figure }) => figure === 'asa');
    expect(asa).toMatchObject({ planned: null, difference: null, isWithinChance: null });
  });
});

it('agents who take several queues have an occupancy of their own, and their queues none', () => {
  const skills = [{ queue: 'voice' }, { queue: 'chat' }];
  const shared = dayOf(
    [{ id: 'prague', agents: 14, skills }],
    [part('voice', { atWholeAgents: null }), part('chat', { atWholeAgents: null })],
  );
  const results = run(shared.spec, 20_000, 0.95);
  expect(sharedGroups(shared, results)).toEqual([
    { id: 'prague', occupancy: results.groups[0]?.figures.occupancy },
  ]);
  expect(sharedGroups(alone, null)).toEqual([]);
  for (const { rows } of checkedParts(shared, results)) {
    expect(rows.find(({ figure }) => figure === 'occupancy')?.simulated).toBeNull();
    const level = rows.find(({ figure }) => figure === 'serviceLevel');
    expect(level?.difference).toBe(0.79 - (level?.simulated?.value ?? 0));
  }
});
