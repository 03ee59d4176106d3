import { meanProficiency } from '../../blocks/people.ts';
import type { StaffGroup } from '../../scenario.ts';
import type { Unit } from '../../units.ts';
import { asInput, type Figure, type FigureInput, figuresOf, sumOf } from '../figure.ts';

/** What one leaver costs depends on, beyond what stands in the group itself. */
export interface LeaverFacts {
  /** Gross pay of an hour. */
  readonly wagePerHour: number;
  readonly shrinkage: number;
  readonly vacancyWeeks: number;
  readonly coverShare: number;
  /** Contacts that nobody answers while the place is empty. */
  readonly unanswered: number;
  readonly churnPerAbandon: number;
  /** Margin of a customer from now until they leave. */
  readonly valuePerCustomer: number;
}

const figure = figuresOf('leaver', {
  recruiting: {
    label: 'Recruiting',
    unit: 'moneyPerPerson',
    text: 'Finding those who start, drop-outs included: one who stays takes more than one hire.',
    formula: 'cost per hire/(1 − training drop-out)',
  },
  training: {
    label: 'Training',
    unit: 'moneyPerPerson',
    text: 'Trainers and material for those who start, drop-outs included.',
    formula: 'training per hire/(1 − training drop-out)',
  },
  traineePay: {
    label: 'Pay of trainees',
    unit: 'moneyPerPerson',
    text: 'Pay over the weeks of training, without contacts, drop-outs included.',
    formula: 'training weeks · weekly hours · FTE per person · wage · (1 + burdens)/(1 − training drop-out)',
  },
  rampPay: {
    label: 'Pay without output in nesting and ramp',
    unit: 'moneyPerPerson',
    text: 'Pay for the output that a newcomer does not reach yet.',
    formula: 'Σ weeks (1 − proficiency) · weekly hours · FTE per person · wage · (1 + burdens)',
  },
  vacancyCover: {
    label: 'Cover of the vacancy',
    unit: 'moneyPerPerson',
    text: 'What overtime costs beyond normal pay while the place is empty.',
    formula:
      'vacancy weeks · weekly hours · FTE per person · (1 − shrinkage) · covered share · wage · (overtime multiplier − 1)',
  },
  severance: {
    label: 'Severance',
    unit: 'moneyPerPerson',
    text: 'Paid to one leaver on average.',
    formula: 'severance per leaver',
  },
  lostCustomers: {
    label: 'Customers lost',
    unit: 'moneyPerPerson',
    text: 'Value of the customers who leave because nobody answered.',
    formula: 'contacts left unanswered · churn per abandoned contact · value per customer',
  },
  full: {
    label: 'Full cost of one leaver',
    unit: 'moneyPerPerson',
    text: 'All parts together. A view of what stands in the plan already, never added to it.',
    formula:
      'recruiting + training + pay of trainees + pay without output + cover + severance + customers lost',
  },
  counted: {
    label: 'Hiring and training only',
    unit: 'moneyPerPerson',
    text: 'What most budgets count.',
    formula: 'recruiting + training',
  },
  hidden: {
    label: 'What most budgets do not count',
    unit: 'moneyPerPerson',
    text: 'The rest of the full cost.',
    formula: 'full cost − hiring and training only',
  },
});

export interface LeaverCost {
  readonly parts: readonly Figure[];
  readonly full: Figure;
  readonly counted: Figure;
  readonly hidden: Figure;
}

function input(label: string, unit: Unit, value: number, path?: string): FigureInput {
  return { label, unit, value, ...(path === undefined ? {} : { path }) };
}

/** Weeks of output that nesting and ramp lose; training is counted apart. */
export function rampLostWeeks({ ramp }: Pick<StaffGroup, 'ramp'>): number {
  const weeks = ramp.nestingWeeks + ramp.rampWeeks;
  return weeks === 0 ? 0 : weeks * (1 - meanProficiency(ramp, ramp.trainingWeeks, weeks));
}

function peopleParts(group: StaffGroup, wage: number): readonly Figure[] {
  const { costs, trainingDropout, weeklyHours, fteRatio, ramp } = group;
  const path = `staffGroups.${group.id}`;
  const stays = 1 - trainingDropout;
  const burdens = (group.pay?.statutoryBurden ?? 0) + (group.pay?.benefitsBurden ?? 0);
  const weekPay = weeklyHours * fteRatio * wage * (1 + burdens);
  const dropout = input('Training drop-out', 'share', trainingDropout, `${path}.trainingDropout`);
  const week = input('Pay of a week with burdens', 'moneyPerPerson', weekPay);
  const perHire = input(
    'Recruiting per hire',
    'moneyPerPerson',
    costs.costPerHire,
    `${path}.costs.costPerHire`,
  );
  const each = input(
    'Training per hire',
    'moneyPerPerson',
    costs.trainingPerHire,
    `${path}.costs.trainingPerHire`,
  );
  const weeks = input('Training weeks', 'weeks', ramp.trainingWeeks, `${path}.ramp.trainingWeeks`);
  const lost = rampLostWeeks(group);
  return [
    figure('recruiting', costs.costPerHire / stays, [perHire, dropout]),
    figure('training', costs.trainingPerHire / stays, [each, dropout]),
    figure('traineePay', (ramp.trainingWeeks * weekPay) / stays, [weeks, week, dropout]),
    figure('rampPay', lost * weekPay, [
      input('Weeks of output lost in nesting and ramp', 'weeks', lost),
      week,
    ]),
  ];
}

function otherParts(group: StaffGroup, facts: LeaverFacts): readonly Figure[] {
  const { weeklyHours, fteRatio, costs, pay } = group;
  const path = `staffGroups.${group.id}`;
  const premium = (pay?.overtimeMultiplier ?? 1) - 1;
  const hours = facts.vacancyWeeks * weeklyHours * fteRatio * (1 - facts.shrinkage);
  const { severancePerLeaver } = costs;
  const paid = input('Severance', 'moneyPerPerson', severancePerLeaver, `${path}.costs.severancePerLeaver`);
  return [
    figure('vacancyCover', hours * facts.coverShare * facts.wagePerHour * premium, [
      input('Weeks empty', 'weeks', facts.vacancyWeeks, `${path}.vacancy.weeks`),
      input('Hours missing', 'hours', hours),
      input('Covered by overtime', 'share', facts.coverShare, `${path}.vacancy.coverShare`),
      input('Wage per hour', 'moneyPerHour', facts.wagePerHour),
      input('Overtime premium', 'factor', premium, `${path}.pay.overtimeMultiplier`),
    ]),
    figure('severance', severancePerLeaver, [paid]),
    figure('lostCustomers', facts.unanswered * facts.churnPerAbandon * facts.valuePerCustomer, [
      input('Contacts left unanswered', 'contacts', facts.unanswered),
      input('Churn per abandoned contact', 'share', facts.churnPerAbandon),
      input('Value per customer', 'moneyPerPerson', facts.valuePerCustomer),
    ]),
  ];
}

/**
 * What one leaver of a group costs, in its parts, beside what most budgets count.
 *
 * Where everybody drops out of training no number of hires gives one who stays: the figures have no value then.
 */
export function leaverCost(group: StaffGroup, facts: LeaverFacts): LeaverCost {
  const parts = [...peopleParts(group, facts.wagePerHour), ...otherParts(group, facts)];
  const values = parts.map(({ value }) => value ?? Number.NaN);
  const full = figure('full', sumOf(values), parts.map(asInput));
  const counted = figure('counted', sumOf(values.slice(0, 2)), parts.slice(0, 2).map(asInput));
  return {
    parts,
    full,
    counted,
    hidden: figure('hidden', sumOf(values.slice(2)), [asInput(full), asInput(counted)]),
  };
}
