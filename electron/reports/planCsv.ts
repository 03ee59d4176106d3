import papaparse from 'papaparse';
import type { NodeHead, Plan } from '#shared/model/plan.ts';
import type { Unit } from '#shared/model/units.ts';

const COLUMNS = ['measure', 'member', 'period', 'value', 'unit', 'label', 'name'];

/** Text that a spreadsheet would run as a formula, blanks and full-width signs in front of it included. */
const RUNS_AS_FORMULA = /^(?:[\s\u200B-\u200F\uFEFF]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/;

/** `moneyPerContact` → `EUR per contact`, `sharePerYear` → `share per year`. */
function unitText(unit: Unit, currency: string): string {
  const words = unit.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/(customer|seat) month$/, '$1 and month').replace(/^money\b/, currency);
}

function memberOf({ id, kind, name, member }: NodeHead): string {
  if (kind === 'input') return member.inputKey;
  return id === `${member.key}.${name}` ? member.key : id.slice(0, -name.length - 1);
}

/**
 * Every input and measure of a computed plan in long form: one line for each period, numbers in full precision, empty
 * where a measure is not defined. RFC 4180 with a header line; text that would run as a formula gets an apostrophe.
 */
export function planCsv(plan: Plan): string {
  const { currency } = plan.scenario();
  const starts = plan.graph().context.periods.map(({ start }) => start);
  const rows = [...plan.heads().values()].flatMap((head) => {
    const values = plan.column(head.id);
    const { label, member, unit } = head;
    return starts.map((start, t) => {
      const value = values[t] ?? Number.NaN;
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
  return `${papaparse.unparse({ fields: COLUMNS, data: rows }, { escapeFormulae: RUNS_AS_FORMULA })}\r\n`;
}
