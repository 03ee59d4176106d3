import { useMemo } from 'react';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { packs } from '#shared/model/packs/all.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import { groupPeriods } from '#shared/model/periods.ts';
import type { PlanSource } from '#renderer/state/planSources.ts';
import { useStored } from '#renderer/state/useStored.ts';

export interface Partner {
  readonly id: string;
  readonly name: string;
}

/** What of a plan a report can be about. */
export interface PlanParts {
  /** Where the pack is about one of them. */
  readonly partners: readonly Partner[];
  /** Fiscal years that lie at least partly in the plan. */
  readonly years: readonly number[];
  /** They are calendar years. */
  readonly isCalendarYear: boolean;
}

export const noParts: PlanParts = { partners: [], years: [], isCalendarYear: true };

function partnersIn({ staffGroups = [] }: ScenarioDocument): readonly Partner[] {
  return staffGroups.flatMap(({ id, name, vendor }) =>
    vendor === undefined ? [] : [{ id, name: name ?? id }],
  );
}

/** @example yearsIn of 2027-01 to 2028-12 with the fiscal year from April // [2027, 2028, 2029] */
function yearsIn({ calendar }: ScenarioDocument): readonly number[] {
  const { fiscalYearStart = 1 } = calendar;
  return groupPeriods({ ...calendar, fiscalYearStart }, 'year').map(({ fiscalYear }) => fiscalYear);
}

/** What a report on this plan can be about; null while it is being read. */
export function usePlanParts(pack: PackId, plan: PlanSource | null): PlanParts | null {
  const scenario = useStored('scenario.open', plan?.kind === 'scenario' ? { id: plan.id } : null);
  const version = useStored('version.open', plan?.kind === 'version' ? { id: plan.id } : null);
  const { value, fault } = plan?.kind === 'version' ? version : scenario;
  const isForPartner = packs[pack].isForPartner === true;
  return useMemo(() => {
    if (plan === null || fault !== null) return noParts;
    if (value === null) return null;
    const { document } = value;
    const { fiscalYearStart = 1 } = document.calendar;
    return {
      partners: isForPartner ? partnersIn(document) : [],
      years: yearsIn(document),
      isCalendarYear: fiscalYearStart === 1,
    };
  }, [plan, value, fault, isForPartner]);
}
