import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { largestLoad } from '#shared/queueing/largestLoad.ts';
import { requiredAgents, type RequiredInput } from '#shared/queueing/required.ts';
import { requiredErlangB, requiredErlangX, requiredChat } from '#shared/queueing/requiredOthers.ts';
import { erlangB } from '#shared/queueing/erlangB.ts';
import type { StaffingGoal } from '#shared/queueing/staffingGoal.ts';
import { somePatience, spread, failure } from './arbitraries.ts';

const aht = 300;
const slack = 1e-12;

const share = spread(0.001, 0.999);
const goals: fc.Arbitrary<StaffingGoal> = fc
  .record(
    {
      serviceLevel: share,
      asa: spread(0.1, 600),
      maxOccupancy: fc.oneof(spread(0.2, 0.999), fc.constant(1.1)),
      minAgents: fc.integer({ min: 0, max: 30 }),
      abandonsCount: fc.constantFrom('offered' as const, 'answered' as const, 'excludeShort' as const),
    },
    { requiredKeys: ['abandonsCount'] },
  )
  .chain((goal) => fc.integer({ min: 0, max: 90 }).map((within) => ({ ...goal, within })));

/** The definition itself, told by the full measures. */
function meets({ model, load, patience = 1, goal }: RequiredInput, agents: number): boolean {
  const {
    serviceLevel = 0,
    asa = Infinity,
    maxOccupancy = Infinity,
    maxAbandon = 1,
    minAgents = 0,
    within = 0,
  } = goal;
  if (agents < minAgents || agents <= 0) return false;
  if (model === 'erlangC') {
    const found = erlangC({ load, agents, aht, within });
    return (
      agents > load &&
      found.sl >= serviceLevel * (1 - slack) &&
      (found.asa ?? Infinity) <= asa * (1 + slack) &&
      load / agents <= maxOccupancy * (1 + slack)
    );
  }
  const found = erlangA({ load, agents, aht, patience, within });
  const level = { offered: found.slOffered, answered: found.slAnswered, excludeShort: found.slExcludeShort }[
    goal.abandonsCount ?? 'offered'
  ];
  return (
    (level ?? 0) >= serviceLevel * (1 - slack) &&
    (found.asa ?? 0) <= asa * (1 + slack) &&
    found.pAbandon <= maxAbandon * (1 + slack) &&
    (found.occupancy ?? 0) <= maxOccupancy * (1 + slack)
  );
}

const loads = spread(1e-6, 1e5);

describe('requiredAgents, whole', () => {
  it('meets the goal, and with one agent fewer misses it', () => {
    expect(
      failure(
        fc.property(loads, goals, fc.boolean(), somePatience, (load, goal, isPatient, patience) => {
          const input: RequiredInput = {
            model: isPatient ? 'erlangA' : 'erlangC',
            load,
            aht,
            patience,
            goal,
          };
          const { agents } = requiredAgents(input);
          return (
            agents !== null && Number.isInteger(agents) && meets(input, agents) && !meets(input, agents - 1)
          );
        }),
        1500,
      ),
    ).toBeNull();
  });

  it('limits abandonment', () => {
    expect(
      failure(
        fc.property(loads, spread(1e-6, 0.9), somePatience, (load, maxAbandon, patience) => {
          const input: RequiredInput = { model: 'erlangA', load, aht, patience, goal: { maxAbandon } };
          const { agents } = requiredAgents(input);
          return agents !== null && meets(input, agents) && !meets(input, agents - 1);
        }),
        500,
      ),
    ).toBeNull();
  });

  it('does not depend on the guess', () => {
    expect(
      failure(
        fc.property(
          loads,
          goals,
          fc.boolean(),
          somePatience,
          spread(0.01, 1e6),
          fc.boolean(),
          (load, goal, isPatient, patience, startNear, isWhole) => {
            const rounding = isWhole ? 'up' : 'fractional';
            const input: RequiredInput = {
              model: isPatient ? 'erlangA' : 'erlangC',
              load,
              aht,
              patience,
              goal: { ...goal, rounding },
            };
            expect(requiredAgents({ ...input, startNear })).toEqual(requiredAgents(input));
          },
        ),
        500,
      ),
    ).toBeNull();
  });

  it('names the part that one agent fewer would break', () => {
    expect(
      failure(
        fc.property(loads, goals, somePatience, (load, goal, patience) => {
          const input: RequiredInput = { model: 'erlangA', load, aht, patience, goal };
          const { agents, binding } = requiredAgents(input);
          if (agents === null || binding === null || binding === 'load') return agents === 1;
          if (binding === 'minAgents') return agents === goal.minAgents;
          const only: StaffingGoal = {
            [binding]: goal[binding as 'asa'],
            within: goal.within,
            abandonsCount: goal.abandonsCount,
          };
          return !meets({ ...input, goal: only }, agents - 1);
        }),
        500,
      ),
    ).toBeNull();
  });
});

describe('requiredAgents, fractional', () => {
  it('is the least real number: it meets, a hair less misses, and the whole answer is the next whole number', () => {
    expect(
      failure(
        fc.property(loads, goals, fc.boolean(), somePatience, (load, goal, isPatient, patience) => {
          const input: RequiredInput = {
            model: isPatient ? 'erlangA' : 'erlangC',
            load,
            aht,
            patience,
            goal,
          };
          const { agents, binding } = requiredAgents({ ...input, goal: { ...goal, rounding: 'fractional' } });
          const whole = requiredAgents(input).agents ?? Number.NaN;
          if (agents === null) return false;
          if (agents < 1e-3) return whole === 1;
          const isLeast = binding === 'load' || binding === 'minAgents' || !meets(input, agents * (1 - 1e-7));
          const isNext = whole >= agents - 1e-6 && (whole - agents < 1 + 1e-6 || whole === 1);
          return meets(input, agents * (1 + 1e-7)) && isLeast && isNext;
        }),
        1500,
      ),
    ).toBeNull();
  });
});

describe('goals that no number meets', () => {
  it.each([
    [{ serviceLevel: 1, within: 20 }, 'serviceLevel'],
    [{ asa: 0 }, 'asa'],
    [{ maxAbandon: 0 }, 'maxAbandon'],
    [{ maxOccupancy: 0 }, 'maxOccupancy'],
  ] as const)('%j', (goal, binding) => {
    const answer = requiredAgents({ model: 'erlangA', load: 10, aht, patience: 120, goal });
    expect(answer).toEqual({ agents: null, binding });
  });

  it('asks for nobody, or for the minimum, when there is no load', () => {
    const goal = { serviceLevel: 1, within: 20 };
    expect(requiredAgents({ model: 'erlangC', load: 0, aht, goal })).toEqual({ agents: 0, binding: null });
    expect(requiredAgents({ model: 'erlangC', load: 0, aht, goal: { ...goal, minAgents: 2 } })).toEqual({
      agents: 2,
      binding: 'minAgents',
    });
  });
});

describe('the other models', () => {
  it('Erlang B: the least servers for a blocking', () => {
    expect(
      failure(
        fc.property(spread(1e-3, 1e5), spread(1e-9, 0.99), (load, maxBlocking) => {
          const { agents } = requiredErlangB(load, maxBlocking);
          if (agents === null) return false;
          const isMet = erlangB(load, agents) <= maxBlocking * (1 + slack);
          return isMet && (agents === 0 || erlangB(load, agents - 1) > maxBlocking);
        }),
      ),
    ).toBeNull();
    expect(requiredErlangB(10, 0).agents).toBeNull();
    expect(requiredErlangB(0, 0.01).agents).toBe(0);
  });

  it('Erlang X needs at least as many as Erlang A, and redialling for ever more than the load', () => {
    const goal = { serviceLevel: 0.8, within: 20 };
    for (const load of [0.5, 4, 30, 250]) {
      const one = requiredAgents({ model: 'erlangA', load, aht, patience: 60, goal }).agents ?? Number.NaN;
      expect(requiredErlangX({ load, aht, patience: 60, retry: 0, goal }).agents).toBe(one);
      const again = requiredErlangX({ load, aht, patience: 60, retry: 1, goal }).agents ?? 0;
      expect(again).toBeGreaterThanOrEqual(one);
      expect(again).toBeGreaterThan(load);
    }
  });

  it('chat with one chat at a time is Erlang A', () => {
    const goal = { serviceLevel: 0.8, within: 20 };
    for (const load of [0.5, 4, 30]) {
      const one = requiredAgents({ model: 'erlangA', load, aht, patience: 60, goal }).agents;
      expect(requiredChat({ load, ahtByConcurrency: [aht], patience: 60, goal }).agents).toBe(one);
    }
  });
});

describe('largestLoad', () => {
  it('is the load whose requirement is this team', () => {
    expect(
      failure(
        fc.property(spread(0.5, 1e4), share, fc.boolean(), (agents, serviceLevel, isPatient) => {
          const rule = { model: isPatient ? ('erlangA' as const) : ('erlangC' as const), aht, patience: 120 };
          const goal: StaffingGoal = { serviceLevel, within: 20, rounding: 'fractional' };
          const { load } = largestLoad({ ...rule, agents, goal });
          const back = requiredAgents({ ...rule, load, goal }).agents ?? Number.NaN;
          return Math.abs(back - agents) <= 1e-7 * agents;
        }),
        200,
      ),
    ).toBeNull();
  });

  it('is bounded by the team alone under Erlang C, and by nothing under Erlang A', () => {
    expect(largestLoad({ model: 'erlangC', agents: 10, aht, goal: {} }).binding).toBe('load');
    expect(largestLoad({ model: 'erlangA', agents: 10, aht, patience: 60, goal: {} })).toEqual({
      load: Infinity,
      binding: null,
    });
    expect(largestLoad({ model: 'erlangA', agents: 10, aht, patience: 60, goal: { asa: 0 } }).load).toBe(0);
  });
});
