import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wholeAgents } from '#shared/model/dayParts.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import {
  blendedDaySimulation,
  type DaySimulation,
  queueDaySimulation,
} from '#shared/model/simulationSpec.ts';
import { intervalPlan } from '#shared/model/intervalPlan.ts';
import { parseScenarioText } from '#shared/model/validate.ts';
import { createSimulation } from '#shared/queueing/simulation/simulation.ts';
import { figuresOf, groupOf, misfit, run, sure } from './settings.ts';

function samplePlan(): Plan {
  const text = readFileSync(
    new URL('../../../resources/sample/northwind.scenario.json', import.meta.url),
    'utf8',
  );
  const scenario = parseScenarioText(text);
  if (!scenario.ok) throw new Error(scenario.fault.message);
  const plan = createPlan(scenario.value);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const plan = samplePlan();
const june = 5;
const monday = 0;
const choice = { period: june, weekday: monday, seed: 71 };

function dayOf(simulation: DaySimulation | undefined): DaySimulation {
  if (simulation === undefined) throw new Error('The queue is open on that day');
  return simulation;
}

describe('one day of the sample as planned', () => {
  it.each([
    ['voice', 300_000],
    ['partners', 150_000],
  ])('%s: the formulas, interval by interval, against the whole day simulated', (queueId, customers) => {
    const day = dayOf(queueDaySimulation(plan, queueId, choice));
    const results = run(day.spec, customers);
    day.parts.forEach((part, place) => {
      const figures = figuresOf(results, place);
      const { contacts, serviceLevel, abandonment, asa } = part.atWholeAgents ?? part.planned;
      // What intervals do to each other is small here: contacts and staff change slowly against the handle time.
      const found = [
        misfit(
          figures[part.serviceLevelFigure],
          serviceLevel ?? Number.NaN,
          `${part.id} service level`,
          0.01,
        ),
        misfit(figures.pAbandon, abandonment ?? Number.NaN, `${part.id} abandonment`, 0.05),
        misfit(figures.asa, asa ?? Number.NaN, `${part.id} speed of answer`, 0.06),
      ];
      expect(found).toEqual(['', '', '']);
      const hours =
        ((day.spec.intervalSeconds ?? 0) * (results.queues[place]?.byInterval.length ?? 0)) / 3600;
      expect(Math.abs((sure(figures.attemptsPerHour).value * hours) / contacts - 1)).toBeLessThan(0.01);
    });
  });

  it('has the contacts of the interval plan, and agents within half of one of the planned ones at any moment', () => {
    const week = intervalPlan(plan, 'voice', june);
    const day = dayOf(queueDaySimulation(plan, 'voice', choice));
    const open = (week?.days[monday]?.intervals ?? []).flatMap((need) => need ?? []);
    const arrivals = day.spec.queues[0]?.arrivalsPerHour;
    expect(Array.isArray(arrivals) && arrivals.map((rate) => Math.round(rate * 1e6))).toEqual(
      open.map(({ contacts }) => Math.round(contacts * 2 * 1e6)),
    );
    const ratio = plan.column('queues.voice.staffedShare')[june] ?? Number.NaN;
    const planned = open.reduce((sum, { agents }) => sum + agents * ratio, 0);
    const simulated = day.spec.groups
      .flatMap(({ agents }) => agents)
      .reduce((sum, agents) => sum + agents, 0);
    expect(Math.abs(simulated - planned)).toBeLessThanOrEqual(0.5 * day.spec.groups.length);
    expect(day.startMinute).toBe(7 * 60);
  });

  it('at whole agents the formulas say nearly what the plan says', () => {
    for (const queueId of ['voice', 'chat', 'partners']) {
      for (const { planned, atWholeAgents } of dayOf(queueDaySimulation(plan, queueId, choice)).parts) {
        expect(
          Math.abs((atWholeAgents?.serviceLevel ?? Number.NaN) - (planned.serviceLevel ?? 0)),
        ).toBeLessThan(0.02);
        expect(atWholeAgents?.contacts).toBe(planned.contacts);
      }
    }
  });

  it('adds up to the period: the days of a month weighted by their contacts give the planned service level', () => {
    const days = (intervalPlan(plan, 'voice', june)?.days ?? []).flatMap(({ weekday, openDays }) => {
      const day = queueDaySimulation(plan, 'voice', { ...choice, weekday });
      const planned = day?.parts[0]?.planned;
      return planned === undefined ? [] : [{ openDays, ...planned }];
    });
    const contacts = days.reduce((sum, day) => sum + day.openDays * day.contacts, 0);
    const inTime = days.reduce((sum, day) => sum + day.openDays * day.contacts * (day.serviceLevel ?? 0), 0);
    expect(contacts / (plan.column('queues.voice.offered')[june] ?? 0)).toBeCloseTo(1, 9);
    expect(inTime / contacts).toBeCloseTo(plan.column('queues.voice.serviceLevel')[june] ?? 0, 9);
  });
});

describe('one day with shared people', () => {
  it('lets every group serve all its queues, with as many people as the plan gives them together', () => {
    const day = dayOf(blendedDaySimulation(plan, ['voice', 'chat'], choice));
    expect(createSimulation(day.spec).ok).toBe(true);
    expect(day.spec.groups.map(({ id, skills }) => [id, skills.map(({ queue }) => queue)])).toEqual([
      ['prague', ['voice', 'chat']],
      ['partner', ['voice']],
    ]);
    expect(day.spec.intervalSeconds).toBe(900);
    const results = run(day.spec, 100_000);
    expect(sure(figuresOf(results, 0).slOffered).value).toBeGreaterThan(0.5);
    expect(sure(groupOf(results, 0).concurrency).value).toBeGreaterThan(1);
  });
});

describe('what cannot be simulated', () => {
  it.each([
    ['a queue that is not there', 'fax', choice],
    ['deferred work', 'email', choice],
    ['a day on which the queue is closed', 'partners', { ...choice, weekday: 6 }],
    ['a period beyond the plan', 'voice', { ...choice, period: 99 }],
  ])('%s', (_what, queueId, when) => {
    expect(queueDaySimulation(plan, queueId, when)).toBeUndefined();
    expect(blendedDaySimulation(plan, [queueId], when)).toBeUndefined();
  });
});

it('rounding carries on: the sum is right at any moment, and closed intervals stay empty', () => {
  expect(wholeAgents([2.4, 2.4, 0, 2.4])).toEqual([2, 3, 0, 2]);
  expect(wholeAgents([0.3, 0.3, 0.3, 0.3])).toEqual([0, 1, 0, 0]);
});
