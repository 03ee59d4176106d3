import type { ReactNode } from 'react';
import type { NumberFormat } from '../numbers.ts';
import type { SheetTexts } from './sheetTexts.ts';

/** A line of the grid. Rows come flat, in order; `level` makes the tree: a group owns the deeper rows below it. */
export interface SheetRow {
  readonly id: string;
  readonly label: string;
  /** Unit as text: 'FTE', 'contacts', 'EUR per month'. Empty for groups. */
  readonly unit: string;
  readonly kind: 'input' | 'result' | 'group';
  readonly level: number;
  readonly format: NumberFormat;
  /** What the line means; shown when the pointer rests on the label and read out. */
  readonly description?: string;
  /** Sums and closing lines: set in a heavier weight with a rule above. */
  readonly isTotal?: boolean;
  /** Groups only: closed when the sheet is first shown. */
  readonly startsCollapsed?: boolean;
  /**
   * What a sum of its numbers means: something over periods and lines (contacts, cost), only over lines of the same
   * period (people), or nothing (rates, shares). Default: over both.
   */
  readonly adds?: 'always' | 'acrossLines' | 'never';
  /** The line can be edited as a whole, as constant, growth, steps …, by what `renderSeriesEditor` gives. */
  readonly hasSeries?: boolean;
}

export interface SheetColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'period' | 'total';
  /** Longer name read out and shown on hover, e.g. 'March 2027'. Default: the label. */
  readonly longLabel?: string;
  /** Length of the period, for totals that are spread by days. Default: 1, so that all are alike. */
  readonly days?: number;
}

/**
 * One cell. Whether it can be edited follows from its state, not from its row, so the total column of an
 * input row is simply a `result`.
 *
 * - `input`: set in this plan. `default`: an input nobody has set; editable, shown fainter.
 * - `overridden`: set here and different from the plan it was derived from; editable, marked in the corner.
 * - `result`: computed; read-only.
 */
export interface SheetCell {
  readonly value: number | null;
  readonly state: 'input' | 'default' | 'overridden' | 'result';
  /** Stands in place of the value: a short text for the cell and the reason in words. */
  readonly error?: { readonly short: string; readonly reason: string };
  /** Of a `result` that nothing computes: why it cannot be changed here. Shown fainter, with this on hover and read out. */
  readonly note?: string;
  /** Of an `overridden` cell: what stands in the plan it was derived from. Shown on hover and read out; reset brings it back. */
  readonly base?: number | null;
  /** An input that nobody gave a source for: dotted underline, read out. */
  readonly isUnsourced?: boolean;
}

export interface SheetPosition {
  readonly rowId: string;
  /** Index in `columns`, totals included. */
  readonly columnIndex: number;
}

/** One change of an edit, a paste or a fill. `null` clears the input, so that its default returns. */
export interface SheetEdit extends SheetPosition {
  readonly value: number | null;
}

export interface SheetProps {
  /** Name of the grid for screen readers. */
  readonly label: string;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  /** Must change identity when any value changes; memoise it on the results. Called for visible cells only. */
  readonly getCell: (rowId: string, columnIndex: number) => SheetCell;
  readonly locale: string;
  readonly texts: SheetTexts;
  /** All changes of one act of the user at once, so that one undo takes all of it back. */
  readonly onCommit: (edits: readonly SheetEdit[]) => void;
  readonly onSelect?: (position: SheetPosition) => void;
  /** Moves the active cell from outside, e.g. when an explanation is followed. Only a change of it acts. */
  readonly selected?: SheetPosition;
  /** Says why a number cannot stand there (the editor stays open with the text), or null when it can. */
  readonly validate?: (rowId: string, columnIndex: number, value: number) => string | null;
  /** Ctrl+Z and Ctrl+Y / Ctrl+Shift+Z outside the editor. */
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
  /** Takes overridden inputs back to the plan they were derived from. Without it the sheet offers no reset. */
  readonly onReset?: (positions: readonly SheetPosition[]) => void;
  /** Gives the whole grid to the user as a file. Without it the sheet does not offer that. */
  readonly onSaveCsv?: () => void;
  /** What edits a line with `hasSeries` as a whole; shown in a popover at the cell. `close` gives the focus back. */
  readonly renderSeriesEditor?: (position: SheetPosition, close: () => void) => ReactNode;
  /** Width of the names when the sheet is first shown. */
  readonly labelWidth?: number;
  /** The user made the names wider or narrower; for whoever remembers it. */
  readonly onLabelWidth?: (width: number) => void;
  readonly unitWidth?: number;
  readonly columnWidth?: number;
}
