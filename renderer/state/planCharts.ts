import type {
  ChartSeries,
  LineChartData,
  PercentChartData,
  StackedBarChartData,
} from '#renderer/ui/charts/types.ts';
import { figureAt, fiscalYearStartOf, formatOf, lineLabel, type PlanFigures } from './figures.ts';
import { periodLabel } from './periodColumns.ts';

/** A line of a chart: a node, or several added up. */
export interface ChartLine {
  readonly node: string;
  /** Default: the label of the line. */
  readonly label?: string;
  /** The same thing has the same colour on every screen. Default: by position. */
  readonly colorIndex?: number;
  /** Further nodes whose values are added to those of the first. */
  readonly plus?: readonly string[];
}

/** Names of the places of the grain that is shown. */
export function chartLabels(figures: PlanFigures): readonly string[] {
  const { structure, locale, texts, grain, document } = figures;
  const options = { structure, locale, texts: texts.periods, fiscalYearStart: fiscalYearStartOf(document) };
  return structure.groups[grain].map((_, place) => periodLabel(options, grain, place).label);
}

function sumAt(figures: PlanFigures, ids: readonly string[], place: number): number | null {
  const values = ids.map((id) => figureAt(figures, id, place)).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

/** Values of a chart's line over the places of the grain that is shown. */
export function chartSeries(figures: PlanFigures, line: ChartLine): ChartSeries {
  const { node, label, colorIndex, plus = [] } = line;
  const head = figures.nodes.get(node);
  return {
    id: node,
    label: label ?? (head === undefined ? node : lineLabel(head)),
    values: chartLabels(figures).map((_, place) => sumAt(figures, [node, ...plus], place)),
    ...(colorIndex === undefined ? {} : { colorIndex }),
  };
}

function formatOfNode({ nodes, structure }: PlanFigures, line: ChartLine | undefined) {
  const node = line === undefined ? undefined : nodes.get(line.node);
  return formatOf(node?.unit ?? 'number', structure.currency);
}

/** Lines over time; the gap is shaded where `actual` is short of `needed` (both node ids). */
export function lineChart(
  figures: PlanFigures,
  lines: readonly ChartLine[],
  options: {
    readonly gap?: { readonly needed: string; readonly actual: string };
    readonly target?: LineChartData['target'];
  } = {},
): LineChartData {
  const { gap, target } = options;
  return {
    kind: 'line',
    labels: chartLabels(figures),
    format: formatOfNode(figures, lines[0]),
    series: lines.map((line) => chartSeries(figures, line)),
    ...(gap === undefined ? {} : { gap: { neededId: gap.needed, actualId: gap.actual } }),
    ...(target === undefined ? {} : { target }),
  };
}

/** Parts stacked per period. */
export function stackedChart(
  figures: PlanFigures,
  lines: readonly ChartLine[],
  totalLabel?: string,
): StackedBarChartData {
  return {
    kind: 'stackedBar',
    labels: chartLabels(figures),
    format: formatOfNode(figures, lines[0]),
    series: lines.map((line) => chartSeries(figures, line)),
    ...(totalLabel === undefined ? {} : { totalLabel }),
  };
}

/** Shares on two axes, with the goal of the left one. */
export function percentChart(
  figures: PlanFigures,
  parts: {
    readonly left: readonly ChartLine[];
    readonly right: readonly ChartLine[];
    readonly leftTitle: string;
    readonly rightTitle: string;
    readonly goal?: PercentChartData['goal'];
  },
): PercentChartData {
  const { left, right, leftTitle, rightTitle, goal } = parts;
  return {
    kind: 'percent',
    labels: chartLabels(figures),
    format: { style: 'percent', digits: 1 },
    left: left.map((line) => chartSeries(figures, line)),
    right: right.map((line, place) => ({ colorIndex: left.length + place, ...chartSeries(figures, line) })),
    leftTitle,
    rightTitle,
    ...(goal === undefined ? {} : { goal }),
  };
}
