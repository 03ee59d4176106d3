/** Which screen shows which numbers, by the beginning of their ids; the first that fits. */
const places: readonly (readonly [path: string, ids: RegExp])[] = [
  ['/demand', /^(?:segments|drivers)\./],
  [
    '/demand',
    /^queues\.[^.]+\.(?:demand|issues|volume|season|eventFactor|openShare|holiday\w*|deflection|fcr|recontact|handleTime|offered|aht)\b/,
  ],
  ['/budget', /^queues\.[^.]+\.(?:cost|costPerContact|telecom|telecomPerMinute)$/],
  ['/staffing', /^queues\./],
  ['/staffing', /^staffGroups\.[^.]+\.queues\./],
  ['/people', /^staffGroups\.[^.]+\.pay\.overtimeMax$/],
  [
    '/budget',
    /^(?:groups|staffGroups)\.[^.]+\.(?:cost|pay|costs|vendor|support|seats|direct|wagePerHour|slaAdjust|billedUnits|ownServiceLevel)\b/,
  ],
  ['/people', /^(?:groups|staffGroups)\./],
  ['/demand', /^plan\.(?:customers|offered|revenue)$/],
  ['/staffing', /^plan\.(?:serviceLevel|abandonment)$/],
  ['/people', /^plan\.(?:\w+Fte|surplus|\w*[hH]eadcount|hires|\w*[lL]eavers|attritionAnnualised)$/],
  ['/budget', /^(?:budgetLines\.|plan\.)/],
];

/** The screen on which a number of the plan stands. */
export function pathOfNumber(id: string): string {
  return places.find(([, ids]) => ids.test(id))?.[0] ?? '/';
}
