import { isoDateOf } from '#shared/kernel/calendar.ts';
import { type CapacityBridge, capacityBridge } from './capacityBridge.ts';
import { gapsOf, weeksUntilProductive } from './hiringGaps.ts';
import type { HiringDecision, HiringPlan } from './hiringPlan.ts';
import { periodsOf } from './periods.ts';
import type { Plan } from './plan.ts';
import type { StaffGroup } from './scenario.ts';

/** How the people of one group come about, as plain data. */
export interface GroupHiring {
  readonly groupId: string;
  readonly mode: StaffGroup['hiring']['mode'];
  /** Classes with the last day to decide on them; nobody can tell lead times of hires that are planned by hand. */
  readonly classes: readonly HiringDecision[];
  /** Where the starts of the whole plan go; absent where the plan has no number for it. */
  readonly bridge?: CapacityBridge;
  /** Only of the cheapest hiring: what is proved of it, and whether its search was ended early. */
  readonly search?: Pick<HiringPlan, 'provenGap' | 'ended'>;
  /** FTE missing after overtime, by period. */
  readonly gaps: readonly number[];
  /** From a decision to hire until somebody takes contacts. */
  readonly weeksUntilProductive: number;
}

function classesOf(
  { hiring }: StaffGroup,
  plan: Plan,
  found: HiringPlan | undefined,
): readonly HiringDecision[] {
  if (hiring.mode !== 'manual') return found?.lastDecisionDates ?? [];
  const periods = periodsOf(plan.scenario().calendar);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = isoDateOf(last.startDay + last.days);
  return hiring.classes
    .filter(({ start, people }) => people > 0 && start >= first.start && start < end)
    .toSorted((one, other) => one.start.localeCompare(other.start))
    .map(({ start, people }) => ({ period: start, people, decideBy: start }));
}

/** What is to be said about the hiring of each group of a computed plan. */
export function groupHiring(plan: Plan): readonly GroupHiring[] {
  const { context, members } = plan.graph();
  return members.of('groups').flatMap(({ id, key }): readonly GroupHiring[] => {
    const group = context.scenario.staffGroups.find((one) => one.id === id);
    if (group === undefined) return [];
    const found = plan.hiringPlans().get(id);
    const bridge = capacityBridge(plan, id, 0, context.periods.length - 1);
    return [
      {
        groupId: id,
        mode: group.hiring.mode,
        classes: classesOf(group, plan, found),
        ...(bridge === undefined ? {} : { bridge }),
        ...(found === undefined
          ? {}
          : {
              search: {
                provenGap: found.provenGap,
                ...(found.ended === undefined ? {} : { ended: found.ended }),
              },
            }),
        gaps: [...gapsOf(plan, key)],
        weeksUntilProductive: weeksUntilProductive(group),
      },
    ];
  });
}
