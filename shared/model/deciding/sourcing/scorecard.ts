import type { PartnerOffer, ScorecardMeasure } from '../../decidingSchemas.ts';
import { type Figure, figuresOf, ratio, sumOf } from '../figure.ts';
import { slaAdjust } from './offerCost.ts';

const figure = figuresOf('scorecard', {
  mean: {
    label: 'Actual',
    unit: 'number',
    text: 'Mean of what the partner reported, by contacts where they are given.',
    formula: 'Σ value · contacts/Σ contacts',
  },
  met: {
    label: 'Met',
    unit: 'share',
    text: 'Share of the reports in which the target was met.',
    formula: 'reports that meet the target/reports',
  },
  adjust: {
    label: 'Bonus or malus by these actuals',
    unit: 'share',
    text: 'The tier that the mean service level reaches.',
    formula: 'adjustment of the first tier that is reached, the last one below all',
  },
});

/** One agreed measure: its definition, printed with it, and how the partner did. */
export interface ScorecardRow {
  readonly measure: ScorecardMeasure;
  readonly definition: string;
  readonly want: 'atLeast' | 'atMost';
  readonly target: number;
  readonly actual: Figure;
  readonly latest: { readonly date: string; readonly value: number; readonly isMet: boolean } | null;
  readonly reports: number;
  readonly met: Figure;
  readonly isMet: boolean | null;
}

export interface Scorecard {
  readonly rows: readonly ScorecardRow[];
  /** Measures that were reported and never agreed: they cannot be held against anybody. */
  readonly notAgreed: readonly ScorecardMeasure[];
  readonly adjust: Figure;
}

type Agreed = PartnerOffer['agreed'][number];

function meets(value: number, { want, target }: Agreed): boolean {
  return want === 'atLeast' ? value >= target : value <= target;
}

function meanOfActuals(actuals: PartnerOffer['actuals']): number | null {
  const weight = sumOf(actuals.map(({ contacts = 1 }) => contacts));
  return ratio(sumOf(actuals.map(({ value, contacts = 1 }) => value * contacts)), weight);
}

function rowOf(agreed: Agreed, all: PartnerOffer['actuals']): ScorecardRow {
  const actuals = all
    .filter(({ measure }) => measure === agreed.measure)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const mean = meanOfActuals(actuals);
  const last = actuals.at(-1);
  const met = actuals.filter(({ value }) => meets(value, agreed)).length;
  const inputs = actuals.map(({ date, value }) => ({ label: date, unit: 'number' as const, value }));
  const none = mean === null ? ('nothing-to-divide' as const) : undefined;
  const share = ratio(met, actuals.length);
  return {
    measure: agreed.measure,
    definition: agreed.definition,
    want: agreed.want,
    target: agreed.target,
    actual: figure('mean', mean, inputs, none),
    latest:
      last === undefined ? null : { date: last.date, value: last.value, isMet: meets(last.value, agreed) },
    reports: actuals.length,
    met: figure('met', share, inputs, none),
    isMet: mean === null ? null : meets(mean, agreed),
  };
}

/** A partner's actuals against what was agreed, each with the definition that both sides signed. */
export function scorecard(offer: PartnerOffer): Scorecard {
  const agreed = new Set(offer.agreed.map(({ measure }) => measure));
  const service = meanOfActuals(offer.actuals.filter(({ measure }) => measure === 'serviceLevel'));
  const adjust = service === null ? null : slaAdjust({ ...offer, expectedServiceLevel: service });
  return {
    rows: offer.agreed.map((one) => rowOf(one, offer.actuals)),
    notAgreed: [...new Set(offer.actuals.map(({ measure }) => measure))].filter((one) => !agreed.has(one)),
    adjust: figure(
      'adjust',
      adjust,
      [{ label: 'Service level', unit: 'share', value: service }],
      adjust === null ? 'nothing-to-divide' : undefined,
    ),
  };
}
