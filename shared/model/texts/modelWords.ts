import { inputDefinitions } from '../inputs.ts';
import { calendarLines, linesOf } from '../lines/all.ts';
import { dimensions } from '../members.ts';

/** Names of measures and inputs in a language, by their ids. */
export interface ModelLabels {
  readonly lines: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What else the model says, by its English. */
export type ModelPhrases = Readonly<Record<string, string>>;

/** Puts what the model says in English into the language of the reader; what is not the model's stays as it is. */
export interface ModelWords {
  /** The name of a measure or input. With its text it cannot be taken for a line of the user's own of the same name. */
  label(label: string, text?: string): string;
  text(english: string): string;
  /**
   * A sentence with places that are filled in: "There is no queue "x" in this plan." What is filled in is translated
   * where it is the model's too, and else put as `show` has it.
   *
   * @returns undefined for a sentence that nobody has translated
   */
  message(english: string, show: (part: string) => string): string | undefined;
}

interface Named {
  readonly label: string;
  readonly text: string;
}

function* definitions(): Generator<readonly [kind: keyof ModelLabels, id: string, named: Named]> {
  for (const dimension of dimensions) {
    for (const [name, line] of linesOf(dimension)) yield ['lines', `${dimension}.${name}`, line];
    for (const [name, input] of Object.entries(inputDefinitions[dimension] ?? {}))
      yield ['inputs', name === '' ? dimension : `${dimension}.${name}`, input];
  }
  for (const [name, line] of Object.entries(calendarLines.lines)) yield ['lines', `calendar.${name}`, line];
}

interface Template {
  readonly pattern: RegExp;
  readonly translation: string;
  /** How much of it is no place: the longest says most about what it fits. */
  readonly literal: number;
}

const PLACE = /\{\{(\d+)\}\}/g;

function templateOf([english, translation]: readonly [string, string]): readonly Template[] {
  const pieces = english.split(PLACE).filter((_, place) => place % 2 === 0);
  if (pieces.length === 1) return [];
  const escaped = pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${escaped.join('(.+?)')}$`, 's');
  return [{ pattern, translation, literal: pieces.join('').length }];
}

/** Fills what was found in a sentence into its translation; places count from 1. */
function filled({ translation }: Template, found: readonly string[], show: (part: string) => string): string {
  return translation.replaceAll(PLACE, (_, place: string) => show(found[Number(place)] ?? ''));
}

/** The words of a language other than English. */
export function createModelWords(labels: ModelLabels, phrases: ModelPhrases): ModelWords {
  const exact = new Map<string, string>();
  const byLabel = new Map<string, string>();
  for (const [kind, id, { label, text }] of definitions()) {
    const own = labels[kind][id];
    if (own === undefined) continue;
    exact.set(`${label}\n${text}`, own);
    if (!byLabel.has(label)) byLabel.set(label, own);
  }
  const phrase = (english: string): string | undefined =>
    Object.hasOwn(phrases, english) ? phrases[english] : undefined;
  const templates = Object.entries(phrases)
    .flatMap(templateOf)
    .toSorted((a, b) => b.literal - a.literal);
  const message = (english: string, show: (part: string) => string): string | undefined => {
    const whole = phrase(english);
    if (whole !== undefined) return whole;
    for (const template of templates) {
      const found = template.pattern.exec(english);
      if (found !== null) return filled(template, found, (part) => message(part, show) ?? show(part));
    }
    return undefined;
  };
  return {
    message,
    label: (label, text) =>
      text === undefined
        ? (byLabel.get(label) ?? phrase(label) ?? label)
        : (exact.get(`${label}\n${text}`) ?? label),
    text: (english) => phrase(english) ?? byLabel.get(english) ?? english,
  };
}
