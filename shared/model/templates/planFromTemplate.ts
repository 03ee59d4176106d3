import { benchmarks, benchmarkSource } from '../assumptions/benchmarks.ts';
import { profileOf, shapedGrid } from '../profiles/shapes.ts';
import type { ScenarioDocument } from '../scenario.ts';
import type { Template, TemplateChoices, TemplateId, TemplateNumbers } from './define.ts';
import { templates } from './packs.ts';

/** The words that a plan made from a template is written in. */
export interface TemplateTexts {
  readonly customers: string;
  readonly voice: string;
  readonly chat: string;
  readonly email: string;
  readonly team: string;
  readonly lead: string;
  readonly platform: string;
  readonly notes: string;
  /** Source of the numbers that were typed. */
  readonly typed: string;
  /** Source of those that came with the pack. */
  readonly practice: string;
  /** Why first contacts are fewer than contacts. */
  readonly firstContacts: string;
}

type Queue = NonNullable<ScenarioDocument['queues']>[number];
type Group = NonNullable<ScenarioDocument['staffGroups']>[number];
type Assumptions = NonNullable<ScenarioDocument['assumptions']>;

const PERIODS = 24;
const INTERVAL_MINUTES = 30;
const WEEKLY_HOURS = 40;
const PAID_HOURS_PER_YEAR = 52 * WEEKLY_HOURS;
const WAGE_GROWTH = 0.03;
const LEAD_PAY_FACTOR = 1.35;
/** How a handle time is made up. */
const TALK = 0.72;
const HOLD = 0.08;

function tidy(value: number): number {
  return Number(value.toPrecision(10));
}

/**
 * New customers a month with which customers grow by a rate per year in spite of churn; a decline that is faster than the
 * churn of the pack is a higher churn.
 */
export function growthInputs(
  customers: number,
  growthPerYear: number,
  churnPerMonth: number,
): { readonly newCustomers: number; readonly churn: number } {
  const perMonth = (1 + growthPerYear) ** (1 / 12) - 1;
  const churn = Math.max(churnPerMonth, -perMonth);
  return { newCustomers: tidy(customers * (perMonth + churn)), churn: tidy(churn) };
}

/** Components that come to a shrinkage in all: half of it out of the office, the rest of what is left in it. */
export function shrinkageParts(shrinkage: number) {
  const out = shrinkage / 2;
  const inside = 1 - (1 - shrinkage) / (1 - out);
  return {
    outOfOffice: { leave: tidy(out * 0.75), sickness: tidy(out * 0.25) },
    inOffice: {
      breaks: tidy(inside * 0.6),
      training: tidy(inside * 0.25),
      meetings: tidy(inside * 0.15),
    },
  };
}

function handleTimeOf(seconds: number) {
  return {
    talk: tidy(seconds * TALK),
    hold: tidy(seconds * HOLD),
    wrapUp: tidy(seconds * (1 - TALK - HOLD)),
  };
}

/** First contacts of a customer a month, repeats taken off. */
function firstContacts({ fcr, recontact }: Template, contacts: number): number {
  return tidy(contacts * (1 - (1 - fcr) * recontact));
}

function queuesOf(template: Template, numbers: TemplateNumbers, texts: TemplateTexts): readonly Queue[] {
  const { side, seasonality, shape, fcr, recontact } = template;
  const contacts = firstContacts(template, numbers.contactsPerCustomerMonth);
  const common = {
    seasonality: [...seasonality],
    fcr,
    recontact,
    profile: profileOf(shapedGrid(shape, INTERVAL_MINUTES), INTERVAL_MINUTES),
  };
  const sideShare = side?.share ?? 0;
  const voice: Queue = {
    ...common,
    id: 'voice',
    name: texts.voice,
    channel: 'voice',
    demand: [{ segment: 'customers', contactsPerCustomer: tidy(contacts * (1 - sideShare)) }],
    handleTime: handleTimeOf(numbers.handleTimeSeconds),
    model: 'erlangA',
    patience: template.patienceSeconds,
    goal: { serviceLevel: numbers.serviceGoal, within: template.withinSeconds, maxOccupancy: 0.88 },
  };
  if (side === undefined) return [voice];
  const isChat = side.channel === 'chat';
  const second: Queue = {
    ...common,
    id: side.channel,
    name: texts[side.channel],
    channel: side.channel,
    demand: [{ segment: 'customers', contactsPerCustomer: tidy(contacts * sideShare) }],
    handleTime: { talk: side.handleTimeSeconds },
    ...(isChat
      ? {
          concurrency: 2,
          model: 'erlangA' as const,
          patience: 180,
          goal: { serviceLevel: numbers.serviceGoal, within: 60, maxOccupancy: 0.88 },
        }
      : { model: 'workload' as const, goal: { maxOccupancy: 0.88 } }),
  };
  return [voice, second];
}

function payOf(numbers: TemplateNumbers, { payBasis }: TemplateChoices) {
  const pay = { base: numbers.pay, growth: WAGE_GROWTH };
  const burdens = { statutoryBurden: 0.25, benefitsBurden: 0.05, overtimeMax: 0.05 };
  return payBasis === 'hour' ? { hourlyWage: pay, ...burdens } : { annualSalary: pay, ...burdens };
}

function groupOf(
  template: Template,
  numbers: TemplateNumbers,
  choices: TemplateChoices,
  texts: TemplateTexts,
  queues: readonly Queue[],
): Group {
  const annualPay = choices.payBasis === 'hour' ? numbers.pay * PAID_HOURS_PER_YEAR : numbers.pay;
  const { costPerHire, trainingPerHire, technologyPerSeat, facilityPerSeat, leadSpan } = template;
  return {
    id: 'team',
    name: texts.team,
    queues: queues.map(({ id }) => ({ id, share: 1 })),
    weeklyHours: WEEKLY_HOURS,
    shrinkage: shrinkageParts(numbers.shrinkage),
    proficientHeadcount: numbers.teamToday,
    attrition: template.attritionPerYear,
    newHireWeeks: 13,
    newHireFactor: 1.8,
    ramp: template.ramp,
    hiring: { mode: 'follow', coverage: 1 },
    pay: payOf(numbers, choices),
    costs: { costPerHire, trainingPerHire, technologyPerSeat, facilityPerSeat },
    support: [{ role: texts.lead, span: leadSpan, annualSalary: Math.round(annualPay * LEAD_PAY_FACTOR) }],
  };
}

/** What others publish about an input, or that it is practice. */
function sourceOf(id: string, texts: TemplateTexts): string {
  const benchmark = benchmarks.find((one) => one.id === id);
  return benchmark === undefined ? texts.practice : benchmarkSource(benchmark);
}

function assumptionsOf(
  queues: readonly Queue[],
  choices: TemplateChoices,
  texts: TemplateTexts,
): Assumptions {
  const typed = { source: texts.typed };
  const practice = { source: texts.practice, confidence: 'low' };
  const payPath = choices.payBasis === 'hour' ? 'pay.hourlyWage' : 'pay.annualSalary';
  const byQueue = queues.flatMap(({ id }): readonly (readonly [string, Assumptions[string]])[] => [
    [`queues.${id}.demand.customers.contactsPerCustomer`, { ...typed, note: texts.firstContacts }],
    [`queues.${id}.handleTime.talk`, id === 'voice' ? typed : practice],
    [`queues.${id}.fcr`, { source: sourceOf('first-contact-resolution', texts), confidence: 'low' }],
    [`queues.${id}.recontact`, practice],
    [`queues.${id}.seasonality`, practice],
    [`queues.${id}.profile`, practice],
    [`queues.${id}.goal.maxOccupancy`, { source: sourceOf('occupancy', texts), confidence: 'low' }],
    ...(id === 'email' ? [] : [[`queues.${id}.goal.serviceLevel`, typed] as const]),
    ...(id === 'email' ? [] : [[`queues.${id}.patience`, practice] as const]),
  ]);
  const practiceOf = (...paths: readonly string[]) => paths.map((path) => [path, practice] as const);
  return Object.fromEntries([
    ['segments.customers.openingCustomers', typed],
    ['segments.customers.newCustomers', typed],
    ...practiceOf(
      'segments.customers.churn',
      'segments.customers.revenuePerCustomer',
      'segments.customers.grossMargin',
    ),
    ...byQueue,
    ['queues.voice.handleTime.hold', typed],
    ['queues.voice.handleTime.wrapUp', typed],
    ['staffGroups.team.proficientHeadcount', typed],
    [`staffGroups.team.${payPath}`, typed],
    ['staffGroups.team.shrinkage.outOfOffice.leave', typed],
    ['staffGroups.team.shrinkage.outOfOffice.sickness', typed],
    ['staffGroups.team.shrinkage.inOffice.breaks', typed],
    ['staffGroups.team.shrinkage.inOffice.training', typed],
    ['staffGroups.team.shrinkage.inOffice.meetings', typed],
    ['staffGroups.team.attrition', { source: sourceOf('attrition-us', texts), confidence: 'low' }],
    [
      'staffGroups.team.pay.statutoryBurden',
      { source: sourceOf('labour-cost-eu', texts), confidence: 'low' },
    ],
    ['staffGroups.team.pay.benefitsBurden', { source: sourceOf('benefits-us', texts), confidence: 'low' }],
    ...practiceOf(
      'staffGroups.team.weeklyHours',
      'staffGroups.team.ramp.trainingWeeks',
      'staffGroups.team.ramp.nestingWeeks',
      'staffGroups.team.ramp.nestingProductivity',
      'staffGroups.team.ramp.rampWeeks',
      'staffGroups.team.newHireWeeks',
      'staffGroups.team.newHireFactor',
      'staffGroups.team.costs.costPerHire',
      'staffGroups.team.costs.trainingPerHire',
      'staffGroups.team.costs.technologyPerSeat',
      'staffGroups.team.costs.facilityPerSeat',
      'staffGroups.team.pay.overtimeMax',
    ),
  ]);
}

/**
 * A whole plan of two years from a pack and eight numbers: customers and their growth, contacts by channel with profile and
 * season, one team that follows the requirement, its costs, and where each number comes from.
 */
export function planFromTemplate(
  pack: TemplateId,
  numbers: TemplateNumbers,
  choices: TemplateChoices,
  texts: TemplateTexts,
): ScenarioDocument {
  const template = templates[pack];
  const queues = queuesOf(template, numbers, texts);
  const { newCustomers, churn } = growthInputs(
    numbers.customers,
    numbers.growthPerYear,
    template.churnPerMonth,
  );
  const { platformPerMonth } = template;
  const growth = numbers.growthPerYear;
  return {
    format: 'headroom/scenario',
    version: 1,
    name: choices.name,
    notes: texts.notes,
    currency: choices.currency,
    calendar: { start: choices.start, periods: PERIODS, grain: 'month' },
    segments: [
      {
        id: 'customers',
        name: texts.customers,
        openingCustomers: numbers.customers,
        newCustomers: growth === 0 || newCustomers === 0 ? newCustomers : { base: newCustomers, growth },
        churn,
        revenuePerCustomer: template.revenuePerCustomerMonth,
        grossMargin: template.grossMargin,
      },
    ],
    queues: [...queues],
    staffGroups: [groupOf(template, numbers, choices, texts, queues)],
    budgetLines:
      platformPerMonth === 0 ? [] : [{ id: 'platform', name: texts.platform, perMonth: platformPerMonth }],
    assumptions: assumptionsOf(queues, choices, texts),
  };
}
