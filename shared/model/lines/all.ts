import { calendarLines } from './calendar.ts';
import { groupCostLines, queueCostLines, routeCostLines, supportLines } from './cost.ts';
import { customerLines } from './customers.ts';
import type { Line, LineSet } from './define.ts';
import { demandLines, demandRowLines } from './demand.ts';
import { paidHoursLines } from './paidHours.ts';
import { peopleLines } from './people.ts';
import { budgetLineLines, initiativeLines, planLines } from './plan.ts';
import { planCostLines } from './planCost.ts';
import { groupRequirementLines, queueRequirementLines, routeRequirementLines } from './requirement.ts';
import { routeServiceLines, serviceLines, supplyLines } from './service.ts';
import type { Dimension } from '../members.ts';

export { calendarLines };

/** Every line of the standard model in the order of the chain; the calendar's stand apart. */
const lineSets: readonly LineSet[] = [
  customerLines,
  demandRowLines,
  demandLines,
  queueRequirementLines,
  routeRequirementLines,
  groupRequirementLines,
  paidHoursLines,
  peopleLines,
  supplyLines,
  routeServiceLines,
  serviceLines,
  supportLines,
  groupCostLines,
  routeCostLines,
  queueCostLines,
  budgetLineLines,
  planCostLines,
  planLines,
  initiativeLines,
];

const byDimension = new Map<Dimension, ReadonlyMap<string, Line>>();
for (const { dimension, lines } of lineSets) {
  const known = byDimension.get(dimension) ?? new Map<string, Line>();
  byDimension.set(dimension, new Map([...known, ...Object.entries(lines)]));
}

const NONE: ReadonlyMap<string, Line> = new Map();

/** The measures of one kind of member by name, in the order of the chain. */
export function linesOf(dimension: Dimension): ReadonlyMap<string, Line> {
  return byDimension.get(dimension) ?? NONE;
}
