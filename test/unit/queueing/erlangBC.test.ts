import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, erlangBRow } from '#shared/queueing/erlangB.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { anyAgents, anyRatio, someAgents, spread, failure, near } from './arbitraries.ts';

const aht = 300;

describe('Erlang B', () => {
  it('satisfies its recursion at any real number of servers', () => {
    expect(
      failure(
        fc.property(anyAgents, anyRatio, (n, ratio) => {
          const a = n * ratio;
          const before = erlangB(a, n);
          return near(erlangB(a, n + 1), (a * before) / (n + 1 + a * before), 1e-11, 1e-300);
        }),
      ),
    ).toBeNull();
  });

  it('grows with the load at the rate (n/a − 1 + B)·B', () => {
    expect(
      failure(
        fc.property(spread(1, 5000), spread(0.5, 2), (n, ratio) => {
          const a = n * ratio;
          const step = 1e-5 * Math.sqrt(a);
          const slope = (erlangB(a + step, n) - erlangB(a - step, n)) / (2 * step);
          const b = erlangB(a, n);
          return near(slope, (n / a - 1 + b) * b, 1e-6, 1e-10);
        }),
      ),
    ).toBeNull();
  });

  it('falls with the servers, convexly, and agrees with its row', () => {
    const row = erlangBRow(80, 200);
    row.forEach((share, n) => expect(near(erlangB(80, n), share, 1e-12)).toBe(true));
    for (let n = 1; n < 200; n += 1) {
      const [before = 0, here = 0, after = 0] = row.slice(n - 1, n + 2);
      expect(here).toBeLessThan(before);
      expect(before - here).toBeGreaterThanOrEqual(here - after);
    }
  });
});

describe('Erlang C', () => {
  it("keeps Little's law and never loses anybody", () => {
    expect(
      failure(
        fc.property(anyAgents, spread(1e-6, 0.99999), (n, ratio) => {
          const load = n * ratio;
          const { queueLength, asa, occupancy } = erlangC({ load, agents: n, aht, within: 20 });
          return (
            near(queueLength, ((asa ?? Number.NaN) * load) / aht, 1e-12, 0) &&
            near(occupancy * n, load, 1e-12)
          );
        }),
      ),
    ).toBeNull();
  });

  it('starts at 1 − P(wait), and its percentile is where the level is reached', () => {
    expect(
      failure(
        fc.property(someAgents, spread(0.01, 0.999), spread(0.01, 0.99), (n, ratio, percentile) => {
          const base = { load: n * ratio, agents: n, aht };
          const { sl, pWait, waitPercentile } = erlangC({ ...base, within: 0, percentile });
          const reached = erlangC({ ...base, within: waitPercentile ?? 0 }).sl;
          return (
            near(sl, 1 - pWait) &&
            (waitPercentile === 0 ? reached >= percentile - 1e-12 : near(reached, percentile, 1e-9))
          );
        }),
      ),
    ).toBeNull();
  });

  it('gains from each agent, less each time', () => {
    expect(
      failure(
        fc.property(someAgents, spread(0.1, 0.99), (n, ratio) => {
          const level = (agents: number) => erlangC({ load: n * ratio, agents, aht, within: 20 });
          const [here, more, most] = [level(n).pWait, level(n + 1).pWait, level(n + 2).pWait];
          return here >= more && more >= most && here - more >= more - most - 1e-15;
        }),
      ),
    ).toBeNull();
  });

  it('says overload in plain terms', () => {
    const result = erlangC({ load: 8, agents: 7, aht, within: 20, percentile: 0.9 });
    expect(result).toEqual({
      pWait: 1,
      asa: null,
      sl: 0,
      pWaitMore: 1,
      occupancy: 1,
      queueLength: null,
      waitPercentile: null,
    });
  });
});
