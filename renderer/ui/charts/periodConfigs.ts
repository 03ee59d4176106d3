import { nameAxisBelow, periodAxis, valueAxis } from './chartAxes.ts';
import { chartOptions, colorOf, lineDataset, valueText } from './chartParts.ts';
import type { ChartConfig, Dataset, Style } from './chartParts.ts';
import { hatchOf } from './hatch.ts';
import type { FanChartData, LineChartData, PercentChartData, StackedBarChartData } from './types.ts';

const noHatches: ChartConfig['hatches'] = [];

/** Air above and below the lines; shares end at 100 % unless one is above it. */
function room(chart: LineChartData): { readonly max: number } | { readonly grace: string } {
  const isShare = chart.format.style === 'percent';
  const isWithin = chart.series.every(({ values }) => values.every((value) => value === null || value <= 1));
  return isShare && isWithin ? { max: 1 } : { grace: '8%' };
}

export function lineConfig(chart: LineChartData, style: Style): ChartConfig {
  const { look, palette } = style;
  const needed = chart.series.findIndex((series) => series.id === chart.gap?.neededId);
  const shade = { fill: { target: needed, above: palette.surplus, below: palette.shortage } };
  const datasets: Dataset[] = chart.series.map((series, position) => ({
    ...lineDataset(series, position, palette),
    ...(needed >= 0 && series.id === chart.gap?.actualId && shade),
  }));
  const scales = {
    x: periodAxis(palette, false),
    y: { ...valueAxis(chart.format, look, palette), ...room(chart) },
  };
  return {
    type: 'line',
    data: { labels: [...chart.labels], datasets },
    options: chartOptions({ datasets, scales, level: chart.target }, style),
    hatches: noHatches,
  };
}

export function stackedBarConfig(chart: StackedBarChartData, style: Style): ChartConfig {
  const { look, palette } = style;
  const bars = chart.series.map((series, position) => ({
    type: 'bar' as const,
    label: series.label,
    data: [...series.values],
    backgroundColor: colorOf(series, position, palette),
    // A seam in the colour of the page keeps neighbours apart without relying on hue.
    borderColor: palette.surface,
    borderWidth: { top: 1, bottom: 0, left: 0, right: 0 },
    stack: 'parts',
    order: 1,
    categoryPercentage: 0.82,
    barPercentage: 1,
  }));
  const budget = chart.budget && {
    ...lineDataset(chart.budget, 1, palette),
    borderColor: palette.goal,
    backgroundColor: palette.goal,
    stepped: 'middle' as const,
    pointRadius: 0,
    order: 0,
  };
  const scales = {
    x: chart.hasNames === true ? nameAxisBelow(palette) : periodAxis(palette, true),
    y: { ...valueAxis(chart.format, look, palette), stacked: true, beginAtZero: true },
  };
  const datasets: Dataset[] = budget ? [...bars, budget] : bars;
  return {
    type: 'bar',
    data: { labels: [...chart.labels], datasets },
    options: chartOptions({ datasets, scales, tips: { totalLabel: chart.totalLabel } }, style),
    hatches: chart.series.map((series, position) => hatchOf(series.colorIndex ?? position)),
  };
}

export function percentConfig(chart: PercentChartData, style: Style): ChartConfig {
  const { look, palette } = style;
  const left = chart.left.map((series, position) => lineDataset(series, position, palette));
  const right = chart.right.map((series, position) => ({
    ...lineDataset(series, chart.left.length + position, palette),
    yAxisID: 'right',
  }));
  const axis = (title: string) => valueAxis(chart.format, look, palette, title === '' ? undefined : title);
  const rightAxis = {
    ...axis(chart.rightTitle),
    position: 'right' as const,
    beginAtZero: true,
    suggestedMax: 0.1,
    // Two grids over each other cannot be read; the left one stays.
    grid: { drawOnChartArea: false, color: palette.line },
  };
  const scales = {
    x: periodAxis(palette, false),
    y: { ...axis(chart.leftTitle), min: 0, max: 1 },
    ...(right.length > 0 && { right: rightAxis }),
  };
  const datasets = [...left, ...right];
  return {
    type: 'line',
    data: { labels: [...chart.labels], datasets },
    options: chartOptions({ datasets, scales, level: chart.goal }, style),
    hatches: noHatches,
  };
}

/** Seen through in sixteenths: the nearer a band to the middle, the darker. */
const bandAlphas = ['33', '55', '77'];

/** The upper edge of each band is filled down to the lower one, which follows it and which the legend leaves out. */
export function fanConfig(chart: FanChartData, style: Style): ChartConfig {
  const { look, palette } = style;
  const color = colorOf(chart.middle, 0, palette);
  const edge = {
    ...lineDataset(chart.middle, 0, palette),
    borderWidth: 0,
    pointRadius: 0,
    pointHitRadius: 0,
    order: 1,
  };
  const bands: Dataset[] = chart.bands.flatMap(({ label, low, high }, place) => {
    const backgroundColor = `${color}${bandAlphas[place] ?? '77'}`;
    return [
      { ...edge, label, data: [...high.values], backgroundColor, fill: '+1' },
      { ...edge, label: low.label, data: [...low.values], backgroundColor, fill: false },
    ];
  });
  const lines: Dataset[] = (chart.lines ?? []).map((series, position) =>
    lineDataset(series, position + 1, palette),
  );
  const datasets = [...bands, lineDataset(chart.middle, 0, palette), ...lines];
  const scales = {
    x: periodAxis(palette, false),
    y: { ...valueAxis(chart.format, look, palette), grace: '8%' },
  };
  const names = [
    ...chart.bands.flatMap(({ low, high }) => [high.label, low.label]),
    ...[chart.middle, ...(chart.lines ?? [])].map(({ label }) => label),
  ];
  const textAt = (datasetIndex: number, place: number): string => {
    const value = datasets[datasetIndex]?.data[place];
    return `${names[datasetIndex] ?? ''}: ${valueText(style, typeof value === 'number' ? value : null)}`;
  };
  return {
    type: 'line',
    data: { labels: [...chart.labels], datasets },
    options: chartOptions(
      {
        datasets,
        scales,
        level: chart.target,
        unnamed: new Set(chart.bands.map((_, band) => band * 2 + 1)),
        tips: { lines: textAt },
      },
      style,
    ),
    hatches: noHatches,
  };
}
