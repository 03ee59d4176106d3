/** Every word the sheet says. It knows no language; the app passes these from its translations. */
export interface SheetTexts {
  readonly lineHeader: string;
  readonly unitHeader: string;
  readonly collapse: (label: string) => string;
  readonly expand: (label: string) => string;
  /** Read out whenever the active cell changes. `value` is formatted; `error` is the reason. */
  readonly activeCell: (cell: {
    readonly label: string;
    readonly period: string;
    readonly value: string;
    readonly unit: string;
    readonly isEditable: boolean;
    readonly error?: string;
    readonly note?: string;
    /** Overridden, without a source: in words. */
    readonly marks: readonly string[];
  }) => string;
  /** `base` is the formatted value of the plan that this one was derived from; undefined when it is not known. */
  readonly overridden: (base: string | undefined) => string;
  readonly unsourced: string;
  /** A default that nobody has set. */
  readonly standard: string;
  readonly editCell: (label: string, period: string) => string;
  readonly noValue: string;
  readonly readOnly: string;
  readonly notANumber: (text: string) => string;
  readonly notWhole: (text: string) => string;
  /** Paste: nothing was changed because this text of the clipboard is not a number. */
  readonly pasteRefused: (place: {
    readonly label: string;
    readonly period: string;
    readonly problem: string;
  }) => string;
  /** So many computed cells, of these lines, were left alone. */
  readonly cellsSkipped: (count: number, lines: readonly string[]) => string;
  /** So many cells fell on headings, whose closed groups take nothing. */
  readonly cellsOnHeadings: (count: number) => string;
  /** So many cells lay beyond the last line or period. */
  readonly cellsOutside: (count: number) => string;
  readonly copied: (count: number) => string;
  readonly filled: (count: number) => string;
  readonly sum: string;
  readonly average: string;
  readonly count: string;
  /** Instead of a sum of rates, shares or different units. */
  readonly notAdded: string;
  readonly labelWidth: string;
  readonly editSeries: (label: string) => string;
  readonly find: FindTexts;
  readonly menu: MenuTexts;
  readonly spread: SpreadTexts;
}

interface FindTexts {
  readonly label: string;
  readonly placeholder: string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
  readonly found: (place: number, count: number) => string;
  readonly none: (query: string) => string;
}

interface MenuTexts {
  readonly label: (label: string, period: string) => string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  /** The browser keeps the clipboard from menus. */
  readonly pasteByKeys: string;
  readonly clear: string;
  readonly fillRight: string;
  readonly fillDown: string;
  readonly series: string;
  readonly spread: string;
  readonly reset: string;
  readonly find: string;
  readonly selectLine: string;
  readonly selectPeriod: string;
  readonly saveCsv: string;
}

interface SpreadTexts {
  readonly title: (label: string, from: string, to: string) => string;
  readonly total: string;
  readonly method: string;
  readonly byDays: string;
  readonly evenly: string;
  readonly byShape: string;
  readonly apply: string;
  readonly cancel: string;
}
