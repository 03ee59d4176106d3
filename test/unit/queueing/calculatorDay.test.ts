import { describe, expect, it } from 'vitest';
import { backlogOfDay } from '#shared/queueing/calculatorBacklog.ts';
import { calculateDay } from '#shared/queueing/calculatorDay.ts';
import { dayService, joinServices } from '#shared/queueing/calculatorDayService.ts';
import { calculatorDefaults, offeredLoad } from '#shared/queueing/calculatorInput.ts';
import { carryOver } from '#shared/queueing/carryOver.ts';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';

const settings = calculatorDefaults;
const { aht, within, patience = 0 } = settings;
const load = (contacts: number) => offeredLoad({ ...settings, contacts });

describe('a day', () => {
  const intervals = [
    { contacts: 300, agents: 55 },
    { contacts: 400, agents: 64 },
    { contacts: 200, agents: 40 },
  ];
  const day = calculateDay({ settings, intervals });

  it('needs in each interval what the interval needs by itself', () => {
    expect(day.rows.map(({ neededC }) => neededC)).toEqual([51, 68, 34]);
    expect(day.rows.map(({ neededA }) => neededA)).toEqual([50, 67, 33]);
    expect(day.rows[1]?.load).toBeCloseTo(57.11, 2);
  });

  it('adds up agents to hours, paid hours and money; the difference is that of the sums', () => {
    expect(day.neededC).toMatchObject({ peakAgents: 68, agentHours: (51 + 68 + 34) / 2 });
    expect(day.neededC?.paidHours).toBeCloseTo((51 + 68 + 34) / 2 / 0.7, 9);
    expect(day.neededC?.cost).toBeCloseTo(((51 + 68 + 34) / 2 / 0.7) * 25, 9);
    expect(day.onDuty?.agentHours).toBe((55 + 64 + 40) / 2);
    expect(day.difference?.agentHours).toBe(1.5);
    expect(day.difference?.cost).toBeCloseTo((1.5 / 0.7) * 25, 9);
    expect(day.contacts).toBe(900);
  });

  it('weights service by contacts, waits by the answered, occupancy by agents', () => {
    const endless = intervals.map(({ contacts, agents }) =>
      erlangC({ load: load(contacts), agents, aht, within }),
    );
    const patient = intervals.map(({ contacts, agents }) =>
      erlangA({ load: load(contacts), agents, aht, within, patience }),
    );
    const sum = (of: (place: number) => number) =>
      intervals.reduce((total, _, place) => total + of(place), 0);
    const contacts = (place: number) => intervals[place]?.contacts ?? 0;
    const agents = (place: number) => intervals[place]?.agents ?? 0;
    expect(day.erlangC?.level).toBeCloseTo(sum((at) => contacts(at) * (endless[at]?.sl ?? 0)) / 900, 12);
    expect(day.erlangC?.asa).toBeCloseTo(sum((at) => contacts(at) * (endless[at]?.asa ?? 0)) / 900, 9);
    expect(day.erlangC?.occupancy).toBeCloseTo(
      sum((at) => agents(at) * (endless[at]?.occupancy ?? 0)) / sum(agents),
      12,
    );
    const answered = (at: number) => contacts(at) * (1 - (patient[at]?.pAbandon ?? 0));
    expect(day.erlangA?.level).toBeCloseTo(
      sum((at) => contacts(at) * (patient[at]?.slOffered ?? 0)) / 900,
      12,
    );
    expect(day.erlangA?.pAbandon).toBeCloseTo(1 - sum(answered) / 900, 12);
    expect(day.erlangA?.asa).toBeCloseTo(
      sum((at) => answered(at) * (patient[at]?.asa ?? 0)) / sum(answered),
      9,
    );
  });

  it('counts the service level as the goal does', () => {
    const one = (abandonsCount: 'answered' | 'excludeShort') =>
      calculateDay({ settings: { ...settings, abandonsCount }, intervals: [{ contacts: 400, agents: 50 }] });
    const patient = erlangA({ load: load(400), agents: 50, aht, within, patience });
    expect(one('answered').erlangA?.level).toBeCloseTo(patient.slAnswered ?? 0, 12);
    expect(one('excludeShort').erlangA?.level).toBeCloseTo(patient.slExcludeShort, 12);
  });

  it('says nothing of carry-over while no interval is overloaded', () => {
    expect(day.rows.map(({ backlog }) => backlog)).toEqual([null, null, null]);
    expect([day.levelWithBacklog, day.overloadedIntervals]).toEqual([null, 0]);
  });
});

describe('an overloaded day', () => {
  const intervals = [
    { contacts: 300, agents: 60 },
    { contacts: 450, agents: 60 },
    { contacts: 300, agents: 60 },
    { contacts: 300, agents: 60 },
  ];
  const day = calculateDay({ settings, intervals });

  it('names the overload instead of a wait, also for the day', () => {
    expect(day.rows.map(({ isOverloaded }) => isOverloaded)).toEqual([false, true, false, false]);
    expect(day.rows[1]?.erlangC).toMatchObject({ level: 0, asa: null, occupancy: 1 });
    expect(day.erlangC?.asa).toBeNull();
    expect(day.erlangA?.asa).toBeGreaterThan(0);
  });

  it('carries work over in steps of about a handle time, and tells of it while it is felt', () => {
    const steps = Math.round(1800 / aht);
    const spread = (values: readonly number[]) => values.flatMap((value) => Array<number>(steps).fill(value));
    const loads = spread(intervals.map(({ contacts }) => load(contacts)));
    const { backlog, sl } = carryOver({ loads, agents: spread([60, 60, 60, 60]), aht, within });
    const mean = (place: number) =>
      sl.slice(place * steps, (place + 1) * steps).reduce((a, b) => a + b, 0) / steps;
    const [before, during, after, later] = day.rows.map((row) => row.backlog);
    expect([before, later]).toEqual([null, null]);
    expect(during?.level).toBeCloseTo(mean(1), 12);
    expect(during?.waiting).toBeCloseTo(((backlog[2 * steps - 1] ?? 0) * 1800) / steps / aht, 9);
    // 450 contacts come and 420 can be served: at least 30 are left over.
    expect(during?.waiting).toBeGreaterThan(30);
    expect(after?.level).toBeCloseTo(mean(2), 12);
    expect(after?.level).toBeLessThan(day.rows[2]?.erlangC?.level ?? 0);
    expect(day.levelWithBacklog).toBeCloseTo(
      intervals.reduce((sum, { contacts }, place) => sum + contacts * mean(place), 0) / 1350,
      12,
    );
  });

  it('an interval without agents given ends the run; the next starts with nobody waiting', () => {
    const gap = [{ contacts: 450, agents: 60 }, { contacts: 100 }, { contacts: 300, agents: 60 }];
    const { rows } = backlogOfDay(settings, gap);
    expect([rows[0] !== null, rows[1], rows[2]]).toEqual([true, null, null]);
  });
});

describe('an incomplete day', () => {
  it('without agents on duty only says what is needed', () => {
    const day = calculateDay({ settings, intervals: [{ contacts: 400 }, { contacts: 0 }] });
    expect(day.neededC?.agentHours).toBe(34);
    expect([day.onDuty, day.erlangC, day.erlangA]).toEqual([null, null, null]);
  });

  it('counts service over the intervals that have agents', () => {
    const day = calculateDay({ settings, intervals: [{ contacts: 400, agents: 68 }, { contacts: 400 }] });
    expect(day.erlangC?.counts.contacts).toBe(400);
    expect(day.onDuty?.agentHours).toBe(34);
  });

  it('without a patience has no Erlang A', () => {
    const day = calculateDay({
      settings: { ...settings, patience: undefined },
      intervals: [{ contacts: 400, agents: 68 }],
    });
    expect([day.neededA, day.erlangA, day.difference]).toEqual([null, null, null]);
    expect(day.erlangC?.level).toBeCloseTo(0.953, 3);
  });

  it('has no sum where some interval has no answer', () => {
    const day = calculateDay({
      settings: { ...settings, serviceLevel: 1 },
      intervals: [{ contacts: 0 }, { contacts: 1 }],
    });
    expect(day.rows.map(({ neededC }) => neededC)).toEqual([0, null]);
    expect(day.neededC).toBeNull();
  });

  it('has no shares without contacts', () => {
    const day = calculateDay({ settings, intervals: [{ contacts: 0, agents: 3 }] });
    expect(day.erlangA).toMatchObject({ level: null, asa: null, pAbandon: null, occupancy: 0 });
  });

  it('nobody on duty: all are left over, or gone', () => {
    const day = calculateDay({ settings, intervals: [{ contacts: 90, agents: 0 }] });
    expect(day.rows[0]?.backlog).toMatchObject({ waiting: expect.closeTo(90, 9), level: 0 });
    expect(day.rows[0]?.erlangA).toMatchObject({ pAbandon: 1, asa: null, occupancy: null });
  });
});

it('joining services is the same in one step or in several', () => {
  const three = [100, 200, 300].map((contacts) => dayService({ ...settings, contacts }, 'erlangA', 50));
  const [first, ...rest] = three;
  if (first === undefined) throw new Error('There are three');
  expect(joinServices([first, joinServices(rest)])).toEqual(joinServices(three));
});

it.each([
  ['contacts', { contacts: -1 }, 'intervals[1].contacts'],
  ['agents', { contacts: 1, agents: Number.NaN }, 'intervals[1].agents'],
])('names a wrong number of %s by its interval', (_name, wrong, argument) => {
  const attempt = () => calculateDay({ settings, intervals: [{ contacts: 1 }, wrong] });
  expect(attempt).toThrow(expect.objectContaining({ name: 'DomainError', argument }));
});
