import type { Family } from '#shared/model/compare/families.ts';
import type { Phrase } from '../bookWords.ts';

/** What a family of inputs is called. */
export const familyPhrases: Readonly<Record<Family, Phrase>> = {
  volume: 'Volume',
  handleTime: 'Handle time',
  serviceGoal: 'Service goal',
  shrinkage: 'Shrinkage and working time',
  people: 'Attrition and hiring',
  pay: 'Pay and partner prices',
  other: 'Other',
};
