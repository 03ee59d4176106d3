import {
  calculatorDefaults,
  calculatorRules,
  type CalculatorField,
  type CalculatorInput,
  type FieldProblem,
  fieldProblem,
} from '#shared/queueing/calculatorInput.ts';
import type { DayInterval } from '#shared/queueing/calculatorDay.ts';
import { parseNumber } from '#renderer/ui/numbers.ts';
import {
  type CalculatorForm,
  type CalculatorMode,
  type DayColumn,
  dayTexts,
  fieldFormats,
  fieldText,
} from './calculatorForm.ts';

/** Why a field cannot be used, with what was typed there. */
export interface FormProblem {
  readonly field: CalculatorField;
  readonly problem: FieldProblem | 'not-a-number';
  readonly found: string;
  /** The line of the day; absent for a field of the form. */
  readonly line?: number;
}

export interface ReadForm {
  /** Null while something cannot be read. */
  readonly input: CalculatorInput | null;
  /** In the order of the fields, then of the lines. */
  readonly problems: readonly FormProblem[];
}

export const calculatorFieldNames: readonly CalculatorField[] = [
  'contacts',
  'aht',
  'patience',
  'concurrency',
  'serviceLevel',
  'within',
  'asa',
  'maxOccupancy',
  'maxAbandon',
  'agents',
  'shrinkage',
  'costPerHour',
  'hoursPerMonth',
];

const ofIntervalOnly: ReadonlySet<CalculatorField> = new Set(['contacts', 'agents', 'hoursPerMonth']);

/** The day has its contacts and its agents in lines of their own, and is not made into a month. */
export function isFieldOf(mode: CalculatorMode, field: CalculatorField): boolean {
  return mode === 'interval' || !ofIntervalOnly.has(field);
}

type FieldReading = { readonly value: number | undefined } | { readonly problem: FormProblem['problem'] };

function readField(field: CalculatorField, text: string, locale: string): FieldReading {
  const isEmpty = text.trim() === '';
  const parsed = isEmpty ? null : parseNumber(text, fieldFormats[field], locale);
  if (parsed !== null && !parsed.ok) return { problem: 'not-a-number' };
  const problem = fieldProblem(field, parsed?.value);
  return problem === null ? { value: parsed?.value } : { problem };
}

type RequiredField = {
  [F in CalculatorField]: undefined extends CalculatorInput[F] ? never : F;
}[CalculatorField];

/** Fields that the mode does not have keep their defaults; they play no part in it. */
function inputOf(
  { intervalMinutes, abandonsCount }: CalculatorForm,
  values: ReadonlyMap<CalculatorField, number>,
): CalculatorInput {
  const required = (field: RequiredField) => values.get(field) ?? calculatorDefaults[field];
  return {
    intervalMinutes,
    abandonsCount,
    contacts: required('contacts'),
    aht: required('aht'),
    patience: values.get('patience'),
    serviceLevel: values.get('serviceLevel'),
    within: required('within'),
    asa: values.get('asa'),
    maxOccupancy: values.get('maxOccupancy'),
    maxAbandon: values.get('maxAbandon'),
    concurrency: required('concurrency'),
    agents: values.get('agents'),
    shrinkage: required('shrinkage'),
    costPerHour: required('costPerHour'),
    hoursPerMonth: required('hoursPerMonth'),
  };
}

/** The fields as the calculator takes them, or everything that is wrong with them. */
export function readForm(form: CalculatorForm, locale: string): ReadForm {
  const problems: FormProblem[] = [];
  const values = new Map<CalculatorField, number>();
  for (const field of calculatorFieldNames) {
    if (!isFieldOf(form.mode, field)) continue;
    const found = fieldText(form, field, locale);
    const reading = readField(field, found, locale);
    if ('problem' in reading) problems.push({ field, problem: reading.problem, found });
    else if (reading.value !== undefined) values.set(field, reading.value);
  }
  return { input: problems.length === 0 ? inputOf(form, values) : null, problems };
}

export interface ReadDay {
  readonly intervals: readonly DayInterval[];
  readonly problems: readonly FormProblem[];
}

/** The lines of the day. An empty line has no contacts; without agents the line only says what is needed. */
export function readDay(form: CalculatorForm, locale: string): ReadDay {
  const problems: FormProblem[] = [];
  const read = (line: number, field: DayColumn, found: string): number | undefined => {
    if (found.trim() === '') return undefined;
    const reading = readField(field, found, locale);
    if ('value' in reading) return reading.value;
    problems.push({ field, problem: reading.problem, found, line });
    return undefined;
  };
  const intervals = Array.from({ length: form.intervals }, (_, line) => {
    const { contacts, agents } = dayTexts(form, line);
    return { contacts: read(line, 'contacts', contacts) ?? 0, agents: read(line, 'agents', agents) };
  });
  return { intervals, problems };
}

/** What a field takes: its range as a person would type it, in the unit of the field. */
export function typedRange(field: CalculatorField): {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
} {
  const { least, most, isWhole = false } = calculatorRules[field];
  const scale = fieldFormats[field].style === 'percent' ? 100 : 1;
  return { least: least * scale, most: most * scale, isWhole };
}
