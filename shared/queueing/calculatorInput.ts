/** What the calculator asks: one interval, its goals and its money. And which numbers it takes. */

import type { AbandonsCount, StaffingGoal } from './staffingGoal.ts';

/** The numbers that a person may type. */
export interface CalculatorNumbers {
  /** Contacts that come in one interval. */
  readonly contacts: number;
  /** Average handle time, seconds. */
  readonly aht: number;
  /** Mean patience, seconds. Absent: nobody hangs up, so there is no Erlang A. */
  readonly patience?: number | undefined;
  /** Least share answered within `within`. */
  readonly serviceLevel?: number | undefined;
  /** Threshold of the service level, seconds. */
  readonly within: number;
  /** Most seconds that the answered wait on average. */
  readonly asa?: number | undefined;
  readonly maxOccupancy?: number | undefined;
  /** Counts under Erlang A only. */
  readonly maxAbandon?: number | undefined;
  /** Share of paid time in which people are not available. */
  readonly shrinkage: number;
  /** Contacts that an agent handles at once; the handle time is measured with that many. */
  readonly concurrency: number;
  /** Money for one paid hour. */
  readonly costPerHour: number;
  /** Hours in a month in which the team is as large as in this interval. */
  readonly hoursPerMonth: number;
  /** The team that is there. Absent: only what is needed is of interest. */
  readonly agents?: number | undefined;
}

export interface CalculatorInput extends CalculatorNumbers {
  readonly intervalMinutes: number;
  /** How the service level of the goal counts those who hang up. */
  readonly abandonsCount: AbandonsCount;
}

export type CalculatorField = keyof CalculatorNumbers;

/** The range of one field. */
export interface FieldRule {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  readonly isOptional?: boolean;
}

const day = 86_400;

/** Every field in the order in which a planner thinks of them: the work, the goal, the people, the money. */
export const calculatorRules: Readonly<Record<CalculatorField, FieldRule>> = {
  contacts: { least: 0, most: 1_000_000 },
  aht: { least: 1, most: day },
  patience: { least: 1, most: day, isOptional: true },
  serviceLevel: { least: 0, most: 1, isOptional: true },
  within: { least: 0, most: day },
  asa: { least: 0, most: day, isOptional: true },
  maxOccupancy: { least: 0, most: 1, isOptional: true },
  maxAbandon: { least: 0, most: 1, isOptional: true },
  concurrency: { least: 1, most: 20, isWhole: true },
  agents: { least: 0, most: 1_000_000, isOptional: true },
  shrinkage: { least: 0, most: 0.95 },
  costPerHour: { least: 0, most: 1_000_000 },
  hoursPerMonth: { least: 0, most: 744 },
};

/** A case to begin with: 400 contacts in half an hour, 80/20, at most 85 % busy; a month of 40 hours a week. */
export const calculatorDefaults: CalculatorInput = {
  contacts: 400,
  intervalMinutes: 30,
  aht: 257,
  patience: 120,
  serviceLevel: 0.8,
  within: 20,
  maxOccupancy: 0.85,
  abandonsCount: 'offered',
  concurrency: 1,
  agents: 64,
  shrinkage: 0.3,
  costPerHour: 25,
  hoursPerMonth: 173.33,
};

/** Why a number cannot stand in a field. */
export type FieldProblem = 'missing' | 'out-of-range' | 'not-whole';

/**
 * What is wrong with a value of a field, if anything.
 *
 * @param value undefined for an empty field
 * @returns null when the field takes it
 * @example fieldProblem('aht', 0) // 'out-of-range'
 */
export function fieldProblem(field: CalculatorField, value: number | undefined): FieldProblem | null {
  const { least, most, isWhole = false, isOptional = false } = calculatorRules[field];
  if (value === undefined) return isOptional ? null : 'missing';
  if (!(value >= least && value <= most)) return 'out-of-range';
  return isWhole && !Number.isInteger(value) ? 'not-whole' : null;
}

/**
 * Offered load in Erlangs: contacts × handle time ÷ length of the interval.
 *
 * @example offeredLoad(calculatorDefaults) // 57.1111111111
 */
export function offeredLoad({
  contacts,
  aht,
  intervalMinutes,
}: Pick<CalculatorInput, 'contacts' | 'aht' | 'intervalMinutes'>): number {
  return (contacts * aht) / (60 * intervalMinutes);
}

/**
 * The goal as each model takes it: Erlang C, where nobody hangs up, leaves out the part on abandonment.
 *
 * @example goalFor(calculatorDefaults, 'erlangC').maxOccupancy // 0.85
 */
export function goalFor(input: CalculatorInput, model: 'erlangC' | 'erlangA'): StaffingGoal {
  const { serviceLevel, within, asa, maxOccupancy, maxAbandon, abandonsCount } = input;
  const goal = { serviceLevel, within, asa, maxOccupancy };
  return model === 'erlangC' ? goal : { ...goal, maxAbandon, abandonsCount };
}
