import { type Scenario } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

const INTERVALS_PER_DAY = 48;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A smooth week without two equal weights, so that no interval can be answered from another one. */
function weights(queue: number, day: number): number[] {
  return Array.from({ length: INTERVALS_PER_DAY }, (_, interval) => {
    const wave = 1 + Math.sin((Math.PI * interval) / INTERVALS_PER_DAY) * 3;
    return wave * (1 + day * 0.031 + queue * 0.0017 + interval * 0.00013);
  });
}

function queue(place: number) {
  return {
    id: `queue${place}`,
    channel: 'voice',
    volume: { base: 20_000 + 1_500 * place, growth: 0.05 },
    handleTime: { talk: 240 + 3 * place, wrapUp: 40 },
    profile: {
      intervalMinutes: 30,
      weights: Object.fromEntries(days.map((day, at) => [day, weights(place, at)])),
    },
    ...(place % 2 === 0 ? { model: 'erlangA', patience: 120 } : { model: 'erlangC' }),
    goal: { serviceLevel: 0.8, within: 20 },
  };
}

function group(place: number) {
  return {
    id: `group${place}`,
    queues: Array.from({ length: 5 }, (_, at) => ({ id: `queue${place * 5 + at}`, share: 1 })),
    weeklyHours: 40,
    shrinkage: { outOfOffice: { leave: 0.11 }, inOffice: { breaks: 0.1 } },
    proficientHeadcount: 400,
    attrition: 0.3,
    hiring: { mode: 'manual', perMonth: 10 },
    pay: { hourlyWage: 15 },
  };
}

/** 60 months, 20 queues of 336 intervals a week, every second one with customers who hang up. */
export function largeScenario(): Scenario {
  const scenario = validateScenario({
    format: 'headroom/scenario',
    version: 1,
    name: 'Large',
    currency: 'EUR',
    calendar: { start: '2027-01-01', periods: 60, grain: 'month' },
    segments: [{ id: 'all', openingCustomers: 1000 }],
    queues: Array.from({ length: 20 }, (_, place) => queue(place)),
    staffGroups: Array.from({ length: 4 }, (_, place) => group(place)),
  });
  if (!scenario.ok) throw new Error(scenario.fault.message);
  return scenario.value;
}
