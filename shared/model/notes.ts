import { type CapacityBridge, bridgeParts, roundedParts } from './capacityBridge.ts';
import type { HiringPlan } from './hiringPlan.ts';

/** What a computation says about itself, as data: a screen puts it into its language, the command line into English. */
export type ExplainNote =
  | { readonly kind: 'total'; readonly rule: 'sum' | 'mean' | 'first' | 'last' }
  | {
      readonly kind: 'busiestInterval';
      /** 0 = Monday. */
      readonly weekday: number;
      readonly minuteOfDay: number;
      readonly contacts: number;
      readonly load: number;
      readonly agents: number;
      readonly binding: string | null;
      /** Service level with the agents needed and with one fewer. */
      readonly serviceLevel: number;
      readonly oneFewer: number;
    }
  | { readonly kind: 'openIntervals'; readonly count: number; readonly hours: number }
  | {
      readonly kind: 'workload';
      readonly arrivingHours: number;
      readonly backlogHours: number;
      readonly maxOccupancy: number;
    }
  | { readonly kind: 'cohorts'; readonly lengthWeeks: number; readonly lostWeeksPerHire: number }
  | { readonly kind: 'overload'; readonly intervals: number }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly uplift: number;
      readonly days: number;
      readonly ofDays: number;
    }
  | { readonly kind: 'noEvent' }
  | { readonly kind: 'season'; readonly month: number }
  | { readonly kind: 'holidays'; readonly dates: readonly string[] }
  | { readonly kind: 'hoursBasis'; readonly basis: 'workingDays' | 'calendar' | 'average' }
  | { readonly kind: 'class'; readonly people: number; readonly start: string }
  | { readonly kind: 'plannedClass'; readonly people: number; readonly decideBy: string }
  | ({ readonly kind: 'hiringSearch' } & Pick<HiringPlan, 'provenGap' | 'ended'>)
  | { readonly kind: 'capacityBridge'; readonly bridge: CapacityBridge };

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const RULES = {
  sum: 'Sum of its periods.',
  mean: 'Mean of its periods, by days.',
  first: 'Value of its first period.',
  last: 'Value of its last period.',
};

const HOURS_BASIS = {
  workingDays: 'Paid weeks are the days from Monday to Friday ÷ 5.',
  calendar: 'Paid weeks are the days of the period ÷ 7, for an operation of seven days.',
  average: 'Paid weeks are the same in every period: 365 days × the year fraction ÷ 7.',
};

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(5)));
}

const BRIDGE_PARTS: Readonly<Record<(typeof bridgeParts)[number][0], string>> = {
  growth: 'growth of effective capacity',
  replaced: 'in place of people who were there and left',
  droppedOut: 'gave up in training',
  leftAgain: 'started and left again',
  learning: 'still missing in training or ramp on the last day',
  learnt: 'not needed, since people who were learning on the first day have learnt',
  partTime: 'short of full time',
};

/** "65.0 starts grow effective capacity by 12.0 FTE …" with the way of every start. */
function bridgeText(bridge: CapacityBridge): string {
  const { starts, opening, closing, growth } = bridge;
  const fte = (value: number) => value.toFixed(1);
  const span = `from ${fte(opening)} on the first day to ${fte(closing)} on the last`;
  if (starts === 0) return `Nobody starts; effective capacity goes ${span}.`;
  const head =
    growth < 0
      ? `${fte(starts)} starts, and effective capacity falls by ${fte(-growth)} FTE, ${span}.`
      : `${fte(starts)} starts grow effective capacity by ${fte(growth)} FTE, ${span}.`;
  const signed = bridgeParts.map(([name, sign]) => sign * bridge[name]);
  const rounded = roundedParts(signed, starts, 1);
  const parts = bridgeParts.flatMap(([name], place) =>
    rounded[place] === 0 ? [] : `${fte(rounded[place] ?? 0)} ${BRIDGE_PARTS[name]}`,
  );
  return `${head} The starts in FTE: ${parts.join(', ')}; together ${fte(starts)}.`;
}

function searchText({ provenGap, ended }: Pick<HiringPlan, 'provenGap' | 'ended'>): string {
  const gap =
    provenGap === 0 ? 'the cheapest, proved' : `within ${(provenGap * 100).toFixed(2)} % of the cheapest`;
  if (ended === undefined) return `The hiring plan is ${gap}.`;
  const why = ended === 'stopped' ? 'The search was stopped' : 'Only a short search was made';
  return provenGap >= 1
    ? `${why} before anything was proved: how much cheaper a plan could be is not known.`
    : `${why}: a plan up to ${(provenGap * 100).toFixed(2)} % cheaper may exist.`;
}

/** A note as an English sentence. */
export function noteText(note: ExplainNote): string {
  switch (note.kind) {
    case 'total':
      return RULES[note.rule];
    case 'busiestInterval': {
      const when = `${WEEKDAYS[note.weekday] ?? ''} ${clock(note.minuteOfDay)}`;
      const binds = note.binding === null ? 'the load itself decides' : `${note.binding} decides`;
      return `Busiest interval, ${when}: ${figure(note.contacts)} contacts, ${figure(note.load)} Erlangs need ${figure(note.agents)} agents; ${binds}. Service level ${percent(note.serviceLevel)}, with one agent fewer ${percent(note.oneFewer)}.`;
    }
    case 'openIntervals':
      return `${note.count} open intervals, ${figure(note.hours)} hours.`;
    case 'workload':
      return `${figure(note.arrivingHours)} hours arrive and ${figure(note.backlogHours)} hours of backlog are to be cleared, at an occupancy of at most ${percent(note.maxOccupancy)}.`;
    case 'cohorts':
      return `Each hire loses ${figure(note.lostWeeksPerHire)} weeks of output until fully productive; a period is ${figure(note.lengthWeeks)} weeks long.`;
    case 'overload':
      return `${note.intervals} intervals are overloaded: no forecast of service there.`;
    case 'event':
      return `"${note.name}" moves contacts by ${percent(note.uplift)} on ${note.days} of ${note.ofDays} days.`;
    case 'noEvent':
      return 'No event falls into this period.';
    case 'season':
      return `The factor that the queue's seasonality gives calendar month ${note.month}.`;
    case 'holidays':
      return note.dates.length === 0
        ? 'No holiday falls into this period.'
        : `Holidays in this period: ${note.dates.join(', ')}.`;
    case 'hoursBasis':
      return HOURS_BASIS[note.basis];
    case 'class':
      return `A class of ${figure(note.people)} people starts on ${note.start}.`;
    case 'plannedClass':
      return `The cheapest plan starts ${figure(note.people)} people here; it has to be decided by ${note.decideBy}.`;
    case 'hiringSearch':
      return searchText(note);
    case 'capacityBridge':
      return bridgeText(note.bridge);
  }
}
