/** Why people leave: part of all leavers, how much of it could be avoided, and how much is regretted. */
export interface AttritionCause {
  readonly cause: string;
  readonly share: number;
  readonly avoidable: number;
  readonly regrettable: number;
}

/**
 * Causes as exit interviews in the trade commonly sort them. An assumption, no measurement: replace it by your own exit
 * interviews. It is shown, marked as assumed, where a group names no causes, and moves no number of the plan.
 */
export const tradeCauses: readonly AttritionCause[] = [
  { cause: 'Pay', share: 0.25, avoidable: 0.4, regrettable: 0.8 },
  { cause: 'Schedule and shifts', share: 0.2, avoidable: 0.6, regrettable: 0.8 },
  { cause: 'Manager and team', share: 0.15, avoidable: 0.8, regrettable: 0.9 },
  { cause: 'Career and development', share: 0.15, avoidable: 0.5, regrettable: 0.9 },
  { cause: 'Stress and workload', share: 0.1, avoidable: 0.6, regrettable: 0.8 },
  { cause: 'Wrong hire or dismissed', share: 0.1, avoidable: 0.5, regrettable: 0.1 },
  { cause: 'Personal reasons', share: 0.05, avoidable: 0.1, regrettable: 0.7 },
];
