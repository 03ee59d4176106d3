import type { DaySimulation, SimulatedPart } from '#shared/model/simulationSpec.ts';
import type { DayService } from '#shared/model/dayService.ts';
import type { Estimate } from '#shared/queueing/simulation/estimate.ts';
import type { GroupResult, SimulationResults } from '#shared/queueing/simulation/results.ts';

export type CheckedFigure = 'serviceLevel' | 'asa' | 'abandonment' | 'occupancy';

/** One figure by formula and by simulation; shares 0 to 1, waits in seconds, null where there is none. */
export interface CheckedRow {
  readonly figure: CheckedFigure;
  /** By formula at the planned agents. */
  readonly planned: number | null;
  /** By formula at the whole agents that are simulated; null where agents serve several queues. */
  readonly atWholeAgents: number | null;
  readonly simulated: Estimate | null;
  /** The nearest formula less the simulation. */
  readonly difference: number | null;
  /** The difference is no larger than chance; null where it cannot be told. */
  readonly isWithinChance: boolean | null;
}

/** A queue, or one group's part of it, with its figures. */
export interface CheckedPart {
  readonly id: string;
  readonly queueId: string;
  /** Service level by interval of the day; null where nobody came. */
  readonly levels: readonly (number | null)[];
  readonly rows: readonly CheckedRow[];
}

const figures: readonly CheckedFigure[] = ['serviceLevel', 'asa', 'abandonment', 'occupancy'];

/** The occupancy of several groups together, by the time that each is staffed. */
function joinedOccupancy(groups: readonly GroupResult[]): Estimate | null {
  const known = groups.flatMap(({ figures: { occupancy, staffed } }) =>
    occupancy === null || staffed === null ? [] : [{ ...occupancy, staffed: staffed.value }],
  );
  const total = known.reduce((sum, { staffed }) => sum + staffed, 0);
  if (total === 0) return null;
  const value = known.reduce((sum, one) => sum + one.value * one.staffed, 0) / total;
  const squares = known.reduce(
    (sum, { halfWidth, staffed }) => sum + ((halfWidth ?? Number.NaN) * staffed) ** 2,
    0,
  );
  const halfWidth = Math.sqrt(squares) / total;
  return { value, halfWidth: Number.isNaN(halfWidth) ? null : halfWidth };
}

function simulatedFigure(
  figure: CheckedFigure,
  part: SimulatedPart,
  { spec }: DaySimulation,
  results: SimulationResults,
): Estimate | null {
  const queue = results.queues.find(({ id }) => id === part.id);
  if (queue === undefined) return null;
  switch (figure) {
    case 'serviceLevel':
      return queue.figures[part.serviceLevelFigure];
    case 'asa':
      return queue.figures.asa;
    case 'abandonment':
      return queue.figures.pAbandon;
    case 'occupancy': {
      const own = spec.groups.filter(({ skills }) => skills.every((skill) => skill.queue === part.id));
      return joinedOccupancy(results.groups.filter(({ id }) => own.some((group) => group.id === id)));
    }
  }
}

function numberOf(service: DayService | null, figure: CheckedFigure): number | null {
  const value = service?.[figure] ?? null;
  return value === null || Number.isNaN(value) ? null : value;
}

function checkedRow(
  figure: CheckedFigure,
  part: SimulatedPart,
  day: DaySimulation,
  results: SimulationResults | null,
): CheckedRow {
  const planned = numberOf(part.planned, figure);
  const atWholeAgents = numberOf(part.atWholeAgents, figure);
  const simulated = results === null ? null : simulatedFigure(figure, part, day, results);
  const formula = part.atWholeAgents === null ? planned : atWholeAgents;
  const difference = formula === null || simulated === null ? null : formula - simulated.value;
  const chance = simulated?.halfWidth ?? null;
  const isWithinChance = difference === null || chance === null ? null : Math.abs(difference) <= chance;
  return { figure, planned, atWholeAgents, simulated, difference, isWithinChance };
}

/** What the formulas of the plan say of a day beside what the simulation found. */
export function checkedParts(day: DaySimulation, results: SimulationResults | null): readonly CheckedPart[] {
  return day.parts.map((part) => {
    const queue = results?.queues.find(({ id }) => id === part.id);
    const byInterval = queue?.byInterval ?? [];
    return {
      id: part.id,
      queueId: part.queueId,
      levels: byInterval.map((one) => one[part.serviceLevelFigure]?.value ?? null),
      rows: figures.map((figure) => checkedRow(figure, part, day, results)),
    };
  });
}

/** Occupancy of a group whose people take contacts of several queues, which no queue has for itself. */
export interface SharedGroup {
  readonly id: string;
  readonly occupancy: Estimate | null;
}

export function sharedGroups(
  { spec }: DaySimulation,
  results: SimulationResults | null,
): readonly SharedGroup[] {
  return spec.groups
    .filter(({ skills }) => skills.length > 1)
    .map(({ id }) => ({
      id,
      occupancy: results?.groups.find((group) => group.id === id)?.figures.occupancy ?? null,
    }));
}
