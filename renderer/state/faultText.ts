import type { TFunction } from 'i18next';
import { type Fault, faultSentences } from '#shared/kernel/result.ts';
import type { PlanFigures } from './figures.ts';
import { modelMessage, modelText } from './modelText.ts';
import { problemText } from './problemText.ts';

/** What went wrong, in the language of the window. What only the system knows stands behind it as it says it. */
export function faultText({ code, message }: Pick<Fault, 'code' | 'message'>, t: TFunction): string {
  return (
    modelMessage(message) ??
    t('fault.withDetail', { sentence: modelText(faultSentences[code]), detail: message })
  );
}

/** Why an edit of the plan was refused: the first place that is wrong, by the name that it has on screen. */
export function refusalText({ problems = [], ...fault }: Fault, figures: PlanFigures, t: TFunction): string {
  const [first] = problems;
  return first === undefined ? faultText(fault, t) : problemText(figures, first, t);
}
