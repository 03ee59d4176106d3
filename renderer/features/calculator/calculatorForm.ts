import { createStore } from 'zustand';
import { calculatorDefaults, type CalculatorField } from '#shared/queueing/calculatorInput.ts';
import type { AbandonsCount } from '#shared/queueing/staffingGoal.ts';
import { formatExact, type NumberFormat } from '#renderer/ui/numbers.ts';

export type CalculatorMode = 'interval' | 'day';

/** One line of the day as it was typed. */
export interface DayTexts {
  readonly contacts: string;
  readonly agents: string;
}

export type DayColumn = keyof DayTexts;

/** What stands in the fields: texts, so that what cannot be read stays as it was typed. */
export interface CalculatorForm {
  readonly mode: CalculatorMode;
  /** A field that nobody touched has its default. */
  readonly texts: Readonly<Partial<Record<CalculatorField, string>>>;
  readonly intervalMinutes: number;
  readonly abandonsCount: AbandonsCount;
  readonly opensMinute: number;
  /** Intervals of the day; lines beyond them are kept but do not count. */
  readonly intervals: number;
  readonly day: readonly DayTexts[];
}

export const minutesADay = 1440;

/** Half an hour each from eight to six; at half past eleven too few are there. */
const sampleContacts = [
  180, 240, 310, 370, 400, 410, 390, 350, 310, 300, 320, 350, 370, 360, 330, 290, 250, 210, 170, 130,
];
const sampleAgents = [36, 44, 56, 60, 64, 64, 60, 48, 48, 52, 56, 56, 56, 60, 56, 52, 44, 40, 32, 26];

const atFirst: CalculatorForm = {
  mode: 'interval',
  texts: {},
  intervalMinutes: calculatorDefaults.intervalMinutes,
  abandonsCount: calculatorDefaults.abandonsCount,
  opensMinute: 8 * 60,
  intervals: sampleContacts.length,
  day: sampleContacts.map((contacts, place) => ({
    contacts: String(contacts),
    agents: String(sampleAgents[place] ?? ''),
  })),
};

/** Lives as long as the window, so that leaving the screen loses nothing. */
export const calculatorForm = createStore<CalculatorForm>(() => atFirst);

/** Back to the example, in the mode that is shown. */
export function resetForm(): void {
  calculatorForm.setState(({ mode }) => ({ ...atFirst, mode }));
}

export const fieldFormats: Readonly<Record<CalculatorField, NumberFormat>> = {
  contacts: { style: 'number' },
  aht: { style: 'seconds' },
  patience: { style: 'seconds' },
  serviceLevel: { style: 'percent' },
  within: { style: 'seconds' },
  asa: { style: 'seconds' },
  maxOccupancy: { style: 'percent' },
  maxAbandon: { style: 'percent' },
  concurrency: { style: 'number' },
  agents: { style: 'number' },
  shrinkage: { style: 'percent' },
  costPerHour: { style: 'money' },
  hoursPerMonth: { style: 'number' },
};

/** What stands in a field. The percent sign is left out, since the unit stands beside the field. */
export function fieldText({ texts }: CalculatorForm, field: CalculatorField, locale: string): string {
  return (
    texts[field] ??
    formatExact(calculatorDefaults[field] ?? null, fieldFormats[field], locale).replace(/\s*%$/, '')
  );
}

export function setField(field: CalculatorField, text: string): void {
  calculatorForm.setState(({ texts }) => ({ texts: { ...texts, [field]: text } }));
}

/** How many intervals fit between opening and midnight. */
export function mostIntervals({
  opensMinute,
  intervalMinutes,
}: Pick<CalculatorForm, 'opensMinute' | 'intervalMinutes'>): number {
  return Math.floor((minutesADay - opensMinute) / intervalMinutes);
}

/** The lines stay what they are, intervals in a row; only their length changes, and with it when the day ends. */
export function setHours(
  hours: Partial<Pick<CalculatorForm, 'opensMinute' | 'intervalMinutes' | 'intervals'>>,
): void {
  calculatorForm.setState((form) => {
    const next = { ...form, ...hours };
    // A day that opens at 00:15 has no interval of an hour there.
    const opensMinute = next.opensMinute - (next.opensMinute % next.intervalMinutes);
    const most = mostIntervals({ ...next, opensMinute });
    return { ...hours, opensMinute, intervals: Math.max(1, Math.min(next.intervals, most)) };
  });
}

/** Writes texts into the lines from a place on, and lengthens the day where they go beyond it. @returns lines that did not fit */
export function writeDay(from: number, lines: readonly Partial<DayTexts>[]): number {
  const form = calculatorForm.getState();
  const fitting = lines.slice(0, mostIntervals(form) - from);
  const day = Array.from({ length: Math.max(form.day.length, from + fitting.length) }, (_, place) => ({
    ...dayTexts(form, place),
    ...fitting[place - from],
  }));
  calculatorForm.setState({ day, intervals: Math.max(form.intervals, from + fitting.length) });
  return lines.length - fitting.length;
}

export function dayTexts({ day }: CalculatorForm, place: number): DayTexts {
  return day[place] ?? { contacts: '', agents: '' };
}
