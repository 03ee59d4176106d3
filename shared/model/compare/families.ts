import { beginsWith, pathParts } from '../inputPlaces.ts';

/**
 * The families of drivers in which a difference between two plans is told, in the order in which a bridge changes them.
 * Every input belongs to exactly one.
 */
export const families = [
  'volume',
  'handleTime',
  'serviceGoal',
  'shrinkage',
  'people',
  'pay',
  'other',
] as const;

export type Family = (typeof families)[number];

/** What a person calls a family. */
export const familyLabels: Readonly<Record<Family, string>> = {
  volume: 'Volume',
  handleTime: 'Handle time',
  serviceGoal: 'Service goal',
  shrinkage: 'Shrinkage and working time',
  people: 'Attrition and hiring',
  pay: 'Pay and partner prices',
  other: 'Other',
};

/** What belongs to each family; "*" is any member. Of several that fit the longest decides. */
export const familyPatterns: Readonly<Record<Family, readonly string[]>> = {
  volume: [
    'segments',
    'queues',
    'queues.*.demand',
    'queues.*.volume',
    'queues.*.seasonality',
    'queues.*.deflection',
    'queues.*.fcr',
    'queues.*.recontact',
    'queues.*.holidayDemandLost',
    'queues.*.closedOnHolidays',
    'queues.*.profile',
    'events',
  ],
  handleTime: ['queues.*.handleTime', 'queues.*.concurrency'],
  serviceGoal: [
    'queues.*.goal',
    'queues.*.model',
    'queues.*.patience',
    'queues.*.pooled',
    'queues.*.priority',
    'queues.*.clearBacklog',
  ],
  shrinkage: [
    'staffGroups.*.shrinkage',
    'staffGroups.*.weeklyHours',
    'staffGroups.*.hoursBasis',
    'staffGroups.*.workDaysPerWeek',
    'staffGroups.*.observesHolidays',
    'staffGroups.*.scheduleEfficiency',
  ],
  people: [
    'staffGroups',
    'staffGroups.*.queues',
    'staffGroups.*.proficientHeadcount',
    'staffGroups.*.openingCohorts',
    'staffGroups.*.fteRatio',
    'staffGroups.*.attrition',
    'staffGroups.*.newHireWeeks',
    'staffGroups.*.newHireFactor',
    'staffGroups.*.trainingDropout',
    'staffGroups.*.ramp',
    'staffGroups.*.hiring',
    'staffGroups.*.attritionCauses',
    'staffGroups.*.vacancy',
  ],
  pay: ['staffGroups.*.pay', 'staffGroups.*.vendor', 'staffGroups.*.support.*.annualSalary'],
  other: [
    'format',
    'version',
    'name',
    'notes',
    'currency',
    'discountRate',
    'calendar',
    'drivers',
    'segments.*.name',
    'segments.*.revenuePerCustomer',
    'segments.*.grossMargin',
    'queues.*.name',
    'queues.*.channel',
    'queues.*.telecomPerMinute',
    'staffGroups.*.name',
    'staffGroups.*.costs',
    'staffGroups.*.support',
    'budgetLines',
    'initiatives',
    'statusQuoDrift',
    'ownLines',
    'uncertain',
    'assumptions',
    'sourcing',
  ],
};

const patterns = families
  .flatMap((family) => familyPatterns[family].map((pattern) => ({ family, parts: pattern.split('.') })))
  .toSorted((left, right) => right.parts.length - left.parts.length);

/**
 * The family of an input by its path.
 *
 * Volume is all that decides how many contacts come and when; a member that only one of two plans has belongs as a whole
 * to the family of its list (segments and queues: volume; groups, and who serves what: attrition and hiring).
 *
 * @example familyOf('queues.voice.handleTime.talk') // 'handleTime'
 */
export function familyOf(path: string): Family {
  const parts = pathParts(path);
  return patterns.find((pattern) => beginsWith(parts, pattern.parts))?.family ?? 'other';
}
