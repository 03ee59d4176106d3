/** A pack says what one kind of reader gets to see: only what that reader can act on. Its words are in the report's texts. */

export const packIds = [
  'finance',
  'sales',
  'it',
  'product',
  'marketing',
  'leaders',
  'managers',
  'agents',
  'partner',
] as const;
export type PackId = (typeof packIds)[number];

/** More than this on one page is read by nobody. */
export const maxMetricsPerPage = 7;

export type ChartId =
  | 'staffing'
  | 'budget'
  | 'costBridge'
  | 'service'
  | 'contacts'
  | 'contactFunnel'
  | 'customers'
  | 'hiring'
  | 'gapHeat'
  | 'serviceHeat'
  | 'weekHeat'
  | 'caseCash';

export type SentenceId =
  | 'coverage'
  | 'people'
  | 'cost'
  | 'demand'
  | 'peak'
  | 'busiest'
  | 'resolved'
  | 'partnerPeople'
  | 'partnerCost';

/** A measure or an input by its id, such as `plan.totalCost`; on pages by member its name inside the member. */
export interface PackMetric {
  readonly measure: string;
  /** Key of the text that says which decision it serves; default: the measure's own. */
  readonly decision?: string;
}

interface PageHead {
  /** Key of its title in the report's texts. */
  readonly id: string;
}

export type PackPage =
  /** The answer first: sentences, and the figures that they rest on. */
  | (PageHead & {
      readonly kind: 'summary';
      readonly sentences: readonly SentenceId[];
      readonly metrics: readonly PackMetric[];
    })
  /** Figures of the main year beside a chart; without one, of every fiscal year. */
  | (PageHead & {
      readonly kind: 'figures';
      readonly metrics: readonly PackMetric[];
      readonly chart?: ChartId;
      readonly message?: SentenceId;
    })
  /** One line for each member. */
  | (PageHead & {
      readonly kind: 'members';
      readonly of: 'segments' | 'queues' | 'groups' | 'routes';
      readonly metrics: readonly PackMetric[];
    })
  /** The business case, where the plan has initiatives. */
  | (PageHead & { readonly kind: 'case' });

export interface Pack {
  readonly id: PackId;
  readonly pages: readonly PackPage[];
  /** Inputs that this reader may see with their sources: all, some by the beginning of their path, or none. */
  readonly assumptions: 'all' | 'first' | 'none';
  /** Only these inputs; default: every input. Each is matched against the path. */
  readonly assumptionPaths?: readonly RegExp[];
  readonly showsChecks: boolean;
  /** Its reader may have the whole plan as a workbook and as CSV; everybody else gets what is on the pages. */
  readonly hasWholePlan?: true;
  /** The pack is about one partner's group: nothing of any other group may be in it. */
  readonly isForPartner?: true;
}

/** Metrics whose decision is the one that goes with the measure. */
export function metrics(...measures: readonly string[]): readonly PackMetric[] {
  return measures.map((measure) => ({ measure }));
}
