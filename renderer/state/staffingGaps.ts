import { shortFte as shortFteOf, type VerdictPlan } from '#shared/model/verdict.ts';
import { figureAt, type PlanFigures } from './figures.ts';

/** The open plan as the answer to "can we, how many, how much" is read from it. */
export function verdictPlan(figures: PlanFigures): VerdictPlan {
  const { members, periods, groups } = figures.structure;
  return {
    groups: members.filter(({ dimension }) => dimension === 'groups').map(({ key, name }) => ({ key, name })),
    periods: periods.length,
    years: groups.year,
    at: (id, place) => figureAt(figures, id, place, 'period'),
  };
}

/** FTE missing in a group in a period after overtime; 0 where there are enough, null where it cannot be computed. */
export function shortFte(figures: PlanFigures, groupKey: string, place: number): number | null {
  return shortFteOf(verdictPlan(figures), groupKey, place);
}
