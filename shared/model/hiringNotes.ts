import { capacityBridge } from './capacityBridge.ts';
import type { ExplainNote } from './notes.ts';
import type { NodeHead, Plan } from './plan.ts';

const BRIDGED = new Set(['hires', 'effectiveFte', 'closingHeadcount']);

/** How the people of a group come about, in the periods `first` to `last`, where a number is about them. */
export function hiringNotes(
  plan: Plan,
  { name, member }: NodeHead,
  first: number,
  last: number,
): readonly ExplainNote[] {
  if (member.dimension !== 'groups' || !BRIDGED.has(name)) return [];
  const found = name === 'hires' ? plan.hiringPlans().get(member.id) : undefined;
  const bridge = capacityBridge(plan, member.id, first, last);
  const ended = found?.ended;
  return [
    ...(found === undefined
      ? []
      : [
          {
            kind: 'hiringSearch',
            provenGap: found.provenGap,
            ...(ended === undefined ? {} : { ended }),
          } as const,
        ]),
    ...(bridge === undefined ? [] : [{ kind: 'capacityBridge', bridge } as const]),
  ];
}
