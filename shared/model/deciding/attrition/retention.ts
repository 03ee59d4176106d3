import type { Plan } from '../../plan.ts';
import type { Initiative } from '../../scenario.ts';

/** What a programme that keeps people promises and costs. */
export interface RetentionProgramme {
  readonly id: string;
  readonly name?: string;
  readonly groupId: string;
  readonly start: string;
  readonly rampMonths: number;
  /** Attrition against now: 0.85 is 15 % fewer leavers. */
  readonly attritionFactor: number;
  readonly oneOff: number;
  /** Per head and month. */
  readonly costPerHead: number;
  readonly confidence: number;
}

/** The programme as an initiative, its cost by the group's average headcount in the plan. */
export function retentionInitiative(plan: Plan, programme: RetentionProgramme): Initiative {
  const { id, name, groupId, start, rampMonths, attritionFactor, oneOff, costPerHead, confidence } =
    programme;
  const heads = [...plan.column(`groups.${groupId}.averageHeadcount`)];
  const target = `staffGroups.${groupId}.attrition`;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    start,
    rampMonths,
    oneOff,
    recurring: { values: heads.map((count) => count * costPerHead) },
    effects: [{ target, op: 'multiply', value: attritionFactor, confidence }],
    kpi: 'Attrition',
    benefitType: 'avoidedHire',
  };
}
