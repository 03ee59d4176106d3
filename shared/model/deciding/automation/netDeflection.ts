import { type Fault, fault, ok, type Problem, problemLine, type Result } from '#shared/kernel/result.ts';
import { asInput, type Figure, type FigureInput, figuresOf, ratio } from '../figure.ts';

/** What a chatbot or self-service does to the contacts of one queue, as it really is. */
export interface AutomationInput {
  /** Contacts per month that would reach agents without it. */
  readonly contactsPerMonth: number;
  /** Their handle time on average. */
  readonly ahtSeconds: number;
  /** Containment as its vendor counts it: share of the contacts that end without an agent. */
  readonly containedShare: number;
  /** What those contacts take an agent today: easy ones are shorter than the average. */
  readonly containedSeconds: number;
  /** Share of the contained who come back to an agent after all. */
  readonly leakBackShare: number;
  /** How much longer a contact that comes back takes than it would have at first. */
  readonly leakBackExtraSeconds: number;
  /** Months until all who will use it do; linear. */
  readonly adoptionMonths: number;
  readonly licencePerMonth: number;
  /** Price of one contained conversation. */
  readonly pricePerConversation: number;
}

const figure = figuresOf('automation', {
  contained: {
    label: 'Contained',
    unit: 'contactsPerMonth',
    text: 'Contacts that end without an agent, as a vendor counts them.',
    formula: 'contacts · containment',
  },
  leakedBack: {
    label: 'Come back',
    unit: 'contactsPerMonth',
    text: 'Contained contacts that reach an agent after all.',
    formula: 'contained · leak-back',
  },
  netDeflection: {
    label: 'Net deflection',
    unit: 'share',
    text: 'Share of the contacts that never reach an agent. This, not containment, is deflection.',
    formula: 'containment · (1 − leak-back)',
  },
  hoursBefore: {
    label: 'Workload now',
    unit: 'hours',
    text: 'Handling hours per month without it.',
    formula: 'contacts · handle time/3600',
  },
  hoursAfter: {
    label: 'Workload with it',
    unit: 'hours',
    text: 'Handling hours per month with all who will use it: less the easy contacts, more those that come back, longer.',
    formula: 'hours now − contained · their handle time/3600 + come back · (their handle time + extra)/3600',
  },
  savedShare: {
    label: 'Workload saved',
    unit: 'share',
    text: 'How much less handling there is.',
    formula: '1 − workload with it/workload now',
  },
  claimedShare: {
    label: 'Workload saved as it is often claimed',
    unit: 'share',
    text: 'Containment taken as deflection at the average handle time, as if nobody came back.',
    formula: 'containment',
  },
  remainingAht: {
    label: 'Handle time that remains',
    unit: 'seconds',
    text: 'Mean handle time of the contacts that still reach agents: the easy ones are gone, those who come back take longer.',
    formula: 'workload with it · 3600/(contacts − contained + come back)',
  },
  ahtFactor: {
    label: 'Handle time against now',
    unit: 'factor',
    text: 'How much longer the remaining contacts take than all did before.',
    formula: 'handle time that remains/handle time now',
  },
  costPerMonth: {
    label: 'Running cost',
    unit: 'moneyPerMonth',
    text: 'Licence and conversations per month, all who will use it using it.',
    formula: 'licence + contained · price per conversation',
  },
  costPerHourSaved: {
    label: 'Running cost per hour saved',
    unit: 'moneyPerHour',
    text: 'What an hour of handling that is not needed costs: to be compared with the cost of an agent hour.',
    formula: 'running cost/(workload now − workload with it)',
  },
});

/** The course of adoption: what reaches agents in each month. */
export interface AdoptionMonth {
  readonly month: number;
  readonly adoption: number;
  readonly contacts: number;
  readonly ahtSeconds: number | null;
  readonly hours: number;
}

export interface NetDeflection {
  readonly contained: Figure;
  readonly leakedBack: Figure;
  readonly netDeflection: Figure;
  readonly hoursBefore: Figure;
  readonly hoursAfter: Figure;
  readonly savedShare: Figure;
  readonly claimedShare: Figure;
  readonly remainingAht: Figure;
  readonly ahtFactor: Figure;
  readonly costPerMonth: Figure;
  readonly costPerHourSaved: Figure;
  readonly adoption: readonly AdoptionMonth[];
}

type Rule = readonly [name: keyof AutomationInput, isFine: boolean, expected: string];

function problems(input: AutomationInput): readonly Problem[] {
  const isShare = (value: number) => value >= 0 && value <= 1;
  const { containedShare, containedSeconds, ahtSeconds } = input;
  const rules: readonly Rule[] = [
    ['containedShare', isShare(containedShare), 'a share from 0 to 1'],
    ['leakBackShare', isShare(input.leakBackShare), 'a share from 0 to 1'],
    ['contactsPerMonth', input.contactsPerMonth >= 0, 'a number of at least 0'],
    ['ahtSeconds', ahtSeconds > 0, 'a number above 0'],
    ['containedSeconds', containedSeconds >= 0, 'a number of at least 0'],
    [
      'containedSeconds',
      !(containedSeconds * containedShare > ahtSeconds),
      'contained contacts that take no longer together than all contacts do',
    ],
    ['adoptionMonths', input.adoptionMonths >= 0 && input.adoptionMonths <= 600, 'months from 0 to 600'],
    ['licencePerMonth', input.licencePerMonth >= 0, 'a number of at least 0'],
    ['pricePerConversation', input.pricePerConversation >= 0, 'a number of at least 0'],
    [
      'leakBackExtraSeconds',
      Number.isFinite(input.leakBackExtraSeconds) && input.leakBackExtraSeconds >= -containedSeconds,
      'seconds that leave a contact which comes back a handle time of at least 0',
    ],
  ];
  return rules.flatMap(([name, isFine, expected]) =>
    isFine ? [] : [{ path: `automation.${name}`, found: String(input[name]), expected }],
  );
}

/** Contacts and handling hours per month at a share of adoption. */
function at(input: AutomationInput, adoption: number): { readonly contacts: number; readonly hours: number } {
  const { contactsPerMonth, ahtSeconds, containedSeconds, leakBackShare, leakBackExtraSeconds } = input;
  const contained = contactsPerMonth * input.containedShare * adoption;
  const back = contained * leakBackShare;
  const seconds =
    contactsPerMonth * ahtSeconds -
    contained * containedSeconds +
    back * (containedSeconds + leakBackExtraSeconds);
  return { contacts: contactsPerMonth - contained + back, hours: seconds / 3600 };
}

function adoptionCourse(input: AutomationInput): readonly AdoptionMonth[] {
  const months = Math.ceil(input.adoptionMonths);
  return Array.from({ length: months + 1 }, (_, month) => {
    const adoption = input.adoptionMonths === 0 ? 1 : Math.min(1, month / input.adoptionMonths);
    const { contacts, hours } = at(input, adoption);
    return { month, adoption, contacts, hours, ahtSeconds: ratio(hours * 3600, contacts) };
  });
}

function given(label: string, unit: FigureInput['unit'], value: number): FigureInput {
  return { label, unit, value };
}

/** Why a figure that divides has no value. */
function none(value: number | null): 'nothing-to-divide' | undefined {
  return value === null ? 'nothing-to-divide' : undefined;
}

function costFigures(
  input: AutomationInput,
  contained: Figure,
  before: Figure,
  after: Figure,
): Pick<NetDeflection, 'costPerMonth' | 'costPerHourSaved'> {
  const cost = input.licencePerMonth + (contained.value ?? 0) * input.pricePerConversation;
  const costPerMonth = figure('costPerMonth', cost, [
    given('Licence', 'moneyPerMonth', input.licencePerMonth),
    given('Price per conversation', 'moneyPerContact', input.pricePerConversation),
    asInput(contained),
  ]);
  const saved = (before.value ?? 0) - (after.value ?? 0);
  const perHour = saved > 0 ? ratio(cost, saved) : null;
  const inputs = [asInput(costPerMonth), asInput(before), asInput(after)];
  return { costPerMonth, costPerHourSaved: figure('costPerHourSaved', perHour, inputs, none(perHour)) };
}

/**
 * Net deflection of a chatbot or of self-service: containment less those who come back, with the handle time of what
 * remains, since easy contacts leave first.
 *
 * @returns `invalid-input` when a share is none, or the contained contacts take longer together than all contacts do
 * @example 100 contacts of 360 s, 30 contained of 180 s, 12 back with 60 s more: 7 % less workload, 408 s remain
 */
export function netDeflection(input: AutomationInput): Result<NetDeflection, Fault<'invalid-input'>> {
  const wrong = problems(input);
  const [first] = wrong;
  if (first !== undefined) return fault('invalid-input', problemLine(first), wrong);
  const { contactsPerMonth, ahtSeconds, containedShare, leakBackShare } = input;
  const full = at(input, 1);
  const now = at(input, 0);
  const share = given('Containment', 'share', containedShare);
  const contained = figure('contained', contactsPerMonth * containedShare, [
    given('Contacts', 'contactsPerMonth', contactsPerMonth),
    share,
  ]);
  const leak = given('Come back to an agent', 'share', leakBackShare);
  const leakedBack = figure('leakedBack', (contained.value ?? 0) * leakBackShare, [asInput(contained), leak]);
  const hoursBefore = figure('hoursBefore', now.hours, [
    given('Contacts', 'contactsPerMonth', contactsPerMonth),
    given('Handle time', 'seconds', ahtSeconds),
  ]);
  const hoursAfter = figure('hoursAfter', full.hours, [
    asInput(hoursBefore),
    asInput(contained),
    given('Handle time of the contained', 'seconds', input.containedSeconds),
    asInput(leakedBack),
    given('Extra of those who come back', 'seconds', input.leakBackExtraSeconds),
  ]);
  const hours = [asInput(hoursBefore), asInput(hoursAfter)];
  const kept = ratio(full.hours, now.hours);
  const remaining = ratio(full.hours * 3600, full.contacts);
  const remainingAht = figure('remainingAht', remaining, [asInput(hoursAfter)], none(remaining));
  return ok({
    contained,
    leakedBack,
    netDeflection: figure('netDeflection', containedShare * (1 - leakBackShare), [share, leak]),
    hoursBefore,
    hoursAfter,
    savedShare: figure('savedShare', kept === null ? null : 1 - kept, hours, none(kept)),
    claimedShare: figure('claimedShare', containedShare, [share]),
    remainingAht,
    ahtFactor: figure(
      'ahtFactor',
      remaining === null ? null : remaining / ahtSeconds,
      [asInput(remainingAht)],
      none(remaining),
    ),
    ...costFigures(input, contained, hoursBefore, hoursAfter),
    adoption: adoptionCourse(input),
  });
}
