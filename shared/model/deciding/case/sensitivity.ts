import { internalRate } from '#shared/finance/discounting.ts';
import { findRoot } from '#shared/kernel/rootFinding.ts';
import { type Figure, type FigureReason, figuresOf } from '../figure.ts';
import { type Assumption, caseAssumptions, described, type MovableAssumption } from './assumptions.ts';
import type { CaseStudy } from './study.ts';

export interface SensitivityEnd {
  readonly value: number;
  /** NPV there; null where the plan would not be possible. */
  readonly npv: number | null;
  /** True where the assumption could not go as far as asked. */
  readonly isLimited: boolean;
}

/** One bar of the tornado. */
export interface SensitivityRow {
  readonly assumption: Assumption;
  /** The assumption made smaller (a start: earlier). */
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
  /** How far NPV moves between the two; null where one end is not possible. */
  readonly swing: number | null;
}

export interface Sensitivity {
  readonly npv: number | null;
  /** How far each assumption was moved, as a share of it. */
  readonly change: number;
  /** How far a start was moved, in months. */
  readonly months: number;
  /** Widest first. */
  readonly rows: readonly SensitivityRow[];
}

export interface SensitivityOptions {
  readonly change?: number;
  readonly months?: number;
  /** Told the share done; false gives up, and what is done so far is returned. */
  readonly onProgress?: (share: number) => boolean;
}

const DEFAULT_CHANGE = 0.2;
const DEFAULT_MONTHS = 3;

/**
 * An assumption moved by a share of its size: of an effect the distance from what would change nothing, so that ±20 % of
 * "times 0.78" is times 0.824 and 0.736.
 */
function movedBy({ kind, present, neutral = 0 }: Assumption, change: number, months: number): number {
  if (kind === 'start') return Math.sign(change) * months;
  return neutral + (present - neutral) * (1 + change);
}

function endOf(assumption: MovableAssumption, wanted: number): SensitivityEnd {
  const value = Math.min(assumption.high, Math.max(assumption.low, wanted));
  return { value, npv: assumption.npvAt(value), isLimited: value !== wanted };
}

/** NPV with each assumption a given share lower and higher, everything else as it is. */
export function sensitivity(study: CaseStudy, options: SensitivityOptions = {}): Sensitivity {
  const { change = DEFAULT_CHANGE, months = DEFAULT_MONTHS, onProgress } = options;
  const assumptions = caseAssumptions(study);
  const rows: SensitivityRow[] = [];
  for (const [place, assumption] of assumptions.entries()) {
    if (onProgress?.(place / assumptions.length) === false) break;
    const low = endOf(assumption, movedBy(assumption, -change, months));
    const high = endOf(assumption, movedBy(assumption, change, months));
    const swing = low.npv === null || high.npv === null ? null : Math.abs(high.npv - low.npv);
    rows.push({ assumption: described(assumption), low, high, swing });
  }
  return {
    npv: study.npv(study.scenario.initiatives),
    change,
    months,
    rows: rows.toSorted(
      (a, b) => (b.swing ?? Number.POSITIVE_INFINITY) - (a.swing ?? Number.POSITIVE_INFINITY),
    ),
  };
}

const figure = figuresOf('breakEven', {
  value: {
    label: 'Break-even value',
    unit: 'number',
    text: 'What this one assumption may be, everything else as it is, before the case is worth nothing.',
    formula: 'the value at which the net present value is 0, nearest to the present one',
  },
});

export interface BreakEven {
  readonly assumption: Assumption;
  /** In the unit of the assumption; without a value it says why there is none. */
  readonly value: Figure;
  /** How far the present value may move, as a share of its size; null where it has no size. */
  readonly room: number | null;
  /** NPV there: 0, or the last one on this side of a jump over it. */
  readonly npv: number | null;
}

interface Found {
  readonly value: number | null;
  readonly reason?: FigureReason;
}

const SCAN_STEPS = 8;
/** NPV below this share of the money at stake is 0. */
const ZERO = 1e-6;

/** Where to look: from no effect at all to three times it; a share between 0 and 1. */
function searchRange({ kind, present, neutral = 0 }: Assumption): readonly [number, number] {
  if (kind === 'confidence') return [0, 1];
  const size = present - neutral;
  const reach = size === 0 ? 1 : 3 * Math.abs(size);
  return [neutral - reach, neutral + reach];
}

function scanPoints(assumption: MovableAssumption): readonly { value: number; npv: number }[] {
  const [from, to] = searchRange(assumption);
  const low = Math.max(from, assumption.low);
  const high = Math.min(to, assumption.high);
  const even = Array.from({ length: SCAN_STEPS + 1 }, (_, at) => low + ((high - low) * at) / SCAN_STEPS);
  const values = [...new Set([...even, assumption.present])].toSorted((a, b) => a - b);
  return values.flatMap((value) => {
    const npv = assumption.npvAt(value);
    return npv === null ? [] : [{ value, npv }];
  });
}

/** The crossing of zero nearest to the present value, exactly. */
function rootNear(assumption: MovableAssumption): Found {
  const points = scanPoints(assumption);
  const crossings = points.flatMap((point, at) => {
    const next = points[at + 1];
    return next === undefined || point.npv > 0 === next.npv > 0 ? [] : [[point, next] as const];
  });
  const distance = ([a, b]: (typeof crossings)[number]) =>
    Math.abs((a.value + b.value) / 2 - assumption.present);
  const [nearest] = crossings.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) {
    const isFlat = points.every(({ npv }) => npv === points[0]?.npv);
    return { value: null, reason: isFlat ? 'moves-nothing' : 'no-root' };
  }
  const npvAt = (value: number) => assumption.npvAt(value) ?? 0;
  return { value: findRoot(npvAt, nearest[0].value, nearest[1].value) };
}

/** NPV falls in a straight line with a cost, so two points give where it is 0. */
function straight(assumption: MovableAssumption): Found {
  const { present } = assumption;
  const step = present === 0 ? 1 : Math.abs(present);
  const [here, there] = [assumption.npvAt(present), assumption.npvAt(present + step)];
  if (here === null || there === null) return { value: null, reason: 'not-computable' };
  if (here === there) return { value: null, reason: 'moves-nothing' };
  const value = present + (step * here) / (here - there);
  return value < 0 ? { value: null, reason: 'costs-even-free' } : { value };
}

/** The first delay, in whole months, after which the case is worth nothing any more. */
function longestDelay(study: CaseStudy, assumption: MovableAssumption): Found {
  const months = Math.ceil(study.periods.length * 12 * study.fraction);
  const present = assumption.npvAt(0);
  if (present === null) return { value: null, reason: 'not-computable' };
  let moved = false;
  for (let delay = 1; delay <= months; delay += 1) {
    const npv = assumption.npvAt(delay);
    moved ||= npv !== null && npv !== present;
    if (npv !== null && npv > 0 !== present > 0) return { value: delay };
  }
  return { value: null, reason: moved ? 'no-root' : 'moves-nothing' };
}

function rateOfReturn(study: CaseStudy): Found {
  const comparison = study.compare(study.scenario.initiatives);
  if (!comparison.ok) return { value: null, reason: 'not-computable' };
  const { flows } = comparison.value;
  const isComputable = [...flows.atStart, ...flows.atEnd].every(Number.isFinite);
  const rate = internalRate(flows);
  if (rate !== null) return { value: rate };
  return { value: null, reason: isComputable ? 'no-sign-change' : 'not-computable' };
}

function lookFor(study: CaseStudy, assumption: MovableAssumption): Found {
  if (study.npv(study.scenario.initiatives) === null) return { value: null, reason: 'not-computable' };
  switch (assumption.kind) {
    case 'oneOff':
    case 'recurring':
      return straight(assumption);
    case 'start':
      return longestDelay(study, assumption);
    case 'discountRate':
      return rateOfReturn(study);
    case 'effect':
    case 'confidence':
      return rootNear(assumption);
  }
}

function breakEvenOf(study: CaseStudy, assumption: MovableAssumption, stake: number): BreakEven {
  const { value, reason } = lookFor(study, assumption);
  const npv = value === null ? null : assumption.npvAt(value);
  const isJump = assumption.kind !== 'start' && npv !== null && Math.abs(npv) > ZERO * stake;
  const { present, neutral = 0, unit } = assumption;
  const size = Math.abs(present - neutral);
  const made = figure(
    'value',
    value,
    [{ label: 'Now', unit, value: present, path: assumption.path }],
    reason ?? (isJump ? 'jumps-over' : undefined),
  );
  return {
    assumption: described(assumption),
    value: { ...made, unit },
    room: value === null || size === 0 ? null : (value - present) / size,
    npv,
  };
}

export interface BreakEvenOptions extends Pick<SensitivityOptions, 'onProgress'> {
  /** Ids of the assumptions that are asked for; default: all. */
  readonly only?: ReadonlySet<string>;
}

/** For each assumption alone the value at which the case is worth nothing; where there is none, why. */
export function breakEvens(study: CaseStudy, options: BreakEvenOptions = {}): readonly BreakEven[] {
  const comparison = study.compare(study.scenario.initiatives);
  const moved = comparison.ok ? [...comparison.value.benefit, ...comparison.value.investment] : [];
  const stake = moved.reduce((sum, amount) => sum + Math.abs(amount), 1);
  const assumptions = caseAssumptions(study).filter(({ id }) => options.only?.has(id) !== false);
  const found: BreakEven[] = [];
  for (const [place, assumption] of assumptions.entries()) {
    if (options.onProgress?.(place / assumptions.length) === false) break;
    found.push(breakEvenOf(study, assumption, stake));
  }
  return found;
}
