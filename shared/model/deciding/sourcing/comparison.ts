import { discountFactor } from '#shared/finance/discounting.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PartnerOffer } from '../../decidingSchemas.ts';
import type { PlanOptions } from '../../plan.ts';
import type { Scenario } from '../../scenario.ts';
import { type Figure, type FigureReason, figuresOf, ratio, sumOf } from '../figure.ts';
import {
  type Alternative,
  alternativeOf,
  type Basis,
  courseOf,
  linesWith,
  presentValueOf,
} from './alternatives.ts';
import { type Feasibility, feasibility } from './feasibility.ts';
import { queueSupply, type Supplier, supplyRun } from './inHouse.ts';
import { offerCost, type OfferCost } from './offerCost.ts';
import { type Scorecard, scorecard } from './scorecard.ts';

const figure = figuresOf('offer', {
  breakEvenPrice: {
    label: 'Break-even price',
    unit: 'moneyPerUnit',
    text: "The price, in the offer's currency, at which it costs today as much as doing it in-house. Bands move with it.",
    formula:
      'price · (in-house today − cost today without the price)/(cost today − cost today without the price)',
  },
});

export interface OfferAnswer {
  readonly offer: PartnerOffer;
  readonly alternative: Alternative;
  readonly cost: OfferCost;
  readonly breakEvenPrice: Figure;
  readonly feasibility: Feasibility;
  readonly scorecard: Scorecard;
}

/** In-house beside every offer for one queue, on one basis. */
export interface QueueComparison {
  readonly queueId: string;
  readonly name: string;
  /** False where the plan has no number for the queue's work: nothing is compared then. */
  readonly isComputable: boolean;
  /** Absent where no group of your own serves the queue. */
  readonly inHouse?: Alternative;
  readonly offers: readonly OfferAnswer[];
  /** The chosen offers and the rest in-house; absent without a chosen offer. */
  readonly mix?: Alternative;
  /** Who supplies the queue: in the plan as it is, and as chosen. */
  readonly suppliers: readonly Supplier[];
  readonly chosenSuppliers: readonly Supplier[];
}

export interface SourcingComparison {
  readonly months: number;
  readonly currency: string;
  readonly periods: readonly string[];
  readonly queues: readonly QueueComparison[];
}

/** Cost falls in a straight line with the price, so the price at which it meets in-house follows from two points. */
function breakEvenPrice(basis: Basis, offer: PartnerOffer): Figure {
  const { supply, run, rate } = basis;
  const at = (factor: number) => {
    const bands = offer.bands.map(({ from, price }) => ({ from, price: price * factor }));
    return presentValueOf(
      linesWith(basis, [{ ...offer, price: offer.price * factor, bands }]),
      rate,
      run.fraction,
    );
  };
  const none = (reason: FigureReason) => figure('breakEvenPrice', null, [], reason);
  if (supply.inHouseCost === undefined) return none('not-in-house');
  const own = sumOf(supply.inHouseCost.map((cost, t) => cost * discountFactor(rate, (t + 1) * run.fraction)));
  const [free, full] = [at(0), at(1)];
  const factor = ratio(own - free, full - free);
  if (factor === null) return none('moves-nothing');
  return figure(
    'breakEvenPrice',
    factor < 0 ? null : offer.price * factor,
    [
      { label: 'Price', unit: 'moneyPerUnit', value: offer.price, path: `sourcing.offers.${offer.id}.price` },
      { label: 'In-house today', unit: 'money', value: own },
      { label: 'Cost today', unit: 'money', value: full },
      { label: 'Cost today without the price', unit: 'money', value: free },
    ],
    factor < 0 ? 'costs-even-free' : undefined,
  );
}

function answerOf(scenario: Scenario, basis: Basis, offer: PartnerOffer): OfferAnswer {
  const name = offer.name ?? offer.id;
  return {
    offer,
    alternative: alternativeOf(basis, { kind: 'offer', id: offer.id, name }, linesWith(basis, [offer])),
    cost: offerCost(offer, basis.supply.workload, courseOf(basis, offer)),
    breakEvenPrice: breakEvenPrice(basis, offer),
    feasibility: feasibility(scenario, basis.run, basis.supply, offer),
    scorecard: scorecard(offer),
  };
}

function chosenSuppliersOf(basis: Basis, chosen: readonly PartnerOffer[]): readonly Supplier[] {
  const { supply } = basis;
  const partners = chosen.map((offer): Supplier => {
    const { contacts, handlingHours, charge, oversight } = offerCost(
      offer,
      supply.workload,
      courseOf(basis, offer),
    );
    return {
      id: offer.id,
      name: offer.name ?? offer.id,
      isPartner: true,
      contacts: sumOf(contacts),
      hours: sumOf(handlingHours),
      cost: sumOf(charge) + sumOf(oversight),
    };
  });
  const left = supply.workload.contacts.map((_, t) => {
    const moved = chosen.filter((offer) => t >= courseOf(basis, offer).first).map(({ share }) => share);
    return Math.max(0, 1 - sumOf(moved));
  });
  const kept = (values: readonly number[]) => sumOf(values.map((value, t) => value * (left[t] ?? 0)));
  const own: Supplier = {
    id: 'inHouse',
    name: '',
    isPartner: false,
    contacts: kept(supply.workload.contacts),
    hours: kept(supply.workload.hours),
    cost: kept(supply.inHouseCost ?? []),
  };
  return own.contacts > 0 ? [own, ...partners] : partners;
}

function queueComparison(scenario: Scenario, basis: Basis, offers: readonly PartnerOffer[]): QueueComparison {
  const { supply } = basis;
  const { queueId, name, workload, inHouseCost = [] } = supply;
  if (![...workload.hours, ...workload.contacts, ...inHouseCost].every(Number.isFinite))
    return { queueId, name, isComputable: false, offers: [], suppliers: [], chosenSuppliers: [] };
  const chosen = offers.filter(({ isChosen }) => isChosen);
  const all = (kind: 'inHouse' | 'mix', used: readonly PartnerOffer[]) =>
    alternativeOf(basis, { kind, id: kind, name: '' }, linesWith(basis, used));
  return {
    queueId,
    name,
    isComputable: true,
    ...(supply.inHouseCost === undefined ? {} : { inHouse: all('inHouse', []) }),
    offers: offers.map((offer) => answerOf(scenario, basis, offer)),
    ...(chosen.length === 0 ? {} : { mix: all('mix', chosen) }),
    suppliers: supply.suppliers,
    chosenSuppliers: chosenSuppliersOf(basis, chosen),
  };
}

/**
 * In-house beside every offer of the scenario on one basis: the same contacts over the same months, own people staffed as
 * the requirement asks, all that a partner causes beside its price counted with it.
 *
 * @returns `invalid-plan` where the plan is not possible over so many months
 */
export function compareSourcing(
  scenario: Scenario,
  options: PlanOptions = {},
): Result<SourcingComparison, Fault> {
  const { months = 36, strandedShare = 0, offers = [] } = scenario.sourcing ?? {};
  const made = supplyRun(scenario, months, options);
  if (!made.ok) return made;
  const run = made.value;
  // Feasibility re-runs the plan, so what the comparison reads is read first.
  const supplies = scenario.queues.map(({ id }) => queueSupply(run, id));
  return ok({
    months,
    currency: scenario.currency,
    periods: run.periods.map(({ start }) => start),
    queues: supplies.map((supply) =>
      queueComparison(
        scenario,
        { run, supply, rate: scenario.discountRate, strandedShare },
        offers.filter(({ queue }) => queue === supply.queueId),
      ),
    ),
  });
}
