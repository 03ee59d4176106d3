import type { ReportChart } from '#shared/model/packs/content.ts';
import { funnelSvg, heatSvg, waterfallSvg } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import { linesSvg, stackedSvg } from './series.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

function numberTexts({ format }: ReportChart, locale: string): Pick<Drawing, 'compact' | 'full'> {
  const percent = format.style === 'percent';
  const full = new Intl.NumberFormat(locale, {
    ...(percent ? { style: 'percent' } : {}),
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

/** A chart drawn for print: vectors, light, every mark labelled. */
export function chartSvg(
  chart: ReportChart,
  { width, height }: ChartSize,
  locale: string,
  fontFor: (text: string) => string,
): string {
  const drawing: Drawing = { width, height, fontFor, ...numberTexts(chart, locale) };
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
