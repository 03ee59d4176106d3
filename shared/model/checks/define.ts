import type { Command } from '../commands.ts';
import type { Plan } from '../plan.ts';

/** What can be wrong with a plan that is possible, each a trap that people are known to fall into. */
export type CheckKind =
  | 'calculation-error'
  | 'shares'
  | 'overload'
  | 'goal-missed'
  | 'abandonment-missed'
  | 'backlog'
  | 'gap'
  | 'gap-too-late'
  | 'unusual'
  | 'unusual-shrinkage'
  | 'leave-twice'
  | 'grossed-up-twice'
  | 'containment-as-deflection'
  | 'saving-not-cash'
  | 'small-queue-rounding'
  | 'handle-time-pressure';

export interface PlanCheck {
  readonly kind: CheckKind;
  readonly severity: 'error' | 'warning' | 'hint';
  /** Name of the queue, group, segment or initiative concerned; empty for the plan. */
  readonly subject: string;
  /** The inputs that it is about. */
  readonly paths: readonly string[];
  /** Where to look. */
  readonly at?: { readonly id: string; readonly period: number };
  /** Figures and words for its sentence. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Edits that would cure it, if there is one cure; their effect on people and money can be computed. */
  readonly fix?: readonly Command[];
}

export type Checker = (plan: Plan) => readonly PlanCheck[];

/** Value of a number in a period, NaN where there is none or no such number. */
export function valueIn(plan: Plan, id: string, t: number): number {
  return plan.heads().has(id) ? (plan.column(id)[t] ?? Number.NaN) : Number.NaN;
}

/** The periods in which something holds. */
export function periodsWhere(plan: Plan, holds: (t: number) => boolean): readonly number[] {
  return plan
    .graph()
    .context.periods.map(({ index }) => index)
    .filter(holds);
}

/** Start of a period as an ISO date. */
export function startOf(plan: Plan, t: number): string {
  return plan.graph().context.periods[t]?.start ?? '';
}
