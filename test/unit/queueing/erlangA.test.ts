import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erlangA,
  erlangAAbandonment,
  erlangAServiceLevel,
  type ErlangAResult,
} from '#shared/queueing/erlangA.ts';
import { erlangB } from '#shared/queueing/erlangB.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { intervalService } from '#shared/queueing/intervalService.ts';
import {
  anyAgents,
  anyPatience,
  anyRatio,
  anyWithin,
  someAgents,
  somePatience,
  someWithin,
  spread,
  failure,
  near,
} from './arbitraries.ts';

const aht = 300;

function everyShare(result: ErlangAResult): (number | null)[] {
  const {
    pWait,
    pAbandon,
    slOffered,
    slAnswered,
    slExcludeShort,
    slVirtual,
    pWaitMore,
    pAbandonWithin,
    occupancy,
  } = result;
  return [
    pWait,
    pAbandon,
    slOffered,
    slAnswered,
    slExcludeShort,
    slVirtual,
    pWaitMore,
    pAbandonWithin,
    occupancy,
  ];
}

describe('Erlang A', () => {
  it('gives shares and waits for anything anybody may type: never NaN, never below nothing', () => {
    expect(
      failure(
        fc.property(
          anyAgents,
          anyRatio,
          anyPatience,
          anyWithin,
          spread(1, 1e5),
          (agents, ratio, patience, within, handle) => {
            const load = Math.min(1e6, Math.max(1e-9, agents * ratio));
            const result = erlangA({ load, agents, aht: handle, patience, within });
            const shares = everyShare(result).every(
              (share) => share !== null && share >= 0 && share <= 1 + 1e-12,
            );
            const { asa, waitAll, waitAbandoned, virtualWait, queueLength } = result;
            return (
              shares &&
              [asa, waitAll, waitAbandoned, virtualWait, queueLength].every(
                (wait) => wait !== null && wait >= 0,
              )
            );
          },
        ),
      ),
    ).toBeNull();
  });

  it('neither makes nor loses callers: Little, and offered = answered + abandoned', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, anyPatience, (agents, ratio, patience) => {
          const load = agents * ratio;
          const { queueLength, waitAll, occupancy, pAbandon } = erlangA({
            load,
            agents,
            aht,
            patience,
            within: 20,
          });
          return (
            near(queueLength, (waitAll * load) / aht, 1e-10) &&
            near((occupancy ?? 0) * agents, load * (1 - pAbandon), 1e-9, 1e-9 * load)
          );
        }),
      ),
    ).toBeNull();
  });

  it('mixes the waits of the answered and of those who left to the wait of all', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, somePatience, (agents, ratio, patience) => {
          const { asa, waitAll, waitAbandoned, pAbandon } = erlangA({
            load: agents * ratio,
            agents,
            aht,
            patience,
            within: 20,
          });
          const mixed = (asa ?? 0) * (1 - pAbandon) + (waitAbandoned ?? 0) * pAbandon;
          return near(mixed, waitAll, 1e-8, 1e-10);
        }),
      ),
    ).toBeNull();
  });

  it('keeps its definitions in their order', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, anyPatience, anyWithin, (agents, ratio, patience, within) => {
          const q = erlangA({ load: agents * ratio, agents, aht, patience, within });
          const slack = 1e-11;
          return (
            q.slOffered <= q.slExcludeShort + slack &&
            q.slExcludeShort <= (q.slAnswered ?? 1) + slack &&
            q.slOffered <= q.slVirtual + slack &&
            q.slOffered <= 1 - q.pWaitMore + slack &&
            (q.asa ?? 0) <= (q.virtualWait ?? 0) * (1 + slack) &&
            q.waitAll <= (q.virtualWait ?? 0) * (1 + slack)
          );
        }),
      ),
    ).toBeNull();
  });

  it('improves with every agent and with every fraction of one', () => {
    expect(
      failure(
        fc.property(
          spread(0.1, 1e4),
          anyRatio,
          somePatience,
          someWithin,
          spread(0.001, 10),
          (agents, ratio, patience, within, more) => {
            const load = agents * ratio;
            const here = erlangA({ load, agents, aht, patience, within });
            const there = erlangA({ load, agents: agents + more, aht, patience, within });
            const slack = 1e-11;
            const falls = (['pWait', 'pAbandon', 'asa'] as const).every(
              (name) => (there[name] ?? 0) <= (here[name] ?? 0) * (1 + slack),
            );
            const rises = (['slOffered', 'slAnswered', 'slExcludeShort', 'slVirtual'] as const).every(
              (name) => (there[name] ?? 0) >= (here[name] ?? 0) - slack,
            );
            return falls && rises;
          },
        ),
      ),
    ).toBeNull();
  });

  it('answers more in time the longer the threshold, from 1 − P(wait) to the share served', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, somePatience, someWithin, (agents, ratio, patience, within) => {
          const base = { load: agents * ratio, agents, aht, patience };
          const level = (seconds: number) => erlangA({ ...base, within: seconds });
          const start = level(0);
          return (
            near(start.slOffered, 1 - start.pWait, 1e-9, 1e-11) &&
            level(within).slOffered <= level(within + 1).slOffered + 1e-12 &&
            near(level(1e12).slOffered, 1 - start.pAbandon, 1e-9, 1e-11)
          );
        }),
      ),
    ).toBeNull();
  });

  it('does not care in which unit time is measured', () => {
    expect(
      failure(
        fc.property(
          anyAgents,
          anyRatio,
          somePatience,
          someWithin,
          spread(1e-3, 1e3),
          (agents, ratio, patience, within, scale) => {
            const load = agents * ratio;
            const one = erlangA({ load, agents, aht, patience, within });
            const other = erlangA({
              load,
              agents,
              aht: aht * scale,
              patience: patience * scale,
              within: within * scale,
            });
            return (
              near(other.slOffered, one.slOffered, 1e-9, 1e-10) &&
              near(other.asa, (one.asa ?? 0) * scale, 1e-8, 1e-12)
            );
          },
        ),
      ),
    ).toBeNull();
  });

  it('is Erlang C when nobody loses patience', () => {
    expect(
      failure(
        fc.property(someAgents, spread(0.05, 0.98), someWithin, (agents, ratio, within) => {
          const load = agents * ratio;
          const endless = erlangC({ load, agents, aht, within });
          const patient = erlangA({ load, agents, aht, patience: 1e12, within });
          return (
            near(patient.slOffered, endless.sl, 1e-5) &&
            near(patient.asa, endless.asa, 1e-5) &&
            near(patient.pWait, endless.pWait, 1e-5)
          );
        }),
      ),
    ).toBeNull();
  });

  it('is Erlang B when nobody waits', () => {
    expect(
      failure(
        fc.property(someAgents, spread(0.05, 3), (agents, ratio) =>
          near(erlangAAbandonment(agents * ratio, agents, 1e-9), erlangB(agents * ratio, agents), 1e-5),
        ),
      ),
    ).toBeNull();
  });

  it('has a Poisson number of callers when they stay as long in the queue as with an agent', () => {
    for (const load of [0.5, 7, 60]) {
      let mass = Math.exp(-load);
      let below = 0;
      for (let agents = 1; agents < 90; agents += 1) {
        below += mass;
        mass *= load / agents;
        expect(
          near(erlangA({ load, agents, aht, patience: aht, within: 0 }).pWait, 1 - below, 1e-8, 1e-12),
        ).toBe(true);
      }
    }
  });

  it('is a fluid in a large overload: P(Ab) = 1 − 1/ρ and V = P·ln ρ', () => {
    const { pAbandon, virtualWait } = erlangA({
      load: 150_000,
      agents: 100_000,
      aht,
      patience: 120,
      within: 20,
    });
    expect(pAbandon).toBeCloseTo(1 / 3, 5);
    expect(virtualWait).toBeCloseTo(120 * Math.log(1.5), 2);
  });

  it('gives the fast paths the same numbers', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, anyPatience, anyWithin, (agents, ratio, patience, within) => {
          const load = agents * ratio;
          const all = erlangA({ load, agents, aht, patience, within });
          const interval = intervalService({ load, agents, aht, patience, within });
          return (
            near(
              erlangAServiceLevel(load, agents, patience / aht, within / aht),
              all.slOffered,
              1e-9,
              1e-11,
            ) &&
            near(erlangAAbandonment(load, agents, patience / aht), all.pAbandon, 1e-12) &&
            near(interval.inTime, all.slOffered, 1e-12) &&
            near(interval.abandoned, all.pAbandon, 1e-12) &&
            near(interval.abandonedInTime, all.pAbandonWithin, 1e-9, 1e-11) &&
            near(interval.meanWait, all.asa, 1e-12) &&
            near(interval.occupancy, all.occupancy, 1e-12)
          );
        }),
      ),
    ).toBeNull();
  });
});
