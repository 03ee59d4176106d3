/** A kind of contact centre, with what is usual there: where a plan starts that has no numbers yet. */

export const templateIds = ['retail', 'bank', 'software', 'utility', 'outsourcer', 'empty'] as const;
export type TemplateId = (typeof templateIds)[number];

/** The eight numbers that a plan is made of. */
export interface TemplateNumbers {
  readonly customers: number;
  /** Growth of the customers per year. */
  readonly growthPerYear: number;
  readonly contactsPerCustomerMonth: number;
  /** Talk, hold and after-call work of a call, in seconds. */
  readonly handleTimeSeconds: number;
  /** Share of calls answered within the threshold of the pack. */
  readonly serviceGoal: number;
  /** Paid time in which people cannot take contacts. */
  readonly shrinkage: number;
  /** An hourly wage, or a yearly salary; see `payBasis`. */
  readonly pay: number;
  readonly teamToday: number;
}

export interface TemplateChoices {
  readonly name: string;
  readonly currency: string;
  /** First day of a month. */
  readonly start: string;
  readonly payBasis: 'hour' | 'year';
}

/** A second channel beside voice, as a share of the contacts. */
export interface SideChannel {
  readonly channel: 'chat' | 'email';
  readonly share: number;
  readonly handleTimeSeconds: number;
}

export interface Template {
  readonly id: TemplateId;
  /** What the numbers are before anybody changes them; money in the plan's currency at about the level of the euro. */
  readonly numbers: TemplateNumbers;
  readonly payBasis: 'hour' | 'year';
  readonly withinSeconds: number;
  readonly patienceSeconds: number;
  readonly shape: 'flat' | 'twoPeaks' | 'evening' | 'allDay';
  /** January first, mean 1. */
  readonly seasonality: readonly number[];
  readonly side?: SideChannel;
  readonly churnPerMonth: number;
  readonly revenuePerCustomerMonth: number;
  readonly grossMargin: number;
  readonly attritionPerYear: number;
  readonly fcr: number;
  readonly recontact: number;
  readonly ramp: {
    readonly trainingWeeks: number;
    readonly nestingWeeks: number;
    readonly nestingProductivity: number;
    readonly rampWeeks: number;
  };
  readonly costPerHire: number;
  readonly trainingPerHire: number;
  readonly technologyPerSeat: number;
  readonly facilityPerSeat: number;
  readonly leadSpan: number;
  /** Yearly cost of software and telephony that does not follow from seats, per month. */
  readonly platformPerMonth: number;
}
