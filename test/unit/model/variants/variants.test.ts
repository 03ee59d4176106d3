import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { difference } from '#shared/model/variants/difference.ts';
import { applyEdit, documentCommands, type Editable } from '#shared/model/variants/edit.ts';
import { isPlainSeries, valuesOf } from '#shared/model/seriesPeriods.ts';
import type { Override } from '#shared/model/variants/override.ts';
import { resetPeriods } from '#shared/model/variants/reset.ts';
import { resolve } from '#shared/model/variants/resolve.ts';
import { anyCommand, salesGrowth } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const base = salesGrowth();

function variantOf(document: ScenarioDocument, overrides: readonly Override[] = []): Editable {
  return { document: resolve(document, overrides).document, variant: { base: document, overrides } };
}

function edited(scenario: Editable, ...commands: readonly Command[]): Editable {
  return commands.reduce((current, command) => valueOf(applyEdit(current, command)).next, scenario);
}

const overridesOf = (scenario: Editable) => scenario.variant?.overrides;

describe('a variant', () => {
  it('holds only what was changed in it', () => {
    const variant = edited(
      variantOf(base),
      { type: 'setInput', path: 'queues.voice.fcr', value: 0.8 },
      { type: 'setPeriods', path: 'segments.smb.deals', from: 2, values: [7] },
    );
    expect(overridesOf(variant)?.map(({ path }) => path)).toEqual(['queues.voice.fcr', 'segments.smb.deals']);
  });

  it('takes over what the base changes elsewhere, and keeps its own', () => {
    const variant = edited(variantOf(base), { type: 'setInput', path: 'queues.voice.fcr', value: 0.8 });
    const moved = edited(
      { document: base, variant: null },
      { type: 'setInput', path: 'queues.voice.fcr', value: 0.6 },
      { type: 'setInput', path: 'segments.ent.churn', value: 0.02 },
    ).document;
    const { document } = resolve(moved, overridesOf(variant) ?? []);
    expect(inputAt(document, 'queues.voice.fcr')).toBe(0.8);
    expect(inputAt(document, 'segments.ent.churn')).toBe(0.02);
  });

  it('shows the base again when its own value is dropped, whatever the base says by then', () => {
    const { next, inverse } = valueOf(
      applyEdit(variantOf(base), { type: 'setInput', path: 'queues.voice.fcr', value: 0.8 }),
    );
    expect(inverse).toEqual({ type: 'setOverrides', drop: ['queues.voice.fcr'], put: [] });
    const moved = edited(
      { document: base, variant: null },
      { type: 'setInput', path: 'queues.voice.fcr', value: 0.6 },
    ).document;
    const later = variantOf(moved, overridesOf(next));
    expect(inputAt(edited(later, inverse).document, 'queues.voice.fcr')).toBe(0.6);
  });

  it('keeps a value of its own that happens to be the one of the base', () => {
    const fcr = inputAt(base, 'queues.voice.fcr');
    if (typeof fcr !== 'number') throw new Error('The reference plan has no fcr');
    const variant = edited(variantOf(base), { type: 'setInput', path: 'queues.voice.fcr', value: fcr });
    expect(overridesOf(variant)).toEqual([{ path: 'queues.voice.fcr', value: fcr }]);
  });

  it('says which of its values lost their place, and uses them again when it comes back', () => {
    const variant = edited(variantOf(base), { type: 'setInput', path: 'queues.chat.fcr', value: 0.9 });
    const without = valueOf(applyCommand(base, { type: 'setInput', path: 'queues.chat' })).next;
    const { lost, document } = resolve(without, overridesOf(variant) ?? []);
    expect(lost).toEqual([{ path: 'queues.chat.fcr', value: 0.9 }]);
    expect(document).toEqual(without);
    expect(inputAt(resolve(base, lost).document, 'queues.chat.fcr')).toBe(0.9);
  });

  it('can add, rename and remove members', () => {
    const chat = inputAt(base, 'queues.chat');
    const added: Command = {
      type: 'insertMember',
      path: 'queues',
      place: 0,
      member: { ...JSON.parse(JSON.stringify(chat)), id: 'video' },
    };
    const variant = edited(variantOf(base), added);
    expect(overridesOf(variant)).toMatchObject([{ path: 'queues.video', place: 0 }]);
    const tuned = edited(variant, { type: 'setInput', path: 'queues.video.fcr', value: 0.5 });
    expect(overridesOf(tuned)).toHaveLength(1);
    expect(edited(tuned, { type: 'setInput', path: 'queues.video' }).variant?.overrides).toEqual([]);
    const renamed = edited(variantOf(base), { type: 'setInput', path: 'queues.chat.id', value: 'talk' });
    expect(overridesOf(renamed)?.map(({ path }) => path)).toEqual(['queues']);
  });

  it('never mixes half of one form of a series with half of another', () => {
    const variant = edited(variantOf(base), {
      type: 'setInput',
      path: 'segments.smb.deals.growth',
      value: 0.1,
    });
    expect(overridesOf(variant)?.map(({ path }) => path)).toEqual(['segments.smb.deals']);
  });
});

describe('random edits of a variant', () => {
  it('come to what the same edits make of a flat copy, and undo takes back each exactly', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 12 }), (commands) => {
        let flat = base;
        let variant = variantOf(base);
        const trail: { readonly before: Editable; readonly inverse: Command }[] = [];
        for (const command of commands) {
          const plain = applyCommand(flat, command);
          const own = applyEdit(variant, command);
          expect(own.ok).toBe(plain.ok);
          if (!plain.ok || !own.ok) continue;
          trail.push({ before: variant, inverse: own.value.inverse });
          flat = plain.value.next;
          variant = own.value.next;
          expect(variant.document).toEqual(flat);
        }
        for (const { before, inverse } of trail.toReversed()) {
          variant = valueOf(applyEdit(variant, inverse)).next;
          expect(variant.document).toEqual(before.document);
          expect(overridesOf(variant)).toEqual(overridesOf(before));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in trees of variants come to flat copies', () => {
    const levels = fc.array(fc.array(anyCommand, { maxLength: 4 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(levels, (tree) => {
        let flat = base;
        let parent: Editable = { document: base, variant: null };
        for (const commands of tree) {
          let child = variantOf(parent.document);
          for (const command of commands) {
            const plain = applyCommand(flat, command);
            const own = applyEdit(child, command);
            expect(own.ok).toBe(plain.ok);
            if (plain.ok) flat = plain.value.next;
            if (own.ok) child = own.value.next;
          }
          expect(child.document).toEqual(flat);
          parent = child;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are told apart from the base exactly: the difference laid over the base gives the document', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 10 }), (commands) => {
        const flat = commands.reduce((current, command) => {
          const applied = applyCommand(current, command);
          return applied.ok ? applied.value.next : current;
        }, base);
        const overrides = difference(base, flat);
        expect(resolve(base, overrides)).toEqual({ document: flat, lost: [] });
        const viaCommands = documentCommands(base, flat).reduce(
          (current, command) => valueOf(applyCommand(current, command)).next,
          base,
        );
        expect(viaCommands).toEqual(flat);
      }),
      { numRuns: 200 },
    );
  });
});

describe('single periods of an input in a variant', () => {
  const deals = 'segments.smb.deals';
  const dealsIn = (document: ScenarioDocument) => {
    const series = inputAt(document, deals);
    if (!isPlainSeries(series)) throw new Error('Deals are no numbers');
    return valuesOf(series, {
      ...document.calendar,
      fiscalYearStart: document.calendar.fiscalYearStart ?? 1,
    });
  };
  const periods = dealsIn(base).length;
  const number = fc.double({ min: 0, max: 5000, noNaN: true });
  const someEdits = fc.array(
    fc
      .tuple(fc.nat(periods - 3), fc.array(number, { minLength: 1, maxLength: 3 }))
      .map(([from, values]): Command => ({ type: 'setPeriods', path: deals, from, values })),
    { minLength: 1, maxLength: 6 },
  );
  const firstEdit = fc.oneof(
    fc.constant<Command[]>([]),
    number.map((value): Command[] => [{ type: 'setInput', path: deals, value }]),
    fc.constant<Command[]>([{ type: 'setInput', path: deals, value: { base: 9, growth: 0.1 } }]),
  );
  const otherBase = edited(
    { document: base, variant: null },
    {
      type: 'setInput',
      path: deals,
      value: { base: 111, growth: -0.2 },
    },
  ).document;

  it('are its own alone: everything else follows the base', () => {
    const variant = edited(variantOf(base), { type: 'setPeriods', path: deals, from: 2, values: [7, 8] });
    expect(overridesOf(variant)).toEqual([{ path: deals, periods: [{ from: 2, values: [7, 8] }] }]);
    const moved = resolve(otherBase, overridesOf(variant) ?? []).document;
    expect(dealsIn(moved)).toEqual(dealsIn(otherBase).with(2, 7).with(3, 8));
  });

  it('reset, show the base again whatever it says by then; the others stay, and undo is exact', () => {
    fc.assert(
      fc.property(
        firstEdit,
        someEdits,
        fc.uniqueArray(fc.nat(periods - 1), { minLength: 1 }),
        (first, some, others) => {
          const variant = edited(variantOf(base), ...first, ...some);
          const own = variant.variant;
          if (own === null) throw new Error('No variant');
          // At least one of the periods was changed.
          const reset = [
            ...others,
            ...some.slice(0, 1).flatMap((one) => (one.type === 'setPeriods' ? one.from : [])),
          ];
          const command = resetPeriods(own, variant.document, deals, reset);
          if (command === null) throw new Error('There was nothing to reset');
          const { next, inverse } = valueOf(applyEdit(variant, command));
          const expected = (of: ScenarioDocument) =>
            dealsIn(of).map((value, at) => (reset.includes(at) ? value : undefined));
          expect(dealsIn(next.document).map((value, at) => (reset.includes(at) ? value : undefined))).toEqual(
            expected(base),
          );
          for (const [at, value] of dealsIn(variant.document).entries()) {
            if (!reset.includes(at)) expect(dealsIn(next.document)[at]).toBe(value);
          }
          const later = resolve(otherBase, overridesOf(next) ?? []).document;
          expect(dealsIn(later).map((value, at) => (reset.includes(at) ? value : undefined))).toEqual(
            expected(otherBase),
          );
          const back = valueOf(applyEdit(next, inverse)).next;
          expect(back.document).toEqual(variant.document);
          expect(overridesOf(back)).toEqual(overridesOf(variant));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are no override any more when all of them were reset', () => {
    const variant = edited(variantOf(base), { type: 'setPeriods', path: deals, from: 2, values: [7, 8] });
    if (variant.variant === null) throw new Error('No variant');
    expect(resetPeriods(variant.variant, variant.document, deals, [2, 3])).toEqual({
      type: 'setOverrides',
      drop: [deals],
      put: [],
    });
    expect(resetPeriods(variant.variant, variant.document, deals, [5])).toBeNull();
    expect(resetPeriods(variant.variant, variant.document, 'queues.voice.fcr', [5])).toBeNull();
  });

  it('lose their place when the base has a formula there, and come back with its numbers', () => {
    const variant = edited(variantOf(base), { type: 'setPeriods', path: deals, from: 0, values: [7] });
    const own = overridesOf(variant) ?? [];
    const formula = edited(
      { document: base, variant: null },
      {
        type: 'setInput',
        path: deals,
        value: { formula: '3' },
      },
    ).document;
    expect(resolve(formula, own)).toEqual({ document: formula, lost: own });
    expect(dealsIn(resolve(base, own).document)[0]).toBe(7);
  });

  it('beyond the end of a base that became shorter wait there', () => {
    const variant = edited(variantOf(base), {
      type: 'setPeriods',
      path: deals,
      from: periods - 2,
      values: [7, 8],
    });
    const shorter = { ...base, calendar: { ...base.calendar, periods: periods - 1 } };
    expect(dealsIn(resolve(shorter, overridesOf(variant) ?? []).document)).toEqual(
      dealsIn(shorter).with(periods - 2, 7),
    );
  });
});
