import type { ViewMember } from '#shared/model/planView.ts';
import { figureAt, type PlanFigures } from '#renderer/state/figures.ts';

export interface HoursStep {
  readonly key:
    | 'fullYear'
    | 'calendar'
    | 'paid'
    | 'holidays'
    | 'available'
    | 'outOfOffice'
    | 'present'
    | 'inOffice'
    | 'forContacts'
    | 'schedule'
    | 'productive';
  /** Hours of one FTE in the year; what is taken away is negative. */
  readonly hours: number | null;
  /** The number that explains it. */
  readonly node: string;
  readonly isTotal: boolean;
}

const weeksOfYear = 52;

/** Rows of a whole year: 52 weeks of the contract first, then what the calendar adds to them. */
function contractSteps(
  figures: PlanFigures,
  group: ViewMember,
  year: number,
  paid: number | null,
): readonly HoursStep[] {
  const isComplete = figures.structure.groups.year[year]?.isComplete ?? false;
  const weekly = figureAt(figures, `${group.inputKey}.weeklyHours`, year, 'year');
  if (!isComplete || weekly === null || paid === null) return [];
  const contract = weekly * weeksOfYear;
  return [
    { key: 'fullYear', hours: contract, node: `${group.inputKey}.weeklyHours`, isTotal: true },
    { key: 'calendar', hours: paid - contract, node: `${group.key}.paidWeeks`, isTotal: false },
  ];
}

/**
 * From paid to productive hours of one FTE in a fiscal year, step by step: every total is the one before plus the rows
 * between them.
 */
export function hoursSteps(figures: PlanFigures, group: ViewMember, year: number): readonly HoursStep[] {
  const { key } = group;
  const at = (name: string) => figureAt(figures, `${key}.${name}`, year, 'year');
  const less = (name: string): number | null => {
    const hours = at(name);
    return hours === null ? null : 0 - hours;
  };
  const paid = at('hoursPerFte');
  return [
    ...contractSteps(figures, group, year, paid),
    { key: 'paid', hours: paid, node: `${key}.hoursPerFte`, isTotal: true },
    { key: 'holidays', hours: less('hours.holidays'), node: `${key}.hours.holidays`, isTotal: false },
    { key: 'available', hours: at('availableHours'), node: `${key}.availableHours`, isTotal: true },
    {
      key: 'outOfOffice',
      hours: less('hours.outOfOffice'),
      node: `${key}.hours.outOfOffice`,
      isTotal: false,
    },
    { key: 'present', hours: at('hours.present'), node: `${key}.hours.present`, isTotal: true },
    { key: 'inOffice', hours: less('hours.inOffice'), node: `${key}.hours.inOffice`, isTotal: false },
    { key: 'forContacts', hours: at('hours.forContacts'), node: `${key}.hours.forContacts`, isTotal: true },
    { key: 'schedule', hours: less('hours.schedule'), node: `${key}.hours.schedule`, isTotal: false },
    { key: 'productive', hours: at('hours.productive'), node: `${key}.hours.productive`, isTotal: true },
  ];
}
