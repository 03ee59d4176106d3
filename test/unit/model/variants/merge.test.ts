import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import { applyEdit, type Editable } from '#shared/model/variants/edit.ts';
import { decided, merge } from '#shared/model/variants/merge.ts';
import { isWithin, type Override } from '#shared/model/variants/override.ts';
import { resolve } from '#shared/model/variants/resolve.ts';
import { anyCommand, salesGrowth } from '#test/support/randomEdits.ts';

const base = salesGrowth();

/** What somebody's edits come to on the base; those that do not fit are left out. */
function overridesAfter(commands: readonly Command[]): readonly Override[] {
  let scenario: Editable = { document: base, variant: { base, overrides: [] } };
  for (const command of commands) {
    const applied = applyEdit(scenario, command);
    if (applied.ok) scenario = applied.value.next;
  }
  return scenario.variant?.overrides ?? [];
}

describe('merging two variants of one base', () => {
  it('takes over what only one changed, and asks about what both changed differently', () => {
    const mine = [
      { path: 'discountRate', value: 0.1 },
      { path: 'queues.voice.fcr', value: 0.8 },
      { path: 'segments.smb.churn', value: 0.02 },
    ];
    const theirs = [
      { path: 'queues.voice', value: { id: 'voice' } },
      { path: 'segments.smb.churn', value: 0.02 },
      { path: 'segments.ent.churn', value: 0.01 },
    ];
    const merged = merge(mine, theirs);
    expect(merged.agreed.map(({ path }) => path)).toEqual([
      'discountRate',
      'segments.ent.churn',
      'segments.smb.churn',
    ]);
    expect(merged.conflicts).toEqual([{ path: 'queues.voice', mine: [mine[1]], theirs: [theirs[0]] }]);
    expect(decided(merged, () => 'theirs').map(({ path }) => path)).toContain('queues.voice');
    expect(decided(merged, () => 'mine').map(({ path }) => path)).toContain('queues.voice.fcr');
  });

  const edits = fc.array(anyCommand, { maxLength: 6 });

  it('of a variant with itself changes nothing and asks nothing', () => {
    fc.assert(
      fc.property(edits, (commands) => {
        const own = overridesAfter(commands);
        expect(merge(own, own)).toEqual({ agreed: own, conflicts: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every value of the side that every conflict is decided for', () => {
    fc.assert(
      fc.property(edits, edits, (left, right) => {
        const sides = { mine: overridesAfter(left), theirs: overridesAfter(right) };
        const merged = merge(sides.mine, sides.theirs);
        for (const side of ['mine', 'theirs'] as const) {
          const result = decided(merged, () => side);
          for (const override of result) {
            const inside = result.filter(
              ({ path }) => path !== override.path && isWithin(path, override.path),
            );
            expect(inside).toEqual([]);
          }
          const alone = resolve(base, sides[side]).document;
          const together = resolve(base, result).document;
          for (const { path } of sides[side]) expect(inputAt(together, path)).toEqual(inputAt(alone, path));
        }
      }),
      { numRuns: 150 },
    );
  });
});
