import type { TFunction } from 'i18next';
import type { ChartTexts } from '#renderer/ui/charts/types.ts';

/** The words of every chart; `periodHeader` heads the first column of its table. */
export function chartTexts(t: TFunction, locale: string, periodHeader = t('chart.period')): ChartTexts {
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  return {
    menu: (title) => t('chart.menu', { title }),
    showTable: t('chart.showTable'),
    showChart: t('chart.showChart'),
    savePng: t('chart.savePng'),
    saveCsv: t('chart.saveCsv'),
    periodHeader,
    noData: t('chart.noData'),
    keysHint: t('chart.keysHint'),
    point: (place, values) => t('chart.point', { place, values: list.format(values) }),
    pointValue: (name, value) => t('chart.pointValue', { name, value }),
  };
}
