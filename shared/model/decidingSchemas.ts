import { z } from 'zod';
import { above0, atLeast0, id, isoDate, number, share, text } from './schemaParts.ts';

/** The optional parts of a scenario that only decisions read: nothing in them moves a measure of the plan itself. */

/** People of a group planned by hand who are not hired in the period that holds the date. */
export const cancelledHire = z.strictObject({ group: id, date: isoDate, people: number(above0) });

/** Where the KPI stood and what it was promised to reach. */
export const kpiTarget = z.strictObject({ from: number({}), to: number({}) });

export const kpiReading = z.strictObject({ date: isoDate, value: number({}), note: text.optional() });

/**
 * A chatbot or self-service in front of one queue: what the effects and the running cost of its initiative are worked out
 * from. Adoption is the ramp of the initiative.
 */
export const automation = z.strictObject({
  queue: id,
  /** Share of the contacts that end without an agent, as its vendor counts them. */
  containedShare: number(share).default(0),
  /** What those contacts take an agent today. */
  containedSeconds: number(atLeast0).default(0),
  /** Share of the contained who come back to an agent after all. */
  leakBackShare: number(share).default(0),
  /** How much longer a contact that comes back takes than it would have at first. */
  leakBackExtraSeconds: number({}).default(0),
  licencePerMonth: number(atLeast0).default(0),
  pricePerConversation: number(atLeast0).default(0),
  /** How sure the saving is. */
  confidence: number(share).default(1),
  /** Without these, what the plan says of the queue. */
  contactsPerMonth: number(atLeast0).optional(),
  ahtSeconds: number(above0).optional(),
});

/** Why people leave: part of all leavers, and how much of it could be avoided and is regretted. */
export const attritionCause = z.strictObject({
  cause: z.string().min(1).max(200),
  share: number(share),
  avoidable: number(share).default(0),
  regrettable: number(share).default(1),
});

/** What happens between a leaver and the one who replaces them. */
export const vacancy = z.strictObject({
  weeks: number(atLeast0).default(0),
  /** Share of the missing hours that colleagues cover by overtime. */
  coverShare: number(share).default(0),
  /** Share of the contacts of the hours not covered that nobody answers. */
  unansweredShare: number(share).default(0),
});

export const scorecardMeasures = [
  'serviceLevel',
  'asa',
  'abandonment',
  'handleTime',
  'fcr',
  'quality',
  'satisfaction',
  'availability',
  'attrition',
] as const;

const agreedMeasure = z.strictObject({
  measure: z.enum(scorecardMeasures),
  want: z.enum(['atLeast', 'atMost']),
  target: number({}),
  /** How both parties count it. */
  definition: z.string().min(1).max(2000),
});

const partnerActual = z.strictObject({
  date: isoDate,
  measure: z.enum(scorecardMeasures),
  value: number({}),
  /** Contacts that the value is an average of; 1 each where they are not known. */
  contacts: number(above0).optional(),
});

const proposedGoal = z.strictObject({
  serviceLevel: number({ min: 0, max: 1, isMinExcluded: true }),
  within: number(atLeast0),
});

/** A partner's offer for one queue. Prices in the offer's own currency, all other money in the plan's. */
export const partnerOffer = z.strictObject({
  id,
  name: text.optional(),
  queue: id,
  /** Part of the queue's contacts that the partner takes. */
  share: number({ min: 0, max: 1, isMinExcluded: true }).default(1),
  /** True for an offer that is part of the mix that is being decided. */
  isChosen: z.boolean().default(false),
  start: isoDate.optional(),
  pricing: z.enum(['perHour', 'perContact', 'perMinute', 'perFte']),
  price: number(atLeast0),
  /** Price by volume: the band with the highest `from` that the month's units reach. */
  bands: z.array(z.strictObject({ from: number(atLeast0), price: number(atLeast0) })).default([]),
  /** `all`: one price for all units; `graduated`: each band's price for the units inside it. */
  bandRule: z.enum(['all', 'graduated']).default('all'),
  /** Growth of the price per year. */
  indexation: number({ min: -1, isMinExcluded: true }).default(0),
  /** Handling ÷ production hours: what a bought hour yields. */
  occupancy: number({ min: 0, max: 1, isMinExcluded: true }).default(0.85),
  /** Production hours that one bought FTE puts in per month. */
  hoursPerFteMonth: number(above0).default(130),
  /** The partner's handle time against the plan's. */
  handleTimeFactor: number(above0).default(1),
  /** More contacts because fewer are resolved, as a share of contacts. */
  repeats: number(atLeast0).default(0),
  oversightPerMonth: number(atLeast0).default(0),
  transition: number(atLeast0).default(0),
  dualRunningMonths: number(atLeast0).default(0),
  exit: number(atLeast0).default(0),
  slaTiers: z.array(z.strictObject({ atLeast: number(share), adjust: number({ min: -1 }) })).default([]),
  /** Service level that is expected of the partner: it decides which tier is paid. */
  expectedServiceLevel: number(share).optional(),
  /** The goal that is proposed for the contract. */
  goal: proposedGoal.optional(),
  /** What a production hour costs the partner itself; without one the price of an hour, or the plan's own cost of one. */
  partnerCostPerHour: number(above0).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'a currency code of three capital letters, such as EUR' })
    .optional(),
  /** Units of the plan's currency for one unit of the offer's. */
  currencyRate: number(above0).default(1),
  agreed: z.array(agreedMeasure).default([]),
  actuals: z.array(partnerActual).default([]),
});

export const sourcing = z.strictObject({
  /** Months that the comparison runs over. */
  months: number({ min: 1, max: 120, isInteger: true }).default(36),
  /** Share of the in-house cost of what moves that stays for now: space, systems, management. */
  strandedShare: number(share).default(0),
  offers: z.array(partnerOffer).default([]),
});

export type Automation = z.output<typeof automation>;
export type PartnerOffer = z.output<typeof partnerOffer>;
export type ScorecardMeasure = (typeof scorecardMeasures)[number];
