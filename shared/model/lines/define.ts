import type { PeriodCalendar, Period } from '../periods.ts';
import type { Dimension, Member } from '../members.ts';
import type { Scenario } from '../scenario.ts';
import type { Unit } from '../units.ts';

/** What a plain fact of the calendar or of fixed inputs is computed from. */
export interface FactContext {
  readonly scenario: Scenario;
  readonly calendar: PeriodCalendar;
  readonly periods: readonly Period[];
  /** Day numbers of the scenario's holidays. */
  readonly holidays: ReadonlySet<number>;
  /** y, years in one period. */
  readonly yearFraction: number;
}

/** How a measure comes about: by a formula, by a function node of `blocks`, or as a fact known before the run. */
export type How =
  | { readonly formula: string }
  | { readonly block: string }
  | { readonly fact: (member: Member, context: FactContext) => (period: Period) => number };

/** How several periods become one: added, averaged by days, their first or last, or the formula again on the parts. */
export type Rollup = 'sum' | 'mean' | 'first' | 'last' | 'formula';

/** One measure of one kind of member: the only place that says what it is. */
export interface Line {
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  readonly rollup: Rollup;
  /** A step on the way that is left out of reports. */
  readonly isDetail?: boolean;
  /** One way for every member, or one for each value of a trait; a member whose value is missing has no such measure. */
  readonly how: How | { readonly by: string; readonly cases: Readonly<Record<string, How>> };
}

export interface LineSet {
  readonly dimension: Dimension;
  readonly lines: Readonly<Record<string, Line>>;
}

export function lines(dimension: Dimension, set: Readonly<Record<string, Line>>): LineSet {
  return { dimension, lines: set };
}

export function formula(text: string): How {
  return { formula: text };
}

export function block(name: string): How {
  return { block: name };
}

/** The way in which a line holds for a member; undefined when the member has no such measure. */
export function howFor(line: Line, member: Member): How | undefined {
  return 'cases' in line.how ? line.how.cases[member.traits[line.how.by] ?? ''] : line.how;
}
