import { presentValue } from '#shared/finance/discounting.ts';
import type { PartnerOffer } from '../../decidingSchemas.ts';
import { asInput, type Figure, figuresOf, ratio, sumOf } from '../figure.ts';
import { firstPeriod, type QueueSupply, type SupplyRun } from './inHouse.ts';
import { type Course, dualShare, offerCost, type OfferCost } from './offerCost.ts';

const figure = figuresOf('sourcing', {
  total: {
    label: 'Total cost',
    unit: 'money',
    text: 'All that is paid over the comparison for the contacts of the queue, whoever handles them.',
    formula: 'in-house + partner + oversight + transition + dual running + exit + stranded',
  },
  presentValue: {
    label: 'Total cost today',
    unit: 'money',
    text: 'The same as a present value: transition at the start of its period, everything else at the end.',
    formula: 'Σ transition/(1 + r)^(t·y) + other cost/(1 + r)^((t + 1)·y)',
  },
  saving: {
    label: 'Less than in-house',
    unit: 'money',
    text: 'How much less it costs than doing all of it in-house; negative is more.',
    formula: 'total cost in-house − total cost',
  },
  perContact: {
    label: 'Cost per contact',
    unit: 'moneyPerContact',
    text: 'Total cost for each contact that customers bring; repeats that a partner causes are in the cost, not in the contacts.',
    formula: 'total cost/contacts of the plan',
  },
});

export const costLines = [
  'inHouse',
  'partner',
  'oversight',
  'transition',
  'dualRunning',
  'exit',
  'stranded',
] as const;
export type SourcingLine = (typeof costLines)[number];

/** One way to supply a queue: all in-house, one offer and the rest in-house, or the chosen offers together. */
export interface Alternative {
  readonly kind: 'inHouse' | 'offer' | 'mix';
  /** Of the offer. */
  readonly id: string;
  readonly name: string;
  /** By period. */
  readonly lines: Readonly<Record<SourcingLine, readonly number[]>>;
  readonly cashFlow: readonly number[];
  /** By year of the comparison; the last one may be a part. */
  readonly years: readonly number[];
  readonly totals: Readonly<Record<SourcingLine, number>>;
  readonly total: Figure;
  readonly presentValue: Figure;
  readonly saving: Figure;
  readonly perContact: Figure;
}

/** What every alternative of a queue is worked out from. */
export interface Basis {
  readonly run: SupplyRun;
  readonly supply: QueueSupply;
  readonly rate: number;
  readonly strandedShare: number;
}

export type Lines = Record<SourcingLine, readonly number[]>;

/** Where an offer's part of the comparison runs. */
export function courseOf({ run }: Basis, offer: PartnerOffer): Course {
  return { months: 12 * run.fraction, fraction: run.fraction, first: firstPeriod(offer.start, run.periods) };
}

/** The cost of a queue with some of it at partners: what is not moved stays in-house, some of what moves is stranded. */
export function linesWith(basis: Basis, offers: readonly PartnerOffer[]): Lines {
  const { supply, strandedShare } = basis;
  const periods = supply.workload.hours;
  const parts = offers.map((offer) => {
    const course = courseOf(basis, offer);
    return { offer, course, cost: offerCost(offer, supply.workload, course) };
  });
  const each = (pick: (cost: OfferCost) => readonly number[]) =>
    periods.map((_, t) => sumOf(parts.map(({ cost }) => pick(cost)[t] ?? 0)));
  const own = supply.inHouseCost ?? periods.map(() => 0);
  const moved = (t: number, weight: (part: (typeof parts)[number]) => number) =>
    sumOf(parts.map((part) => (t >= part.course.first ? part.offer.share * weight(part) : 0)));
  return {
    inHouse: own.map((cost, t) => cost * Math.max(0, 1 - moved(t, () => 1))),
    partner: each(({ charge }) => charge),
    oversight: each(({ oversight }) => oversight),
    transition: each(({ transition }) => transition),
    dualRunning: own.map((cost, t) => cost * moved(t, ({ offer, course }) => dualShare(offer, t, course))),
    exit: each(({ exit }) => exit),
    stranded: own.map(
      (cost, t) => cost * strandedShare * moved(t, ({ offer, course }) => 1 - dualShare(offer, t, course)),
    ),
  };
}

/** Present value of all that an alternative costs. */
export function presentValueOf(lines: Lines, rate: number, fraction: number): number {
  const late = lines.inHouse.map((_, t) =>
    sumOf(costLines.map((line) => (line === 'transition' ? 0 : (lines[line][t] ?? 0)))),
  );
  return presentValue({ atStart: lines.transition, atEnd: late, yearFraction: fraction }, rate);
}

function totalsOf(lines: Lines): Record<SourcingLine, number> {
  return {
    inHouse: sumOf(lines.inHouse),
    partner: sumOf(lines.partner),
    oversight: sumOf(lines.oversight),
    transition: sumOf(lines.transition),
    dualRunning: sumOf(lines.dualRunning),
    exit: sumOf(lines.exit),
    stranded: sumOf(lines.stranded),
  };
}

function yearsOf(flow: readonly number[], fraction: number): readonly number[] {
  const count = Math.ceil(flow.length * fraction - 1e-9);
  return Array.from({ length: count }, (_, year) =>
    sumOf(flow.filter((_cost, t) => Math.floor(t * fraction + 1e-9) === year)),
  );
}

/** An alternative with its totals and figures. */
export function alternativeOf(
  basis: Basis,
  about: Pick<Alternative, 'kind' | 'id' | 'name'>,
  lines: Lines,
): Alternative {
  const { run, rate, supply } = basis;
  const flow = lines.inHouse.map((_, t) => sumOf(costLines.map((line) => lines[line][t] ?? 0)));
  const totals = totalsOf(lines);
  const whole = sumOf(flow);
  const inputs = costLines.map((line) => ({ label: line, unit: 'money' as const, value: totals[line] }));
  const total = figure('total', whole, inputs);
  const own = supply.inHouseCost === undefined ? null : sumOf(supply.inHouseCost);
  const contacts = sumOf(supply.workload.contacts);
  const perContact = ratio(whole, contacts);
  const today = presentValueOf(lines, rate, run.fraction);
  return {
    ...about,
    lines,
    cashFlow: flow,
    years: yearsOf(flow, run.fraction),
    totals,
    total,
    presentValue: figure('presentValue', today, [
      asInput(total),
      { label: 'Discount rate', unit: 'sharePerYear', value: rate, path: 'discountRate' },
    ]),
    saving: figure(
      'saving',
      own === null ? null : own - whole,
      [asInput(total)],
      own === null ? 'not-in-house' : undefined,
    ),
    perContact: figure(
      'perContact',
      perContact,
      [asInput(total), { label: 'Contacts', unit: 'contacts', value: contacts }],
      perContact === null ? 'nothing-to-divide' : undefined,
    ),
  };
}
