import { describe, expect, it } from 'vitest';
import northwind from '#resources/sample/northwind.scenario.json' with { type: 'json' };
import { applyCommand, type Command } from '#shared/model/commands.ts';
import {
  addGroup,
  addQueue,
  channels,
  duplicateGroup,
  duplicateQueue,
  freeId,
} from '#shared/model/newMembers.ts';
import { modelCommands, normalisedSeasons, seasonsOf } from '#shared/model/queueEdits.ts';
import { removalOf } from '#shared/model/removal.ts';
import {
  addRouteCommand,
  handedOver,
  removeRouteCommands,
  setShareCommands,
} from '#shared/model/routeEdits.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

function isPlan(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

function sample(): ScenarioDocument {
  if (!isPlan(northwind)) throw new Error('The sample is no plan');
  return northwind;
}

/** The document after one act and after its undo. */
function done(document: ScenarioDocument, commands: readonly Command[]) {
  let after = document;
  const inverse: Command[] = [];
  for (const command of commands) {
    const applied = applyCommand(after, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    after = applied.value.next;
    inverse.unshift(applied.value.inverse);
  }
  let undone = after;
  for (const command of inverse) {
    const applied = applyCommand(undone, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    undone = applied.value.next;
  }
  return { after, undone };
}

function expectPlan(document: ScenarioDocument): void {
  const checked = validateScenario(document);
  expect(checked.ok ? [] : checked.fault.problems).toEqual([]);
}

const rich: ScenarioDocument = {
  ...sample(),
  events: [
    { name: 'Both', queues: ['voice', 'chat'], uplift: 0.1, from: '2027-02-01', to: '2027-02-10' },
    { name: 'Chat only', queues: ['chat'], uplift: 0.1, from: '2027-02-01', to: '2027-02-10' },
  ],
  ownLines: [{ id: 'chatLoad', scope: 'plan', formula: 'queues.chat.offered * 2' }],
  initiatives: [
    {
      id: 'bot',
      name: 'Bot',
      start: '2027-03-01',
      effects: [
        { target: 'queues.chat.deflection', op: 'add', value: 0.1 },
        { target: 'queues.voice.deflection', op: 'add', value: 0.05 },
      ],
    },
  ],
  uncertain: [{ target: 'staffGroups.prague.queues.chat.share', distribution: 'uniform', low: 0.9, high: 1 }],
  assumptions: {
    'queues.chat.fcr': { source: 'A guess' },
    'queues.voice.fcr': { source: 'Telephone system' },
  },
};

describe('removalOf', () => {
  it('takes a queue out with everything that refers to it, and one undo brings all of it back', () => {
    expectPlan(rich);
    const { commands, goesWith } = removalOf(rich, 'queues', 'chat');
    expect(goesWith).toEqual([
      { kind: 'route', name: 'Prague' },
      { kind: 'eventQueue', name: 'Both' },
      { kind: 'event', name: 'Chat only' },
      { kind: 'effect', name: 'Bot' },
      { kind: 'uncertain', name: 'staffGroups.prague.queues.chat.share' },
      { kind: 'assumption', name: 'queues.chat.fcr' },
      { kind: 'formula', name: 'ownLines.chatLoad' },
    ]);
    const { after, undone } = done(rich, commands);
    expectPlan(after);
    expect(after.queues?.some(({ id }) => id === 'chat')).toBe(false);
    expect(after.events).toEqual([{ ...rich.events?.[0], queues: ['voice'] }]);
    expect(Object.keys(after.assumptions ?? {})).toEqual(['queues.voice.fcr']);
    expect(undone).toEqual(rich);
  });

  it('takes a segment out of the queues that it contacts', () => {
    const { commands, goesWith } = removalOf(sample(), 'segments', 'ent');
    expect(goesWith.filter(({ kind }) => kind === 'demand').length).toBeGreaterThan(0);
    const { after, undone } = done(sample(), commands);
    expectPlan(after);
    expect(JSON.stringify(after.queues)).not.toContain('"segment":"ent"');
    expect(undone).toEqual(sample());
  });

  it('gives the shares of a group to the others, and keeps one that alone serves a queue', () => {
    const partner = removalOf(sample(), 'staffGroups', 'partner', handedOver(sample(), 'partner'));
    expect(partner.unserved).toEqual([]);
    const { after } = done(sample(), partner.commands);
    expectPlan(after);
    expect(after.staffGroups?.map(({ id }) => id)).toEqual(['prague']);
    expect(removalOf(sample(), 'staffGroups', 'prague').unserved).toContain('Chat');
  });

  it('does nothing for what is not there', () => {
    expect(removalOf(sample(), 'queues', 'fax').commands).toEqual([]);
  });
});

describe('serving queues', () => {
  it('keeps the shares of a queue at 1, also where they change over the plan', () => {
    expectPlan(done(sample(), setShareCommands(sample(), 'prague', 'voice', 0.25)).after);
    const { after } = done(sample(), setShareCommands(sample(), 'prague', 'partners', 0.25));
    expectPlan(after);
    expect(after.staffGroups?.[0]?.queues.find(({ id }) => id === 'partners')?.share).toBe(0.25);
  });

  it('adds a queue with no share yet, and leaves it again', () => {
    const { after } = done(sample(), [addRouteCommand(sample(), 'partner', 'chat')]);
    expectPlan(after);
    const shared = done(after, setShareCommands(after, 'partner', 'chat', 0.4)).after;
    expectPlan(shared);
    const left = done(shared, removeRouteCommands(shared, 'partner', 'chat')).after;
    expectPlan(left);
    expect(left.staffGroups).toEqual(sample().staffGroups);
    expect(removeRouteCommands(sample(), 'prague', 'chat')).toEqual([]);
  });
});

describe('new members', () => {
  it.each(channels)('a %s queue is a plan at once, with an old group or a new one', (channel) => {
    for (const group of ['prague', undefined]) {
      const added = addQueue(sample(), channel, 'Second line', group, 'Second team');
      expect(added.id).toBe('secondLine');
      const { after, undone } = done(sample(), added.commands);
      expectPlan(after);
      expect(undone).toEqual(sample());
    }
  });

  it('copies are plans too', () => {
    for (const { commands } of [
      duplicateQueue(sample(), 'voice', 'Voice copy'),
      duplicateGroup(sample(), 'prague', 'Prague copy'),
      addGroup(sample(), 'Night shift'),
    ])
      expectPlan(done(sample(), commands).after);
  });

  it('get ids that are not taken, also from names without plain letters', () => {
    expect(freeId('Second line', [], 'queue')).toBe('secondLine');
    expect(freeId('Voice', ['voice'], 'queue')).toBe('voice2');
    expect(freeId('Zákazníci', [], 'segment')).toBe('zakaznici');
    expect(freeId('电话', ['voice'], 'queue')).toBe('queue2');
    expect(freeId('constructor', [], 'queue')).toBe('queue1');
  });
});

describe('queue edits', () => {
  it('another model leaves a plan', () => {
    for (const queue of sample().queues ?? [])
      for (const model of ['erlangC', 'erlangA', 'workload'] as const)
        expectPlan(done(sample(), modelCommands(queue, model)).after);
  });

  it('seasons get a mean of 1 and keep their pattern', () => {
    expect(seasonsOf(undefined)).toEqual(Array.from({ length: 12 }, () => 1));
    const next = normalisedSeasons([2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4]);
    expect(next.reduce((sum, value) => sum + value, 0) / 12).toBeCloseTo(1, 9);
    expect((next[1] ?? 0) / (next[0] ?? 1)).toBeCloseTo(2, 9);
    expect(normalisedSeasons([0, 0])).toEqual([0, 0]);
  });
});
