import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangB } from '#shared/queueing/erlangB.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { erlangX } from '#shared/queueing/erlangX.ts';
import { chat } from '#shared/queueing/chat.ts';
import { finiteQueue } from '#shared/queueing/finiteQueue.ts';
import { anyPatience, someAgents, somePatience, spread, failure, near } from './arbitraries.ts';

const aht = 300;

describe('the models meet at their borders', () => {
  it('Erlang X without redials is Erlang A; with them the customers balance', () => {
    expect(
      failure(
        fc.property(
          someAgents,
          spread(0.1, 2),
          somePatience,
          spread(0.01, 0.99),
          (agents, ratio, patience, retry) => {
            const input = { load: agents * ratio, agents, aht, patience, within: 20 };
            const { pWait, totalLoad } = erlangX({ ...input, retry: 0 }) ?? {
              pWait: Number.NaN,
              totalLoad: 0,
            };
            const again = erlangX({ ...input, retry });
            if (again === null) return false;
            const firstTime = again.totalLoad * (1 - retry * again.pAbandon);
            return (
              totalLoad === input.load &&
              near(pWait, erlangA(input).pWait, 1e-14) &&
              near(firstTime, input.load, 1e-11)
            );
          },
        ),
      ),
    ).toBeNull();
  });

  it('a line without end is Erlang C, and Erlang A with patience; one without places is Erlang B', () => {
    expect(
      failure(
        fc.property(someAgents, spread(0.05, 0.95), spread(10, 1000), (agents, ratio, patience) => {
          const input = { load: agents * ratio, agents, aht, within: 20 };
          const endless = finiteQueue({ ...input, places: 5000 });
          const impatient = finiteQueue({ ...input, patience, places: 5000 });
          const reference = erlangA({ ...input, patience });
          return (
            near(endless.slOffered, erlangC(input).sl, 1e-8) &&
            near(endless.asa, erlangC(input).asa, 1e-8) &&
            near(impatient.slOffered, reference.slOffered, 1e-8) &&
            near(impatient.asa, reference.asa, 1e-8) &&
            near(finiteQueue({ ...input, places: 0 }).pBlock, erlangB(input.load, agents), 1e-12)
          );
        }),
      ),
    ).toBeNull();
  });

  it('a finite line is never undefined, however overloaded', () => {
    expect(
      failure(
        fc.property(
          spread(0.1, 1e4),
          spread(1e-3, 100),
          fc.integer({ min: 0, max: 3000 }),
          anyPatience,
          (agents, ratio, places, patience) =>
            [undefined, patience].every((given) => {
              const result = finiteQueue({
                load: agents * ratio,
                agents,
                places,
                aht,
                within: 20,
                patience: given,
              });
              const isBalanced = near(result.served + result.pBlock + result.pAbandon, 1, 1e-8, 1e-8);
              return isBalanced && Object.values(result).every((value) => value >= 0 && value < Infinity);
            }),
        ),
      ),
    ).toBeNull();
  });

  it('chat whose agents never slow down is Erlang A on all slots', () => {
    expect(
      failure(
        fc.property(
          fc.integer({ min: 1, max: 60 }),
          spread(0.1, 1.5),
          somePatience,
          (agents, ratio, patience) => {
            const load = 3 * agents * ratio;
            const slots = chat({ load, agents, ahtByConcurrency: [aht, aht, aht], within: 20, patience });
            const reference = erlangA({ load, agents: 3 * agents, aht, patience, within: 20 });
            return (
              slots !== null &&
              near(slots.pWait, reference.pWait, 1e-9) &&
              near(slots.slOffered, reference.slOffered, 1e-9) &&
              near(slots.asa, reference.asa, 1e-9)
            );
          },
        ),
      ),
    ).toBeNull();
  });
});
