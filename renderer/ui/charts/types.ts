import type { NumberFormat } from '../numbers.ts';

/**
 * Every chart of the app is one of the values below, shown by `ChartCard` (on a plan: `PlanChartCard`), which adds title,
 * unit, table, PNG and CSV, keyboard and themes. Nothing else is needed to draw one:
 *
 *     <PlanChartCard title={t('…')} unit="FTE" chart={{ kind: 'line', labels, format, series, gap }} />
 *
 * | kind         | for                                                                    | made of                      |
 * | ------------ | ---------------------------------------------------------------------- | ---------------------------- |
 * | `line`       | lines over time, the gap between two of them shaded, a level           | labels, series, gap, target  |
 * | `stackedBar` | parts of a whole over time, with a budget line                         | labels, series, budget       |
 * | `percent`    | shares on two axes with a goal                                         | labels, left, right, goal    |
 * | `fan`        | an uncertain future: bands (P10 to P90) around a middle line           | labels, middle, bands, lines |
 * | `waterfall`  | what leads from one figure to another: a bridge                        | steps                        |
 * | `tornado`    | what moves a result most: low and high of each input around the base   | base, bars                   |
 * | `funnel`     | a chain whose stages have units of their own: sales to FTE             | stages                       |
 * | `heat`       | a table of numbers, the darker the more: intervals by weekday          | columns, rows                |
 *
 * All words come from the caller, translated; all values are raw numbers, null where there is none. Colours come from
 * the palette by position or `colorIndex`; lines differ in dash and marker as well, bars in hatching, so that none is
 * told by its colour alone.
 */
export type ChartData =
  | LineChartData
  | StackedBarChartData
  | PercentChartData
  | FanChartData
  | WaterfallChartData
  | TornadoChartData
  | FunnelChartData
  | HeatChartData;

/** What is drawn on a canvas; a heat map is a table of its own. */
export type DrawnChartData = Exclude<ChartData, HeatChartData>;

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** One value per label of the chart; null leaves a gap in the line. */
  readonly values: readonly (number | null)[];
  /** Fixes the colour, so that "required" looks the same on every screen. Default: by position. */
  readonly colorIndex?: number;
}

interface ChartBase {
  readonly format: NumberFormat;
}

interface PeriodChartBase extends ChartBase {
  /** Period names, in order. */
  readonly labels: readonly string[];
}

/** A dashed level line across a chart. */
export interface ChartLevel {
  readonly label: string;
  readonly value: number;
}

/** Lines over time; `gap` shades between two of them, red where `actual` is short of `needed`. */
export interface LineChartData extends PeriodChartBase {
  readonly kind: 'line';
  readonly series: readonly ChartSeries[];
  readonly target?: ChartLevel;
  readonly gap?: { readonly neededId: string; readonly actualId: string };
}

/** Parts stacked per period, with an optional line (an approved budget) over them. */
export interface StackedBarChartData extends PeriodChartBase {
  readonly kind: 'stackedBar';
  /** Below the bars stand names, every one of which is shown, and not periods. */
  readonly hasNames?: boolean;
  readonly series: readonly ChartSeries[];
  readonly budget?: ChartSeries;
  /** Name of the sum of the parts in the tooltip and the table. */
  readonly totalLabel?: string;
}

/**
 * Shares on two axes: left 0–100 % with its goal (service level), right from 0 for small shares (abandonment).
 * The format is percent.
 */
export interface PercentChartData extends PeriodChartBase {
  readonly kind: 'percent';
  readonly left: readonly ChartSeries[];
  readonly right: readonly ChartSeries[];
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly goal?: ChartLevel;
}

/** From `low` to `high`, under one name in the legend; the table has both by their own labels ("P10", "P90"). */
export interface ChartBand {
  readonly label: string;
  readonly low: ChartSeries;
  readonly high: ChartSeries;
}

/** Bands around a middle line, the widest first. `lines` are laid over them: an approved budget, an actual. */
export interface FanChartData extends PeriodChartBase {
  readonly kind: 'fan';
  readonly middle: ChartSeries;
  readonly bands: readonly ChartBand[];
  readonly lines?: readonly ChartSeries[];
  readonly target?: ChartLevel;
}

interface StepChartBase extends ChartBase {
  /** Name of what the bars are, over the first column of the table: "Step", "Input". */
  readonly header: string;
}

export interface WaterfallStep {
  readonly id: string;
  readonly label: string;
  /** The change; of a total the figure reached, or null for the sum of what came before. */
  readonly value: number | null;
  readonly isTotal?: boolean;
}

/** A bridge: totals stand on the ground, changes float between what was before and after them. */
export interface WaterfallChartData extends StepChartBase {
  readonly kind: 'waterfall';
  readonly steps: readonly WaterfallStep[];
  /** `change` and `level` head the columns of the table, the others stand in the legend. */
  readonly names: {
    readonly total: string;
    readonly rise: string;
    readonly fall: string;
    readonly change: string;
    readonly level: string;
  };
}

export interface TornadoBar {
  readonly id: string;
  readonly label: string;
  /** The result at the low and at the high end of this input. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the ends are: "−20 %", "300 s". */
  readonly lowNote?: string;
  readonly highNote?: string;
}

/** The inputs that move a result most stand on top, whatever the order they are given in. */
export interface TornadoChartData extends StepChartBase {
  readonly kind: 'tornado';
  readonly base: { readonly label: string; readonly value: number };
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly bars: readonly TornadoBar[];
}

export interface FunnelStage {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly format: NumberFormat;
  readonly unit: string;
  /** The same figure earlier, or in another plan. Bars then show what became of 100 % of it. */
  readonly before?: number | null;
  /** How the stage follows from the one above: "1.35 contacts per customer". */
  readonly rate?: string;
}

/**
 * A chain of stages in units of their own. Their sizes cannot be compared, so with `before` a bar is as wide as the
 * stage grew, and without it the bars only show the order.
 */
export interface FunnelChartData extends StepChartBase {
  readonly kind: 'funnel';
  readonly stages: readonly FunnelStage[];
  readonly valueLabel: string;
  readonly beforeLabel?: string;
}

export interface HeatColumn {
  readonly id: string;
  readonly label: string;
  /** Small, below the label: "22 days", "closed". */
  readonly note?: string;
}

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  /** One per column; null where there is nothing, as when it is closed. */
  readonly values: readonly (number | null)[];
}

/** A table whose cells are the darker the higher their number is. */
export interface HeatChartData extends StepChartBase {
  readonly kind: 'heat';
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  /** Read out for cells without a number. */
  readonly emptyLabel: string;
  /** The number with the full colour. Default: the highest. */
  readonly highest?: number;
  /** The cell to point out, as the peak of a week. */
  readonly marked?: { readonly rowId: string; readonly columnId: string };
  /** Cells above it are hatched and read out with the label: an occupancy that is too high. */
  readonly limit?: { readonly value: number; readonly label: string };
  /** Sums below the columns. */
  readonly footer?: {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly format: NumberFormat;
  };
}

/** What the surroundings decide about a chart's look. */
export interface ChartLook {
  readonly scheme: 'light' | 'dark';
  readonly locale: string;
  /** Little height: the legend is set smaller. */
  readonly isLow?: boolean;
}

/** The words around every chart; `chartTexts` of the app's state makes them. */
export interface ChartTexts {
  readonly menu: (title: string) => string;
  readonly showTable: string;
  readonly showChart: string;
  readonly savePng: string;
  readonly saveCsv: string;
  readonly periodHeader: string;
  readonly noData: string;
  /** How the points are read by keyboard. */
  readonly keysHint: string;
  /** Read out at a point: the place, and every value with its name. */
  readonly point: (place: string, values: readonly string[]) => string;
  readonly pointValue: (name: string, value: string) => string;
}
