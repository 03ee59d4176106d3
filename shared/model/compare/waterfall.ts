import { compensatedSum } from '#shared/kernel/summation.ts';
import type { Bridge } from './bridge.ts';
import type { BridgeMeasure, BridgeMeasureId } from './bridgeMeasures.ts';
import type { Family } from './families.ts';

/** One bar of a waterfall: where it begins and ends. */
export interface WaterfallBar {
  readonly kind: 'before' | 'step' | 'after';
  /** The families of a step; empty for the two ends. */
  readonly families: readonly Family[];
  readonly from: number;
  readonly to: number;
  /** `to` less `from`. */
  readonly amount: number;
}

export interface Waterfall {
  readonly measure: BridgeMeasure;
  readonly bars: readonly WaterfallBar[];
}

export interface WaterfallChoice {
  readonly measure: BridgeMeasureId;
  /** Place of a slot; without one, all of them. */
  readonly slot?: number;
  /** Decimals that are shown; the levels are rounded to them, so that what is shown adds up too. */
  readonly digits?: number;
}

function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale + 0;
}

/**
 * A bridge as the bars of a waterfall: the first plan from 0, each step from where the one before ended, the second plan
 * from 0. Levels are rounded, not amounts, so that the amounts shown add up to the difference shown.
 *
 * @returns undefined where the bridge does not have the measure, or one of the plans has no number there
 */
export function bridgeWaterfall(
  bridge: Bridge,
  { measure: id, slot, digits = 2 }: WaterfallChoice,
): Waterfall | undefined {
  const measure = bridge.measures.find((candidate) => candidate.id === id);
  if (measure === undefined) return undefined;
  const read = (amounts: (typeof measure)['before']) =>
    slot === undefined ? amounts.total : (amounts.bySlot[slot] ?? null);
  const [start, end] = [read(measure.before), read(measure.after)];
  const added = measure.steps.map(read);
  if (start === null || end === null || added.includes(null)) return undefined;
  const levels = added.map((_, at) =>
    at === added.length - 1
      ? end
      : compensatedSum([start, ...added.slice(0, at + 1).map((amount) => amount ?? 0)]),
  );
  const ends = [start, ...levels].map((level) => rounded(level, digits));
  const bar = (kind: WaterfallBar['kind'], families: readonly Family[], from: number, to: number) => ({
    kind,
    families,
    from,
    to,
    amount: rounded(to - from, digits),
  });
  return {
    measure: { id, label: measure.label, unit: measure.unit, rule: measure.rule },
    bars: [
      bar('before', [], 0, rounded(start, digits)),
      ...bridge.steps.map(({ families }, at) => bar('step', families, ends[at] ?? 0, ends[at + 1] ?? 0)),
      bar('after', [], 0, rounded(end, digits)),
    ],
  };
}
