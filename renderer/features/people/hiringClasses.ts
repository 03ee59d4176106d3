import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { dayNumberOfIso, isIsoDate } from '#shared/kernel/calendar.ts';
import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

export interface HiringClass {
  /** Place in the stored list. */
  readonly place: number;
  readonly start: string;
  readonly people: number;
}

/** The classes of a group in the order in which they start; undefined where hiring is not planned by hand. */
export function classesOf(document: ScenarioDocument, groupId: string): readonly HiringClass[] | undefined {
  const hiring = document.staffGroups?.find(({ id }) => id === groupId)?.hiring;
  if (hiring?.mode !== 'manual') return undefined;
  return (hiring.classes ?? [])
    .map(({ start, people }, place) => ({ place, start, people }))
    .toSorted((a, b) => a.start.localeCompare(b.start));
}

/** A day in the words of the place. */
export function dayText(isoDate: string, locale: string): string {
  return new Date(isoDate).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

function listPath({ inputKey }: ViewMember): string {
  return `${inputKey}.hiring.classes`;
}

export function addClass(group: ViewMember, count: number, start: string, people: number): Command {
  return { type: 'insertMember', path: listPath(group), place: count, member: { start, people } };
}

export function changeClass(
  group: ViewMember,
  place: number,
  field: 'start' | 'people',
  value: string | number,
): Command {
  return { type: 'setInput', path: `${listPath(group)}[${place}].${field}`, value };
}

export function removeClass(group: ViewMember, place: number): Command {
  return { type: 'setInput', path: `${listPath(group)}[${place}]` };
}

/** A class outside the plan starts in none of its periods. */
export function isInsidePlan({ periods }: PlanStructure, start: string): boolean {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || !isIsoDate(start)) return false;
  const day = dayNumberOfIso(start);
  return day >= first.startDay && day < last.startDay + last.days;
}

/** Where a new class is put first: a period after the last one, as long as that is inside the plan. */
export function nextStart({ periods }: PlanStructure, classes: readonly HiringClass[]): string {
  const last = classes.at(-1)?.start;
  const later = periods.find(({ start }) => last === undefined || start > last);
  return (later ?? periods.at(-1))?.start ?? '';
}
