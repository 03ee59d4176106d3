import type { AbandonsCount, Binding } from '#shared/queueing/staffingGoal.ts';
import { formatNumber, formatPortable, type NumberFormat } from '#renderer/ui/numbers.ts';
import type { Translate } from '#renderer/state/members.ts';
import { fieldFormats } from './calculatorForm.ts';
import { type FormProblem, typedRange } from './readForm.ts';

/** What every text of the calculator needs. */
export interface Speech {
  readonly t: Translate;
  readonly locale: string;
  /** Of the open plan; absent while none is open. */
  readonly currency: string | undefined;
}

/** Small amounts with cents, large ones without. */
function moneyDigits(value: number | null): number {
  return value === null || Math.abs(value) < 1000 ? 2 : 0;
}

/** In tables, where the unit names the currency. */
export function tableMoney(value: number | null): NumberFormat {
  return { style: 'money', digits: moneyDigits(value) };
}

/** In sentences and charts, with the sign of the currency. */
export function moneyFormat(value: number | null, { currency }: Speech): NumberFormat {
  const digits = moneyDigits(value);
  return currency === undefined ? { style: 'money', digits } : { style: 'money', digits, currency };
}

export function money(value: number, speech: Speech): string {
  return formatNumber(value, moneyFormat(value, speech), speech.locale);
}

/** Whole numbers of agents without a decimal, others with one. */
export function agentsFormat(value: number | null): NumberFormat {
  return { style: 'number', digits: value === null || Number.isInteger(value) ? 0 : 1 };
}

export function agentsText(value: number, { locale }: Speech): string {
  return formatNumber(value, agentsFormat(value), locale);
}

export function bindingText(binding: Binding | null, { t }: Speech): string {
  return t(`calculator.binding.${binding ?? 'none'}`);
}

/** 80 %, not 80.0 %, but 82.5 %. */
export function goalShare(share: number, { locale }: Speech): string {
  const tenths = Math.round(share * 1000);
  return formatNumber(share, { style: 'percent', digits: tenths % 10 === 0 ? 0 : 1 }, locale);
}

export function countText(count: AbandonsCount, { t }: Speech): string {
  return t(`calculator.count.${count}`);
}

/** What stands beside a field. */
export function fieldUnit(field: FormProblem['field'], { t, currency }: Speech): string {
  if (field === 'costPerHour') {
    return currency === undefined
      ? t('calculator.unit.perHour')
      : t('calculator.unit.moneyPerHour', { currency });
  }
  return t(`calculator.unit.${field}`);
}

/** 'Handle time: “abc” is not a number. Enter 1 to 86,400 seconds.' */
export function problemText(one: FormProblem, time: string | undefined, speech: Speech): string {
  const { t, locale } = speech;
  const { field, problem, found } = one;
  const { least, most, isWhole } = typedRange(field);
  const number = (value: number) =>
    formatNumber(value, { style: 'number', digits: Number.isInteger(value) ? 0 : 1 }, locale);
  const range = {
    least: number(least),
    most: number(most),
    unit: field === 'contacts' ? t('unit.contacts') : fieldUnit(field, speech),
  };
  const name = t(`calculator.field.${field}`);
  const column = t(field === 'agents' ? 'calculator.onDuty' : 'calculator.contacts');
  const label = time === undefined ? name : t('calculator.problem.inLine', { time, name: column });
  const expected = t(isWhole ? 'calculator.problem.wholeRange' : 'calculator.problem.range', range);
  return t(`calculator.problem.${problem}`, { label, found, expected: expected.trim() });
}

/** The number of a field as it stands in a copied table. */
export function copiedField(value: number | undefined, field: FormProblem['field'], locale: string): string {
  return formatPortable(value ?? null, fieldFormats[field], locale);
}
