import type { PackId } from './define.ts';

/** A finished report before it becomes a file: pages of texts, tables and charts as data, the same for every format. */

export const reportLanguages = ['en', 'cs', 'ro', 'ru', 'zh'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

export const reportFormats = ['xlsx', 'pdf', 'pptx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** How the values of a chart are shown. */
export interface ChartFormat {
  readonly style: 'number' | 'percent' | 'money';
  readonly digits: number;
}

export interface ReportSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Place in the palette. */
  readonly color: number;
}

interface ChartHead {
  readonly id: string;
  readonly title: string;
  /** What the values are counted in. */
  readonly unit: string;
  readonly format: ChartFormat;
}

export type ReportChart =
  | (ChartHead & {
      readonly kind: 'lines';
      readonly labels: readonly string[];
      readonly series: readonly ReportSeries[];
      /** Shaded where the second series is below the first. */
      readonly gapLabel?: string;
    })
  | (ChartHead & {
      readonly kind: 'stacked';
      readonly labels: readonly string[];
      readonly series: readonly ReportSeries[];
      /** What the parts come to, as a line. */
      readonly total?: ReportSeries;
      /** What they are held against, such as the approved plan's total. */
      readonly budget?: ReportSeries;
    })
  | (ChartHead & {
      readonly kind: 'waterfall';
      readonly steps: readonly {
        readonly label: string;
        readonly value: number;
        readonly isTotal: boolean;
      }[];
    })
  | (ChartHead & {
      readonly kind: 'heat';
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly values: readonly (readonly (number | null)[])[];
      /** `diverging`: below 0 is a shortage; `low`: the least is the worst; `high`: the most stands out. */
      readonly scale: 'diverging' | 'low' | 'high';
    })
  | (ChartHead & {
      readonly kind: 'funnel';
      readonly steps: readonly { readonly label: string; readonly value: number }[];
    });

export interface ReportColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Part of the width that it takes, relative to the others. */
  readonly weight: number;
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A measure on a page and the decision that it serves. */
export interface ReportMetric {
  /** Id of the measure, or its name where the page has a line for each member. */
  readonly measure: string;
  readonly label: string;
  readonly decision: string;
}

export interface ReportPage {
  readonly id: string;
  readonly title: string;
  /** The one thing to take away. */
  readonly message: string;
  readonly sentences: readonly string[];
  readonly metrics: readonly ReportMetric[];
  readonly table?: ReportTable;
  readonly chart?: ReportChart;
  /** Below the table: what its columns decide, or what was left out. */
  readonly footnotes: readonly string[];
  /** Definitions of what is on the page. */
  readonly definitions: readonly string[];
}

export interface ReportContent {
  readonly pack: PackId;
  readonly language: ReportLanguage;
  readonly title: string;
  readonly subtitle: string;
  readonly currency: string;
  /** Scenario, version, hash, engine and date: on every page. */
  readonly stamp: string;
  /** "Page 3 of 9", with {{page}} and {{pages}}. */
  readonly pageText: string;
  readonly pages: readonly ReportPage[];
}
