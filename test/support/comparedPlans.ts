import { applyCommand, type Command } from '#shared/model/commands.ts';
import {
  type Amounts,
  type Bridge,
  type BridgedMeasure,
  fixedOrderBridge,
} from '#shared/model/compare/bridge.ts';
import type { BridgeMeasureId } from '#shared/model/compare/bridgeMeasures.ts';
import type { Family } from '#shared/model/compare/families.ts';
import { shapleyBridge } from '#shared/model/compare/shapley.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario, ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { valueOf } from './workspaces.ts';

/** A document after some commands. */
export function editedDocument(
  document: ScenarioDocument,
  ...commands: readonly Command[]
): ScenarioDocument {
  return commands.reduce((current, command) => valueOf(applyCommand(current, command)).next, document);
}

/** A plan after some commands, checked. */
export function editedPlan(document: ScenarioDocument, ...commands: readonly Command[]): Scenario {
  return valueOf(validateScenario(editedDocument(document, ...commands)));
}

function isOff(whole: number | null, parts: readonly (number | null)[], allowed: number): boolean {
  if (whole === null || parts.includes(null)) return whole !== null || !parts.includes(null);
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  return Math.abs(whole - sum) > allowed;
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

/** Half a cent; FTE to the ninth digit. */
function allowedFor(unit: string): number {
  return unit === 'money' ? 0.005 : 1e-9;
}

/** Every place where the steps of a bridge do not add up to the difference of the two plans; all of them are looked at. */
export function gapsOfBridge({ measures, slots, steps }: Bridge): readonly string[] {
  return measures.flatMap((measure) => {
    const { id, unit, before, after } = measure;
    const allowed = allowedFor(unit);
    const at = (amounts: Amounts, slot: number) => amounts.bySlot[slot] ?? null;
    const bySlot = slots.flatMap(({ start }, slot) => {
      const whole = difference(at(before, slot), at(after, slot));
      const parts = measure.steps.map((step) => at(step, slot));
      return steps.length > 0 && isOff(whole, parts, allowed) ? [`${id} in ${start}`] : [];
    });
    const total = difference(before.total, after.total);
    const isTotalOff =
      steps.length === 0
        ? total !== 0
        : isOff(
            total,
            measure.steps.map((step) => step.total),
            allowed,
          );
    return [...bySlot, ...(isTotalOff ? [`${id} in total`] : [])];
  });
}

/** Both ways to make a bridge, by name. */
export const bridgeMethods = { fixedOrder: fixedOrderBridge, shapley: shapleyBridge } as const;

export function totalCost(scenario: Scenario): number {
  return [...valueOf(createPlan(scenario)).column('plan.totalCost')].reduce((sum, cost) => sum + cost, 0);
}

export function measureOf(bridge: Bridge, id: BridgeMeasureId): BridgedMeasure {
  const found = bridge.measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`The bridge has no ${id}.`);
  return found;
}

/** What a family, alone or with others, adds over all slots. */
export function stepTotal(bridge: Bridge, id: BridgeMeasureId, family: Family): number {
  const at = bridge.steps.findIndex(({ families }) => families.includes(family));
  return measureOf(bridge, id).steps[at]?.total ?? Number.NaN;
}
