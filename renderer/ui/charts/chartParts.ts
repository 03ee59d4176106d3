import type { Chart, ChartDataset, ChartOptions, LegendItem, TooltipItem } from 'chart.js';
import { formatNumber } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import type { Palette } from '../palette.ts';
import type { nameAxisBelow, periodAxis, valueAxis } from './chartAxes.ts';
import type { Hatch } from './hatch.ts';
import type { ChartLevel, ChartLook, ChartSeries } from './types.ts';

/** A floating bar has two ends. */
export type ChartValue = number | [number, number] | null;
export type Dataset = ChartDataset<'bar' | 'line', ChartValue[]>;
export type Options = ChartOptions<'bar' | 'line'>;

/** What chart.js is given; a plain value, so that tests can read it. */
export interface ChartConfig {
  readonly type: 'bar' | 'line';
  readonly data: { readonly labels: string[]; readonly datasets: Dataset[] };
  readonly options: Options;
  /** How each dataset is hatched; a pattern can only be made where there is a canvas. */
  readonly hatches: readonly (Hatch | undefined)[];
}

/** Legends keep to as few lines as they can where there is little height. */
const legendSizes = {
  normal: { pointStyleWidth: 22, boxHeight: 9, padding: 10, font: { size: 12 } },
  low: { pointStyleWidth: 16, boxHeight: 8, padding: 6, font: { size: 11 } },
};

const dashes: readonly number[][] = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
const markers = ['circle', 'rect', 'triangle', 'rectRot'] as const;
/** More points than this and their markers would run into each other. */
const mostMarkers = 40;

export function colorOf(series: ChartSeries, position: number, palette: Palette): string {
  const index = (series.colorIndex ?? position) % palette.series.length;
  return palette.series[index] ?? palette.text;
}

/** Lines differ in colour, dash and marker, so that a black-and-white print can still be read. */
export function lineDataset(series: ChartSeries, position: number, palette: Palette) {
  const color = colorOf(series, position, palette);
  return {
    type: 'line' as const,
    label: series.label,
    data: [...series.values],
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2,
    borderDash: dashes[position % dashes.length] ?? [],
    pointStyle: markers[position % markers.length] ?? 'circle',
    pointRadius: series.values.length > mostMarkers ? 0 : 2,
    pointHoverRadius: 5,
    pointHitRadius: 8,
    tension: 0,
    spanGaps: false,
  };
}

const levelDash = [4, 4];

function levelLine({ value }: ChartLevel, palette: Palette, scaleID: 'x' | 'y') {
  return {
    type: 'line' as const,
    scaleID,
    value,
    borderColor: palette.goal,
    borderWidth: 1.5,
    borderDash: levelDash,
    // Across lines and bars the name would cover what the level is about: the legend has it.
    label: { display: false },
  };
}

type LevelLine = ReturnType<typeof levelLine>;

/** A level of the values, which lie along x in charts that lie on their side. */
function levelLines(
  level: ChartLevel | undefined,
  palette: Palette,
  scaleID: 'x' | 'y',
): Record<string, LevelLine> {
  return level === undefined ? {} : { level: levelLine(level, palette, scaleID) };
}

function levelItem({ label }: ChartLevel, palette: Palette): LegendItem {
  return {
    text: label,
    fontColor: palette.text,
    fillStyle: palette.goal,
    strokeStyle: palette.goal,
    lineWidth: 1.5,
    lineDash: levelDash,
    pointStyle: 'line',
  };
}

export interface Style {
  readonly unit: string;
  readonly format: NumberFormat;
  readonly look: ChartLook;
  readonly palette: Palette;
}

/** A value as tooltips and labels have it. Money already carries its sign. */
export function valueText({ unit, format, look }: Style, value: number | null): string {
  const unitText = format.style === 'money' && format.currency !== undefined ? '' : unit;
  return [formatNumber(value, format, look.locale), unitText].filter(Boolean).join(' ');
}

export interface Tips {
  /** Sums the stacked bars in the tooltip under this name. */
  readonly totalLabel?: string | undefined;
  /** Lines of the tooltip where they are not the names and values of the datasets. */
  readonly lines?: (datasetIndex: number, place: number) => string | string[];
}

function tooltip(style: Style, { totalLabel, lines }: Tips) {
  const { palette } = style;
  return {
    backgroundColor: palette.surface,
    borderColor: palette.textQuiet,
    borderWidth: 1,
    titleColor: palette.text,
    bodyColor: palette.text,
    footerColor: palette.text,
    cornerRadius: 3,
    filter: (item: TooltipItem<'bar' | 'line'>) => item.raw !== null,
    callbacks: {
      label: (item: TooltipItem<'bar' | 'line'>) =>
        lines === undefined
          ? `${item.dataset.label ?? ''}: ${valueText(style, item.parsed.y)}`
          : lines(item.datasetIndex, item.dataIndex),
      footer: (items: readonly TooltipItem<'bar' | 'line'>[]) => {
        const bars = items.filter((item) => item.dataset.type === 'bar');
        if (totalLabel === undefined || bars.length < 2) return '';
        return `${totalLabel}: ${valueText(
          style,
          bars.reduce((sum, item) => sum + (item.parsed.y ?? 0), 0),
        )}`;
      },
    },
  };
}

/** Keys of the legend as they are drawn: a dashed line for a dashed line, a hatched square for a hatched bar. */
function legendItems(
  chart: Pick<Chart, 'isDatasetVisible' | 'data'>,
  datasets: readonly Dataset[],
  unnamed: ReadonlySet<number>,
  palette: Palette,
): LegendItem[] {
  return datasets.flatMap((dataset, datasetIndex) => {
    if (unnamed.has(datasetIndex)) return [];
    const isFilled = dataset.type !== 'line' || dataset.borderWidth === 0;
    const dash =
      !isFilled && 'borderDash' in dataset && Array.isArray(dataset.borderDash) ? dataset.borderDash : [];
    const color = typeof dataset.backgroundColor === 'string' ? dataset.backgroundColor : palette.text;
    const drawn = chart.data.datasets[datasetIndex]?.backgroundColor;
    const isPattern = typeof drawn === 'object' && drawn instanceof CanvasPattern;
    return {
      text: dataset.label ?? '',
      datasetIndex,
      hidden: !chart.isDatasetVisible(datasetIndex),
      fontColor: palette.text,
      fillStyle: isPattern ? drawn : color,
      strokeStyle: color,
      lineWidth: isFilled ? 0 : 2,
      lineDash: dash.filter((length) => length !== undefined),
      pointStyle: isFilled ? 'rect' : 'line',
    };
  });
}

type Scales = Record<
  string,
  ReturnType<typeof valueAxis> | ReturnType<typeof periodAxis> | ReturnType<typeof nameAxisBelow>
>;

export interface Parts {
  readonly datasets: readonly Dataset[];
  readonly scales: Scales;
  readonly level?: ChartLevel | undefined;
  readonly tips?: Tips;
  /** Datasets that the legend leaves out, as the lower edge of a band. */
  readonly unnamed?: ReadonlySet<number>;
  /** Bars lie on their side. */
  readonly isSideways?: boolean;
  /** Texts beside the bars, by dataset and place. */
  readonly valueLabels?: readonly (readonly string[])[];
  readonly areLabelsLeft?: readonly (readonly boolean[])[];
}

/** A level in the legend has no dataset to put away. */
function toggleDataset(chart: Chart, datasetIndex: number | undefined): void {
  if (datasetIndex === undefined) return;
  chart.setDatasetVisibility(datasetIndex, !chart.isDatasetVisible(datasetIndex));
  chart.update();
}

export function chartOptions(parts: Parts, style: Style): Options {
  const { datasets, scales, level, tips = {}, unnamed = new Set() } = parts;
  const { look, palette } = style;
  const isSideways = parts.isSideways === true;
  const named = level === undefined ? [] : [levelItem(level, palette)];
  return {
    responsive: true,
    maintainAspectRatio: false,
    ...(isSideways && { indexAxis: 'y' as const }),
    // Whoever types wants the answer: a movement of every chart at every edit would only be in the way.
    animation: false,
    interaction: { mode: 'index', axis: isSideways ? 'y' : 'x', intersect: false },
    layout: { padding: { top: 4, right: 6 } },
    font: { size: 11 },
    scales,
    plugins: {
      legend: {
        position: 'top',
        align: 'start',
        display: datasets.length - unnamed.size > 1 || datasets[0]?.type === 'line',
        labels: {
          usePointStyle: true,
          ...legendSizes[look.isLow === true ? 'low' : 'normal'],
          generateLabels: (chart: Pick<Chart, 'isDatasetVisible' | 'data'>) => [
            ...legendItems(chart, datasets, unnamed, palette),
            ...named,
          ],
        },
        onClick: (_, { datasetIndex }, { chart }) => toggleDataset(chart, datasetIndex),
      },
      tooltip: tooltip(style, tips),
      ...(parts.valueLabels && {
        valueLabels: {
          texts: parts.valueLabels,
          color: palette.text,
          ground: palette.surface,
          ...(parts.areLabelsLeft && { areLeft: parts.areLabelsLeft }),
        },
      }),
      // The label of a level near the top would else be cut in half.
      // A level still on its way when the chart is resized would end at the height that it had before.
      annotation: {
        clip: false,
        animations: { numbers: { duration: 0 } },
        annotations: levelLines(level, palette, isSideways ? 'x' : 'y'),
      },
    },
  };
}
