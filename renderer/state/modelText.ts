import type { ModelWords } from '#shared/model/texts/modelWords.ts';

const english: ModelWords = { label: (label) => label, text: (text) => text };

/** The language of the window: one at a time, and whoever shows words renders again when it changes. */
let current = english;

/** From now on the words of the model are shown like this; null for the English that they are written in. */
export function speakModel(words: ModelWords | null): void {
  current = words ?? english;
}

export function isModelEnglish(): boolean {
  return current === english;
}

/** Name of a measure or input of the model in the language of the window. */
export function modelLabel(label: string, text?: string): string {
  return current.label(label, text);
}

/** A sentence or word of the model in the language of the window; what is not the model's stays as it is. */
export function modelText(text: string): string {
  return current.text(text);
}
