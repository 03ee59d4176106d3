import type { TFunction } from 'i18next';
import { type Fault, faultSentences } from '#shared/kernel/result.ts';
import { isModelEnglish, modelText } from './modelText.ts';

/** What went wrong, in the language of the window. What only the services know stands behind it as they say it. */
export function faultText({ code, message }: Pick<Fault, 'code' | 'message'>, t: TFunction): string {
  const translated = modelText(message);
  if (isModelEnglish() || translated !== message) return translated;
  return t('fault.withDetail', { sentence: modelText(faultSentences[code]), detail: message });
}
