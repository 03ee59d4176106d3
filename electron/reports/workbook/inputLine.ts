import { dayNumberOfIso } from '#shared/kernel/calendar.ts';
import type { Phrase } from './bookWords.ts';
import type { Shown } from './styles.ts';

/** How a number in the workbook is a value of the scenario. */
export type InputKind = 'number' | 'date' | 'flag';

/** One number of the scenario that has a cell of its own. */
export interface InputLine {
  /** By which formulas find it: the node of the input, or a helper. */
  readonly id: string;
  readonly section: Phrase;
  readonly where: string;
  readonly label: string;
  readonly shown: Shown;
  readonly unitText: string;
  readonly text: string;
  /** Where it stands in the scenario; under it sources are noted, and by it the cell is named. */
  readonly path: string;
  readonly kind: InputKind;
  /** A text where the number stands elsewhere. */
  readonly value: number | string;
  /** True for what follows from the kind of plan and is not an input. */
  readonly isFixed?: boolean;
  /** The input whose source and owner are shown beside it. */
  readonly assumption?: string;
}

/** Excel's number of a day. */
export function excelDay(isoDate: string): number {
  return dayNumberOfIso(isoDate) + 25_569;
}
