import type { Plan } from '#shared/model/plan.ts';
import type { PeriodGroup } from '#shared/model/periods.ts';
import type { BookWords } from './bookWords.ts';

/** Columns before the first period: what it is, whose it is, its unit. */
const LABEL_COLUMNS = 3;
/** Rows above the first measure: title, state, blank, column heads. */
export const HEAD_ROWS = 4;

export type ColumnKind = 'period' | 'year' | 'quarter';

/** A column of numbers on the sheets by period, which all have the same columns. */
export interface FrameColumn {
  readonly kind: ColumnKind;
  /** Which period, year or quarter, from 0. */
  readonly place: number;
  /** Column of the sheet, from 0. */
  readonly at: number;
  /** The periods that it stands for. */
  readonly first: number;
  readonly last: number;
  readonly head: string;
  /** Day, quarter or year, by which two plans find the same. */
  readonly key: string;
  /** False for a quarter or year of which the plan has only a part. */
  readonly isComplete: boolean;
}

export interface Frame {
  readonly periods: number;
  readonly columns: readonly FrameColumn[];
  /** Column of the sheet of a period. */
  readonly periodAt: (t: number) => number;
}

function yearHead({ say }: BookWords, { key, isComplete }: PeriodGroup): string {
  return say(isComplete ? 'FY {{year}}' : 'FY {{year}} (part)', { year: key });
}

/** `2027-Q3` → `Q3 2027`. */
function quarterHead({ say }: BookWords, { key, isComplete }: PeriodGroup): string {
  const [year = '', quarter = ''] = key.split('-');
  const head = `${quarter} ${year}`;
  return isComplete ? head : say('{{quarter}} (part)', { quarter: head });
}

export function frameOf(plan: Plan, words: BookWords): Frame {
  const { periods } = plan.graph().context;
  const years = plan.groups('year');
  const quarters = plan.groups('quarter');
  const firstYear = LABEL_COLUMNS + periods.length;
  const firstQuarter = firstYear + years.length;
  return {
    periods: periods.length,
    columns: [
      ...periods.map(({ start }, place) => ({
        kind: 'period' as const,
        place,
        at: LABEL_COLUMNS + place,
        first: place,
        last: place,
        head: start,
        key: start,
        isComplete: true,
      })),
      ...years.map((group, place) => ({
        kind: 'year' as const,
        place,
        at: firstYear + place,
        first: group.first,
        last: group.last,
        head: yearHead(words, group),
        key: group.key,
        isComplete: group.isComplete,
      })),
      ...quarters.map((group, place) => ({
        kind: 'quarter' as const,
        place,
        at: firstQuarter + place,
        first: group.first,
        last: group.last,
        head: quarterHead(words, group),
        key: group.key,
        isComplete: group.isComplete,
      })),
    ],
    periodAt: (t) => LABEL_COLUMNS + t,
  };
}
