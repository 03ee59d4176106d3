/** What the charts of the calculator draw: service and cost against the number of agents. */

import { agentsNeeded, costOf } from './calculator.ts';
import { goalFor, offeredLoad, type CalculatorInput } from './calculatorInput.ts';
import { serviceWith, type StaffingService } from './explainStaffing.ts';
import type { AbandonsCount } from './staffingGoal.ts';

export interface CurvePoint {
  readonly agents: number;
  /** Service level as the goal counts it. */
  readonly erlangC: number;
  /** Null without a patience, or where nobody is answered. */
  readonly erlangA: number | null;
  /** Share who hang up under Erlang A; null without a patience. */
  readonly pAbandon: number | null;
  readonly costPerInterval: number;
  readonly isEnoughC: boolean;
  /** Without a patience the same as `isEnoughC`. */
  readonly isEnoughA: boolean;
}

/** More points than this are not told apart on a chart. */
const MOST_POINTS = 61;

/**
 * Points around the numbers that are needed and there, one or more agents apart so that the chart stays readable.
 *
 * @returns in ascending order of agents, evenly spaced
 * @throws DomainError naming the argument
 * @example calculatorCurve(calculatorDefaults).find(({ isEnoughC }) => isEnoughC)?.agents // 68
 */
export function calculatorCurve(input: CalculatorInput): readonly CurvePoint[] {
  const neededC = agentsNeeded(input, 'erlangC').agents;
  const neededA = input.patience === undefined ? neededC : agentsNeeded(input, 'erlangA').agents;
  const busy = offeredLoad(input) / input.concurrency;
  const known = [neededC, neededA, input.agents ?? null, Math.ceil(busy)].filter((one) => one !== null);
  const margin = Math.max(3, Math.ceil(1.2 * Math.sqrt(busy)));
  const first = Math.max(0, Math.floor(Math.min(...known)) - margin);
  const last = Math.ceil(Math.max(...known)) + margin;
  const step = Math.max(1, Math.ceil((last - first) / (MOST_POINTS - 1)));
  const anchor = neededC ?? first;
  // Anchored so that the number Erlang C asks for is one of the points.
  const start = anchor - step * Math.floor((anchor - first) / step);
  const points: CurvePoint[] = [];
  for (let agents = start; agents <= last; agents += step) {
    points.push(pointAt(input, agents, neededC ?? Infinity, neededA ?? Infinity));
  }
  return points;
}

function pointAt(input: CalculatorInput, agents: number, neededC: number, neededA: number): CurvePoint {
  const { aht, patience, concurrency, abandonsCount } = input;
  const base = { load: offeredLoad(input), aht, patience };
  const at = (model: 'erlangC' | 'erlangA') =>
    serviceWith({ ...base, model, goal: goalFor(input, model) }, agents * concurrency);
  const patient = patience === undefined ? null : at('erlangA');
  return {
    agents,
    erlangC: at('erlangC').slOffered,
    erlangA: patient === null ? null : levelBy(patient, abandonsCount),
    pAbandon: patient === null ? null : patient.pAbandon,
    costPerInterval: costOf(input, agents).costPerInterval,
    isEnoughC: agents >= neededC,
    isEnoughA: agents >= neededA,
  };
}

/**
 * The service level that a goal is about, of the three.
 *
 * @example levelBy(teamFigures(calculatorDefaults, 'erlangC', 68), 'answered') // 0.952598505435
 */
export function levelBy(
  {
    slOffered,
    slAnswered,
    slExcludeShort,
  }: Pick<StaffingService, 'slOffered' | 'slAnswered' | 'slExcludeShort'>,
  count: AbandonsCount,
): number | null {
  return { offered: slOffered, answered: slAnswered, excludeShort: slExcludeShort }[count];
}
