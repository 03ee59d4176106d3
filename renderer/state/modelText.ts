import type { ModelWords } from '#shared/model/texts/modelWords.ts';
import { dateText, monthText } from '#renderer/ui/dates.ts';

const english: ModelWords = { label: (label) => label, text: (text) => text, message: (text) => text };

/** The language of the window: one at a time, and whoever shows words renders again when it changes. */
let current = english;
let language = 'en';

/** From now on the words of the model are shown in a language; null for the English that they are written in. */
export function speakModel(words: ModelWords | null, spoken = 'en'): void {
  current = words ?? english;
  language = words === null ? 'en' : spoken;
}

/** Name of a measure or input of the model in the language of the window. */
export function modelLabel(label: string, text?: string): string {
  return current.label(label, text);
}

/** A sentence or word of the model in the language of the window; what is not the model's stays as it is. */
export function modelText(text: string): string {
  return current.text(text);
}

/** What it is and whose: 'Deals, Small business', with the comma of the language. */
export function ofOwner(label: string, owner: string): string {
  return owner === '' ? label : `${label}${language === 'zh' ? '，' : ', '}${owner}`;
}

/** Whose it is and what: 'Prague: Shrinkage', with the colon of the language. */
export function ownerFirst(owner: string, label: string): string {
  return `${owner}${language === 'zh' ? '：' : ': '}${label}`;
}

/** What it is and in what: 'One-off cost (EUR)', with the brackets of the language. */
export function inUnit(label: string, unit: string): string {
  return language === 'zh' ? `${label}（${unit}）` : `${label} (${unit})`;
}

const MONTHS =
  /^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/;

/** What a message of the model was filled with, in the form of a locale: dates, months and numbers; names as they are. */
export function messagePart(part: string, locale: string): string {
  if (MONTHS.test(part)) return monthText(new Date(`${part} 1 UTC`).toISOString().slice(0, 10), locale);
  const quoted = /^"(\d{4}-\d\d-\d\d)"$/.exec(part)?.[1];
  if (quoted !== undefined) return dateText(quoted, locale);
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(part)) return dateText(part, locale);
  return Number(part).toLocaleString(locale, { useGrouping: false, maximumSignificantDigits: 12 });
}

/**
 * Why something was refused or has no value, in the language of the window.
 *
 * @param show puts what the sentence is filled with into words; default: dates and numbers as the language writes them
 * @returns undefined where nobody has translated it
 */
export function modelMessage(
  message: string,
  show: (part: string) => string = (part) => messagePart(part, language),
): string | undefined {
  return current.message(message, show);
}
