import type { ChurnPoint } from '#shared/model/deciding/service/association.ts';
import { parseNumber } from '#renderer/ui/numbers.ts';

/**
 * Points from pasted text, one a line: abandoned contacts per customer, then churn, as Excel puts them on the clipboard
 * or with a semicolon between them.
 *
 * @returns the points, or the number of the first line that is none, counted from 1
 */
export function churnPoints(
  text: string,
  locale: string,
): { readonly points: readonly ChurnPoint[] } | { readonly badLine: number } {
  const lines = text.split(/\r?\n/);
  const points: ChurnPoint[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [abandoned = '', churn = '', ...rest] = line.split(/[\t;]/);
    const x = parseNumber(abandoned, { style: 'number' }, locale);
    // A churn of 2 % is pasted as "2 %" or as 0.02, never as 2.
    const y = parseNumber(churn, { style: 'number' }, locale);
    if (!x.ok || !y.ok || rest.length > 0) return { badLine: place + 1 };
    points.push({ abandonedPerCustomer: x.value, churn: y.value });
  }
  return { points };
}
