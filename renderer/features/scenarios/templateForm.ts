import { isIsoDate } from '#shared/kernel/calendar.ts';
import type { TemplateChoices, TemplateNumbers } from '#shared/model/templates/define.ts';
import { formatExact, type NumberFormat, parseNumber } from '#renderer/ui/numbers.ts';

/** The eight numbers in the order in which they are asked for, and how each is typed. */
export const templateFields = [
  'customers',
  'growthPerYear',
  'contactsPerCustomerMonth',
  'handleTimeSeconds',
  'serviceGoal',
  'shrinkage',
  'pay',
  'teamToday',
] as const satisfies readonly (keyof TemplateNumbers)[];
export type TemplateField = (typeof templateFields)[number];

const formats: Readonly<Record<TemplateField, NumberFormat>> = {
  customers: { style: 'number' },
  growthPerYear: { style: 'percent' },
  contactsPerCustomerMonth: { style: 'number' },
  handleTimeSeconds: { style: 'seconds' },
  serviceGoal: { style: 'percent' },
  shrinkage: { style: 'percent' },
  pay: { style: 'money' },
  teamToday: { style: 'number' },
};

/** What a number must be for a plan to come of it; a refused one is told with the ends of the range. */
export const templateRanges: Readonly<Record<TemplateField, readonly [least: number, most: number]>> = {
  customers: [1, 1_000_000_000],
  growthPerYear: [-0.9, 5],
  contactsPerCustomerMonth: [0, 1000],
  handleTimeSeconds: [1, 86_400],
  serviceGoal: [0.01, 0.999],
  shrinkage: [0, 0.9],
  pay: [0, 100_000_000],
  teamToday: [0, 1_000_000],
};

export type TemplateDraft = Readonly<Record<TemplateField, string>>;

export function draftOf(numbers: TemplateNumbers, locale: string): TemplateDraft {
  const text = (field: TemplateField) => formatExact(numbers[field], formats[field], locale);
  return {
    customers: text('customers'),
    growthPerYear: text('growthPerYear'),
    contactsPerCustomerMonth: text('contactsPerCustomerMonth'),
    handleTimeSeconds: text('handleTimeSeconds'),
    serviceGoal: text('serviceGoal'),
    shrinkage: text('shrinkage'),
    pay: text('pay'),
    teamToday: text('teamToday'),
  };
}

export function shownValue(field: TemplateField, value: number, locale: string): string {
  return formatExact(value, formats[field], locale);
}

export interface ReadDraft {
  /** Absent while something is wrong. */
  readonly numbers?: TemplateNumbers;
  readonly wrong: readonly TemplateField[];
}

/** The numbers that were typed, or which of them cannot be. */
export function readDraft(draft: TemplateDraft, locale: string): ReadDraft {
  const values = new Map<TemplateField, number>();
  for (const field of templateFields) {
    const read = parseNumber(draft[field], formats[field], locale);
    const [least, most] = templateRanges[field];
    if (read.ok && read.value >= least && read.value <= most) values.set(field, read.value);
  }
  const wrong = templateFields.filter((field) => !values.has(field));
  if (wrong.length > 0) return { wrong };
  const of = (field: TemplateField) => values.get(field) ?? 0;
  return {
    wrong,
    numbers: {
      customers: of('customers'),
      growthPerYear: of('growthPerYear'),
      contactsPerCustomerMonth: of('contactsPerCustomerMonth'),
      handleTimeSeconds: of('handleTimeSeconds'),
      serviceGoal: of('serviceGoal'),
      shrinkage: of('shrinkage'),
      pay: of('pay'),
      teamToday: of('teamToday'),
    },
  };
}

export interface ChoiceDraft {
  readonly name: string;
  readonly currency: string;
  /** Year and month, as a month field gives them: 2027-01. */
  readonly month: string;
  readonly payBasis: TemplateChoices['payBasis'];
}

export type ChoiceProblem = 'name' | 'currency' | 'month';

export function readChoices({ name, currency, month, payBasis }: ChoiceDraft): {
  readonly choices?: TemplateChoices;
  readonly wrong: readonly ChoiceProblem[];
} {
  const start = `${month}-01`;
  const code = currency.trim().toUpperCase();
  const wrong: ChoiceProblem[] = [];
  if (name.trim() === '' || name.trim().length > 200) wrong.push('name');
  if (!/^[A-Z]{3}$/.test(code)) wrong.push('currency');
  if (!isIsoDate(start)) wrong.push('month');
  if (wrong.length > 0) return { wrong };
  return { wrong, choices: { name: name.trim(), currency: code, start, payBasis } };
}

/** The month after a day, as a month field gives it. */
export function monthAfter(iso: string): string {
  const [year = 2027, month = 1] = iso.split('-').map(Number);
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return `${next.year}-${String(next.month).padStart(2, '0')}`;
}
