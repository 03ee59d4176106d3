import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bridge, fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { bridgeWaterfall } from '#shared/model/compare/waterfall.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { salesGrowth, set } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const document = salesGrowth();
const after = editedPlan(
  document,
  set('queues.voice.demand.smb.contactsPerCustomer', 0.6),
  set('queues.voice.handleTime.talk', 240),
  set('staffGroups.prague.pay.hourlyWage', 12),
);
const bridge = valueOf(fixedOrderBridge(editedPlan(document), after));

/** A bridge of one measure and one slot with these levels. */
function bridgeThrough(levels: readonly number[]): Bridge {
  const only = (value: number) => ({ bySlot: [value], total: value });
  const [first = 0] = levels;
  const steps = levels.slice(1).map((level, at) => level - (levels[at] ?? 0));
  const [measure] = bridge.measures;
  if (measure === undefined) throw new Error('The bridge has no measure.');
  return {
    ...bridge,
    slots: bridge.slots.slice(0, 1),
    steps: steps.map(() => ({ families: ['volume'] as const })),
    measures: [{ ...measure, before: only(first), after: only(levels.at(-1) ?? 0), steps: steps.map(only) }],
  };
}

describe('a waterfall', () => {
  it('goes from the first plan by each step to the second', () => {
    const bars = bridgeWaterfall(bridge, { measure: 'totalCost' })?.bars ?? [];
    expect(bars.map(({ kind, families }) => [kind, ...families])).toEqual([
      ['before'],
      ['step', 'volume'],
      ['step', 'handleTime'],
      ['step', 'pay'],
      ['after'],
    ]);
    const [start, ...rest] = bars;
    const end = rest.at(-1);
    const cost = bridge.measures.find(({ id }) => id === 'totalCost');
    expect(start).toMatchObject({ from: 0, to: expect.closeTo(cost?.before.total ?? 0, 2) });
    expect(end).toMatchObject({ from: 0, to: expect.closeTo(cost?.after.total ?? 0, 2) });
    rest.slice(0, -1).forEach((bar, at) => expect(bar.from).toBe(bars[at]?.to));
    expect(rest.at(-2)?.to).toBe(end?.to);
  });

  it('of one period is that of its amounts', () => {
    const waterfall = bridgeWaterfall(bridge, { measure: 'requiredFte', slot: 5, digits: 6 });
    const measure = bridge.measures.find(({ id }) => id === 'requiredFte');
    expect(waterfall?.bars.slice(1, -1).map(({ amount }) => amount)).toEqual(
      measure?.steps.map(({ bySlot }) => expect.closeTo(bySlot[5] ?? Number.NaN, 5)),
    );
  });

  it('shows amounts that add up to the difference shown, whatever is rounded away', () => {
    const level = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 2 }),
        (levels, digits) => {
          const bars = bridgeWaterfall(bridgeThrough(levels), { measure: 'requiredFte', digits })?.bars ?? [];
          const scale = 10 ** digits;
          const units = (value: number) => Math.round(value * scale);
          const steps = bars.slice(1, -1).reduce((sum, { amount }) => sum + units(amount), 0);
          expect(steps).toBe(units(bars.at(-1)?.to ?? 0) - units(bars[0]?.to ?? 0));
        },
      ),
    );
    const thirds = bridgeWaterfall(bridgeThrough([0, 0.4, 0.8, 1.2]), { measure: 'requiredFte', digits: 0 });
    expect(thirds?.bars.map(({ amount }) => amount)).toEqual([0, 0, 1, 0, 1]);
  });

  it('is not there for what the bridge does not have', () => {
    const none = { ...bridge, measures: [] };
    expect(bridgeWaterfall(none, { measure: 'totalCost' })).toBeUndefined();
    expect(bridgeWaterfall(bridge, { measure: 'totalCost', slot: 99 })).toBeUndefined();
  });
});
