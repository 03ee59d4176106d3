import type { Member } from '../members.ts';
import { at, before, type Block, type BlockContext, now, type TiedBlock } from './define.ts';
import { agentHours, agentsByClass, openByPeriod, workloadHours } from './staffing.ts';
import type { Queue } from '../scenario.ts';
import { isFormulaSeries } from '../series.ts';

export function sourceQueue(member: Member, { scenario }: BlockContext): Queue {
  const queue = scenario.queues.find(({ id }) => id === member.id);
  if (queue === undefined) throw new Error(`There is no queue "${member.id}"`);
  return queue;
}

/** Everything about a queue and the calendar that decides its requirement beside the numbers that flow in. */
export function queueParameters(queue: Queue, { scenario }: BlockContext): unknown {
  const { profile, goal, model, concurrency, closedOnHolidays, pooled } = queue;
  return { profile, goal, model, concurrency, closedOnHolidays, pooled, calendar: scenario.calendar };
}

function waitingInputs(member: Member, queue: Queue): readonly string[] {
  const names = ['offered', 'aht', ...(queue.patience === undefined ? [] : ['patience'])];
  return names.map((name) => `${member.key}.${name}`);
}

/** The fixed inputs that decide how many agents a queue needs. */
function staffingConstants({ inputKey }: Member): readonly string[] {
  const goals = ['serviceLevel', 'within', 'asa', 'maxOccupancy', 'maxAbandon', 'minAgents'];
  return [...goals.map((name) => `${inputKey}.goal.${name}`), `${inputKey}.concurrency`];
}

function closedFault(member: Member): { nodeId: string; text: string } {
  return {
    nodeId: `${member.key}.offered`,
    text: `"${member.name}" is offered contacts in a period in which it is never open. Open it, or take the contacts away.`,
  };
}

const NO_AGENTS = 'No number of agents meets this goal.';

/** Requirement of a queue whose customers wait: as one virtual queue, or by the groups' own parts of it. */
function tieWaiting(member: Member, queue: Queue, context: BlockContext): TiedBlock {
  const isPooled = queue.pooled;
  const servers = isPooled ? [] : (member.collections.get('servers') ?? []);
  const inputs = [...waitingInputs(member, queue), ...servers.map(({ inputKey }) => `${inputKey}.share`)].map(
    now,
  );
  const firstShare = inputs.length - servers.length;
  return {
    inputs,
    outputs: isPooled ? [`${member.key}.baseHours`] : servers.map(({ key }) => `${key}.ownHours`),
    parameters: queueParameters(queue, context),
    hasMemory: false,
    constants: staffingConstants(member),
    create: () => {
      const open = openByPeriod(queue, context);
      return {
        step(t, { inputs: columns, outputs, fail }) {
          const intervals = open[t];
          const offered = at(columns[0], t);
          if (intervals === undefined) return;
          if (intervals.count === 0 && offered > 0) return fail(closedFault(member));
          const patienceSeconds = queue.patience === undefined ? undefined : at(columns[2], t);
          outputs.forEach((output, place) => {
            const share = isPooled ? 1 : at(columns[firstShare + place], t);
            const part = { offered: offered * share, ahtSeconds: at(columns[1], t), patienceSeconds };
            const isServed = isPooled || share > 0;
            output[t] = isServed
              ? agentHours(queue, intervals, agentsByClass(queue, intervals, part, context.cache))
              : 0;
          });
          if (outputs.some((output) => Number.isNaN(output[t])))
            fail({ nodeId: `${member.key}.goal`, text: NO_AGENTS });
        },
      };
    },
  };
}

/** Requirement of deferred work: the arriving hours and the part of the backlog that is to be cleared. */
function tieWorkload(member: Member, queue: Queue, context: BlockContext): TiedBlock {
  const names = ['offered', 'aht', 'clearBacklog'];
  return {
    inputs: [...names.map((name) => now(`${member.key}.${name}`)), before(`${member.key}.backlogHours`)],
    outputs: [`${member.key}.baseHours`],
    parameters: queueParameters(queue, context),
    hasMemory: false,
    constants: staffingConstants(member),
    create: () => {
      const open = openByPeriod(queue, context);
      return {
        step(t, { inputs: [offered, aht, clear, backlog], outputs: [output], fail }) {
          const intervals = open[t];
          if (output === undefined || intervals === undefined) return;
          if (intervals.count === 0 && at(offered, t) > 0) return fail(closedFault(member));
          const arriving = (at(offered, t) * at(aht, t)) / 3600 / queue.concurrency;
          output[t] = workloadHours(queue, intervals, arriving + at(clear, t) * at(backlog, t - 1));
        },
      };
    },
  };
}

const SHARE_TOLERANCE = 1e-9;

/**
 * Refuses periods in which the shares of a queue do not add up to 1. Shares that are numbers are looked at when the plan
 * is read; those that are formulas are known only now.
 */
function withShares(tied: TiedBlock, member: Member, { scenario }: BlockContext): TiedBlock {
  const servers = member.collections.get('servers') ?? [];
  const given = scenario.staffGroups.flatMap((group) => group.queues.filter(({ id }) => id === member.id));
  if (!given.some(({ share }) => isFormulaSeries(share))) return tied;
  const shares = servers.map(({ inputKey }) => `${inputKey}.share`);
  const own = tied.inputs.length;
  return {
    ...tied,
    inputs: [...tied.inputs, ...shares.map(now)],
    create: () => {
      const instance = tied.create();
      return {
        step(t, io) {
          const total = io.inputs.slice(own).reduce((sum, column) => sum + at(column, t), 0);
          if (Math.abs(total - 1) <= SHARE_TOLERANCE)
            return instance.step(t, { ...io, inputs: io.inputs.slice(0, own) });
          const text = `The shares of "${member.name}" add up to ${Number(total.toPrecision(12))}. They must add up to 1.`;
          io.fail({ nodeId: shares[0] ?? member.key, text });
        },
      };
    },
  };
}

export const requirementBlock: Block = {
  name: 'requirement',
  appliesTo: ({ dimension }) => dimension === 'queues',
  tie(member, context) {
    const queue = sourceQueue(member, context);
    const tied =
      queue.model === 'workload' ? tieWorkload(member, queue, context) : tieWaiting(member, queue, context);
    return withShares(tied, member, context);
  },
};
