import { type Bound, boundText, childrenOf, dependenciesOf } from './bound.ts';
import { type Column, compile } from './compile.ts';

type Columns = (id: string) => Column;

function valueOf(part: Bound, column: Columns, t: number): number {
  return compile(part, column, { hasDividedByZero: false })(t);
}

/** The first divisor that is 0 in period t, in the order of the text; parts of an `if` that are not looked at are left out. */
function zeroDivisor(bound: Bound, column: Columns, t: number): Bound | undefined {
  const open: Bound[] = [bound];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.kind === 'binary' && part.operator === '/' && valueOf(part.right, column, t) === 0)
      return part.right;
    if (part.kind === 'if') {
      const decides = valueOf(part.condition, column, t);
      open.push(decides === 0 ? part.otherwise : part.then, part.condition);
    } else open.push(...childrenOf(part).toReversed());
  }
  return undefined;
}

function namedText(divisor: Bound): string {
  return divisor.kind === 'prior'
    ? boundText({ kind: 'prior', id: divisor.id, name: divisor.name })
    : boundText(divisor);
}

/**
 * Why a formula divided by zero in period t: the divisor, and what its names stand for there.
 *
 * @returns `Divided by zero.` alone where the divisor has no names
 * @example 'Divided by zero: 1 - (1 - q.fcr) * q.recontact is 0, where q.fcr = 0, q.recontact = 1.'
 */
export function divisionText(bound: Bound, column: Columns, t: number): string {
  const divisor = zeroDivisor(bound, column, t);
  const names = divisor === undefined ? [] : dependenciesOf(divisor);
  if (divisor === undefined || names.length === 0) return 'Divided by zero.';
  if (divisor.kind === 'node' || divisor.kind === 'prior')
    return `Divided by zero: ${namedText(divisor)} is 0.`;
  const known = names.map(({ id, isLagged }) => {
    const value = column(id)[isLagged ? t - 1 : t];
    return `${isLagged ? `prior(${id})` : id} = ${value === undefined ? '–' : Number(value.toPrecision(12))}`;
  });
  return `Divided by zero: ${boundText(divisor)} is 0, where ${known.join(', ')}.`;
}
