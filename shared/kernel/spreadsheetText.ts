/**
 * Text that a spreadsheet would run as a formula when a CSV file is opened: it begins with =, +, - or @, full-width signs
 * and blanks or invisible characters in front of them included, or with a tab or a line end.
 */
export const runsAsFormula = /^(?:[\s\u200B-\u200F\uFEFF]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/;

/**
 * The text with an apostrophe in front where a spreadsheet would run it, else as it is.
 *
 * @example harmlessText('=1+1') // "'=1+1"
 */
export function harmlessText(text: string): string {
  return runsAsFormula.test(text) ? `'${text}` : text;
}
