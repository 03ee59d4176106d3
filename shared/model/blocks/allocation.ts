import { groupOf } from '../lines/requirement.ts';
import type { Member } from '../members.ts';
import { at, type Block, type BlockContext, now } from './define.ts';
import { sourceQueue } from './requirement.ts';
import { serveWaiting } from './service.ts';
import { openByPeriod, type OpenIntervals } from './staffing.ts';

const DEFAULT_PRIORITY = 1;
const WORKLOAD_PRIORITY = 2;

function priorityOf(queue: Member, context: BlockContext): number {
  const { priority, model } = sourceQueue(queue, context);
  return priority ?? (model === 'workload' ? WORKLOAD_PRIORITY : DEFAULT_PRIORITY);
}

function queueOf(route: Member): Member {
  const queue = route.links['queue'];
  if (queue === undefined) throw new Error(`The route "${route.key}" has no queue`);
  return queue;
}

/**
 * How a group's hours fall on its queues: all alike when there are enough; filled by priority when there are not, the
 * level that runs short getting what is left, later ones nothing.
 *
 * @example staffingRatios(80, [{ priority: 1, hours: 60 }, { priority: 2, hours: 40 }]) // [1, 0.5]
 */
export function staffingRatios(
  supplied: number,
  queues: readonly { readonly priority: number; readonly hours: number }[],
): readonly number[] {
  const required = queues.reduce((sum, { hours }) => sum + hours, 0);
  if (required === 0) return queues.map(() => 1);
  if (supplied >= required) return queues.map(() => supplied / required);
  const levels = [...new Set(queues.map(({ priority }) => priority))].toSorted((a, b) => a - b);
  const ratios = new Map<number, number>();
  let left = Math.max(0, supplied);
  for (const level of levels) {
    const hours = queues
      .filter(({ priority }) => priority === level)
      .reduce((sum, queue) => sum + queue.hours, 0);
    const ratio = hours === 0 ? 1 : Math.min(1, left / hours);
    ratios.set(level, ratio);
    left -= hours * ratio;
  }
  return queues.map(({ priority }) => ratios.get(priority) ?? 0);
}

export const allocationBlock: Block = {
  name: 'allocation',
  appliesTo: ({ dimension }) => dimension === 'groups',
  tie(member, context) {
    const routes = member.collections.get('routes') ?? [];
    const priorities = routes.map((route) => priorityOf(queueOf(route), context));
    return {
      inputs: [now(`${member.key}.suppliedHours`), ...routes.map(({ key }) => now(`${key}.requiredHours`))],
      outputs: routes.map(({ key }) => `${key}.staffingRatio`),
      parameters: priorities,
      hasMemory: false,
      create: () => ({
        step(t, { inputs: [supplied, ...required], outputs }) {
          const queues = required.map((column, place) => ({
            priority: priorities[place] ?? 1,
            hours: at(column, t),
          }));
          staffingRatios(at(supplied, t), queues).forEach((ratio, place) => {
            const output = outputs[place];
            if (output !== undefined) output[t] = ratio;
          });
        },
      }),
    };
  },
};

interface Tier {
  readonly atLeast: number;
  readonly adjust: number;
}

const MET = 1 - 1e-12;

/** The adjustment of the first tier, highest first, that a level reaches; the last one's below all; 0 without a level. */
export function tierAdjustment(tiers: readonly Tier[], level: number): number {
  if (Number.isNaN(level)) return 0;
  const ordered = tiers.toSorted((a, b) => b.atLeast - a.atLeast);
  return (ordered.find(({ atLeast }) => level >= atLeast * MET) ?? ordered.at(-1))?.adjust ?? 0;
}

/** One queue's part in what a partner is judged by: its weight, and its level at the partner's staffing alone. */
interface Judged {
  readonly inputs: readonly string[];
  level(
    columns: readonly (Float64Array | undefined)[],
    t: number,
  ): { readonly weight: number; readonly level: number };
}

function judgedRoute(route: Member, context: BlockContext): Judged {
  const queueMember = queueOf(route);
  const queue = sourceQueue(queueMember, context);
  const offeredAndShare = [`${queueMember.key}.offered`, `${route.inputKey}.share`];
  if (queue.model === 'workload') {
    return {
      inputs: [...offeredAndShare, `${queueMember.key}.serviceLevel`],
      level: ([offered, share, level], t) => ({ weight: at(offered, t) * at(share, t), level: at(level, t) }),
    };
  }
  let open: readonly OpenIntervals[] | undefined;
  const names = [...offeredAndShare, `${route.key}.staffingRatio`, `${queueMember.key}.aht`];
  return {
    inputs: queue.patience === undefined ? names : [...names, `${queueMember.key}.patience`],
    level([offered, share, ratio, aht, patience], t) {
      const weight = at(offered, t) * at(share, t);
      open ??= openByPeriod(queue, context);
      const intervals = open[t];
      if (weight === 0 || intervals === undefined) return { weight: 0, level: 0 };
      const period = {
        offered: queue.pooled ? at(offered, t) : weight,
        ahtSeconds: at(aht, t),
        patienceSeconds: queue.patience === undefined ? undefined : at(patience, t),
      };
      const { inTime, counted } = serveWaiting(queue, intervals, period, at(ratio, t), context);
      return { weight, level: inTime / counted };
    },
  };
}

/** What a partner's own staffing would give its queues, and what that does to its price. */
export const ownServiceBlock: Block = {
  name: 'ownService',
  appliesTo: ({ dimension, traits }) => dimension === 'groups' && traits['sourcing'] === 'vendor',
  tie(member, context) {
    const { vendor } = groupOf(member, context);
    const tiers = vendor?.slaTiers ?? [];
    const routes = member.collections.get('routes') ?? [];
    const judged = routes.map((route) => judgedRoute(route, context));
    const queues = routes.map((route) => sourceQueue(queueOf(route), context));
    return {
      inputs: [now(`${member.key}.requiredHours`), ...judged.flatMap(({ inputs }) => inputs.map(now))],
      outputs: [`${member.key}.ownServiceLevel`, `${member.key}.slaAdjust`],
      parameters: { tiers, queues, calendar: context.scenario.calendar },
      hasMemory: false,
      create: () => ({
        step(t, { inputs: [required, ...columns], outputs: [ownLevel, adjustment] }) {
          let weights = 0;
          let weighted = 0;
          let first = 0;
          for (const { inputs, level } of judged) {
            const one = level(columns.slice(first, first + inputs.length), t);
            first += inputs.length;
            if (one.weight === 0) continue;
            weights += one.weight;
            weighted += one.weight * one.level;
          }
          const own = weights === 0 || at(required, t) === 0 ? Number.NaN : weighted / weights;
          if (ownLevel !== undefined) ownLevel[t] = own;
          if (adjustment !== undefined) adjustment[t] = tierAdjustment(tiers, own);
        },
      }),
    };
  },
};
