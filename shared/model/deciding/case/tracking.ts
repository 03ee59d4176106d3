import { firstAffected, rampShare, withInitiatives } from '../../initiatives.ts';
import { inputAt } from '../../paths.ts';
import { isInPeriod, type Period } from '../../periods.ts';
import type { Initiative, Scenario } from '../../scenario.ts';
import { isFormulaSeries, type Series, seriesProblems, seriesValue } from '../../series.ts';
import type { Unit } from '../../units.ts';
import { type Figure, figuresOf, finite, ratio } from '../figure.ts';
import type { CaseStudy } from './study.ts';

const figure = figuresOf('tracking', {
  achieved: {
    label: 'Achieved',
    unit: 'share',
    text: 'How much of the promised change the KPI has made by that day.',
    formula: '(actual − start)/(promised − start)',
  },
  npvAtPace: {
    label: 'Net present value at this pace',
    unit: 'money',
    text: 'What the case is worth when the initiative goes on to bring the share that it has brought by its last reading.',
    formula: 'NPV with the effects of the initiative × achieved',
  },
});

export type TrackingStatus = 'notStarted' | 'ahead' | 'onTrack' | 'behind' | 'missed' | 'unknown';

const AHEAD = 1.1;
const ON_TRACK = 0.9;
const MISSED = 0.5;

export interface TrackedReading {
  readonly date: string;
  readonly actual: number;
  readonly note?: string;
  readonly start: number | null;
  readonly promised: number | null;
  readonly achieved: Figure;
  readonly status: TrackingStatus;
}

/** What was promised for an initiative's KPI against what came. */
export interface Tracking {
  readonly id: string;
  readonly name: string;
  readonly kpi: string;
  /** Whether the promise is a target of its own or what the first effect does to its input. */
  readonly promise: 'target' | 'effect' | 'none';
  /** The input behind a promise by effect. */
  readonly target?: string;
  readonly unit: Unit;
  /** Promised course by period: where it stands without the initiative and where it is to be with it. */
  readonly course: readonly {
    readonly period: string;
    readonly start: number | null;
    readonly promised: number | null;
  }[];
  readonly readings: readonly TrackedReading[];
  readonly status: TrackingStatus;
  readonly npvAtPace: Figure;
}

interface Promise {
  readonly promise: Tracking['promise'];
  readonly target?: string;
  readonly at: (period: Period) => { readonly start: number; readonly promised: number } | undefined;
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function valueAt(scenario: Scenario, path: string, period: Period, fraction: number): number | undefined {
  const series = inputAt(scenario, path);
  if (!isSeries(series) || isFormulaSeries(series)) return undefined;
  return seriesValue(series, period, fraction);
}

function promiseOf({ scenario, periods, fraction }: CaseStudy, initiative: Initiative): Promise {
  const { kpiTarget, effects } = initiative;
  if (kpiTarget !== undefined) {
    const { from, to } = kpiTarget;
    return {
      promise: 'target',
      at: (period) => ({
        start: from,
        promised: from + (to - from) * rampShare(initiative, periods, period.index, fraction),
      }),
    };
  }
  const target = effects[0]?.target;
  const changed = withInitiatives({ ...scenario, initiatives: [] }, [
    { ...initiative, cancelledHires: undefined },
  ]);
  if (target === undefined || !changed.ok) return { promise: 'none', at: () => undefined };
  return {
    promise: 'effect',
    target,
    at(period) {
      const start = valueAt(scenario, target, period, fraction);
      const promised = valueAt(changed.value, target, period, fraction);
      return start === undefined || promised === undefined ? undefined : { start, promised };
    },
  };
}

function statusOf(achieved: number | null, isStarted: boolean): TrackingStatus {
  if (!isStarted) return 'notStarted';
  if (achieved === null) return 'unknown';
  if (achieved >= AHEAD) return 'ahead';
  if (achieved >= ON_TRACK) return 'onTrack';
  return achieved < MISSED ? 'missed' : 'behind';
}

type Reading = NonNullable<Initiative['tracking']>[number];

function trackedReading(
  study: CaseStudy,
  initiative: Initiative,
  promise: Promise,
  { date, value, note }: Reading,
): TrackedReading {
  const [planStart, planEnd] = [study.periods[0], study.periods.at(-1)];
  const inside = study.periods.find((period) => isInPeriod(date, period));
  const period = inside ?? (date < (planStart?.start ?? '') ? undefined : planEnd);
  const found = period === undefined ? undefined : promise.at(period);
  const isStarted = period !== undefined && period.index >= firstAffected(initiative, study.periods);
  const achieved = found === undefined ? null : ratio(value - found.start, found.promised - found.start);
  const start = finite(found?.start);
  const promised = finite(found?.promised);
  return {
    date,
    actual: value,
    ...(note === undefined ? {} : { note }),
    start,
    promised,
    achieved: figure(
      'achieved',
      achieved,
      [
        { label: 'Actual', unit: 'number', value },
        { label: 'Start', unit: 'number', value: start },
        { label: 'Promised', unit: 'number', value: promised },
      ],
      achieved === null ? (promise.promise === 'none' ? 'no-promise' : 'nothing-to-divide') : undefined,
    ),
    status: statusOf(achieved, isStarted),
  };
}

/** An initiative whose effects are a multiple of what was promised. An effect that sets a value cannot exceed it. */
function atPace(initiative: Initiative, pace: number): Initiative {
  return {
    ...initiative,
    effects: initiative.effects.map((effect) => {
      if (effect.op === 'multiply') return { ...effect, value: Math.max(0, 1 + (effect.value - 1) * pace) };
      if (effect.op === 'add') return { ...effect, value: effect.value * pace };
      return { ...effect, confidence: Math.min(1, Math.max(0, effect.confidence * pace)) };
    }),
  };
}

function trackingOf(study: CaseStudy, initiative: Initiative): Tracking {
  const { id, name = id, kpi = '', tracking = [] } = initiative;
  const promise = promiseOf(study, initiative);
  const sorted = tracking.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const readings = sorted.map((reading) => trackedReading(study, initiative, promise, reading));
  const last = readings.findLast(({ status }) => status !== 'notStarted');
  const pace = last?.achieved.value ?? null;
  const paced = study.scenario.initiatives.map((one) =>
    one.id === id && pace !== null ? atPace(one, pace) : one,
  );
  const npv = pace === null ? null : study.npv(paced);
  return {
    id,
    name,
    kpi,
    promise: promise.promise,
    ...(promise.target === undefined ? {} : { target: promise.target }),
    unit: promise.target === undefined ? 'number' : (study.head(promise.target)?.unit ?? 'number'),
    course: study.periods.map((period) => {
      const found = promise.at(period);
      return { period: period.start, start: finite(found?.start), promised: finite(found?.promised) };
    }),
    readings,
    status: readings.at(-1)?.status ?? 'unknown',
    npvAtPace: figure(
      'npvAtPace',
      npv,
      [{ label: 'Achieved', unit: 'share', value: pace }],
      pace === null ? 'nothing-to-divide' : undefined,
    ),
  };
}

/** Promised against actual KPI, initiative by initiative. */
export function tracking(study: CaseStudy): readonly Tracking[] {
  return study.scenario.initiatives.map((initiative) => trackingOf(study, initiative));
}
