import { palettes } from '../palette.ts';
import type { ChartConfig, Style } from './chartParts.ts';
import { fanConfig, lineConfig, percentConfig, stackedBarConfig } from './periodConfigs.ts';
import { funnelConfig, tornadoConfig, waterfallConfig } from './stepConfigs.ts';
import type { ChartLook, DrawnChartData } from './types.ts';

/** The one house style of all charts. `unit` goes into the tooltips. */
export function toChartConfig(chart: DrawnChartData, unit: string, look: ChartLook): ChartConfig {
  const style: Style = { unit, format: chart.format, look, palette: palettes[look.scheme] };
  switch (chart.kind) {
    case 'line':
      return lineConfig(chart, style);
    case 'stackedBar':
      return stackedBarConfig(chart, style);
    case 'percent':
      return percentConfig(chart, style);
    case 'fan':
      return fanConfig(chart, style);
    case 'waterfall':
      return waterfallConfig(chart, style);
    case 'tornado':
      return tornadoConfig(chart, style);
    case 'funnel':
      return funnelConfig(chart, style);
  }
}
