import type { NumberFormat } from '../numbers.ts';

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** One value per label of the chart; null leaves a gap in the line. */
  readonly values: readonly (number | null)[];
  /** Fixes the colour, so that "required" looks the same on every screen. Default: by position. */
  readonly colorIndex?: number;
}

interface ChartBase {
  /** Period names, in order. */
  readonly labels: readonly string[];
  readonly format: NumberFormat;
}

/** Lines over time; `gap` shades between two of them, red where `actual` is short of `needed`. */
export interface LineChartData extends ChartBase {
  readonly kind: 'line';
  readonly series: readonly ChartSeries[];
  /** A dashed level line across the chart. */
  readonly target?: { readonly label: string; readonly value: number };
  readonly gap?: { readonly neededId: string; readonly actualId: string };
}

/** Parts stacked per period, with an optional line (an approved budget) over them. */
export interface StackedBarChartData extends ChartBase {
  readonly kind: 'stackedBar';
  readonly series: readonly ChartSeries[];
  readonly budget?: ChartSeries;
  /** Name of the sum of the parts in the tooltip and the table. */
  readonly totalLabel?: string;
}

/**
 * Shares on two axes: left 0–100 % with its goal (service level), right from 0 for small shares (abandonment).
 * The format is percent.
 */
export interface PercentChartData extends ChartBase {
  readonly kind: 'percent';
  readonly left: readonly ChartSeries[];
  readonly right: readonly ChartSeries[];
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly goal?: {
    readonly label: string;
    readonly value: number;
    /** Where the label stands: out of the way of most lines. Absent: above the end. */
    readonly labelAt?: 'aboveEnd' | 'aboveStart' | 'belowEnd';
  };
}

export type ChartData = LineChartData | StackedBarChartData | PercentChartData;

/** What the surroundings decide about a chart's look. */
export interface ChartLook {
  readonly scheme: 'light' | 'dark';
  readonly locale: string;
  readonly reducedMotion: boolean;
  /** Little height: the legend is set smaller. */
  readonly isLow?: boolean;
}

export interface ChartTexts {
  readonly menu: (title: string) => string;
  readonly showTable: string;
  readonly showChart: string;
  readonly savePng: string;
  readonly saveCsv: string;
  readonly periodHeader: string;
  readonly noData: string;
}
