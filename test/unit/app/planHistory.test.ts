import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { lastAct } from '#renderer/state/reasons.ts';
import { actsOfJournal, PlanHistory } from '#renderer/state/planHistory.ts';

function set(value: number): Command {
  return { type: 'setInput', path: 'segments.a.deals', value };
}

function entry(sequence: number, command: Command, inverse: Command) {
  return { sequence, revision: sequence, at: '2027-01-01T00:00:00.000Z', who: 'Ana', command, inverse };
}

describe('undo after a restart', () => {
  it('goes on from the journal, newest act first', () => {
    const acts = actsOfJournal([entry(2, set(3), set(2)), entry(1, set(2), set(1))]);
    expect(acts.map(({ inverse }) => inverse)).toEqual([[set(1)], [set(2)]]);
  });

  it('leaves out what was already taken back', () => {
    const taken = [entry(3, set(2), set(3)), entry(2, set(3), set(2)), entry(1, set(2), set(1))];
    expect(actsOfJournal(taken)).toMatchObject([{ commands: [set(2)], inverse: [set(1)] }]);
  });

  it('leaves out what was taken back although somebody said why', () => {
    const back: Command = { ...set(2), reason: 'Too early' };
    const done: Command = { ...set(3), reason: 'Sales asked' };
    expect(actsOfJournal([entry(2, back, set(3)), entry(1, done, set(2))])).toEqual([]);
  });

  it('leaves out an edit of single periods that was taken back, which sets all of them', () => {
    const some: Command = { type: 'setPeriods', path: 'segments.a.deals', from: 1, values: [7] };
    const all: Command = { type: 'setInput', path: 'segments.a.deals', value: { values: [5, 7, 5] } };
    expect(actsOfJournal([entry(2, set(5), all), entry(1, some, set(5))])).toEqual([]);
  });

  it('keeps an edit that happens to bring back an older value by another way', () => {
    const acts = actsOfJournal([entry(2, set(1), set(5)), entry(1, set(5), set(2))]);
    expect(acts).toHaveLength(2);
  });
});

describe('history', () => {
  it('tells what the next undo and the next redo are about', () => {
    const history = new PlanHistory();
    expect([history.nextUndo, history.nextRedo]).toEqual([[], []]);
    history.add({ commands: [set(1)], inverse: [set(0)] });
    history.add({ commands: [set(2)], inverse: [set(1)] });
    history.undo(() => true);
    expect([history.nextUndo, history.nextRedo]).toEqual([[set(1)], [set(2)]]);
  });

  it('takes back together what was stored together and is not possible alone', () => {
    const stored = (value: number, revision: number) => ({
      commands: [set(value)],
      inverse: [set(-value)],
      revision,
    });
    const history = new PlanHistory([stored(1, 1), stored(2, 2), stored(3, 2), stored(4, 2)]);
    const tried: Command[][] = [];
    history.undo(({ inverse }) => tried.push([...inverse]) === 2);
    expect(tried).toEqual([[set(-4)], [set(-4), set(-3)]]);
    const redone: (readonly Command[])[] = [];
    history.redo(({ commands }) => redone.push(commands) > 0);
    expect(redone).toEqual([[set(3), set(4)]]);
  });

  it('never goes over the border of what was stored together', () => {
    const history = new PlanHistory([
      { commands: [set(1)], inverse: [set(0)], revision: 1 },
      { commands: [set(2)], inverse: [set(1)], revision: 2 },
    ]);
    let attempts = 0;
    history.undo(() => {
      attempts += 1;
      return false;
    });
    expect(attempts).toBe(1);
    expect(history.canUndo).toBe(true);
  });

  it('undoes, redoes, and forgets the undone with a new act; a refused step stays', () => {
    const history = new PlanHistory();
    history.add({ commands: [set(2)], inverse: [set(1)] });
    history.undo(() => false);
    expect(history.canUndo).toBe(true);
    history.undo(() => true);
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
    history.redo(() => true);
    history.undo(() => true);
    history.add({ commands: [set(9)], inverse: [set(1)] });
    expect([history.canUndo, history.canRedo]).toEqual([true, false]);
  });
});

describe('the last act in a journal', () => {
  const journal = [
    entry(3, set(3), set(2)),
    entry(2, { ...set(2), reason: 'Said' }, set(1)),
    entry(1, set(1), set(0)),
  ];

  it('is all that the act did, whoever has said why of a part of it', () => {
    expect(lastAct(journal, [set(2), set(3)]).map(({ sequence }) => sequence)).toEqual([3, 2]);
  });

  it('is the newest edit where the journal ends with something else, such as the taking back of an act', () => {
    expect(lastAct(journal, [set(0), set(1)]).map(({ sequence }) => sequence)).toEqual([3]);
    expect(lastAct(journal, []).map(({ sequence }) => sequence)).toEqual([3]);
    expect(lastAct([], [set(1)])).toEqual([]);
  });
});
