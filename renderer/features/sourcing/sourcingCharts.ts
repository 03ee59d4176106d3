import type { TFunction } from 'i18next';
import type { Alternative } from '#shared/model/deciding/sourcing/alternatives.ts';
import type { QueueComparison } from '#shared/model/deciding/sourcing/comparison.ts';
import type { StackedBarChartData } from '#renderer/ui/charts/types.ts';

/** All ways to supply a queue: own people, each offer, and the offers that are chosen. */
export function alternativesOf({ inHouse, offers, mix }: QueueComparison): readonly Alternative[] {
  return [
    ...(inHouse === undefined ? [] : [inHouse]),
    ...offers.map(({ alternative }) => alternative),
    ...(mix === undefined ? [] : [mix]),
  ];
}

export function alternativeName({ kind, name }: Alternative, t: TFunction): string {
  if (kind === 'inHouse') return t('sourcing.inHouse');
  return kind === 'mix' ? t('sourcing.mix') : name;
}

const parts = ['inHouse', 'partner', 'oversight', 'transition', 'dualRunning', 'exit', 'stranded'] as const;

/** Each alternative as a bar of what it is made of; what is nothing everywhere is left out. */
export function alternativesChart(
  queue: QueueComparison,
  t: TFunction,
  currency: string,
): StackedBarChartData {
  const all = alternativesOf(queue);
  const shown = parts.filter((part) => all.some(({ totals }) => totals[part] !== 0));
  return {
    kind: 'stackedBar',
    labels: all.map((one) => alternativeName(one, t)),
    hasNames: true,
    format: { style: 'money', digits: 0, currency },
    series: shown.map((part) => ({
      id: part,
      label: t(`sourcing.line.${part}`),
      values: all.map(({ totals }) => totals[part]),
      colorIndex: parts.indexOf(part),
    })),
    totalLabel: t('sourcing.total'),
  };
}
