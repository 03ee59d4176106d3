import { describe, expect, it } from 'vitest';
import { chat } from '#shared/queueing/chat.ts';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { finiteQueue } from '#shared/queueing/finiteQueue.ts';
import type { Estimate } from '#shared/queueing/simulation/estimate.ts';
import type { QueueFigures } from '#shared/queueing/simulation/results.ts';
import { misfit, figuresOf, groupOf, run, type Setting, specOf } from './settings.ts';

const CUSTOMERS = 400_000;

type Truth = Partial<Record<keyof QueueFigures | 'occupancy', number | null>>;

/** Where the simulation does not agree with the formula, figure by figure. */
function misfits(setting: Setting, seed: number, truth: Truth): readonly string[] {
  const results = run(specOf(setting, seed), CUSTOMERS);
  const figures = new Map<string, Estimate | null>(Object.entries(figuresOf(results)));
  figures.set('occupancy', groupOf(results).occupancy);
  return Object.entries(truth).flatMap(([name, expected]) => {
    const simulated = figures.get(name) ?? null;
    if (expected === null) return simulated === null ? [] : [`${name}: simulated, but not defined`];
    return misfit(simulated, expected, name) || [];
  });
}

describe('inside the 99.9 % interval of Erlang A', () => {
  it.each([
    { load: 48, agents: 50, aht: 300, patience: 600, within: 20 },
    { load: 10, agents: 12, aht: 180, patience: 60, within: 20 },
    { load: 60, agents: 50, aht: 240, patience: 120, within: 30 },
    { load: 0.7, agents: 2, aht: 400, patience: 90, within: 10 },
    { load: 200, agents: 195, aht: 200, patience: 200, within: 20 },
  ])('load $load, $agents agents, patience $patience s', (setting) => {
    const { virtualWait, ...truth } = erlangA(setting);
    expect(virtualWait).not.toBeNull();
    expect(misfits(setting, 11, truth)).toEqual([]);
  });
});

describe('inside the 99.9 % interval of Erlang C', () => {
  it.each([
    { load: 10, agents: 14, aht: 180, within: 20 },
    { load: 4, agents: 5, aht: 300, within: 60 },
    { load: 45, agents: 50, aht: 240, within: 20 },
  ])('load $load, $agents agents', (setting) => {
    const { sl, ...others } = erlangC(setting);
    expect(
      misfits(setting, 12, { ...others, slOffered: sl, slAnswered: sl, slVirtual: sl, waitAll: others.asa }),
    ).toEqual([]);
  });
});

describe('inside the 99.9 % interval of finite lines', () => {
  it.each([
    { load: 10, agents: 8, places: 5, aht: 240, within: 20 },
    { load: 3, agents: 4, places: 0, aht: 200, within: 10 },
    { load: 30, agents: 25, places: 10, aht: 300, within: 30, patience: 150 },
    { load: 6, agents: 6, places: 3, aht: 180, within: 15, patience: 300 },
  ])('load $load, $agents agents, $places places, patience $patience', (setting) => {
    const { pBlock, pWait, pAbandon, asa, queueLength, occupancy, slOffered, slAnswered } =
      finiteQueue(setting);
    expect(
      misfits(setting, 13, { pBlock, pWait, pAbandon, asa, queueLength, occupancy, slOffered, slAnswered }),
    ).toEqual([]);
  });
});

describe('chat', () => {
  const within = 30;

  it('one agent needs no balancing: inside the 99.9 % interval of the formula', () => {
    const input = { load: 1.2, agents: 1, ahtByConcurrency: [300, 380, 480], patience: 200, within };
    const results = run(
      specOf({ load: 1.2, agents: 1, aht: 300, patience: 200, within }, 14, {
        handleTime: { mean: input.ahtByConcurrency },
      }),
      CUSTOMERS,
    );
    const truth = chat(input);
    if (truth === null) throw new Error('The setting is stable');
    const figures = figuresOf(results);
    expect(misfit(figures.pWait, truth.pWait, 'pWait')).toBe('');
    expect(misfit(figures.pAbandon, truth.pAbandon, 'pAbandon')).toBe('');
    expect(misfit(figures.asa, truth.asa ?? Number.NaN, 'asa')).toBe('');
    expect(misfit(figures.slOffered, truth.slOffered, 'slOffered')).toBe('');
    expect(misfit(figures.queueLength, truth.queueLength, 'queueLength')).toBe('');
    expect(misfit(figures.handleTime, truth.meanHandleTime ?? Number.NaN, 'handleTime')).toBe('');
    expect(misfit(groupOf(results).occupancy, truth.occupancy ?? Number.NaN, 'occupancy')).toBe('');
    expect(misfit(groupOf(results).concurrency, truth.meanConcurrency ?? Number.NaN, 'concurrency')).toBe('');
  });

  it('several agents are not re-balanced: within the known deviation of the formula', () => {
    const input = { load: 16, agents: 10, ahtByConcurrency: [300, 360, 450], within };
    const results = run(
      specOf({ load: 16, agents: 10, aht: 300, within }, 15, {
        handleTime: { mean: input.ahtByConcurrency },
      }),
      CUSTOMERS,
    );
    const truth = chat(input);
    if (truth === null) throw new Error('The setting is stable');
    expect(misfit(figuresOf(results).pWait, truth.pWait, 'pWait', 0.05)).toBe('');
    expect(misfit(groupOf(results).occupancy, truth.occupancy ?? Number.NaN, 'occupancy', 0.015)).toBe('');
    expect(
      misfit(figuresOf(results).handleTime, truth.meanHandleTime ?? Number.NaN, 'handleTime', 0.015),
    ).toBe('');
  });

  it('chats that do not slow each other down are as many agents: inside the 99.9 % interval of Erlang A', () => {
    const setting = { load: 11, agents: 4, aht: 240, patience: 90, within };
    const results = run(specOf(setting, 16, { handleTime: { mean: [240, 240, 240] } }), CUSTOMERS);
    const truth = erlangA({ ...setting, agents: 12 });
    expect(misfit(figuresOf(results).pAbandon, truth.pAbandon, 'pAbandon')).toBe('');
    expect(misfit(figuresOf(results).asa, truth.asa ?? Number.NaN, 'asa')).toBe('');
    expect(misfit(figuresOf(results).slOffered, truth.slOffered, 'slOffered')).toBe('');
  });
});
