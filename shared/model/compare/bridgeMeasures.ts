import { compensatedSum } from '#shared/kernel/summation.ts';
import { planLines } from '../lines/plan.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../units.ts';
import type { SlotRule } from './slots.ts';

/** What a bridge can explain the difference of: amounts that add up over groups and periods. */
export const bridgeMeasureIds = [
  'requiredFte',
  'effectiveFte',
  'paidFte',
  'totalCost',
  'directCost',
  'vendorCost',
  'indirectCost',
] as const;

export type BridgeMeasureId = (typeof bridgeMeasureIds)[number];

export interface BridgeMeasure {
  readonly id: BridgeMeasureId;
  readonly label: string;
  readonly unit: Unit;
  /** FTE are averaged by days, money is added. */
  readonly rule: SlotRule;
}

export function bridgeMeasure(id: BridgeMeasureId): BridgeMeasure {
  const line = planLines.lines[id];
  if (line === undefined) return { id, label: 'Paid FTE', unit: 'fte', rule: 'mean' };
  return { id, label: line.label, unit: line.unit, rule: line.rollup === 'sum' ? 'sum' : 'mean' };
}

/** The measure of a computed plan by period. */
export function measureColumn(plan: Plan, id: BridgeMeasureId): ArrayLike<number> {
  if (plan.heads().has(`plan.${id}`)) return plan.column(`plan.${id}`);
  const { members, context } = plan.graph();
  const columns = members.of('groups').map(({ key }) => plan.column(`${key}.${id}`));
  return Float64Array.from(context.periods, ({ index }) =>
    compensatedSum(columns.map((column) => column[index] ?? Number.NaN)),
  );
}
