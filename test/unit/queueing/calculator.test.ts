import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentsNeeded, calculate, costOf, teamFigures } from '#shared/queueing/calculator.ts';
import { calculatorCurve, levelBy } from '#shared/queueing/calculatorCurve.ts';
import {
  calculatorDefaults,
  calculatorRules,
  type CalculatorField,
  type CalculatorInput,
  fieldProblem,
  offeredLoad,
} from '#shared/queueing/calculatorInput.ts';
import { explainStaffing } from '#shared/queueing/explainStaffing.ts';
import { failure, spread } from './arbitraries.ts';

/** Nothing but the service level is asked for, and one paid hour costs one. */
const plain: CalculatorInput = {
  contacts: 100,
  intervalMinutes: 30,
  aht: 180,
  serviceLevel: 0.8,
  within: 20,
  abandonsCount: 'offered',
  concurrency: 1,
  shrinkage: 0,
  costPerHour: 1,
  hoursPerMonth: 160,
};

function percent(share: number | null | undefined, digits: number): number {
  return Number(((share ?? Number.NaN) * 100).toFixed(digits));
}

describe('the published cases, typed into the calculator', () => {
  it('400 in half an hour of 257 s, 80/20, at most 85 % busy, 30 % shrinkage: 57.11 Erlangs, 68 agents, 97.1 scheduled', () => {
    const { load, erlangC } = calculate(calculatorDefaults);
    expect(load).toBeCloseTo(57.11, 2);
    expect(erlangC.required).toEqual({ agents: 68, binding: 'maxOccupancy' });
    expect(percent(erlangC.needed?.slOffered, 1)).toBe(95.3);
    expect(erlangC.needed?.scheduled).toBeCloseTo(97.1, 1);
    expect(erlangC.exact).toBeCloseTo(load / 0.85, 9);
  });

  it('400 an hour of 180 s against 30 s: service and waits of 21 to 26 agents, each as the present team', () => {
    const input = { ...plain, contacts: 400, intervalMinutes: 60, within: 30 };
    const teams = [21, 22, 23, 24, 25, 26].map((agents) => calculate({ ...input, agents }).erlangC.present);
    expect(teams.map((team) => percent(team?.slOffered, 1))).toEqual([35.6, 59.3, 74.8, 84.7, 90.9, 94.7]);
    expect(teams.map((team) => Number(team?.asa?.toFixed(1)))).toEqual([136.9, 51.1, 24.9, 13.4, 7.5, 4.3]);
    expect(teams.map((team) => team?.missed)).toEqual([
      ['serviceLevel'],
      ['serviceLevel'],
      ['serviceLevel'],
      [],
      [],
      [],
    ]);
  });

  it('100 in half an hour of 180 s, 80/20: 14 agents, 20 with 30 % shrinkage', () => {
    const { needed } = calculate({ ...plain, shrinkage: 0.3 }).erlangC;
    expect(needed).toMatchObject({ agents: 14, scheduled: 20 });
    expect(percent(needed?.slOffered, 3)).toBe(88.835);
    expect(needed?.pWait).toBeCloseTo(0.174132, 6);
    expect(needed?.occupancy).toBeCloseTo(0.714286, 6);
  });

  it('700 in half an hour of 237 s: 100 agents, and one fewer', () => {
    const { needed, oneFewer } = calculate({ ...plain, contacts: 700, aht: 237 }).erlangC;
    expect([needed?.agents, percent(needed?.slOffered, 2), percent(oneFewer?.slOffered, 1)]).toEqual([
      100, 83.44, 78.8,
    ]);
  });

  it('58.714 Erlangs of 360 s: 66 by Erlang C, 59 by Erlang A; the difference in agents and money', () => {
    const input = { ...plain, contacts: (58.714 * 1800) / 360, aht: 360, patience: 120, agents: 62 };
    const { erlangC, erlangA, difference } = calculate({ ...input, costPerHour: 20, shrinkage: 0.3 });
    expect([erlangC.needed?.agents, percent(erlangC.needed?.slOffered, 1)]).toEqual([66, 82.6]);
    expect(erlangA?.required).toEqual({ agents: 59, binding: 'serviceLevel' });
    expect([percent(erlangA?.needed?.slOffered, 1), percent(erlangA?.needed?.pAbandon, 2)]).toEqual([
      80.2, 6.33,
    ]);
    expect([percent(erlangA?.present?.slOffered, 1), percent(erlangA?.present?.pAbandon, 2)]).toEqual([
      87.5, 4.03,
    ]);
    expect(difference).toMatchObject({ agents: 7, scheduled: expect.closeTo(10, 9) });
    expect(difference?.costPerInterval).toBeCloseTo(100, 9);
    expect(difference?.costPerMonth).toBeCloseTo(32_000, 6);
    expect(calculate({ ...input, maxOccupancy: 0.88 }).erlangC.required).toEqual({
      agents: 67,
      binding: 'maxOccupancy',
    });
  });
});

describe('what the calculator says of teams', () => {
  it('overload is overload, never a wait; under Erlang A people leave', () => {
    const { erlangC, erlangA } = calculate({ ...calculatorDefaults, agents: 57 });
    expect(erlangC.present).toMatchObject({
      isOverloaded: true,
      slOffered: 0,
      pWait: 1,
      asa: null,
      waitAll: null,
      queueLength: null,
      occupancy: 1,
    });
    expect(erlangC.present?.missed).toEqual(['serviceLevel', 'maxOccupancy', 'load']);
    expect(erlangA?.present?.isOverloaded).toBe(false);
    expect(erlangA?.present?.asa).toBeGreaterThan(0);
  });

  it('"no number of agents meets this" is an answer that names the part', () => {
    const { erlangC, erlangA, difference } = calculate({ ...calculatorDefaults, serviceLevel: 1 });
    expect(erlangC).toMatchObject({
      required: { agents: null, binding: 'serviceLevel' },
      exact: null,
      needed: null,
      oneFewer: null,
      oneMore: null,
    });
    expect(erlangC.present?.missed).toContain('serviceLevel');
    expect(erlangA?.required.agents).toBeNull();
    expect(difference).toBeNull();
    expect(calculate({ ...calculatorDefaults, asa: 0 }).erlangA?.required.binding).toBe('asa');
  });

  it('a part on abandonment counts under Erlang A only, and can make it ask for more than Erlang C', () => {
    const { erlangC, erlangA, difference } = calculate({ ...calculatorDefaults, maxAbandon: 0.001 });
    expect(erlangC.required).toEqual({ agents: 68, binding: 'maxOccupancy' });
    expect(erlangA?.required.binding).toBe('maxAbandon');
    expect(difference?.agents).toBeLessThan(0);
  });

  it('without a patience there is no Erlang A, without contacts nobody is needed', () => {
    expect(calculate(plain).erlangA).toBeNull();
    const { erlangC, erlangA } = calculate({ ...calculatorDefaults, contacts: 0, agents: 0 });
    expect([erlangC.required, erlangA?.required]).toEqual([
      { agents: 0, binding: null },
      { agents: 0, binding: null },
    ]);
    expect(erlangC.oneFewer).toBeNull();
    expect([erlangC.present?.missed, erlangA?.present?.occupancy]).toEqual([[], 0]);
  });

  it('nobody on duty misses every part, and says so without a number', () => {
    const { erlangC, erlangA } = calculate({ ...calculatorDefaults, agents: 0 });
    expect(erlangC.present).toMatchObject({ isOverloaded: true, occupancy: null, carriesLoad: 0 });
    expect(erlangA?.present).toMatchObject({ asa: null, occupancy: null, pAbandon: 1, carriesContacts: 0 });
    expect(erlangA?.present?.missed).toEqual(['serviceLevel', 'maxOccupancy', 'load']);
  });

  it('a team carries as much as makes it the required one, and no more', () => {
    const { erlangC, erlangA } = calculate(calculatorDefaults);
    for (const [model, answer] of [
      ['erlangC', erlangC],
      ['erlangA', erlangA],
    ] as const) {
      const carries = answer?.needed?.carriesContacts ?? 0;
      const needed = (contacts: number) => agentsNeeded({ ...calculatorDefaults, contacts }, model).agents;
      expect(needed(carries * (1 - 1e-9))).toBe(answer?.needed?.agents);
      expect(needed(carries * (1 + 1e-9))).toBe((answer?.needed?.agents ?? 0) + 1);
    }
  });

  it('with no part that binds, Erlang A carries any load', () => {
    const { serviceLevel: _level, ...goalless } = plain;
    expect(teamFigures({ ...goalless, patience: 60 }, 'erlangA', 5).carriesLoad).toBeNull();
    expect(teamFigures(goalless, 'erlangC', 5).carriesLoad).toBeCloseTo(5, 9);
  });

  it('several contacts at once: the model counts slots, whole agents are rounded up', () => {
    const slots = calculate(calculatorDefaults);
    const chats = calculate({ ...calculatorDefaults, concurrency: 3 });
    expect(chats.erlangC.required.agents).toBe(Math.ceil(68 / 3));
    expect(chats.erlangC.exact).toBeCloseTo((slots.erlangC.exact ?? 0) / 3, 9);
    expect(chats.erlangC.needed?.slOffered).toBe(teamFigures(calculatorDefaults, 'erlangC', 69).slOffered);
  });

  it('shrinkage divides: 100 on duty at 30 % are 142.9 scheduled, not 130', () => {
    expect(costOf({ ...plain, shrinkage: 0.3 }, 100).scheduled).toBeCloseTo(142.857, 3);
  });

  it('agrees with the explanation of a requirement', () => {
    const { load, erlangC, erlangA } = calculate(calculatorDefaults);
    const goal = { serviceLevel: 0.8, within: 20, maxOccupancy: 0.85 };
    const explained = explainStaffing({ model: 'erlangA', load, aht: 257, patience: 120, goal });
    for (const [mine, theirs] of [
      [erlangA?.needed, explained.service],
      [erlangA?.oneFewer, explained.oneFewer],
      [erlangA?.oneMore, explained.oneMore],
      [erlangC.needed, explained.erlangC.service],
    ] as const) {
      expect(mine).toMatchObject(theirs ?? { agents: -1 });
    }
  });
});

const someInput: fc.Arbitrary<CalculatorInput> = fc
  .record({
    contacts: fc.oneof(fc.constant(0), spread(0.1, 1e6)),
    aht: spread(1, 86_400),
    patience: fc.option(spread(1, 86_400), { nil: undefined }),
    serviceLevel: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    within: fc.integer({ min: 0, max: 600 }),
    asa: fc.option(spread(0.1, 600), { nil: undefined }),
    maxOccupancy: fc.option(fc.double({ min: 0.3, max: 1, noNaN: true }), { nil: undefined }),
    maxAbandon: fc.option(spread(0.001, 1), { nil: undefined }),
    concurrency: fc.integer({ min: 1, max: 20 }),
    agents: fc.option(spread(0.01, 1e6), { nil: undefined }),
    shrinkage: fc.double({ min: 0, max: 0.95, noNaN: true }),
    intervalMinutes: fc.constantFrom(15, 30, 60),
    abandonsCount: fc.constantFrom('offered' as const, 'answered' as const, 'excludeShort' as const),
  })
  .map((input) => ({ ...input, costPerHour: 25, hoursPerMonth: 173 }));

/** Every number anywhere in a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('for anything that the fields take', () => {
  it('every number is finite, and none is negative but the difference', () => {
    const holds = fc.property(someInput, (input) => {
      const { difference, ...rest } = calculate(input);
      return (
        numbersIn(rest).every((number) => Number.isFinite(number) && number >= 0) &&
        numbersIn(difference).every((number) => Number.isFinite(number))
      );
    });
    expect(failure(holds, 300)).toBeNull();
  });

  it('the needed team meets its goal and one agent fewer does not', () => {
    const holds = fc.property(someInput, (input) => {
      const { erlangC, erlangA } = calculate({ ...input, contacts: input.contacts + 1 });
      return [erlangC, erlangA].every(
        (answer) =>
          answer === null ||
          answer.needed === null ||
          (answer.needed.missed.length === 0 &&
            (answer.needed.agents === 1 || (answer.oneFewer?.missed.length ?? 0) > 0)),
      );
    });
    expect(failure(holds, 300)).toBeNull();
  });

  it('the curve rises, is evenly spaced, and shows where each model has enough', () => {
    const holds = fc.property(someInput, (input) => {
      const points = calculatorCurve(input);
      const step = (points[1]?.agents ?? 0) - (points[0]?.agents ?? 0);
      return (
        points.length >= 4 &&
        points.length <= 63 &&
        points.every((point, place) => {
          const before = points[place - 1];
          return (
            before === undefined ||
            (point.agents - before.agents === step &&
              point.erlangC >= before.erlangC - 1e-12 &&
              point.costPerInterval >= before.costPerInterval)
          );
        })
      );
    });
    expect(failure(holds, 200)).toBeNull();
  });
});

describe('the curve of the example', () => {
  const points = calculatorCurve(calculatorDefaults);

  it('begins to be enough at 67 agents for Erlang A and at 68 for Erlang C', () => {
    expect(points.find(({ isEnoughA }) => isEnoughA)?.agents).toBe(67);
    expect(points.find(({ isEnoughC }) => isEnoughC)?.agents).toBe(68);
  });

  it('has the service level that the goal counts', () => {
    const answered = calculatorCurve({ ...calculatorDefaults, abandonsCount: 'answered' });
    const team = teamFigures(calculatorDefaults, 'erlangA', 64);
    expect(points.find(({ agents }) => agents === 64)?.erlangA).toBe(levelBy(team, 'offered'));
    expect(answered.find(({ agents }) => agents === 64)?.erlangA).toBe(team.slAnswered);
  });
});

describe('the fields', () => {
  it('refuse what is out of their range, and what is missing', () => {
    const cases: readonly [CalculatorField, number | undefined, string | null][] = [
      ['contacts', -1, 'out-of-range'],
      ['contacts', undefined, 'missing'],
      ['aht', 0, 'out-of-range'],
      ['patience', undefined, null],
      ['patience', 0, 'out-of-range'],
      ['serviceLevel', 1, null],
      ['serviceLevel', 1.01, 'out-of-range'],
      ['concurrency', 1.5, 'not-whole'],
      ['shrinkage', 1, 'out-of-range'],
      ['contacts', Number.NaN, 'out-of-range'],
    ];
    for (const [field, value, problem] of cases) expect(fieldProblem(field, value), field).toBe(problem);
  });

  it('take the example', () => {
    for (const field of ['contacts', 'aht', 'agents', 'shrinkage', 'hoursPerMonth'] as const) {
      expect(fieldProblem(field, calculatorDefaults[field]), field).toBeNull();
    }
  });

  it('at the far ends are answered at once', () => {
    const most = {
      ...calculatorDefaults,
      contacts: calculatorRules.contacts.most,
      aht: calculatorRules.aht.most,
      intervalMinutes: 15,
      agents: calculatorRules.agents.most,
    };
    expect(offeredLoad(most)).toBe(9.6e7);
    const start = performance.now();
    expect(calculate(most).erlangC.present?.isOverloaded).toBe(true);
    calculatorCurve(most);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
