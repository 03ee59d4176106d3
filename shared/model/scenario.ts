import { z } from 'zod';
import {
  attritionCause,
  automation,
  cancelledHire,
  kpiTarget,
  kpiReading,
  sourcing,
  vacancy,
} from './decidingSchemas.ts';
import { above0, atLeast0, id, isoDate, number, series, share, text } from './schemaParts.ts';
import { unitNames } from './units.ts';

/**
 * The scenario document: what a file or the database holds. Parsing fills in the defaults, so the engine never asks
 * whether a field is there. Rules that need more than one field stand in `validate.ts`.
 */

const calendar = z.strictObject({
  start: isoDate,
  periods: number({ min: 1, max: 600, isInteger: true }),
  grain: z.enum(['month', 'week']),
  demandBasis: z.enum(['days', 'months']).default('days'),
  fiscalYearStart: number({ min: 1, max: 12, isInteger: true }).default(1),
  holidays: z.array(isoDate).default([]),
});

const driver = z.strictObject({ id, name: text.optional(), unit: text.optional(), value: series({}) });

const segment = z.strictObject({
  id,
  name: text.optional(),
  openingCustomers: number(atLeast0),
  newCustomers: series(atLeast0).default(0),
  deals: series(atLeast0).default(0),
  winRate: series(share).default(1),
  customersPerDeal: series(atLeast0).default(1),
  churn: series(share).default(0),
  revenuePerCustomer: series(atLeast0).default(0),
  grossMargin: number({ max: 1 }).default(1),
  churnPerAbandon: number(atLeast0).default(0),
  baselineAbandonRate: number(share).default(0),
});

const demand = z.strictObject({
  segment: id,
  contactsPerCustomer: series(atLeast0).default(0),
  contactsPerNewCustomer: series(atLeast0).default(0),
});

const handleTime = z.strictObject({
  talk: series(atLeast0).default(0),
  hold: series(atLeast0).default(0),
  wrapUp: series(atLeast0).default(0),
});

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayWeights = z.array(number(atLeast0)).optional();

const profile = z.strictObject({
  intervalMinutes: number({ min: 1, max: 1440, isInteger: true }),
  weights: z.strictObject({
    mon: dayWeights,
    tue: dayWeights,
    wed: dayWeights,
    thu: dayWeights,
    fri: dayWeights,
    sat: dayWeights,
    sun: dayWeights,
  }),
});

const goal = z.strictObject({
  serviceLevel: number(atLeast0).optional(),
  within: number(atLeast0).default(0),
  asa: number({}).optional(),
  maxOccupancy: number({}).optional(),
  maxAbandon: number({}).optional(),
  minAgents: number(atLeast0).default(0),
  rounding: z.enum(['up', 'fractional']).default('up'),
  abandonsCount: z.enum(['offered', 'answered', 'excludeShort']).default('offered'),
});

const SEASONS = 'a list of 12 numbers of at least 0, January first';

const queue = z.strictObject({
  id,
  name: text.optional(),
  channel: z.string().min(1).max(64),
  demand: z.array(demand).default([]),
  volume: series(atLeast0).default(0),
  seasonality: z
    .union([z.array(number(atLeast0)).length(12, { error: SEASONS }), number(atLeast0)], { error: SEASONS })
    .default(1),
  deflection: series(share).default(0),
  fcr: series(share).default(1),
  recontact: series(share).default(0),
  handleTime: handleTime.default({ talk: 0, hold: 0, wrapUp: 0 }),
  concurrency: number({ min: 1 }).default(1),
  closedOnHolidays: z.boolean().default(true),
  pooled: z.boolean().default(true),
  holidayDemandLost: number(share).default(0),
  profile,
  model: z.enum(['erlangC', 'erlangA', 'workload']),
  patience: series(above0).optional(),
  goal,
  clearBacklog: number(share).default(1),
  telecomPerMinute: series(atLeast0).default(0),
  priority: number({ min: 1, isInteger: true }).optional(),
});

const event = z.strictObject({
  name: text,
  queues: z.array(id),
  uplift: number({ min: -1 }),
  from: isoDate,
  to: isoDate,
});

const shrinkage = z.strictObject({
  outOfOffice: z.record(id, series(share)).default({}),
  inOffice: z.record(id, series(share)).default({}),
});

const ramp = z.strictObject({
  trainingWeeks: number(atLeast0).default(0),
  nestingWeeks: number(atLeast0).default(0),
  nestingProductivity: number(share).default(0),
  rampWeeks: number(atLeast0).default(0),
});

const hiring = z.discriminatedUnion(
  'mode',
  [
    z.strictObject({
      mode: z.literal('manual'),
      perMonth: series(atLeast0).default(0),
      classes: z.array(z.strictObject({ start: isoDate, people: number(atLeast0) })).default([]),
    }),
    z.strictObject({ mode: z.literal('follow'), coverage: number(atLeast0).default(1) }),
    z.strictObject({
      mode: z.literal('auto'),
      coverage: number(atLeast0).default(1),
      classSize: number({ min: 1, isInteger: true }).default(1),
      maxPerPeriod: number({ min: 0, isInteger: true }),
      leadTimeWeeks: number(atLeast0).default(0),
      tailPeriods: number({ min: 0, max: 120, isInteger: true }).default(0),
      shortagePrice: number(atLeast0),
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? 'one of "manual", "follow", "auto"' : undefined) },
);

const pay = z.strictObject({
  hourlyWage: series(atLeast0).optional(),
  annualSalary: series(atLeast0).optional(),
  bonusRate: number(atLeast0).default(0),
  statutoryBurden: number(atLeast0).default(0),
  benefitsBurden: number(atLeast0).default(0),
  overtimeMultiplier: number({ min: 1 }).default(1.5),
  overtimeMax: number(atLeast0).default(0),
});

const costs = z.strictObject({
  costPerHire: number(atLeast0).default(0),
  trainingPerHire: number(atLeast0).default(0),
  severancePerLeaver: number(atLeast0).default(0),
  technologyPerSeat: series(atLeast0).default(0),
  seatsPerHead: number(atLeast0).default(1),
  facilityPerSeat: series(atLeast0).default(0),
});

const support = z.strictObject({
  role: z.string().regex(/^[^.[\]]{1,100}$/, {
    error: 'a text of 1 to 100 characters without ".", "[" and "]", which paths are made of',
  }),
  span: number(above0),
  annualSalary: series(atLeast0).default(0),
  seat: z.boolean().default(true),
});

const vendor = z.strictObject({
  pricing: z.enum(['perHour', 'perContact', 'perMinute', 'perFte']),
  price: series(atLeast0).default(0),
  slaTiers: z.array(z.strictObject({ atLeast: number(share), adjust: number({ min: -1 }) })).default([]),
});

const staffGroup = z.strictObject({
  id,
  name: text.optional(),
  queues: z.array(z.strictObject({ id, share: series(share).default(1) })),
  weeklyHours: number(above0),
  hoursBasis: z.enum(['workingDays', 'calendar', 'average']).default('workingDays'),
  workDaysPerWeek: number({ min: 0, max: 7, isMinExcluded: true }).default(5),
  observesHolidays: z.boolean().default(true),
  scheduleEfficiency: number({ min: 0, max: 1, isMinExcluded: true }).default(1),
  shrinkage: shrinkage.default({ outOfOffice: {}, inOffice: {} }),
  proficientHeadcount: number(atLeast0),
  openingCohorts: z
    .array(z.strictObject({ weeksSinceJoining: number(atLeast0), people: number(atLeast0) }))
    .default([]),
  fteRatio: number({ ...above0, max: 2 }).default(1),
  attrition: series(atLeast0),
  newHireWeeks: number(atLeast0).default(0),
  newHireFactor: number(atLeast0).default(1),
  trainingDropout: number(share).default(0),
  ramp: ramp.default({ trainingWeeks: 0, nestingWeeks: 0, nestingProductivity: 0, rampWeeks: 0 }),
  hiring,
  pay: pay.optional(),
  costs: costs.default(costs.parse({})),
  support: z.array(support).default([]),
  vendor: vendor.optional(),
  attritionCauses: z.array(attritionCause).optional(),
  vacancy: vacancy.optional(),
});

const budgetLine = z.strictObject({
  id,
  name: text.optional(),
  account: text.optional(),
  perMonth: series({}),
});

const effect = z.strictObject({
  target: z.string().min(1).max(300),
  op: z.enum(['multiply', 'add', 'set']),
  value: number({}),
  confidence: number(share).default(1),
});

const initiative = z.strictObject({
  id,
  name: text.optional(),
  start: isoDate,
  rampMonths: number(atLeast0).default(0),
  oneOff: number({}).default(0),
  recurring: series({}).default(0),
  effects: z.array(effect).default([]),
  kpi: text.optional(),
  priority: text.optional(),
  benefitType: z.enum(['cashable', 'avoidedHire', 'capacity', 'soft']).optional(),
  /** Hires of groups planned by hand that are not made because of it: what turns saved time into money. */
  cancelledHires: z.array(cancelledHire).optional(),
  /** What was promised for its KPI; without one, what its first effect does to its input. */
  kpiTarget: kpiTarget.optional(),
  /** What its KPI came to after approval. */
  tracking: z.array(kpiReading).optional(),
  /** False while it is kept but left out of the plan. */
  isCounted: z.boolean().optional(),
  /** What its effects are worked out from where it takes contacts away from agents. */
  automation: automation.optional(),
});

const uncertainInput = z.strictObject({
  target: z.string().min(1).max(300),
  distribution: z.enum(['normal', 'lognormal', 'triangular', 'pert', 'uniform']),
  mean: number({}).optional(),
  deviation: number(atLeast0).optional(),
  low: number({}).optional(),
  mode: number({}).optional(),
  high: number({}).optional(),
});

/** A measure of the user's own: a formula over the plan's names, for every member of one kind. */
const ownLine = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, {
    error: 'an id: a letter, then at most 63 letters, digits or "_", so that formulas can name it',
  }),
  name: text.optional(),
  scope: z.enum(['plan', 'segments', 'queues', 'groups']),
  formula: z.string().min(1).max(2000),
  unit: z.enum(unitNames).default('number'),
  rollup: z.enum(['sum', 'mean', 'first', 'last', 'formula']).default('formula'),
  text: text.default(''),
  target: number({}).optional(),
  owner: text.optional(),
  /** The decision that this measure serves. */
  decision: text.optional(),
});

const assumption = z.strictObject({
  source: text.optional(),
  owner: text.optional(),
  confidence: text.optional(),
  reviewed: isoDate.optional(),
  note: text.optional(),
});

export const scenarioSchema = z.strictObject({
  format: z.literal('headroom/scenario'),
  version: z.literal(1),
  name: z.string().min(1).max(200),
  notes: text.default(''),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'a currency code of three capital letters, such as EUR' }),
  discountRate: number({ min: -1, isMinExcluded: true }).default(0),
  calendar,
  drivers: z.array(driver).default([]),
  segments: z.array(segment).default([]),
  queues: z.array(queue).default([]),
  events: z.array(event).default([]),
  staffGroups: z.array(staffGroup).default([]),
  budgetLines: z.array(budgetLine).default([]),
  initiatives: z.array(initiative).default([]),
  statusQuoDrift: z.array(initiative).default([]),
  ownLines: z.array(ownLine).default([]),
  uncertain: z.array(uncertainInput).default([]),
  assumptions: z.record(z.string(), assumption).default({}),
  sourcing: sourcing.optional(),
});

/** A scenario as files and the database hold it: defaults may be absent. */
export type ScenarioDocument = z.input<typeof scenarioSchema>;
/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Queue = Scenario['queues'][number];
export type StaffGroup = Scenario['staffGroups'][number];
export type Initiative = Scenario['initiatives'][number];
export type OwnLine = Scenario['ownLines'][number];
export type Goal = Queue['goal'];
