import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot, lastWhere } from '#shared/kernel/rootFinding.ts';
import { garnett, halfinWhitt } from '#shared/queueing/approximations.ts';
import { bestConcurrency, chat } from '#shared/queueing/chat.ts';
import { carryOver } from '#shared/queueing/carryOver.ts';
import { deferredCapacity } from '#shared/queueing/deferredCapacity.ts';
import { deferredWork } from '#shared/queueing/deferredWork.ts';
import { erlangA, erlangAAbandonment } from '#shared/queueing/erlangA.ts';
import { waitProbability } from '#shared/queueing/erlangC.ts';
import { erlangX } from '#shared/queueing/erlangX.ts';
import { intervalService } from '#shared/queueing/intervalService.ts';
import { patienceFromAbandonment, patienceFromWaits } from '#shared/queueing/patience.ts';
import { spread, failure } from './arbitraries.ts';

describe('deferred work', () => {
  const plan = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      hours: fc.constantFrom(0.5, 1, 24),
      work: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: count, maxLength: count }),
      capacity: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: count, maxLength: count }),
      deadline: fc.integer({ min: 0, max: 30 }),
      initial: fc.integer({ min: 0, max: 40 }),
    }),
  );

  it('loses no work: all of it is in time, late or open, and finished or waiting', () => {
    expect(
      failure(
        fc.property(plan, (input) => {
          const result = deferredWork(input);
          const all = input.initial + input.work.reduce((sum, amount) => sum + amount, 0);
          const waiting = result.backlogEnd.at(-1) ?? 0;
          const isWhole = Math.abs(result.inTime + result.late + result.open - all) < 1e-9;
          return (
            isWhole && Math.abs(result.finished + waiting - all) < 1e-9 && result.sl >= 0 && result.sl <= 1
          );
        }),
      ),
    ).toBeNull();
  });

  it('is no worse with more capacity or a later deadline', () => {
    expect(
      failure(
        fc.property(plan, (input) => {
          const here = deferredWork(input);
          const more = deferredWork({ ...input, capacity: input.capacity.map((able) => able * 1.5) });
          const later = deferredWork({ ...input, deadline: input.deadline + 1 });
          return more.inTime >= here.inTime - 1e-9 && later.inTime >= here.inTime - 1e-9;
        }),
      ),
    ).toBeNull();
  });

  it('agrees with a count in thin slices', () => {
    const input = { hours: 1, work: [4, 9, 1, 0, 6], capacity: [3, 5, 5, 2, 5], deadline: 0.9, initial: 2 };
    const slices = 4000;
    const due: { readonly at: number; amount: number }[] = [{ at: 0, amount: input.initial }];
    let [inTime, head] = [0, 0];
    for (let step = 0; step < input.work.length * slices; step += 1) {
      const place = Math.floor(step / slices);
      due.push({ at: (step + 0.5) / slices, amount: (input.work[place] ?? 0) / slices });
      let able = (input.capacity[place] ?? 0) / slices;
      for (let first = due[head]; able > 0 && first !== undefined; first = due[head]) {
        const done = Math.min(able, first.amount);
        if ((step + 0.5) / slices - first.at <= input.deadline) inTime += done;
        able -= done;
        first.amount -= done;
        if (first.amount > 0) break;
        head += 1;
      }
    }
    expect(deferredWork(input).inTime).toBeCloseTo(inTime, 1);
  });

  it('needs just the capacity that meets the level', () => {
    expect(
      failure(
        fc.property(plan, spread(0.2, 1), (input, serviceLevel) => {
          const { capacity: _capacity, ...fluid } = input;
          const needed = deferredCapacity({ ...fluid, serviceLevel });
          if (needed === Infinity) return input.deadline === 0;
          const level = (able: number) => deferredWork({ ...fluid, capacity: fluid.work.map(() => able) }).sl;
          const isEnough = level(needed * (1 + 1e-9)) >= serviceLevel * (1 - 1e-9);
          return isEnough && (needed === 0 || level(needed * (1 - 1e-6)) <= serviceLevel);
        }),
        300,
      ),
    ).toBeNull();
    expect(deferredCapacity({ hours: 1, work: [5], deadline: 0, initial: 1, serviceLevel: 1 })).toBe(
      Infinity,
    );
  });

  it('has nothing to say about no work', () => {
    const result = deferredWork({ hours: 1, work: [0, 0], capacity: [1, 1], deadline: 1 });
    expect(result).toEqual({
      backlogEnd: [0, 0],
      finished: 0,
      inTime: 0,
      late: 0,
      open: 0,
      sl: 1,
      meanDelay: null,
    });
  });
});

describe('chat', () => {
  it('is bounded: no load, nobody there, more load than anyone can do', () => {
    const curve = [300, 330];
    expect(chat({ load: 0, agents: 2, ahtByConcurrency: curve, within: 20 })?.slOffered).toBe(1);
    expect(chat({ load: 1, agents: 0, ahtByConcurrency: curve, within: 20 })).toBeNull();
    expect(chat({ load: 1, agents: 0, ahtByConcurrency: curve, within: 20, patience: 60 })?.pAbandon).toBe(1);
    expect(chat({ load: 9, agents: 2, ahtByConcurrency: curve, within: 20 })).toBeNull();
  });

  it('keeps what is carried equal to what is answered, up to a hundred thousand agents', () => {
    for (const agents of [1, 7, 300, 100_000]) {
      const load = 1.7 * agents;
      const found = chat({ load, agents, ahtByConcurrency: [300, 330, 400], within: 30, patience: 120 });
      const answered = (load / 300) * (1 - (found?.pAbandon ?? 0));
      expect(found?.chatsInService).toBeCloseTo(answered * (found?.meanHandleTime ?? 0), 4);
      expect(found?.queueLength).toBeCloseTo((load / 300) * 120 * (found?.pAbandon ?? 0), 6);
    }
  });

  it('knows how many chats at once are worth it', () => {
    expect(bestConcurrency([300])).toBe(1);
    expect(bestConcurrency([300, 600])).toBe(1);
    expect(bestConcurrency([300, 330, 400, 900])).toBe(3);
  });
});

describe('overload in the plan', () => {
  it('Erlang C without enough agents: none in time, 1 − n/a not served, no mean wait', () => {
    const result = intervalService({ load: 10, agents: 7.5, aht: 300, within: 20 });
    expect(result).toEqual({ inTime: 0, abandoned: 0.25, abandonedInTime: 0, meanWait: null, occupancy: 1 });
    expect(intervalService({ load: 10, agents: 10, aht: 300, within: 20 }).meanWait).toBeNull();
    expect(intervalService({ load: 10, agents: 0, aht: 300, within: 20 }).abandoned).toBe(1);
    expect(intervalService({ load: 0, agents: 0, aht: 300, within: 20 }).inTime).toBe(1);
  });

  it('carries the backlog of an overloaded interval into the next and works it off', () => {
    const { backlog, mar, utilisation } = carryOver({
      loads: [30, 5, 0],
      agents: [20, 20, 0],
      aht: 300,
      within: 20,
    });
    expect(backlog[0]).toBeGreaterThan(10);
    expect(backlog[1]).toBeLessThan(backlog[0] ?? 0);
    expect(mar.every((served, place) => served <= [20, 20, 0][place]!)).toBe(true);
    expect(utilisation[2]).toBeNull();
  });
});

describe('patience', () => {
  it('is recovered from the share who abandon', () => {
    expect(
      failure(
        fc.property(spread(1, 2000), spread(0.7, 1.3), spread(10, 2000), (agents, ratio, patience) => {
          const load = agents * ratio;
          const pAbandon = erlangAAbandonment(load, agents, patience / 300);
          const found = patienceFromAbandonment({ load, agents, aht: 300, pAbandon });
          return pAbandon < 1e-12 || Math.abs((found ?? 0) - patience) < 1e-6 * patience || ratio > 1.2;
        }),
      ),
    ).toBeNull();
  });

  it('cannot be told when nobody hangs up or no patience explains the share', () => {
    expect(patienceFromWaits(500, 0)).toBeNull();
    expect(patienceFromAbandonment({ load: 10, agents: 20, aht: 300, pAbandon: 0.5 })).toBeNull();
    expect(patienceFromAbandonment({ load: 20, agents: 10, aht: 300, pAbandon: 0.1 })).toBeNull();
    expect(patienceFromAbandonment({ load: 20, agents: 10, aht: 300, pAbandon: 0 })).toBeNull();
  });

  it('is total waiting ÷ abandons, as the model itself says', () => {
    const { waitAll, pAbandon } = erlangA({ load: 50, agents: 48, aht: 300, patience: 90, within: 20 });
    expect(patienceFromWaits(waitAll * 1000, pAbandon * 1000)).toBeCloseTo(90, 9);
  });
});

describe('approximations', () => {
  it('come closer as the team grows', () => {
    const miss = (n: number) => Math.abs(waitProbability(n - Math.sqrt(n), n) / halfinWhitt(1) - 1);
    expect(miss(1e6)).toBeLessThan(miss(1e4));
    expect(miss(1e6)).toBeLessThan(1e-3);
    const n = 1e6;
    const exact = erlangA({ load: n - 500, agents: n, aht: 300, patience: 150, within: 20 });
    expect(garnett(0.5, 2).pWait).toBeCloseTo(exact.pWait, 3);
    expect(garnett(0.5, 2).sqrtNpAbandonGivenWait).toBeCloseTo((1000 * exact.pAbandon) / exact.pWait, 2);
  });

  it('keep the digits of a hazard far out', () => {
    expect(garnett(3.99999, 1).sqrtNpAbandonGivenWait).toBeCloseTo(
      garnett(4.00001, 1).sqrtNpAbandonGivenWait,
      5,
    );
    expect(garnett(50, 1).pWait).toBe(0);
    expect(garnett(-50, 1).pWait).toBe(1);
  });
});

describe('redials', () => {
  it('for ever have an equilibrium only below the team', () => {
    const input = { agents: 10, aht: 300, patience: 60, within: 20, retry: 1 };
    expect(erlangX({ ...input, load: 10 })).toBeNull();
    expect(erlangX({ ...input, load: 9.9999 })?.pLost).toBe(0);
    expect(erlangX({ ...input, load: 0 })?.attempts).toBe(1);
    expect(erlangX({ ...input, load: 5, agents: 0, retry: 0.5 })?.totalLoad).toBeCloseTo(10, 12);
  });
});

describe('roots and thresholds', () => {
  it('are found to the last digits, from either side', () => {
    for (const target of [1e-9, 0.3, 7, 1e6]) {
      expect(findRoot((x) => Math.log(x / target), 1e-12, 1e9)).toBeCloseTo(target, 8);
      expect(findRoot((x) => x ** 3 - target ** 3, 2e6, -1)).toBeCloseTo(target, 5);
      expect(lastWhere((x) => x <= target, 1e-12, 1e9)).toBe(target);
    }
  });
});
