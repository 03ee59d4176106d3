import type { Chart, ChartDataset, ChartOptions, LegendItem, TooltipItem } from 'chart.js';
import { formatCompact, formatNumber } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import { palettes } from '../palette.ts';
import type { Palette } from '../palette.ts';
import type {
  ChartData,
  ChartLook,
  ChartSeries,
  LineChartData,
  PercentChartData,
  StackedBarChartData,
} from './types.ts';

type Values = (number | null)[];
type Dataset = ChartDataset<'bar' | 'line', Values>;

/** What chart.js is given; a plain value, so that tests can read it. */
export interface ChartConfig {
  readonly type: 'bar' | 'line';
  readonly data: { readonly labels: string[]; readonly datasets: Dataset[] };
  readonly options: ChartOptions<'bar' | 'line'>;
}

/** Legends keep to as few lines as they can where there is little height. */
const legendSizes = {
  normal: { pointStyleWidth: 22, boxHeight: 9, padding: 10, font: { size: 12 } },
  low: { pointStyleWidth: 16, boxHeight: 8, padding: 6, font: { size: 11 } },
};

const dashes: readonly number[][] = [[], [6, 3], [2, 2], [8, 3, 2, 3]];

function colorOf(series: ChartSeries, position: number, palette: Palette): string {
  const index = (series.colorIndex ?? position) % palette.series.length;
  return palette.series[index] ?? palette.text;
}

/** Lines differ in colour and in dash, so that a black-and-white print can still be read. */
function lineDataset(series: ChartSeries, position: number, palette: Palette) {
  const color = colorOf(series, position, palette);
  return {
    type: 'line' as const,
    label: series.label,
    data: [...series.values],
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2,
    borderDash: dashes[position % dashes.length] ?? [],
    pointRadius: series.values.length > 40 ? 0 : 1.5,
    pointHoverRadius: 4,
    pointHitRadius: 8,
    tension: 0,
    spanGaps: false,
  };
}

function valueAxis(format: NumberFormat, look: ChartLook, palette: Palette, title?: string) {
  return {
    type: 'linear' as const,
    border: { display: false },
    grid: { color: palette.line },
    ticks: {
      color: palette.textQuiet,
      maxTicksLimit: 6,
      callback: (value: string | number) => formatCompact(Number(value), format, look.locale),
    },
    title: { display: title !== undefined, text: title ?? '', color: palette.textQuiet, font: { size: 11 } },
  };
}

function periodAxis(palette: Palette, stacked: boolean) {
  return {
    type: 'category' as const,
    stacked,
    border: { color: palette.line },
    grid: { display: false },
    ticks: { color: palette.textQuiet, maxRotation: 0, autoSkip: true, autoSkipPadding: 12 },
  };
}

type Level = NonNullable<PercentChartData['goal']>;

function levelLine({ label, value, labelAt = 'aboveEnd' }: Level, palette: Palette) {
  return {
    type: 'line' as const,
    scaleID: 'y',
    value,
    borderColor: palette.goal,
    borderWidth: 1.5,
    borderDash: [4, 4],
    label: {
      display: true,
      content: label,
      position: labelAt === 'aboveStart' ? ('start' as const) : ('end' as const),
      yAdjust: labelAt === 'belowEnd' ? 9 : -9,
      padding: { x: 4, y: 2 },
      // Seen through: the line that the level is about runs close to it.
      backgroundColor: `${palette.surface}99`,
      color: palette.text,
      font: { size: 11, weight: 'normal' as const },
    },
  };
}

type LevelLine = ReturnType<typeof levelLine>;

function levelLines(level: Level | undefined, palette: Palette): Record<string, LevelLine> {
  return level === undefined ? {} : { level: levelLine(level, palette) };
}

interface Style {
  readonly unit: string;
  readonly format: NumberFormat;
  readonly look: ChartLook;
  readonly palette: Palette;
  /** Sums the stacked bars in the tooltip under this name. */
  readonly totalLabel?: string | undefined;
}

function tooltip({ unit, format, look, palette, totalLabel }: Style) {
  // Money already carries its sign.
  const unitText = format.style === 'money' && format.currency !== undefined ? '' : unit;
  const text = (value: number | null) =>
    [formatNumber(value, format, look.locale), unitText].filter(Boolean).join(' ');
  return {
    backgroundColor: palette.surface,
    borderColor: palette.textQuiet,
    borderWidth: 1,
    titleColor: palette.text,
    bodyColor: palette.text,
    footerColor: palette.text,
    cornerRadius: 3,
    callbacks: {
      label: (item: TooltipItem<'bar' | 'line'>) => `${item.dataset.label ?? ''}: ${text(item.parsed.y)}`,
      footer: (items: readonly TooltipItem<'bar' | 'line'>[]) => {
        const bars = items.filter((item) => item.dataset.type === 'bar');
        if (totalLabel === undefined || bars.length < 2) return '';
        return `${totalLabel}: ${text(bars.reduce((sum, item) => sum + (item.parsed.y ?? 0), 0))}`;
      },
    },
  };
}

/** Keys of the legend as they are drawn: a dashed line for a dashed line, a square for a bar. */
function legendItems(
  datasets: readonly Dataset[],
  isVisible: (index: number) => boolean,
  palette: Palette,
): LegendItem[] {
  return datasets.map((dataset, datasetIndex) => {
    const isLine = dataset.type === 'line';
    const dash = isLine && Array.isArray(dataset.borderDash) ? dataset.borderDash : [];
    const color = typeof dataset.backgroundColor === 'string' ? dataset.backgroundColor : palette.text;
    return {
      text: dataset.label ?? '',
      datasetIndex,
      hidden: !isVisible(datasetIndex),
      fontColor: palette.text,
      fillStyle: color,
      strokeStyle: color,
      lineWidth: isLine ? 2 : 0,
      lineDash: dash.filter((length) => length !== undefined),
      pointStyle: isLine ? 'line' : 'rect',
    };
  });
}

type Scales = Record<string, ReturnType<typeof valueAxis> | ReturnType<typeof periodAxis>>;

interface Parts {
  readonly datasets: readonly Dataset[];
  readonly scales: Scales;
  readonly annotations: Record<string, LevelLine>;
}

function options({ datasets, scales, annotations }: Parts, style: Style): ChartOptions<'bar' | 'line'> {
  const { look, palette } = style;
  return {
    responsive: true,
    maintainAspectRatio: false,
    // A size that changes in the last frame of an animation would wait for the next one to be drawn.
    animation: look.reducedMotion ? false : { duration: 200, onComplete: ({ chart }) => chart.resize() },
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: 4, right: 6 } },
    font: { size: 11 },
    scales,
    plugins: {
      legend: {
        position: 'top',
        align: 'start',
        labels: {
          usePointStyle: true,
          ...legendSizes[look.isLow === true ? 'low' : 'normal'],
          generateLabels: (chart: Pick<Chart, 'isDatasetVisible'>) =>
            legendItems(datasets, (index) => chart.isDatasetVisible(index), palette),
        },
      },
      tooltip: tooltip(style),
      // The label of a level near the top would else be cut in half.
      // A level still on its way when the chart is resized would end at the height that it had before.
      annotation: { clip: false, animations: { numbers: { duration: 0 } }, annotations },
    },
  };
}

/** Air above and below the lines; shares end at 100 % unless one is above it. */
function room(chart: LineChartData): { readonly max: number } | { readonly grace: string } {
  const isShare = chart.format.style === 'percent';
  const isWithin = chart.series.every(({ values }) => values.every((value) => value === null || value <= 1));
  return isShare && isWithin ? { max: 1 } : { grace: '8%' };
}

function lineConfig(chart: LineChartData, style: Style): ChartConfig {
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
  const annotations = levelLines(chart.target, palette);
  return {
    type: 'line',
    data: { labels: [...chart.labels], datasets },
    options: options({ datasets, scales, annotations }, style),
  };
}

function stackedBarConfig(chart: StackedBarChartData, style: Style): ChartConfig {
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
    x: periodAxis(palette, true),
    y: { ...valueAxis(chart.format, look, palette), stacked: true, beginAtZero: true },
  };
  const datasets: Dataset[] = budget ? [...bars, budget] : bars;
  const withTotal = { ...style, totalLabel: chart.totalLabel };
  return {
    type: 'bar',
    data: { labels: [...chart.labels], datasets },
    options: options({ datasets, scales, annotations: {} }, withTotal),
  };
}

function percentConfig(chart: PercentChartData, style: Style): ChartConfig {
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
  const annotations = levelLines(chart.goal, palette);
  const datasets = [...left, ...right];
  return {
    type: 'line',
    data: { labels: [...chart.labels], datasets },
    options: options({ datasets, scales, annotations }, style),
  };
}

/** The one house style of all charts. `unit` goes into the tooltips. */
export function toChartConfig(chart: ChartData, unit: string, look: ChartLook): ChartConfig {
  const style: Style = { unit, format: chart.format, look, palette: palettes[look.scheme] };
  switch (chart.kind) {
    case 'line':
      return lineConfig(chart, style);
    case 'stackedBar':
      return stackedBarConfig(chart, style);
    case 'percent':
      return percentConfig(chart, style);
  }
}
