import { readFileSync } from 'node:fs';
import { createTexts } from '#renderer/app/i18n/i18n.ts';
import { effectiveGrain, type PlanFigures } from '#renderer/state/figures.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import type { Grain } from '#shared/model/periods.ts';
import { createPlanView } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

export const texts = createTexts();

function isDocument(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

export function documentOf(file: string): ScenarioDocument {
  const value: unknown = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  if (!isDocument(value)) throw new Error(`${file} is not a possible plan.`);
  return value;
}

export const sampleFile = 'resources/sample/northwind.scenario.json';

/** A computed plan as the screens get it. */
export function figuresOf(document: ScenarioDocument, grain: Grain = 'period', locale = 'en'): PlanFigures {
  const update = createPlanView().update(document);
  if (!update.ok) throw new Error(update.fault.message);
  const { structure, changed } = update.value;
  if (structure === undefined) throw new Error('A new plan has a structure.');
  return {
    document,
    variant: null,
    structure,
    nodes: new Map(structure.nodes.map((node) => [node.id, node])),
    values: new Map(changed.map((value) => [value.id, value])),
    grain: effectiveGrain(structure, grain),
    locale,
    texts: figureTexts(texts.t),
  };
}
