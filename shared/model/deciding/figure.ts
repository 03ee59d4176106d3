import type { Unit } from '../units.ts';

/**
 * A number that a decision rests on, with all that a reader needs to check it: what it means, how it is worked out, and
 * what went into it. Each definition stands once, by topic; its id is what texts in other languages are kept under.
 */
export interface FigureDefinition {
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  readonly formula: string;
}

export interface FigureInput {
  readonly label: string;
  readonly unit: Unit;
  readonly value: number | null;
  /** Path of the input of the scenario behind it. */
  readonly path?: string;
  /** Measure of the plan behind it, to go on to. */
  readonly node?: string;
}

/** Why a figure has no value, or what is to be known about the value that it has. */
export const reasonTexts = {
  'not-computable': 'A number of the plan that it needs has no value. The checks say where.',
  'no-investment': 'Nothing is invested, so there is no return on it.',
  'no-sign-change': 'What comes in and what goes out never change sides, so no rate brings them to zero.',
  'never-pays-back': 'What it costs does not come back within the plan.',
  'never-negative': 'It is never in the red, so there is nothing to pay back.',
  'starts-after-plan': 'It starts after the plan ends, so the plan neither pays nor gains anything.',
  'out-of-range': 'An input would leave the range in which it is possible.',
  'no-root': 'No value in the range that was searched brings it to zero.',
  'moves-nothing': 'It does not move the result.',
  'costs-even-free': 'Even free of charge it would not pay.',
  'jumps-over': 'The result jumps over zero here, since whole people or classes are counted.',
  'no-abandonment': 'Nobody hangs up in this model of waiting, so there is nothing to price.',
  'other-goal-binds': 'Another part of the goal decides here, so this part moves nothing.',
  'not-in-house': 'No group of your own serves this queue, so there is no in-house cost of it.',
  'too-few-points': 'At least three points with different abandonment are needed.',
  'nothing-to-divide': 'There is nothing to divide by.',
  'no-promise': 'Neither a target nor an effect on an input says what was promised.',
} as const;

export type FigureReason = keyof typeof reasonTexts;

export interface Figure extends FigureDefinition {
  readonly id: string;
  /** Never NaN or infinite: null with a reason instead. */
  readonly value: number | null;
  readonly inputs: readonly FigureInput[];
  readonly reason?: FigureReason;
}

/** NaN and infinity become null, −0 becomes 0. */
export function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value + 0;
}

/** part ÷ whole; null where the whole is 0 or either is no number. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : finite(part / whole);
}

export type FigureMaker<K extends string> = (
  name: K,
  value: number | null,
  inputs?: readonly FigureInput[],
  reason?: FigureReason,
) => Figure;

/**
 * Makes the figures of one topic from their definitions.
 *
 * @example figuresOf('case', { npv: {…} })('npv', 1200).id // 'case.npv'
 */
export function figuresOf<K extends string>(
  topic: string,
  definitions: Readonly<Record<K, FigureDefinition>>,
): FigureMaker<K> {
  return (name, value, inputs = [], reason) => {
    const plain = finite(value);
    const why = reason ?? (plain === null ? 'not-computable' : undefined);
    const clean = inputs.map((input) => ({ ...input, value: finite(input.value) }));
    return {
      id: `${topic}.${name}`,
      ...definitions[name],
      value: plain,
      inputs: clean,
      ...(why === undefined ? {} : { reason: why }),
    };
  };
}

/** A figure as the input of another one. */
export function asInput({ label, unit, value }: Figure): FigureInput {
  return { label, unit, value };
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Plain mean; 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}
