import { describe, expect, it } from 'vitest';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { erlangX } from '#shared/queueing/erlangX.ts';
import type { SimulationResults } from '#shared/queueing/simulation/results.ts';
import { createSimulation, simulate } from '#shared/queueing/simulation/simulation.ts';
import type { SimulatedQueue, SimulationSpec } from '#shared/queueing/simulation/spec.ts';
import { misfit, figuresOf, groupOf, run, specOf, sure } from './settings.ts';

/** A floor with everything at once: two skills, priorities, chats, few places, redials, three laws, shifts. */
const busyFloor: SimulationSpec = {
  seed: 5,
  horizon: 'days',
  intervalSeconds: 900,
  queues: [
    {
      id: 'sales',
      arrivalsPerHour: [60, 160, 200, 90],
      handleTime: { mean: 240, law: 'lognormal', variation: 0.8 },
      patience: { mean: 90 },
      redial: { probability: 0.5, meanDelay: 120 },
      within: 20,
    },
    {
      id: 'help',
      arrivalsPerHour: [100, 130, 120, 110],
      handleTime: { mean: 300 },
      places: 6,
      redial: { probability: 0.3, meanDelay: 60 },
      within: 30,
      priority: 2,
    },
    {
      id: 'chat',
      arrivalsPerHour: [80, 60, 90, 120],
      handleTime: { mean: [200, 260, 340] },
      patience: { mean: 120, law: 'fixed' },
      within: 45,
      priority: 2,
    },
  ],
  groups: [
    { id: 'red', agents: [6, 10, 12, 4], skills: [{ queue: 'sales' }, { queue: 'help', preference: 2 }] },
    { id: 'blue', agents: [8, 6, 9, 7], skills: [{ queue: 'help' }, { queue: 'chat' }] },
  ],
};

function expectNobodyLost(results: SimulationResults): void {
  for (const { counts } of results.queues) {
    const { offered, answered, abandoned, blocked, stillWaiting, unserved } = counts;
    expect(offered).toBeGreaterThan(1000);
    expect(answered + abandoned + blocked + stillWaiting + unserved).toBe(offered);
  }
}

describe('what holds for every simulation', () => {
  it('offered = answered + abandoned + blocked + still there, at any moment', () => {
    const created = createSimulation(busyFloor);
    if (!created.ok) throw new Error(created.fault.message);
    let wereWaiting = 0;
    for (let slice = 0; slice < 40; slice += 1) {
      created.value.run(1237);
      const results = created.value.results();
      if (slice > 20) expectNobodyLost(results);
      wereWaiting += results.queues.reduce((sum, { counts }) => sum + counts.stillWaiting, 0);
    }
    expect(wereWaiting).toBeGreaterThan(0);
  });

  it('Little: the line on average = attempts a second × mean wait, exactly, since every day ends empty', () => {
    const results = run(busyFloor, 60_000);
    for (const { figures } of results.queues) {
      const perSecond = sure(figures.attemptsPerHour).value / 3600;
      const length = sure(figures.queueLength).value;
      expect(length / (perSecond * sure(figures.waitAll).value)).toBeCloseTo(1, 9);
    }
  });

  it('Little, without end: contacts in hand = answered a second × handle time; within the noise of the ends', () => {
    const results = run(specOf({ load: 18, agents: 20, aht: 200, patience: 300, within: 20 }, 3), 300_000);
    const { attemptsPerHour, waitAll, queueLength, handleTime, pAbandon } = figuresOf(results);
    const perSecond = sure(attemptsPerHour).value / 3600;
    expect(sure(queueLength).value / (perSecond * sure(waitAll).value)).toBeCloseTo(1, 3);
    const inHand = sure(groupOf(results).occupancy).value * 20;
    const served = perSecond * (1 - sure(pAbandon).value);
    expect(inHand / (served * sure(handleTime).value)).toBeCloseTo(1, 3);
  });

  it('the same seed gives the same bits, however the run is sliced; another seed gives others', () => {
    const whole = run(busyFloor, 20_000);
    expect(run(busyFloor, 20_000)).toEqual(whole);
    const created = createSimulation(busyFloor);
    if (!created.ok) throw new Error(created.fault.message);
    for (const slice of [1, 999, 4000, 15_000]) created.value.run(slice);
    expect(created.value.results(0.999)).toEqual(whole);
    expect(run({ ...busyFloor, seed: 6 }, 20_000).queues[0]?.figures).not.toEqual(whole.queues[0]?.figures);
  });

  it('orders the service levels as their definitions do', () => {
    for (const { figures } of run(busyFloor, 60_000).queues) {
      const [offered, short, answered] = [figures.slOffered, figures.slExcludeShort, figures.slAnswered].map(
        (level) => sure(level).value,
      );
      expect(offered).toBeLessThanOrEqual(short ?? Number.NaN);
      expect(short).toBeLessThanOrEqual(answered ?? Number.NaN);
      expect(offered).toBeLessThanOrEqual(1 - sure(figures.pWaitMore).value);
    }
  });

  it('meets the same customers whatever the staff: common random numbers', () => {
    const setting = { load: 20, aht: 200, patience: 200, within: 20 };
    const few = run(specOf({ ...setting, agents: 20 }, 9), 50_000);
    const many = run(specOf({ ...setting, agents: 24 }, 9), 50_000);
    expect(sure(figuresOf(few).attemptsPerHour).value).toBeCloseTo(
      sure(figuresOf(many).attemptsPerHour).value,
      1,
    );
    expect(sure(figuresOf(few).slOffered).value).toBeLessThan(sure(figuresOf(many).slOffered).value);
  });

  it('tells how far it is, and reaches the end', () => {
    const told: number[] = [];
    const results = simulate(busyFloor, { customers: 120_000, onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(1);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBe(1);
    expect(results.ok && results.value.customers).toBe(120_000);
  });
});

describe('priorities and skills', () => {
  const voice = (id: string, load: number, more: Partial<SimulatedQueue> = {}): SimulatedQueue => ({
    id,
    arrivalsPerHour: (load * 3600) / 240,
    handleTime: { mean: 240 },
    within: 20,
    ...more,
  });

  it('the higher priority waits as the formula for non-preemptive priorities says, the lower far longer', () => {
    // Cobham 1954: E[W1] = C·h/(n − a1), E[W2] = C·h·n/((n − a1)·(n − a)), with C of all the load.
    const results = run(
      {
        seed: 21,
        queues: [voice('gold', 6), voice('plain', 9, { priority: 2 })],
        groups: [{ id: 'team', agents: 18, skills: [{ queue: 'gold' }, { queue: 'plain' }] }],
      },
      600_000,
    );
    const { pWait } = erlangC({ load: 15, agents: 18, aht: 240, within: 20 });
    expect(misfit(figuresOf(results, 0).waitAll, (pWait * 240) / (18 - 6), 'gold')).toBe('');
    expect(misfit(figuresOf(results, 1).waitAll, (pWait * 240 * 18) / ((18 - 6) * (18 - 15)), 'plain')).toBe(
      '',
    );
  });

  it('equal priorities share one line: everyone waits alike, first come, first served', () => {
    const results = run(
      {
        seed: 22,
        queues: [voice('a', 6), voice('b', 9)],
        groups: [{ id: 'team', agents: 18, skills: [{ queue: 'a' }, { queue: 'b' }] }],
      },
      600_000,
    );
    const { asa, sl } = erlangC({ load: 15, agents: 18, aht: 240, within: 20 });
    for (const queue of [0, 1]) {
      expect(misfit(figuresOf(results, queue).asa, asa ?? Number.NaN, `asa of queue ${queue}`)).toBe('');
      expect(misfit(figuresOf(results, queue).slOffered, sl, `service level of queue ${queue}`)).toBe('');
    }
  });

  it('pooled ≤ skills ≤ separate: a few with two skills take most of the waiting away', () => {
    const both = [{ queue: 'a' }, { queue: 'b' }];
    const wait = (groups: SimulationSpec['groups']) => {
      const results = run({ seed: 23, queues: [voice('a', 8), voice('b', 8)], groups }, 300_000);
      return [0, 1].map((queue) => sure(figuresOf(results, queue).waitAll).value);
    };
    const separate = wait([
      { id: 'onlyA', agents: 10, skills: [{ queue: 'a' }] },
      { id: 'onlyB', agents: 10, skills: [{ queue: 'b' }] },
    ]);
    const skilled = wait([
      { id: 'onlyA', agents: 7, skills: [{ queue: 'a' }] },
      { id: 'onlyB', agents: 7, skills: [{ queue: 'b' }] },
      { id: 'both', agents: 6, skills: both.map((skill) => ({ ...skill, preference: 2 })) },
    ]);
    const pooled = wait([{ id: 'all', agents: 20, skills: both }]);
    const [alone, shared] = [10, 20].map(
      (agents) => erlangC({ load: agents * 0.8, agents, aht: 240, within: 20 }).asa ?? Number.NaN,
    );
    for (const queue of [0, 1]) {
      const [p = 0, k = 0, s = 0] = [pooled[queue], skilled[queue], separate[queue]];
      expect(p).toBeLessThan(k);
      expect(k).toBeLessThan(s / 2);
      expect(p / (shared ?? Number.NaN)).toBeCloseTo(1, 1);
      expect(s / (alone ?? Number.NaN)).toBeCloseTo(1, 0);
    }
  });

  it('goes to those who prefer the queue before it goes to others', () => {
    const results = run(
      {
        seed: 24,
        queues: [voice('a', 4)],
        groups: [
          { id: 'second', agents: 10, skills: [{ queue: 'a', preference: 2 }] },
          { id: 'first', agents: 10, skills: [{ queue: 'a' }] },
        ],
      },
      100_000,
    );
    expect(sure(groupOf(results, 1).occupancy).value).toBeCloseTo(0.4, 1);
    expect(sure(groupOf(results, 0).occupancy).value).toBeLessThan(0.01);
  });

  it('among equals the longest idle is chosen: two groups are equally busy in proportion', () => {
    const skills = [{ queue: 'a' }];
    const results = run(
      {
        seed: 25,
        queues: [voice('a', 8)],
        groups: [
          { id: 'small', agents: 4, skills },
          { id: 'large', agents: 8, skills },
        ],
      },
      200_000,
    );
    const [small, large] = [0, 1].map((group) => sure(groupOf(results, group).occupancy).value);
    expect(small).toBeCloseTo(large ?? Number.NaN, 2);
  });
});

describe('redials', () => {
  const setting = { load: 50, agents: 50, aht: 200, patience: 150, within: 20 };
  const redialing = (meanDelay: number) =>
    figuresOf(run(specOf(setting, 31, { redial: { probability: 0.6, meanDelay } }), 400_000));

  it('come back long after as Erlang X has it: within the 1 % of that approximation', () => {
    const truth = erlangX({ ...setting, retry: 0.6 });
    if (truth === null) throw new Error('There is an equilibrium');
    const figures = redialing(30 * 200);
    expect(misfit(figures.pAbandon, truth.pAbandon, 'pAbandon', 0.012)).toBe('');
    expect(misfit(figures.attempts, truth.attempts, 'attempts', 0.012)).toBe('');
    expect(misfit(figures.pLost, truth.pLost, 'pLost', 0.012)).toBe('');
  });

  it('at once are worse than Erlang X says', () => {
    const truth = erlangX({ ...setting, retry: 0.6 });
    const fast = sure(redialing(20).pAbandon);
    expect(fast.value - fast.halfWidth).toBeGreaterThan((truth?.pAbandon ?? Number.NaN) * 1.03);
  });

  it('of those turned away follow extended Erlang B', () => {
    const figures = figuresOf(
      run(
        specOf({ load: 5.5, agents: 10, aht: 100, places: 0, within: 0 }, 32, {
          redial: { probability: 0.5, meanDelay: 4000 },
        }),
        400_000,
      ),
    );
    expect(misfit(figures.pBlock, 0.0314941, 'pBlock', 0.01)).toBe('');
  });
});

describe('staff that changes', () => {
  const day = (agents: readonly number[], mean: number): SimulationSpec => ({
    seed: 41,
    horizon: 'days',
    intervalSeconds: 1800,
    queues: [
      {
        id: 'voice',
        arrivalsPerHour: [200, 200],
        handleTime: { mean, law: 'fixed' },
        patience: { mean: 60 },
        within: 20,
      },
    ],
    groups: [{ id: 'team', agents, skills: [{ queue: 'voice' }] }],
  });

  it('whoever is busy when the shift ends finishes first: paid time runs on, nobody is cut off', () => {
    const results = run(day([20, 0], 300), 40_000);
    const [first, second] = results.groups[0]?.byInterval ?? [];
    expect(sure(first?.staffed ?? null).value).toBeCloseTo(20, 6);
    // About 200/h · 300 s = 16.7 contacts are in hand, and on average half of each is still to be done.
    expect(sure(second?.staffed ?? null).value).toBeGreaterThan((14 * 150) / 1800);
    expect(sure(second?.staffed ?? null).value).toBeLessThan((18 * 150) / 1800);
    expect(sure(second?.occupancy ?? null).value).toBeCloseTo(1, 9);
    const [before, after] = results.queues[0]?.byInterval ?? [];
    expect(sure(before?.slOffered ?? null).value).toBeGreaterThan(0.8);
    expect(after?.slOffered?.value).toBe(0);
    expect(after?.pAbandon?.value).toBe(1);
    expect(sure(before?.handleTime ?? null).value).toBeCloseTo(300, 6);
    expectNobodyLost(results);
  });

  it('whoever comes on duty takes those who wait already', () => {
    const results = run(day([0, 25], 200), 40_000);
    const [before, after] = results.queues[0]?.byInterval ?? [];
    const beforeAnswered = 1 - sure(before?.pAbandon ?? null).value;
    // Only those in line at the change are answered: those of the last minute or so out of thirty.
    expect(beforeAnswered).toBeGreaterThan((60 / 1800) * 0.8);
    expect(beforeAnswered).toBeLessThan((60 / 1800) * 1.2);
    expect(sure(after?.slOffered ?? null).value).toBeGreaterThan(0.9);
  });

  it('patience without end and nobody on duty: they are counted as not served, not forgotten', () => {
    const spec = day([12, 0], 200);
    const patient = spec.queues.map((queue) => ({ ...queue, patience: undefined }));
    const results = run({ ...spec, queues: patient }, 20_000);
    const counts = results.queues[0]?.counts;
    expect(counts?.unserved).toBeGreaterThan(9000);
    expectNobodyLost(results);
  });

  it('constant rates and staff given by interval are the same as given once', () => {
    const setting = { load: 10, agents: 11, aht: 180, patience: 120, within: 20 };
    const spec = specOf(setting, 42);
    const [queue] = spec.queues;
    if (queue === undefined) throw new Error('The setting has a queue');
    const rate = (setting.load * 3600) / setting.aht;
    const results = run(
      { ...spec, intervalSeconds: 600, queues: [{ ...queue, arrivalsPerHour: [rate, rate, rate] }] },
      300_000,
    );
    const truth = erlangA(setting);
    expect(misfit(figuresOf(results).slOffered, truth.slOffered, 'slOffered')).toBe('');
    expect(misfit(figuresOf(results).pAbandon, truth.pAbandon, 'pAbandon')).toBe('');
    for (const part of results.queues[0]?.byInterval ?? []) {
      expect(misfit(part.slOffered, truth.slOffered, 'slOffered of an interval')).toBe('');
    }
  });

  it('contacts that come once in a century take no time to simulate', () => {
    const spec = day([1, 1], 60);
    const rare = spec.queues.map((queue) => ({ ...queue, arrivalsPerHour: [1e-6, 0] }));
    for (const horizon of ['days', 'continuous'] as const) {
      const started = performance.now();
      const results = simulate({ ...spec, horizon, queues: rare }, { customers: 20_000 });
      expect(results.ok).toBe(true);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
