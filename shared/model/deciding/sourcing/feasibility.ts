import type { PartnerOffer } from '../../decidingSchemas.ts';
import type { Initiative, Scenario } from '../../scenario.ts';
import { asInput, type Figure, figuresOf, finite, ratio, sumOf } from '../figure.ts';
import { firstPeriod, type QueueSupply, type SupplyRun } from './inHouse.ts';
import { offerCost } from './offerCost.ts';

const figure = figuresOf('feasibility', {
  hoursNeeded: {
    label: 'Production hours that the service level needs',
    unit: 'hours',
    text: "Agent hours for the proposed service level with the partner's contacts and handle time, over its months of the comparison.",
    formula: 'Σ agents of every open interval · interval hours',
  },
  hoursPaid: {
    label: 'Production hours that the price pays for',
    unit: 'hours',
    text: 'Per hour and per FTE: what is billed. Per contact and per minute: the charge by what a production hour costs the partner.',
    formula: 'billed hours, or charge/cost of a production hour',
  },
  coverage: {
    label: 'Paid against needed',
    unit: 'share',
    text: 'Below 100% the price does not pay for the agents that the service level needs: it will be missed, or paid for otherwise.',
    formula: 'hours paid/hours needed',
  },
  agentsNeeded: {
    label: 'Agents that the service level needs',
    unit: 'fte',
    text: "Needed hours by the production hours of one of the partner's FTE.",
    formula: 'hours needed/(hours per FTE and month · months)',
  },
  agentsPaid: {
    label: 'Agents that the price pays for',
    unit: 'fte',
    text: "Paid hours by the production hours of one of the partner's FTE.",
    formula: 'hours paid/(hours per FTE and month · months)',
  },
  occupancy: {
    label: 'Occupancy at that service level',
    unit: 'share',
    text: 'Handling by production hours when the service level is met. A contract that assumes more bills too few hours for it.',
    formula: 'handling hours/hours needed',
  },
  feasiblePrice: {
    label: 'Price at which it is feasible',
    unit: 'moneyPerUnit',
    text: "The price per unit, in the offer's currency, that pays for the hours needed.",
    formula: 'price · hours needed/hours paid',
  },
});

/** Whether the proposed service level can be delivered at the price. */
export interface Feasibility {
  readonly goal: { readonly serviceLevel: number; readonly within: number } | null;
  readonly isFeasible: boolean | null;
  /** What a production hour costs the partner, and where that comes from. */
  readonly costPerHour: number | null;
  readonly costBasis: 'entered' | 'price' | 'inHouse' | 'none';
  readonly hoursNeeded: Figure;
  readonly hoursPaid: Figure;
  readonly coverage: Figure;
  readonly agentsNeeded: Figure;
  readonly agentsPaid: Figure;
  readonly occupancy: Figure;
  readonly feasiblePrice: Figure;
}

/** Paid for a hair less than needed is an exact fit. */
const LAST_DIGITS = 1e-9;

type Effect = Initiative['effects'][number];

/** The queue as the partner would have it: its share of the contacts, its repeats, its handle time, its goal. */
function atPartner(scenario: Scenario, offer: PartnerOffer): Scenario | undefined {
  const queue = scenario.queues.find(({ id }) => id === offer.queue);
  if (queue === undefined) return undefined;
  const path = `queues.${queue.id}`;
  const contacts = offer.share * (1 + offer.repeats);
  const times = (target: string, value: number): Effect => ({ target, op: 'multiply', value, confidence: 1 });
  const rows = queue.demand.flatMap(({ segment }) =>
    (['contactsPerCustomer', 'contactsPerNewCustomer'] as const).map(
      (name) => `${path}.demand.${segment}.${name}`,
    ),
  );
  const start = scenario.calendar.start;
  const effects = [
    ...[...rows, `${path}.volume`].map((target) => times(target, contacts)),
    ...(['talk', 'hold', 'wrapUp'] as const).map((part) =>
      times(`${path}.handleTime.${part}`, offer.handleTimeFactor),
    ),
  ];
  const change: Initiative = { id: 'partnerShare', start, rampMonths: 0, oneOff: 0, recurring: 0, effects };
  const goal =
    offer.goal === undefined
      ? queue.goal
      : { ...queue.goal, ...offer.goal, asa: undefined, maxAbandon: undefined };
  const queues = scenario.queues.map((one) => (one === queue ? { ...one, goal } : one));
  return { ...scenario, queues, initiatives: [...scenario.initiatives, change] };
}

/** Agent hours of the queue at the partner, by period; undefined where the plan is not possible so. */
function neededHours(run: SupplyRun, offer: PartnerOffer): readonly number[] | undefined {
  const before = run.plan.scenario();
  const variant = atPartner(before, offer);
  if (variant === undefined || !run.plan.update(variant).ok) return undefined;
  const hours = [...run.plan.column(`queues.${offer.queue}.baseHours`)];
  run.plan.update(before);
  return hours;
}

function costOf(
  offer: PartnerOffer,
  supply: QueueSupply,
): { readonly basis: Feasibility['costBasis']; readonly perHour: number | null } {
  if (offer.partnerCostPerHour !== undefined) return { basis: 'entered', perHour: offer.partnerCostPerHour };
  if (offer.pricing === 'perHour') return { basis: 'price', perHour: offer.price };
  if (offer.pricing === 'perFte') return { basis: 'price', perHour: offer.price / offer.hoursPerFteMonth };
  const own = ratio(finite(sumOf(supply.inHouseCost ?? [])), finite(sumOf(supply.inHouseHours ?? [])));
  return own === null
    ? { basis: 'none', perHour: null }
    : { basis: 'inHouse', perHour: own / offer.currencyRate };
}

/**
 * Sets the agents that a price pays for beside those that the proposed service level needs.
 *
 * A price per hour or FTE pays for the hours that are billed; one per contact or minute for as many as its charge buys at
 * what a production hour costs the partner: entered, or, as a stand-in, what one costs in-house.
 */
export function feasibility(
  scenario: Scenario,
  run: SupplyRun,
  supply: QueueSupply,
  offer: PartnerOffer,
): Feasibility {
  const first = firstPeriod(offer.start, run.periods);
  const course = { months: 12 * run.fraction, fraction: run.fraction, first };
  const cost = offerCost(offer, supply.workload, course);
  const hours = neededHours(run, offer);
  const needed = hours === undefined ? null : finite(sumOf(hours.slice(first)));
  const { basis, perHour } = costOf(offer, supply);
  const handling = sumOf(cost.handlingHours);
  const charge = sumOf(cost.charge) / offer.currencyRate;
  const isBilledByHour = offer.pricing === 'perHour' || offer.pricing === 'perFte';
  const paid = isBilledByHour ? handling / offer.occupancy : ratio(charge, perHour);
  const coverage = ratio(paid, needed);
  const fteHours = offer.hoursPerFteMonth * Math.max(0, run.periods.length - first) * course.months;
  const queue = scenario.queues.find(({ id }) => id === offer.queue);
  const { serviceLevel, within } = offer.goal ?? queue?.goal ?? { serviceLevel: undefined, within: 0 };
  const hoursNeeded = figure('hoursNeeded', needed, [], needed === null ? 'out-of-range' : undefined);
  const hoursPaid = figure('hoursPaid', paid, [
    { label: 'Charge', unit: 'money', value: charge },
    { label: 'Cost of a production hour', unit: 'moneyPerHour', value: perHour },
    { label: 'Handling hours', unit: 'hours', value: handling },
  ]);
  const both = [asInput(hoursNeeded), asInput(hoursPaid)];
  const occupancy = ratio(handling, needed);
  const price = coverage === null || coverage === 0 ? null : offer.price / coverage;
  const none = (value: number | null) => (value === null ? ('nothing-to-divide' as const) : undefined);
  return {
    goal: serviceLevel === undefined ? null : { serviceLevel, within },
    isFeasible: coverage === null ? null : coverage >= 1 - LAST_DIGITS,
    costPerHour: perHour,
    costBasis: basis,
    hoursNeeded,
    hoursPaid,
    coverage: figure('coverage', coverage, both, none(coverage)),
    agentsNeeded: figure('agentsNeeded', ratio(needed, fteHours), [asInput(hoursNeeded)]),
    agentsPaid: figure('agentsPaid', ratio(paid, fteHours), [asInput(hoursPaid)]),
    occupancy: figure('occupancy', occupancy, [asInput(hoursNeeded)], none(occupancy)),
    feasiblePrice: figure('feasiblePrice', price, both, none(price)),
  };
}
