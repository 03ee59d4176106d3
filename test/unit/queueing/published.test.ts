import { describe, expect, it } from 'vitest';
import { explainStaffing } from '#shared/queueing/explainStaffing.ts';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangB } from '#shared/queueing/erlangB.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { requiredAgents } from '#shared/queueing/required.ts';

/** A share as a percentage with the digits in which it was published. */
function percent(share: number | null, digits: number): number {
  return Number(((share ?? Number.NaN) * 100).toFixed(digits));
}

describe('numbers that others have published', () => {
  it('400 calls an hour of 180 s against 30 s', () => {
    const rows = [21, 22, 23, 24, 25, 26].map((agents) =>
      erlangC({ load: 20, agents, aht: 180, within: 30 }),
    );
    expect(rows.map((row) => percent(row.sl, 1))).toEqual([35.6, 59.3, 74.8, 84.7, 90.9, 94.7]);
    expect(rows.map((row) => Number((row.asa ?? 0).toFixed(1)))).toEqual([136.9, 51.1, 24.9, 13.4, 7.5, 4.3]);
  });

  it('100 calls in half an hour of 180 s, 80/20: 14 agents, 20 with 30 % shrinkage', () => {
    const goal = { serviceLevel: 0.8, within: 20 };
    const { agents } = requiredAgents({ model: 'erlangC', load: 10, aht: 180, goal });
    expect(agents).toBe(14);
    expect(Math.ceil((agents ?? 0) / (1 - 0.3))).toBe(20);
    const { sl, pWait, occupancy } = erlangC({ load: 10, agents: 14, aht: 180, within: 20 });
    expect(percent(sl, 3)).toBe(88.835);
    expect(pWait).toBeCloseTo(0.174132, 6);
    expect(occupancy).toBeCloseTo(0.714286, 6);
  });

  it('700 calls in half an hour of 237 s with 100 agents, and with one fewer', () => {
    const level = (agents: number) => erlangC({ load: (700 * 237) / 1800, agents, aht: 237, within: 20 }).sl;
    expect(percent(level(100), 2)).toBe(83.44);
    expect(percent(level(99), 1)).toBe(78.8);
  });

  it('400 calls in half an hour of 257 s: occupancy of 85 % binds at 68 agents', () => {
    const load = (400 * 257) / 1800;
    const goal = { serviceLevel: 0.8, within: 20, maxOccupancy: 0.85 };
    expect(load).toBeCloseTo(57.11, 2);
    expect(requiredAgents({ model: 'erlangC', load, aht: 257, goal })).toEqual({
      agents: 68,
      binding: 'maxOccupancy',
    });
    expect(percent(erlangC({ load, agents: 68, aht: 257, within: 20 }).sl, 1)).toBe(95.3);
    expect(Number((68 / (1 - 0.3)).toFixed(1))).toBe(97.1);
  });

  it('load 58.714 of 360 s, 80/20: 66 agents by Erlang C, 59 by Erlang A with 120 s of patience', () => {
    const goal = { serviceLevel: 0.8, within: 20 };
    const base = { load: 58.714, aht: 360, patience: 120 };
    const {
      required,
      service,
      oneFewer,
      oneMore,
      erlangC: endless,
    } = explainStaffing({ model: 'erlangA', ...base, goal });
    expect(required).toEqual({ agents: 59, binding: 'serviceLevel' });
    expect([percent(service?.slOffered ?? null, 1), percent(service?.pAbandon ?? null, 2)]).toEqual([
      80.2, 6.33,
    ]);
    expect(endless.required.agents).toBe(66);
    expect(percent(endless.service?.slOffered ?? null, 1)).toBe(82.6);
    expect(oneFewer?.slOffered).toBeLessThan(0.8);
    expect(oneMore?.slOffered).toBeGreaterThan(service?.slOffered ?? 1);
    const capped = requiredAgents({
      model: 'erlangC',
      load: 58.714,
      aht: 360,
      goal: { ...goal, maxOccupancy: 0.88 },
    });
    expect(capped).toEqual({ agents: 67, binding: 'maxOccupancy' });
    const more = erlangA({ ...base, agents: 62, within: 20 });
    expect([percent(more.slOffered, 1), percent(more.pAbandon, 2)]).toEqual([87.5, 4.03]);
  });

  it('1000 calls an hour of 120 s with 40 agents', () => {
    const { pWait, sl, asa, occupancy } = erlangC({ load: 1000 / 30, agents: 40, aht: 120, within: 20 });
    expect([percent(pWait, 2), percent(sl, 2), percent(occupancy, 2)]).toEqual([19.07, 93.72, 83.33]);
    expect(asa).toBeCloseTo(3.43, 2);
  });

  it('trunk tables: 1 % of 4.461, 12.03, 37.90 and 84.06 Erlangs on 10, 20, 50 and 100 lines', () => {
    const lines: [number, number][] = [
      [4.461, 10],
      [12.03, 20],
      [37.9, 50],
      [84.06, 100],
    ];
    for (const [load, agents] of lines) expect(erlangB(load, agents)).toBeCloseTo(0.01, 4);
  });

  it('Palm: 48 calls a minute of one minute, 50 agents, two minutes of patience', () => {
    const { pAbandon, waitAll, occupancy } = erlangA({
      load: 48,
      agents: 50,
      aht: 60,
      patience: 120,
      within: 20,
    });
    expect([percent(pAbandon, 1), percent(occupancy, 0)]).toEqual([3.1, 93]);
    expect(waitAll).toBeCloseTo(3.7, 1);
  });
});
