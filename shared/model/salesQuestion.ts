import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Command } from './commands.ts';
import type { Plan } from './plan.ts';
import type { Scenario, ScenarioDocument, StaffGroup } from './scenario.ts';
import { isFormulaSeries } from './series.ts';
import { isPlainSeries, valuesOf } from './seriesPeriods.ts';

type Segment = Scenario['segments'][number];

/** "Can we support the sales plan?": so many times the deals of the plan, from a period on. */
export interface SalesQuestion {
  /** Id of the segment whose deals change; null for all of them. */
  readonly segmentId: string | null;
  readonly factor: number;
  /** Place of the first period with the other deals. */
  readonly from: number;
  /** From the decision to the first day, of groups that the plan says nothing about; see `leadTimeOf`. */
  readonly leadTimeWeeks: number;
}

/** What a group takes when nobody has said how long hiring takes. */
const USUAL_LEAD_WEEKS = 4;

/** Weeks from the decision to the first day that a plan is used to: the longest of its groups, or four. */
export function usualLeadTime({ staffGroups = [] }: ScenarioDocument): number {
  const known = staffGroups.flatMap(({ hiring }) =>
    hiring.mode === 'auto' ? [hiring.leadTimeWeeks ?? 0] : [],
  );
  return known.length === 0 ? USUAL_LEAD_WEEKS : Math.max(...known);
}

/** True when the plan does not say of every group how long hiring takes. */
export function asksLeadTime({ staffGroups = [] }: ScenarioDocument): boolean {
  return staffGroups.some(({ hiring, vacancy }) => hiring.mode === 'manual' && (vacancy?.weeks ?? 0) === 0);
}

/** Of a group: as its hiring says, or as long as its positions stand empty, or as the question says. */
export function leadTimeOf({ hiring, vacancy }: StaffGroup, question: SalesQuestion): number {
  if (hiring.mode === 'auto') return hiring.leadTimeWeeks;
  return vacancy !== undefined && vacancy.weeks > 0 ? vacancy.weeks : question.leadTimeWeeks;
}

/** The deals of a segment in each period as they are planned; a formula is what it comes to. */
function plannedDeals(plan: Plan, { id, name, deals }: Segment): Result<readonly number[], Fault> {
  const { calendar } = plan.scenario();
  if (isPlainSeries(deals)) return ok(valuesOf(deals, calendar));
  const values = [...plan.column(`segments.${id}.deals`)];
  return values.every(Number.isFinite)
    ? ok(values)
    : fault(
        'domain',
        `The deals of ${name ?? id} are a formula that has no number in some period. Mend it first.`,
      );
}

/** The edits that make the deals those of a question. */
export function salesCommands(
  plan: Plan,
  { segmentId, factor, from }: SalesQuestion,
): Result<readonly Command[], Fault> {
  const commands: Command[] = [];
  for (const segment of plan.scenario().segments) {
    if (segmentId !== null && segmentId !== segment.id) continue;
    const planned = plannedDeals(plan, segment);
    if (!planned.ok) return planned;
    const values = planned.value.map((value, place) => (place < from ? value : value * factor));
    commands.push({ type: 'setInput', path: `segments.${segment.id}.deals`, value: { values } });
  }
  return commands.length === 0 ? fault('not-in-plan') : ok(commands);
}

/** Names of the segments of a question whose deals are a formula. */
export function formulaDeals({ segments }: Scenario, { segmentId }: SalesQuestion): readonly string[] {
  return segments.flatMap(({ id, name, deals }) =>
    isFormulaSeries(deals) && (segmentId === null || segmentId === id) ? [name ?? id] : [],
  );
}
