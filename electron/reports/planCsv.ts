import papaparse from 'papaparse';
import { runsAsFormula } from '#shared/kernel/spreadsheetText.ts';
import type { NodeHead, Plan } from '#shared/model/plan.ts';
import type { Unit } from '#shared/model/units.ts';

const COLUMNS = ['measure', 'member', 'period', 'value', 'unit', 'label', 'name'];

/** `moneyPerContact` → `EUR per contact`, `sharePerYear` → `share per year`. */
function unitText(unit: Unit, currency: string): string {
  const words = unit.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/(customer|seat) month$/, '$1 and month').replace(/^money\b/, currency);
}

function memberOf({ id, kind, name, member }: NodeHead): string {
  if (kind === 'input') return member.inputKey;
  return id === `${member.key}.${name}` ? member.key : id.slice(0, -name.length - 1);
}

/** One line of the long form: measure, member, period, value, unit, label, name. */
type LongRow = readonly (string | number)[];

export const longColumns: readonly string[] = COLUMNS;

const wholePlan = { first: 0, last: Infinity };

/** Nodes of a computed plan in long form: one line for each period, numbers in full precision, empty where undefined. */
export function longRows(plan: Plan, heads: Iterable<NodeHead>, span = wholePlan): readonly LongRow[] {
  const { currency } = plan.scenario();
  const periods = plan.graph().context.periods.slice(span.first, span.last + 1);
  return [...heads].flatMap((head) => {
    const values = plan.column(head.id);
    const { label, member, unit } = head;
    return periods.map(({ start, index }) => {
      const value = values[index] ?? Number.NaN;
      return [
        head.name === '' ? 'value' : head.name,
        memberOf(head),
        start,
        Number.isNaN(value) ? '' : value,
        unitText(unit, currency),
        label,
        member.name,
      ];
    });
  });
}

/**
 * Rows as CSV: RFC 4180 with a header line; text that a spreadsheet would run as a formula gets an apostrophe.
 *
 * @example csvText(['name'], [['=1+1']]) // "name\r\n'=1+1\r\n"
 */
export function csvText(columns: readonly string[], rows: readonly LongRow[]): string {
  const table = { fields: [...columns], data: rows.map((row) => [...row]) };
  return `${papaparse.unparse(table, { escapeFormulae: runsAsFormula })}\r\n`;
}

/** Every input and measure of a computed plan in long form. */
export function planCsv(plan: Plan, span = wholePlan): string {
  return csvText(COLUMNS, longRows(plan, plan.heads().values(), span));
}
