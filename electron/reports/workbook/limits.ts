import type { WriteSheet } from 'hucre/xlsx';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { cellReference } from './references.ts';

/** What spreadsheets take: signs and arguments of a formula, brackets inside each other, columns and rows of a sheet. */
const MOST_SIGNS = 8192;
const MOST_ARGUMENTS = 255;
const MOST_LEVELS = 64;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Shorter formulas cannot have too many arguments or levels. */
const CERTAIN = 2 * MOST_LEVELS;

/** True for a formula that spreadsheets would not take. */
export function isBeyondLimits(formula: string): boolean {
  if (formula.length <= CERTAIN) return false;
  if (formula.length > MOST_SIGNS) return true;
  const counts: number[] = [0];
  let isText = false;
  for (const sign of formula) {
    if (sign === '"') isText = !isText;
    if (isText) continue;
    if (sign === '(') counts.push(1);
    else if (sign === ')') counts.pop();
    else if (sign === ',') counts.push((counts.pop() ?? 0) + 1);
    if (counts.length - 1 > MOST_LEVELS || (counts.at(-1) ?? 0) > MOST_ARGUMENTS) return true;
  }
  return false;
}

function longFormula({ cells = new Map() }: WriteSheet): string | undefined {
  for (const [key, { formula }] of cells) {
    if (formula === undefined || !isBeyondLimits(formula)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    return cellReference('', row, column, '');
  }
  return undefined;
}

/** Sees to it that no spreadsheet calls the file damaged. @returns what is too large for one, and where */
export function withinLimits(sheets: readonly WriteSheet[]): Result<void, Fault<'invalid-plan'>> {
  for (const sheet of sheets) {
    const cell = longFormula(sheet);
    if (cell !== undefined) {
      return fault(
        'invalid-plan',
        `The plan is too large for a workbook: the formula of ${sheet.name}!${cell} would be longer or deeper than spreadsheets take. Split what it adds up into measures of its own, or export the plan as CSV.`,
      );
    }
    if ((sheet.columns?.length ?? 0) > MOST_COLUMNS || (sheet.rows?.length ?? 0) > MOST_ROWS) {
      return fault(
        'invalid-plan',
        `The plan is too large for a workbook: the sheet ${sheet.name} would have more rows or columns than spreadsheets take. Export the plan as CSV.`,
      );
    }
  }
  return ok(undefined);
}
