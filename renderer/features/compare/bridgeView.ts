import type { TFunction } from 'i18next';
import type { Block, Bridge } from '#shared/model/compare/bridge.ts';
import { bridgeOver } from '#shared/model/compare/bridgeSpan.ts';
import type { BridgeMeasureId } from '#shared/model/compare/bridgeMeasures.ts';
import { bridgeWaterfall, type Waterfall } from '#shared/model/compare/waterfall.ts';
import { type PeriodCalendar, periodsOf } from '#shared/model/periods.ts';
import type { WaterfallStep } from '#renderer/ui/charts/types.ts';

/** Cents, and hundredths of an FTE. */
export const bridgeDigits = 2;

/** Two plans, of which the names stand at the ends of a bridge. */
interface BridgeWords {
  readonly t: TFunction;
  readonly before: string;
  readonly after: string;
}

/** The families that a step changes, in words; one of no family is what another program computed. */
export function stepName({ families, joined }: Block, t: TFunction): string {
  if (families.length === 0) return t('compare.bridge.otherEngine');
  const names = families.map((family) => t(`compare.family.${family}`)).join(' + ');
  return joined === undefined ? names : t('compare.bridge.together', { names });
}

/** One line of the table below a bridge: what a step adds, and where it leads. */
export interface BridgeLine {
  readonly id: string;
  readonly label: string;
  /** null for the two ends. */
  readonly change: number | null;
  readonly level: number;
}

/** The bars of a waterfall with their names. */
export function bridgeLines(
  waterfall: Waterfall,
  steps: readonly Block[],
  { t, before, after }: BridgeWords,
): readonly BridgeLine[] {
  return waterfall.bars.map(({ kind, to, amount }, at) => {
    const step = steps[at - 1];
    if (kind === 'before') return { id: 'before', label: before, change: null, level: to };
    if (kind === 'after' || step === undefined) return { id: 'after', label: after, change: null, level: to };
    return { id: `step ${at}`, label: stepName(step, t), change: amount, level: to };
  });
}

/** The same for a chart; steps that add nothing only take room there. */
export function bridgeSteps(lines: readonly BridgeLine[]): readonly WaterfallStep[] {
  return lines
    .filter(({ change }) => change !== 0)
    .map(({ id, label, change, level }) =>
      change === null ? { id, label, value: level, isTotal: true } : { id, label, value: change },
    );
}

/** Which part of the bridge is shown: everything, a fiscal year (`2027`), or one slot by its first day (`2027-03-01`). */
export type BridgeSpan = string;

export const wholeSpan: BridgeSpan = '';

/** Fiscal year of every slot, by the calendar of the first plan. */
export function slotYears(bridge: Bridge, calendar: PeriodCalendar): readonly number[] {
  const periods = periodsOf(calendar);
  return bridge.slots.map(({ startDay }) => {
    const period = periods.find((one) => startDay >= one.startDay && startDay < one.startDay + one.days);
    return period?.fiscalYear ?? 0;
  });
}

/** The waterfall of one measure over a span; undefined where one of the plans has no number there. */
export function spanWaterfall(
  bridge: Bridge,
  years: readonly number[],
  span: BridgeSpan,
  measure: BridgeMeasureId,
): Waterfall | undefined {
  if (span === wholeSpan) return bridgeWaterfall(bridge, { measure, digits: bridgeDigits });
  const places = bridge.slots.flatMap(({ start }, place) =>
    start === span || String(years[place]) === span ? [place] : [],
  );
  return bridgeWaterfall(bridgeOver(bridge, places), { measure, digits: bridgeDigits });
}
