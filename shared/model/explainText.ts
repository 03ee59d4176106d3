import { type Explanation, explain } from './explain.ts';
import { noteText } from './notes.ts';
import type { Grain } from './periods.ts';
import type { Plan } from './plan.ts';
import { type Unit, units } from './units.ts';

/** Explanations as indented English text, down to the inputs. */

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const spaced = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A value as text with enough digits to be checked by hand. */
export function valueText(value: number | null, unit: Unit, currency: string): string {
  if (value === null) return 'not defined';
  const { style, digits } = units[unit];
  if (style === 'percent') return `${grouped((value * 100).toFixed(digits + 1))} %`;
  const text = grouped(value.toFixed(Math.max(digits, Math.abs(value) < 10 ? 4 : 2)));
  return style === 'money' ? `${text} ${currency}` : text;
}

function title({ label, member }: { readonly label: string; readonly member: string }): string {
  return member === '' ? label : `${member}: ${label}`;
}

function sourceLines({ source }: Explanation): readonly string[] {
  if (source === undefined) return [];
  const { assumption, series, initiatives, path } = source;
  const known =
    assumption === undefined
      ? []
      : Object.entries(assumption).flatMap(([name, value]) =>
          value === undefined ? [] : `${name} ${value}`,
        );
  return [
    `input ${path}${series === undefined ? '' : ` = ${JSON.stringify(series)}`}`,
    ...(known.length > 0 ? [`assumption: ${known.join(', ')}`] : ['assumption: no source given']),
    ...(initiatives.length > 0 ? [`changed by ${initiatives.join(', ')}`] : []),
  ];
}

function ownLineFacts({ ownLine, unit }: Explanation, currency: string): readonly string[] {
  if (ownLine === undefined) return [];
  const { target, owner, decision } = ownLine;
  return [
    ...(target === undefined ? [] : [`target: ${valueText(target, unit, currency)}`]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(decision === undefined ? [] : [`decision it serves: ${decision}`]),
  ];
}

function ownLines(explanation: Explanation, currency: string): readonly string[] {
  const { formula, error, notes } = explanation;
  return [
    ...(error === undefined ? [] : [`error: ${error.text} (from ${error.nodeId})`]),
    ...(formula === undefined ? [] : [`= ${formula}`]),
    ...ownLineFacts(explanation, currency),
    ...notes.map(noteText),
    ...sourceLines(explanation),
  ];
}

function tree(
  plan: Plan,
  id: string,
  place: number,
  grain: Grain,
  depth: number,
  seen: Set<string>,
  currency: string,
): readonly string[] {
  const explanation = explain(plan, id, place, grain);
  const head = `${title(explanation)}, ${explanation.period}: ${valueText(explanation.value, explanation.unit, currency)}  [${id}]`;
  const key = `${id} ${grain} ${place}`;
  if (seen.has(key)) return [head, '  (explained above)'];
  if (depth === 0) return [head];
  const inner = explanation.how === 'total' || explanation.how === 'function' ? 'period' : grain;
  seen.add(key);
  const below = explanation.inputs.flatMap((input) =>
    tree(plan, input.id, input.place, inner, depth - 1, seen, currency),
  );
  return [
    head,
    ...ownLines(explanation, currency).map((line) => `  ${line}`),
    ...below.map((line) => `  ${line}`),
  ];
}

/**
 * One number of a plan explained as lines of text, its inputs below it, `depth` levels deep.
 *
 * @throws for an id that is not in the plan
 */
export function explanationLines(
  plan: Plan,
  id: string,
  place: number,
  grain: Grain,
  depth: number,
): readonly string[] {
  return tree(plan, id, place, grain, depth, new Set(), plan.scenario().currency);
}
