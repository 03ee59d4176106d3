import type { PartnerOffer } from '../../decidingSchemas.ts';

/** What a queue brings by period, as the plan counts it: contacts handled, and hours of handling them. */
export interface Workload {
  readonly contacts: readonly number[];
  readonly hours: readonly number[];
}

/** Where a comparison runs: m months in each period, y years. */
export interface Course {
  /** m, months in one period. */
  readonly months: number;
  /** y, years in one period. */
  readonly fraction: number;
  /** The first period that the partner works in. */
  readonly first: number;
}

/** What an offer delivers and charges, by period, in the plan's currency. */
export interface OfferCost {
  readonly contacts: readonly number[];
  /** Handling hours, the partner's way. */
  readonly handlingHours: readonly number[];
  /** Hours, contacts, minutes or FTE-months that are billed. */
  readonly units: readonly number[];
  readonly charge: readonly number[];
  readonly oversight: readonly number[];
  readonly transition: readonly number[];
  readonly exit: readonly number[];
}

/** What the contract's service level does to the price: the first tier that it reaches, the last one below all. */
export function slaAdjust({ slaTiers, expectedServiceLevel: level }: PartnerOffer): number {
  if (level === undefined || slaTiers.length === 0) return 0;
  const tiers = slaTiers.toSorted((a, b) => b.atLeast - a.atLeast);
  return (tiers.find(({ atLeast }) => level >= atLeast) ?? tiers.at(-1))?.adjust ?? 0;
}

/** Units billed for so many contacts and handling hours. */
export function billedUnits(offer: PartnerOffer, contacts: number, handlingHours: number): number {
  const productionHours = handlingHours / offer.occupancy;
  switch (offer.pricing) {
    case 'perHour':
      return productionHours;
    case 'perContact':
      return contacts;
    case 'perMinute':
      return handlingHours * 60;
    case 'perFte':
      return productionHours / offer.hoursPerFteMonth;
  }
}

/**
 * Price of a month's units by the volume bands, in the offer's currency: below the first band the base price; then either
 * one price for all units, or each band's price for the units inside it.
 *
 * @example priceOfUnits({ price: 10, bands: [{ from: 100, price: 8 }], bandRule: 'graduated' }, 150) // 1400
 */
export function priceOfUnits(
  { price, bands, bandRule }: Pick<PartnerOffer, 'price' | 'bands' | 'bandRule'>,
  units: number,
): number {
  const steps = [{ from: 0, price }, ...bands.toSorted((a, b) => a.from - b.from)];
  if (bandRule === 'all') return units * (steps.findLast(({ from }) => units >= from)?.price ?? price);
  return steps.reduce((sum, step, place) => {
    const to = steps[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    return sum + Math.max(0, Math.min(units, to) - step.from) * step.price;
  }, 0);
}

/**
 * What an offer costs for a queue's workload: the partner's share of it, with its handle time and repeats, billed by its
 * price model, with bands, indexation, bonus or malus and currency; oversight, transition and exit beside it.
 */
export function offerCost(offer: PartnerOffer, workload: Workload, course: Course): OfferCost {
  const { first, months, fraction } = course;
  const repeats = 1 + offer.repeats;
  const works = workload.hours.map((_, t) => t >= first);
  const contacts = workload.contacts.map((count, t) => (works[t] ? count * offer.share * repeats : 0));
  const handlingHours = workload.hours.map((hours, t) =>
    works[t] ? hours * offer.share * repeats * offer.handleTimeFactor : 0,
  );
  const units = handlingHours.map((hours, t) => billedUnits(offer, contacts[t] ?? 0, hours));
  const factor = (1 + slaAdjust(offer)) * offer.currencyRate;
  const last = workload.hours.length - 1;
  return {
    contacts,
    handlingHours,
    units,
    charge: units.map((count, t) => {
      const index = (1 + offer.indexation) ** (Math.max(0, t - first) * fraction);
      return priceOfUnits(offer, count / months) * months * index * factor;
    }),
    oversight: works.map((isWorking) => (isWorking ? offer.oversightPerMonth * months : 0)),
    transition: works.map((_, t) => (t === first ? offer.transition : 0)),
    exit: works.map((isWorking, t) => (isWorking && t === last ? offer.exit : 0)),
  };
}

/** Share of a period in which both still work: the months of dual running from the partner's first day. */
export function dualShare({ dualRunningMonths }: PartnerOffer, t: number, { first, months }: Course): number {
  if (t < first) return 0;
  return Math.min(1, Math.max(0, (dualRunningMonths - (t - first) * months) / months));
}
