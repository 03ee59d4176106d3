import type { Grain } from '#shared/model/periods.ts';
import { fiscalYearStartOf, type PlanFigures } from './figures.ts';
import { periodLabel } from './periodColumns.ts';

function labelsOf(figures: PlanFigures, grain: Grain, place: number) {
  const { structure, locale, texts, document } = figures;
  const options = { structure, locale, texts: texts.periods, fiscalYearStart: fiscalYearStartOf(document) };
  return periodLabel(options, grain, place);
}

/** The long name of a place of a grain, as a list has it: 'March 2027', 'FY2028'. */
export function periodName(figures: PlanFigures, grain: Grain, place: number): string {
  return labelsOf(figures, grain, place).longLabel;
}

/** As a column has it: 'Mar 27'. */
export function shortPeriodName(figures: PlanFigures, grain: Grain, place: number): string {
  return labelsOf(figures, grain, place).label;
}
