import type { CellError } from '#shared/engine/graph.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { NodeValues, PlanStructure, ViewNode } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { type Unit, units } from '#shared/model/units.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import { modelLabel } from './modelText.ts';
import type { PeriodTexts } from './periodColumns.ts';
import type { OpenVariant } from './planState.ts';

/** The words that numbers need around them; they come from the translations. */
export interface FigureTexts {
  readonly unit: (unit: Unit, currency: string) => string;
  readonly errorShort: (error: CellError) => string;
  readonly errorReason: (error: CellError) => string;
  readonly periods: PeriodTexts;
  /** Why a number that holds for the whole plan can be changed in one column only. */
  readonly wholePlan: string;
}

/** All that a grid or a chart of the open plan is made from. A new object whenever anything in it changes. */
export interface PlanFigures {
  readonly document: ScenarioDocument;
  /** What the plan builds on and has of its own; null for one that stands on its own. */
  readonly variant: OpenVariant | null;
  readonly structure: PlanStructure;
  readonly nodes: ReadonlyMap<string, ViewNode>;
  readonly values: ReadonlyMap<string, NodeValues>;
  /** Never `month` in a monthly plan: that is `period` there. */
  readonly grain: Grain;
  readonly locale: string;
  readonly texts: FigureTexts;
}

/** Month 1..12 in which the fiscal year of a plan begins. */
export function fiscalYearStartOf(document: ScenarioDocument): number {
  return document.calendar.fiscalYearStart ?? 1;
}

/** In a monthly plan the months are the periods. */
export function effectiveGrain(structure: PlanStructure, grain: Grain): Grain {
  return structure.grain === 'month' && grain === 'month' ? 'period' : grain;
}

/** How a unit is shown and typed; seconds may be typed as 4:30. */
export function formatOf(unit: Unit, currency: string): NumberFormat {
  const { style, digits } = units[unit];
  if (style === 'money') return { style, digits, currency };
  return unit === 'seconds' ? { style: 'seconds', digits } : { style, digits };
}

/** Name of a line as people read it, in the language of the window. The user's own lines keep their names. */
export function lineLabel({ label, text }: { readonly label: string; readonly text?: string }): string {
  return modelLabel(label, text);
}

/** Unit of a node in words; empty for a node that is not in the plan. */
export function unitTextOf({ nodes, structure, texts }: PlanFigures, id: string): string {
  const node = nodes.get(id);
  return node === undefined ? '' : texts.unit(node.unit, structure.currency);
}

/** Value of a node at a place of a grain, null where there is none. */
export function figureAt(
  figures: PlanFigures,
  id: string,
  place: number,
  grain = figures.grain,
): number | null {
  const value = figures.values.get(id)?.values[grain][place];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Why there is no value: of the period itself, or of the first failed period of a longer one. */
export function figureErrorAt(
  figures: PlanFigures,
  id: string,
  place: number,
  grain = figures.grain,
): CellError | undefined {
  if (figureAt(figures, id, place, grain) !== null) return undefined;
  const group = figures.structure.groups[grain][place];
  if (group === undefined) return undefined;
  return figures.values.get(id)?.errors.find(([t]) => t >= group.first && t <= group.last)?.[1];
}
