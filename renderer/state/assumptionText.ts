import type { TFunction } from 'i18next';
import { dateText } from '#renderer/ui/dates.ts';
import type { AssumptionField } from './assumptionEdits.ts';
import { modelText } from './modelText.ts';

/** Words for confidence that mean the same in every language; anything else stays as somebody typed it. */
const confidences = ['high', 'medium', 'low'] as const;

interface Words {
  readonly t: TFunction;
  readonly locale: string;
}

/** A field of what is known of an input as people read it; a source that is a benchmark is called as the library does. */
export function assumptionText(field: AssumptionField, said: string, { t, locale }: Words): string {
  if (field === 'reviewed') return dateText(said, locale);
  if (field === 'source') return modelText(said);
  const known = field === 'confidence' ? confidences.find((word) => word === said.toLowerCase()) : undefined;
  return known === undefined ? said : t(`assumptions.confidence.${known}`);
}

/** What is stored for a confidence that was typed in the language of the window. */
export function storedConfidence(text: string, t: TFunction): string {
  const typed = text.trim().toLocaleLowerCase();
  const same = confidences.find((word) => t(`assumptions.confidence.${word}`).toLocaleLowerCase() === typed);
  return same ?? text;
}
