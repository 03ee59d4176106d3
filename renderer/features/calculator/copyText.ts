import { offeredLoad, type CalculatorInput } from '#shared/queueing/calculatorInput.ts';
import { formatPortable } from '#renderer/ui/numbers.ts';
import type { CalculatorMode } from './calculatorForm.ts';
import { calculatorFieldNames, isFieldOf } from './readForm.ts';
import { tsv } from './figureTable.ts';
import { copiedField, countText, fieldUnit, type Speech } from './words.ts';

/** The inputs as they head a copied table: what, how much, in which unit. */
function settingLines(
  input: CalculatorInput,
  mode: CalculatorMode,
  speech: Speech,
): readonly (readonly string[])[] {
  const { t, locale } = speech;
  const fields = calculatorFieldNames
    .filter((field) => isFieldOf(mode, field))
    .map((field) => [
      t(`calculator.field.${field}`),
      copiedField(input[field], field, locale),
      fieldUnit(field, speech),
    ]);
  const length = [t('calculator.intervalLength'), String(input.intervalMinutes), t('unit.minutes')];
  const count = [t('calculator.abandonsCount'), countText(input.abandonsCount, speech), ''];
  const load = [
    t('calculator.load'),
    formatPortable(offeredLoad(input), { style: 'number' }, locale),
    t('staffing.erlangs'),
  ];
  return mode === 'interval' ? [...fields, length, count, load] : [...fields, length, count];
}

/** Inputs and results as one block for a spreadsheet, so that a pasted number never stands without its assumptions. */
export function copyText(
  input: CalculatorInput,
  mode: CalculatorMode,
  lines: readonly (readonly string[])[],
  speech: Speech,
): string {
  return [settingLines(input, mode, speech), lines].map(tsv).join('\r\n\r\n');
}
