import type { ReportChart } from '#shared/model/packs/content.ts';
import { funnelSvg, heatSvg, waterfallSvg } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import { linesSvg, stackedSvg } from './series.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** How a chart says its numbers: in full, and short where there is little room. */
export function numberTexts({ format }: ReportChart, locale: string): Pick<Drawing, 'compact' | 'full'> {
  const percent = format.style === 'percent';
  const full = new Intl.NumberFormat(locale, {
    ...(percent ? { style: 'percent', minimumFractionDigits: format.digits } : {}),
    maximumFractionDigits: format.digits,
    signDisplay: 'negative',
  });
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
    signDisplay: 'negative',
  });
  return {
    full: (value) => full.format(value),
    compact: (value) => (percent || Math.abs(value) < 1000 ? full.format(value) : compact.format(value)),
  };
}

/** What stands above a chart, with the unit of its numbers unless the title ends with it. */
export function titleWithUnit({ title, unit }: ReportChart): string {
  return title.endsWith(unit) ? title : `${title} (${unit})`;
}

/** A chart drawn for print: vectors, light, every mark labelled. */
export function chartSvg(
  chart: ReportChart,
  { width, height }: ChartSize,
  locale: string,
  runsOf: Drawing['runsOf'],
): string {
  const drawing: Drawing = { width, height, runsOf, ...numberTexts(chart, locale) };
  switch (chart.kind) {
    case 'lines':
      return linesSvg(chart, drawing);
    case 'stacked':
      return stackedSvg(chart, drawing);
    case 'waterfall':
      return waterfallSvg(chart, drawing);
    case 'heat':
      return heatSvg(chart, drawing);
    case 'funnel':
      return funnelSvg(chart, drawing);
  }
}
