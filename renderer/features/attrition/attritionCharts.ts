import type { TFunction } from 'i18next';
import type { AttritionCase } from '#shared/model/deciding/attrition/attritionCase.ts';
import { figureLabel } from '#renderer/state/deciding/figureWords.ts';
import { modelText } from '#renderer/state/modelText.ts';
import type { StackedBarChartData, WaterfallChartData } from '#renderer/ui/charts/types.ts';

export function leaverChart({ leaver }: AttritionCase, t: TFunction, currency: string): WaterfallChartData {
  return {
    kind: 'waterfall',
    format: { style: 'money', digits: 0, currency },
    header: t('attrition.part'),
    steps: [
      // What is nothing here would only take the room of the others.
      ...leaver.parts
        .filter(({ value }) => value !== 0)
        .map((part) => ({ id: part.id, label: figureLabel(part), value: part.value })),
      { id: leaver.full.id, label: figureLabel(leaver.full), value: leaver.full.value, isTotal: true },
    ],
    names: {
      total: t('attrition.total'),
      rise: t('attrition.cost'),
      fall: t('attrition.saves'),
      change: t('attrition.cost'),
      level: t('attrition.soFar'),
    },
  };
}

/** By cause: what could be avoided, and the rest. */
export function causeChart({ causes }: AttritionCase, t: TFunction, currency: string): StackedBarChartData {
  const part = (share: (avoidable: number) => number) =>
    causes.map(({ cost, avoidable }) => (cost.value === null ? null : cost.value * share(avoidable)));
  return {
    kind: 'stackedBar',
    labels: causes.map(({ cause }) => modelText(cause)),
    hasNames: true,
    format: { style: 'money', digits: 0, currency },
    series: [
      { id: 'avoidable', label: t('attrition.avoidable'), values: part((share) => share), colorIndex: 1 },
      { id: 'rest', label: t('attrition.notAvoidable'), values: part((share) => 1 - share), colorIndex: 0 },
    ],
    totalLabel: t('attrition.total'),
  };
}
