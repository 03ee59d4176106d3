import { formatNumber, formatPlain } from '../numbers.ts';
import { nameAxis, nameAxisBelow, valueAxis } from './chartAxes.ts';
import { chartOptions, valueText } from './chartParts.ts';
import type { ChartConfig, ChartValue, Dataset, Style } from './chartParts.ts';
import type { Hatch } from './hatch.ts';
import type {
  FunnelChartData,
  FunnelStage,
  TornadoBar,
  TornadoChartData,
  WaterfallChartData,
  WaterfallStep,
} from './types.ts';

export interface PlacedStep extends WaterfallStep {
  readonly from: number;
  readonly to: number;
}

/** Where each bar of a bridge begins and ends: a total stands on the ground, a change on what was reached before it. */
export function placedSteps(steps: readonly WaterfallStep[]): readonly PlacedStep[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.isTotal === true ? 0 : level;
    level = step.isTotal === true ? (step.value ?? level) : level + (step.value ?? 0);
    return { ...step, from, to: level };
  });
}

const barShape = { categoryPercentage: 0.86, barPercentage: 0.9, grouped: false };

function barDataset(label: string, data: ChartValue[], color: string): Dataset {
  return { type: 'bar', label, data, backgroundColor: color, borderWidth: 0, ...barShape };
}

function signed(style: Style, value: number | null): string {
  const text = valueText({ ...style, unit: '' }, value);
  return value !== null && value > 0 ? `+${text}` : text;
}

export function waterfallConfig(chart: WaterfallChartData, style: Style): ChartConfig {
  const { palette, look } = style;
  const placed = placedSteps(chart.steps);
  const kindOf = ({ isTotal, value }: PlacedStep) =>
    isTotal === true ? 'total' : (value ?? 0) >= 0 ? 'rise' : 'fall';
  const kinds = [
    { key: 'total', color: palette.series[6] ?? palette.text, hatch: undefined },
    { key: 'rise', color: palette.series[1] ?? palette.text, hatch: 'rising' },
    { key: 'fall', color: palette.series[0] ?? palette.text, hatch: 'falling' },
  ] as const satisfies readonly {
    readonly key: string;
    readonly color: string;
    readonly hatch: Hatch | undefined;
  }[];
  const datasets = kinds.map(({ key, color }) =>
    barDataset(
      chart.names[key],
      placed.map((step) => (kindOf(step) === key ? [step.from, step.to] : null)),
      color,
    ),
  );
  const texts = placed.map((step) =>
    step.isTotal === true ? formatNumber(step.to, chart.format, look.locale) : signed(style, step.value),
  );
  const lines = (_: number, place: number): string[] => {
    const step = placed[place];
    if (step === undefined) return [];
    const level = `${chart.names.level}: ${valueText(style, step.to)}`;
    return step.isTotal === true ? [level] : [`${chart.names.change}: ${signed(style, step.value)}`, level];
  };
  const levels = placed.flatMap(({ from, to }) => [from, to]);
  // Below zero only, the axis would end at the tops of the bars, and their texts would stand on the legend.
  const isBelow = levels.length > 0 && Math.max(...levels) <= 0;
  const scales = {
    x: nameAxisBelow(palette),
    y: {
      ...valueAxis(chart.format, look, palette),
      beginAtZero: true,
      grace: '6%',
      ...(isBelow && { suggestedMax: -Math.min(...levels) * 0.12 }),
    },
  };
  return {
    type: 'bar',
    data: { labels: chart.steps.map(({ label }) => label), datasets },
    options: chartOptions(
      { datasets, scales, tips: { lines }, valueLabels: datasets.map(() => texts) },
      style,
    ),
    hatches: kinds.map(({ hatch }) => hatch),
  };
}

function swing({ low, high }: TornadoBar, base: number): number {
  return Math.max(low ?? base, high ?? base, base) - Math.min(low ?? base, high ?? base, base);
}

/** The bars of a tornado, what moves the result most first. */
export function sortedBars({ bars, base }: TornadoChartData): readonly TornadoBar[] {
  return bars.toSorted((a, b) => swing(b, base.value) - swing(a, base.value));
}

/** From the least to the highest result, with air at both ends for the texts there. */
function tornadoRange({ bars, base }: TornadoChartData): { readonly min: number; readonly max: number } {
  const results = [base.value, ...bars.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null)];
  const [least, most] = [Math.min(...results), Math.max(...results)];
  const air = (most - least) * 0.4 || Math.max(1, Math.abs(base.value) * 0.1);
  return { min: least - air, max: most + air };
}

function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text} (${note})`;
}

export function tornadoConfig(chart: TornadoChartData, style: Style): ChartConfig {
  const { palette, look } = style;
  const { value: base } = chart.base;
  const bars = sortedBars(chart);
  const ends = [
    { label: chart.lowLabel, key: 'low', note: 'lowNote', color: palette.series[0] ?? palette.text },
    { label: chart.highLabel, key: 'high', note: 'highNote', color: palette.series[1] ?? palette.text },
  ] as const;
  const datasets = ends.map(({ label, key, color }) =>
    barDataset(
      label,
      bars.map((bar): ChartValue => {
        const end = bar[key];
        return end === null ? null : [base, end];
      }),
      color,
    ),
  );
  const texts = ends.map(({ key, note }) =>
    bars.map((bar) => withNote(formatNumber(bar[key], chart.format, look.locale), bar[note])),
  );
  const lines = (datasetIndex: number, place: number): string => {
    const end = ends[datasetIndex];
    const bar = bars[place];
    if (end === undefined || bar === undefined) return '';
    return withNote(`${end.label}: ${valueText(style, bar[end.key])}`, bar[end.note]);
  };
  const scales = {
    x: { ...valueAxis(chart.format, look, palette), ...tornadoRange(chart) },
    y: nameAxis(palette),
  };
  return {
    type: 'bar',
    data: { labels: bars.map(({ label }) => label), datasets },
    options: chartOptions(
      {
        datasets,
        scales,
        level: chart.base,
        tips: { lines },
        isSideways: true,
        valueLabels: texts,
        areLabelsLeft: ends.map(({ key }) => bars.map((bar) => (bar[key] ?? base) < base)),
      },
      style,
    ),
    hatches: [undefined, 'rising'],
  };
}

/** How wide the bar of a stage is: what became of 1 of before; without a before each is a little narrower than the last. */
export function stageWidths(stages: readonly FunnelStage[]): readonly number[] {
  const isCompared = stages.some(({ before }) => typeof before === 'number' && before !== 0);
  return stages.map(({ value, before }, place) => {
    if (!isCompared) return 1 - (0.6 * place) / Math.max(1, stages.length - 1);
    return typeof before === 'number' && before !== 0 && value !== null ? Math.max(0, value / before) : 0;
  });
}

function stageText({ value, before, format, unit }: FunnelStage, locale: string): string {
  const isMoney = format.style === 'money' && format.currency !== undefined;
  const text = [formatNumber(value, format, locale), isMoney ? '' : unit].filter(Boolean).join(' ');
  if (typeof before !== 'number' || before === 0 || value === null) return text;
  const change = formatPlain(value / before - 1, { style: 'percent', digits: 1 }, locale);
  return `${text}  (${value >= before ? '+' : ''}${change})`;
}

export function funnelConfig(chart: FunnelChartData, style: Style): ChartConfig {
  const { palette, look } = style;
  const { stages } = chart;
  const widths = stageWidths(stages);
  const datasets = [
    barDataset(
      chart.valueLabel,
      widths.map((width): ChartValue => [-width / 2, width / 2]),
      palette.series[0] ?? palette.text,
    ),
  ];
  const lines = (_: number, place: number): string[] => {
    const stage = stages[place];
    if (stage === undefined) return [];
    const before =
      chart.beforeLabel === undefined || typeof stage.before !== 'number'
        ? []
        : [
            `${chart.beforeLabel}: ${stageText({ ...stage, value: stage.before, before: null }, look.locale)}`,
          ];
    return [
      `${chart.valueLabel}: ${stageText(stage, look.locale)}`,
      ...before,
      ...(stage.rate === undefined ? [] : [stage.rate]),
    ];
  };
  const widest = Math.max(1, ...widths) / 2;
  const scales = {
    x: { ...valueAxis(chart.format, look, palette), display: false, min: -widest, max: widest },
    y: nameAxis(palette),
  };
  const texts = [stages.map((stage) => stageText(stage, look.locale))];
  return {
    type: 'bar',
    data: { labels: stages.map(({ label }) => label), datasets },
    options: chartOptions({ datasets, scales, tips: { lines }, isSideways: true, valueLabels: texts }, style),
    hatches: [undefined],
  };
}
