import type { TFunction } from 'i18next';
import type { Assumption } from '#shared/model/deciding/case/assumptions.ts';
import { modelText } from '#renderer/state/modelText.ts';

/** An assumption of the case as people name it: whose it is, and what. */
export function assumptionName(
  { kind, initiative = '', targetLabel = '', targetMember }: Assumption,
  t: TFunction,
): string {
  const label = modelText(targetLabel);
  const target =
    targetMember === undefined ? label : t('businessCase.inputOf', { member: targetMember, label });
  return t(`businessCase.assumes.${kind}`, { initiative, target });
}
