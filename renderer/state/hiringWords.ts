import type { TFunction } from 'i18next';
import { bridgeParts, type CapacityBridge, roundedParts } from '#shared/model/capacityBridge.ts';
import type { HiringPlan, ShortSearch } from '#shared/model/hiringPlan.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';

interface Words {
  readonly t: TFunction;
  readonly locale: string;
}

/** One way that starts take, in FTE. */
export interface BridgeLine {
  readonly name: (typeof bridgeParts)[number][0] | 'starts';
  readonly label: string;
  readonly value: string;
}

/** "65 starts grow effective capacity by 12 FTE", and where all of them go: figures that add up as they are shown. */
export interface BridgeWords {
  readonly headline: string;
  readonly lines: readonly BridgeLine[];
}

function fte(value: number, locale: string): string {
  return formatNumber(value, { style: 'number', digits: 1 }, locale);
}

export function bridgeWords(bridge: CapacityBridge, { t, locale }: Words): BridgeWords {
  const { starts, opening, closing, growth } = bridge;
  const words = {
    starts: fte(starts, locale),
    growth: fte(Math.abs(growth), locale),
    opening: fte(opening, locale),
    closing: fte(closing, locale),
  };
  const direction = growth < 0 ? 'people.bridge.fall' : 'people.bridge.grow';
  const headline = t(starts === 0 ? 'people.bridge.nobody' : direction, words);
  const rounded = roundedParts(
    bridgeParts.map(([name, sign]) => sign * bridge[name]),
    starts,
    1,
  );
  const lines = bridgeParts.flatMap(([name], place): readonly BridgeLine[] => {
    const value = rounded[place] ?? 0;
    return value === 0 ? [] : [{ name, label: t(`people.bridge.part.${name}`), value: fte(value, locale) }];
  });
  const total: BridgeLine = { name: 'starts', label: t('people.bridge.part.starts'), value: words.starts };
  return { headline, lines: lines.length === 0 ? [] : [...lines, total] };
}

/** That hires were looked for only briefly, so that an answer comes soon. */
export function shortSearchSentence({ groups, gap }: ShortSearch, { t, locale }: Words): string {
  const names = groups.join(', ');
  if (gap >= 1) return t('checks.shortSearchUnproved', { groups: names });
  return t('checks.shortSearch', {
    groups: names,
    gap: formatNumber(gap, { style: 'percent', digits: 2 }, locale),
  });
}

/** What is proved of the cheapest hiring, and whether its search was ended early. */
export function searchSentence(
  { provenGap, ended }: Pick<HiringPlan, 'provenGap' | 'ended'>,
  { t, locale }: Words,
): string {
  const gap = formatNumber(provenGap, { style: 'percent', digits: 2 }, locale);
  if (ended === undefined)
    return t(provenGap === 0 ? 'people.search.proved' : 'people.search.close', { gap });
  return provenGap >= 1 ? t(`people.search.${ended}Unproved`) : t(`people.search.${ended}`, { gap });
}
