import type { TFunction } from 'i18next';
import type { Assumption } from '#shared/model/deciding/case/assumptions.ts';

/** An assumption of the case as people name it: whose it is, and what. */
export function assumptionName(
  { kind, initiative = '', targetLabel = '' }: Assumption,
  t: TFunction,
): string {
  return t(`businessCase.assumes.${kind}`, { initiative, target: targetLabel });
}
