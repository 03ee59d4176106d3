import type { TFunction } from 'i18next';
import type { Explanation, ExplainedInput } from '#shared/model/explain.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Unit } from '#shared/model/units.ts';
import { formatOf, lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { formatNumber, formatPlain } from '#renderer/ui/numbers.ts';
import { formulaInNumbers, readableFormula } from './formulaText.ts';
import { noteSentence } from './noteSentence.ts';
import { storedForm } from '#renderer/state/storedForm.ts';
import { modelText } from '#renderer/state/modelText.ts';

/** One number that another is made of, ready to be shown. */
export interface InputLine {
  readonly input: ExplainedInput;
  readonly grain: Grain;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
}

/** An explanation in words. */
export interface ExplainedText {
  readonly title: string;
  readonly member: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly meaning: string;
  readonly error: string | null;
  readonly formula: string | null;
  readonly inNumbers: string | null;
  readonly notes: readonly string[];
  readonly inputs: readonly InputLine[];
  readonly stored: string | null;
  /** What is said of the input's source, or of a line of one's own. */
  readonly assumption: readonly { readonly name: string; readonly value: string }[];
}

interface Words {
  readonly figures: PlanFigures;
  readonly t: TFunction;
}

function valueText({ figures }: Words, value: number | null, unit: Unit): string {
  return formatPlain(value, formatOf(unit, figures.structure.currency), figures.locale);
}

/** Shares say their percent sign with the number; a unit column would say it twice. */
function unitText({ figures }: Words, unit: Unit): string {
  return figures.texts.unit(unit, figures.structure.currency).replace(/^%\s*/, '');
}

/** Its own periods are told apart by their names; other numbers by what they are, and whose if it is another's. */
function inputLabel(explanation: Explanation, input: ExplainedInput, period: string): string {
  if (input.id === explanation.id) return period;
  const label = lineLabel(input);
  return input.member === '' || input.member === explanation.member ? label : `${label}, ${input.member}`;
}

function inputLine(words: Words, explanation: Explanation, input: ExplainedInput): InputLine {
  const { how, grain } = explanation;
  // Totals are made of periods, and what is computed by a function is computed period by period.
  const at = how === 'formula' ? grain : 'period';
  const period = periodName(words.figures, at, input.place);
  return {
    input,
    grain: at,
    label: inputLabel(explanation, input, period),
    value: valueText(words, input.value, input.unit),
    unit: unitText(words, input.unit),
    period: input.id === explanation.id ? '' : period,
  };
}

function storedText(words: Words, { source, unit }: Explanation): string | null {
  const { figures, t } = words;
  if (source === undefined) return null;
  const format = formatOf(unit, figures.structure.currency);
  const show = (value: number) => formatNumber(value, format, figures.locale);
  const parts = [
    source.series === undefined ? null : storedForm(source.series, { t, locale: figures.locale, show }),
    source.initiatives.length === 0
      ? null
      : t('explain.initiatives', { names: source.initiatives.join(', ') }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

function assumptionLines({ t }: Words, { source }: Explanation): ExplainedText['assumption'] {
  return Object.entries(source?.assumption ?? {}).flatMap(([key, value]) => {
    if (value === undefined || value === '') return [];
    const isKnown =
      key === 'source' || key === 'owner' || key === 'confidence' || key === 'reviewed' || key === 'note';
    return isKnown ? [{ name: t(`explain.assumption.${key}`), value }] : [];
  });
}

function ownLineFacts(words: Words, { ownLine, unit }: Explanation): ExplainedText['assumption'] {
  const { t } = words;
  const target = ownLine?.target;
  const shown =
    target === undefined ? undefined : `${valueText(words, target, unit)} ${unitText(words, unit)}`.trim();
  return (
    [
      ['target', shown],
      ['owner', ownLine?.owner],
      ['decision', ownLine?.decision],
    ] as const
  ).flatMap(([key, value]) => (value === undefined ? [] : [{ name: t(`explain.ownLine.${key}`), value }]));
}

/** An explanation in the words of the user. */
export function explainedText(explanation: Explanation, words: Words): ExplainedText {
  const { expanded, formula } = explanation;
  const inputs = explanation.inputs.map((input) => inputLine(words, explanation, input));
  const known = inputs.map(({ input, value }) => ({ id: input.id, isPrior: input.isPrior, text: value }));
  return {
    title: lineLabel(explanation),
    member: explanation.member,
    period: periodName(words.figures, explanation.grain, explanation.place),
    value: valueText(words, explanation.value, explanation.unit),
    unit: unitText(words, explanation.unit),
    meaning: modelText(explanation.text),
    error: explanation.error?.text ?? null,
    formula: formula === undefined ? null : readableFormula(formula),
    inNumbers: expanded === undefined || known.length === 0 ? null : formulaInNumbers(expanded, known),
    notes: explanation.notes.map((note) => noteSentence(note, { t: words.t, locale: words.figures.locale })),
    inputs,
    stored: storedText(words, explanation),
    assumption: [...assumptionLines(words, explanation), ...ownLineFacts(words, explanation)],
  };
}

/** The same as plain text, for an e-mail or a note. */
export function plainExplanation(text: ExplainedText, t: TFunction): string {
  const head = [text.title, text.member, text.period].filter((part) => part !== '').join(', ');
  const lines = [
    `${head}: ${`${text.value} ${text.unit}`.trim()}`,
    text.meaning,
    text.error,
    text.formula === null ? null : `${t('explain.formula')}: ${text.formula}`,
    text.inNumbers === null ? null : `= ${text.inNumbers}`,
    ...text.notes,
    text.stored,
    ...text.assumption.map(({ name, value }) => `${name}: ${value}`),
    ...text.inputs.map(
      ({ label, period, value, unit }) =>
        `- ${[label, period].filter((part) => part !== '').join(', ')}: ${`${value} ${unit}`.trim()}`,
    ),
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}
