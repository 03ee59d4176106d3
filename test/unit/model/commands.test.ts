import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command, commandSchema } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { anyCommand, salesGrowth, set } from '#test/support/randomEdits.ts';
import { faultOf, valueOf } from '#test/support/workspaces.ts';

const document = salesGrowth();

function after(commands: readonly Command[], start = document): ScenarioDocument {
  return commands.reduce((current, command) => valueOf(applyCommand(current, command)).next, start);
}

describe('setting an input', () => {
  it('changes it, and its inverse restores what stood there', () => {
    const { next, inverse } = valueOf(applyCommand(document, set('segments.ent.churn', 0.01)));
    expect(inputAt(next, 'segments.ent.churn')).toBe(0.01);
    expect(inverse).toEqual(set('segments.ent.churn', 0.006));
  });

  it('without a value lets the default return; the inverse of a new input is its taking away', () => {
    const gone = valueOf(applyCommand(document, set('queues.voice.telecomPerMinute')));
    expect(inputAt(gone.next, 'queues.voice.telecomPerMinute')).toBeUndefined();
    const { inverse } = valueOf(applyCommand(document, set('queues.voice.concurrency', 2)));
    expect(inverse).toEqual(set('queues.voice.concurrency'));
  });

  it('of a place that is not there is refused', () => {
    expect(faultOf(applyCommand(document, set('queues.fax.volume', 1)))).toMatchObject({
      code: 'invalid-plan',
      message: 'There is no input "queues.fax.volume" in this plan.',
    });
  });

  it('never touches the document it was given', () => {
    const before = structuredClone(document);
    applyCommand(document, set('queues.voice.fcr', 0.5));
    applyCommand(document, { type: 'setPeriods', path: 'queues.voice.fcr', from: 3, values: [0.5] });
    expect(document).toEqual(before);
  });
});

describe('setting periods', () => {
  it('writes every period as it was, and the new ones', () => {
    const command: Command = { type: 'setPeriods', path: 'segments.smb.deals', from: 2, values: [7, 8] };
    const { next, inverse } = valueOf(applyCommand(document, command));
    const series = inputAt(next, 'segments.smb.deals');
    const expected = Array.from({ length: 24 }, (_, t) => 2600 * 1.35 ** (t / 12)).toSpliced(2, 2, 7, 8);
    expect(series).toEqual({ values: expected.map((value) => expect.closeTo(value, 8)) });
    expect(inverse).toEqual(set('segments.smb.deals', { base: 2600, growth: 0.35 }));
  });

  it('of an input at its default starts from the default', () => {
    const { next } = valueOf(
      applyCommand(document, { type: 'setPeriods', path: 'queues.chat.volume', from: 23, values: [50] }),
    );
    expect(inputAt(next, 'queues.chat.volume')).toEqual({ values: [...Array(23).fill(0), 50] });
  });

  it.each([
    ['queues.voice.goal', 0, 'is not an input that changes over the plan'],
    ['queues.voice.fcr', 24, 'has only 24 periods'],
  ])('of %s from %d is refused', (path, from, message) => {
    expect(
      faultOf(applyCommand(document, { type: 'setPeriods', path, from, values: [1] })).message,
    ).toContain(message);
  });

  it('of a formula is refused, since it would be lost', () => {
    const withFormula = after([set('queues.voice.volume', { formula: 'prior(volume, 1)' })]);
    expect(
      faultOf(
        applyCommand(withFormula, { type: 'setPeriods', path: 'queues.voice.volume', from: 0, values: [1] }),
      ).message,
    ).toContain('is a formula');
  });
});

describe('undo', () => {
  it.each<[string, Command[]]>([
    ['an id', [set('queues.chat.id', 'webchat')]],
    ['a whole member by another', [set('segments.ent', { id: 'key', openingCustomers: 7 })]],
    ['a member by one without a name', [set('segments.ent', 5)]],
    ['the only role', [set('staffGroups.partner.support.Vendor manager.role', 'Oversight')]],
    ['the first of three members', [set('queues.voice')]],
    ['all members of a list', [set('segments.smb'), set('segments.ent')]],
    [
      'a new member',
      [{ type: 'insertMember', path: 'segments', place: 1, member: { id: 'x', openingCustomers: 1 } }],
    ],
    [
      'the first member of a new list',
      [{ type: 'insertMember', path: 'drivers', place: 0, member: { id: 'x', value: 1 } }],
    ],
    ['a member taken from its place twice', [set('budgetLines[0]'), set('budgetLines[0]')]],
    [
      'an object that came into being',
      [set('queues.chat.patience', { base: 60, growth: 0.1 }), set('queues.chat.patience.base', 70)],
    ],
    [
      'something that was not there',
      [set('queues.voice.telecomPerMinute'), set('queues.voice.telecomPerMinute')],
    ],
  ])('takes back %s', (_name, commands) => {
    const inverses: Command[] = [];
    let current = document;
    for (const command of commands) {
      const { next, inverse } = valueOf(applyCommand(current, command));
      inverses.unshift(inverse);
      current = next;
    }
    expect(after(inverses, current)).toEqual(document);
  });

  it('after any sequence of edits gives back the document, step by step', () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 12 }), (commands) => {
        const states: { readonly before: ScenarioDocument; readonly inverse: Command }[] = [];
        let current = document;
        for (const command of commands) {
          expect(commandSchema.safeParse(command).success).toBe(true);
          const result = applyCommand(current, command);
          if (!result.ok) continue;
          states.push({ before: current, inverse: result.value.inverse });
          current = result.value.next;
          applied += 1;
        }
        for (const { before, inverse } of states.toReversed()) {
          expect(commandSchema.safeParse(inverse).success).toBe(true);
          current = valueOf(applyCommand(current, inverse)).next;
          expect(current).toEqual(before);
        }
        expect(current).toEqual(document);
      }),
      { numRuns: 1500 },
    );
    expect(applied).toBeGreaterThan(3000);
  });

  it('can itself be undone: the inverse of the inverse does the command again', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const done = applyCommand(document, command);
        if (!done.ok) return;
        const undone = valueOf(applyCommand(done.value.next, done.value.inverse));
        expect(valueOf(applyCommand(undone.next, undone.inverse)).next).toEqual(done.value.next);
      }),
      { numRuns: 1000 },
    );
  });
});
