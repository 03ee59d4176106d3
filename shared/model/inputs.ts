import type { Dimension } from './members.ts';
import type { Unit } from './units.ts';

/**
 * What each input means: label, unit and text, once. The name is its path inside the member; `''` means that the member
 * itself is the input (a shrinkage component). Ranges stand in the scenario's schema, what is found elsewhere in
 * `assumptions/benchmarks.ts`.
 */
export interface InputDefinition {
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  /** False for an input that holds for the whole plan. */
  readonly isSeries: boolean;
}

function series(label: string, unit: Unit, text: string): InputDefinition {
  return { label, unit, text, isSeries: true };
}

function constant(label: string, unit: Unit, text: string): InputDefinition {
  return { label, unit, text, isSeries: false };
}

const segmentInputs = {
  openingCustomers: constant('Customers at plan start', 'customers', 'Customers when the plan begins.'),
  newCustomers: series(
    'New customers without a deal',
    'customersPerMonth',
    'Customers who come by themselves, per month.',
  ),
  deals: series('Deals', 'dealsPerMonth', 'Deals that sales works on, per month.'),
  winRate: series('Win rate', 'share', 'Share of deals that are won.'),
  customersPerDeal: series('Customers per deal', 'customersPerDeal', 'Customers that a won deal brings.'),
  churn: series('Churn', 'sharePerMonth', "Share of customers lost per month at today's service."),
  revenuePerCustomer: series(
    'Revenue per customer',
    'moneyPerCustomerMonth',
    'Revenue of an average customer per month.',
  ),
  grossMargin: constant('Gross margin', 'share', 'Share of revenue left before the cost of service.'),
  churnPerAbandon: constant(
    'Churn per abandoned contact',
    'share',
    'Share of customers lost for each contact abandoned beyond the baseline.',
  ),
  baselineAbandonRate: constant(
    'Baseline abandonment',
    'share',
    'Abandonment that the churn above already contains.',
  ),
} as const;

const queueInputs = {
  volume: series(
    'Other contacts',
    'contactsPerMonth',
    'Contacts that do not follow from customers, per month.',
  ),
  deflection: series(
    'Self-service deflection',
    'share',
    'Share of contacts that self-service resolves for good.',
  ),
  fcr: series('First-contact resolution', 'share', 'Share of contacts that resolve the matter.'),
  recontact: series('Repeat contacts', 'share', 'Share of unresolved customers who come back.'),
  'handleTime.talk': series('Talk time', 'seconds', 'Mean time in conversation, of proficient agents.'),
  'handleTime.hold': series('Hold time', 'seconds', 'Mean time on hold within a contact.'),
  'handleTime.wrapUp': series('Wrap-up time', 'seconds', 'Mean after-call work.'),
  concurrency: constant(
    'Concurrency',
    'number',
    'Contacts that one agent handles at the same time; handle time is measured at it.',
  ),
  patience: series('Patience', 'seconds', 'Mean time after which a waiting customer hangs up.'),
  telecomPerMinute: series('Telecom price', 'moneyPerMinute', 'Price of a minute of talk and hold.'),
  holidayDemandLost: constant(
    'Holiday contacts lost',
    'share',
    "Share of a closed holiday's contacts that never come; the rest moves to open days.",
  ),
  clearBacklog: constant(
    'Backlog to clear',
    'share',
    'Share of the opening backlog that the period is staffed to work off.',
  ),
  'goal.serviceLevel': constant('Service level goal', 'share', 'Share to be answered within the threshold.'),
  'goal.within': constant(
    'Service level threshold',
    'seconds',
    'Time within which an answer counts as in time.',
  ),
  'goal.asa': constant('Speed of answer goal', 'seconds', 'Longest mean wait allowed.'),
  'goal.maxOccupancy': constant(
    'Highest occupancy',
    'share',
    'Share of logged-in time that may be spent handling.',
  ),
  'goal.maxAbandon': constant('Highest abandonment', 'share', 'Share of contacts that may hang up.'),
  'goal.minAgents': constant('Fewest agents', 'agents', 'Agents present in every open interval.'),
} as const;

const groupInputs = {
  weeklyHours: constant('Weekly hours', 'hoursPerWeek', 'Paid hours of a full-time employee per week.'),
  workDaysPerWeek: constant('Work days per week', 'daysPerWeek', 'Days on which a full-time employee works.'),
  scheduleEfficiency: constant(
    'Schedule efficiency',
    'share',
    'Required hours that a schedule covers per hour staffed.',
  ),
  proficientHeadcount: constant(
    'Proficient staff at the start',
    'people',
    'People who are fully productive when the plan begins.',
  ),
  fteRatio: constant('FTE per person', 'number', 'Contracted share of full time, on average.'),
  attrition: series('Attrition', 'sharePerYear', 'Leavers per year ÷ average headcount.'),
  newHireWeeks: constant('New-hire weeks', 'weeks', 'How long a new hire leaves more easily.'),
  newHireFactor: constant('New-hire attrition factor', 'factor', 'How many times more easily.'),
  trainingDropout: constant('Training drop-out', 'share', 'Share of hires who leave at the end of training.'),
  'ramp.trainingWeeks': constant('Training weeks', 'weeks', 'Weeks in the classroom, without contacts.'),
  'ramp.nestingWeeks': constant('Nesting weeks', 'weeks', 'Weeks of supervised contacts.'),
  'ramp.nestingProductivity': constant(
    'Nesting productivity',
    'share',
    'Output in nesting against a proficient agent.',
  ),
  'ramp.rampWeeks': constant('Ramp weeks', 'weeks', 'Weeks from the end of nesting to full output.'),
  'hiring.perMonth': series('Hires per month', 'peoplePerMonth', 'People who start, per month.'),
  'hiring.coverage': constant('Coverage', 'share', 'Share of the requirement that people are kept at.'),
  'pay.hourlyWage': series('Hourly wage', 'moneyPerHour', 'Gross pay per paid hour.'),
  'pay.annualSalary': series('Annual salary', 'moneyPerYear', 'Gross pay of a full-time employee per year.'),
  'pay.bonusRate': constant('Bonus rate', 'share', 'Bonus as a share of wages.'),
  'pay.statutoryBurden': constant('Statutory burden', 'share', "Employer's contributions on pay."),
  'pay.benefitsBurden': constant('Benefits', 'share', 'Benefits on wages and bonus.'),
  'pay.overtimeMultiplier': constant(
    'Overtime multiplier',
    'factor',
    'Pay of an overtime hour against a normal one.',
  ),
  'pay.overtimeMax': constant('Overtime limit', 'share', 'Most overtime as a share of paid FTE.'),
  'costs.costPerHire': constant('Recruiting per hire', 'moneyPerPerson', 'Cost of finding one person.'),
  'costs.trainingPerHire': constant(
    'Training per hire',
    'moneyPerPerson',
    'Trainers and material for one person, without the pay of trainees.',
  ),
  'costs.severancePerLeaver': constant(
    'Severance per leaver',
    'moneyPerPerson',
    'Paid to one leaver on average.',
  ),
  'costs.technologyPerSeat': series(
    'Technology per seat',
    'moneyPerSeatMonth',
    'Licences and devices of a seat per month.',
  ),
  'costs.seatsPerHead': constant('Workplaces per head', 'peoplePerHead', 'Desks needed per person.'),
  'costs.facilityPerSeat': series(
    'Facilities per workplace',
    'moneyPerSeatMonth',
    'Rent and services of a desk per month.',
  ),
  'vendor.price': series(
    'Partner price',
    'moneyPerUnit',
    'Price per hour, contact, minute or FTE-month, as agreed.',
  ),
} as const;

/** Every input by dimension and by its path inside the member. */
export const inputDefinitions: Partial<Record<Dimension, Readonly<Record<string, InputDefinition>>>> = {
  drivers: { value: series('Driver', 'number', 'A number of your own that formulas can use.') },
  segments: segmentInputs,
  demand: {
    contactsPerCustomer: series(
      'Contacts per customer',
      'contactsPerCustomerMonth',
      'First contacts of an average customer per month.',
    ),
    contactsPerNewCustomer: series(
      'Contacts per new customer',
      'contactsPerCustomer',
      'Extra first contacts while a customer starts.',
    ),
  },
  queues: queueInputs,
  groups: groupInputs,
  routes: {
    share: series('Share of the queue', 'share', "Part of the queue's contacts that the group serves."),
  },
  outOfOffice: { '': series('Out of office', 'share', 'Paid time away: leave, sickness.') },
  inOffice: {
    '': series('In the office', 'share', 'Paid time present but not available: breaks, coaching, meetings.'),
  },
  openingCohorts: {
    weeksSinceJoining: constant(
      'Weeks since joining',
      'weeks',
      'How long ago they started when the plan begins.',
    ),
    people: constant('People', 'people', 'How many they are.'),
  },
  support: {
    span: constant('Span', 'people', 'Agents per support person.'),
    annualSalary: series('Annual salary', 'moneyPerYear', 'Gross pay of a support person per year.'),
  },
  budgetLines: {
    perMonth: series('Budget line', 'moneyPerMonth', 'A cost that does not follow from people, per month.'),
  },
  initiatives: {
    oneOff: constant('One-off cost', 'money', 'Paid in the first period that the initiative affects.'),
    recurring: series('Recurring cost', 'moneyPerMonth', 'Paid per month from then on.'),
  },
};

/** The node id of an input of a member. */
export function inputId(inputKey: string, name: string): string {
  return name === '' ? inputKey : `${inputKey}.${name}`;
}
