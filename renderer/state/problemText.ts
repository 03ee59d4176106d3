import type { TFunction } from 'i18next';
import type { Problem } from '#shared/kernel/result.ts';
import { inputLabel } from '#shared/model/inputLabel.ts';
import { pathParts } from '#shared/model/inputPlaces.ts';
import { formatExact, type NumberFormat } from '#renderer/ui/numbers.ts';
import { formatOf, lineLabel, type PlanFigures } from './figures.ts';
import { messagePart, modelLabel, modelMessage, ofOwner, ownerFirst } from './modelText.ts';
import { periodName } from './periodName.ts';
import { inputHead } from './planRows.ts';

/** The input that a problem stands in, by its path; undefined for anything that is no input. */
function inputOf(figures: PlanFigures, path: string) {
  const ends = [...path.matchAll(/[.[]/g)].map(({ index }) => index);
  const candidates = [path, ...ends.toReversed().map((end) => path.slice(0, end))];
  for (const candidate of candidates) {
    const head = inputHead(figures, candidate);
    if (head !== undefined) return { head, path: candidate, rest: path.slice(candidate.length) };
  }
  return undefined;
}

/** Whose input it is, where the name of the line does not say it. */
function labelOf({ structure }: PlanFigures, path: string, label: string): string {
  const member = structure.members
    .filter(({ inputKey }) => path.startsWith(`${inputKey}.`))
    .toSorted((a, b) => b.inputKey.length - a.inputKey.length)[0];
  return member === undefined ? label : ownerFirst(member.name, label);
}

function typed(text: string, format: NumberFormat, locale: string): string {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : formatExact(value, format, locale);
}

/** A range as the model words it, with its ends in the unit of the input: 120 % is asked to be at most 100 %, not 1. */
function expectedText(
  expected: string,
  show: (text: string) => string,
  part: (text: string) => string,
  t: TFunction,
): string {
  const between = /^a (?:whole )?number (from|above) (\S+?)(?: and up)? to (\S+)$/.exec(expected);
  if (between !== null) {
    const [, kind, min = '', max = ''] = between;
    const ends = { min: show(min), max: show(max) };
    return kind === 'from' ? t('refusal.range.between', ends) : t('refusal.range.betweenOpen', ends);
  }
  const least = /^a (?:whole )?number (of at least|above|of at most) (\S+)$/.exec(expected);
  if (least === null) {
    return expected === 'a number' ? t('refusal.range.any') : (modelMessage(expected, part) ?? expected);
  }
  const [, kind, end = ''] = least;
  if (kind === 'above') return t('refusal.range.above', { min: show(end) });
  return kind === 'of at least'
    ? t('refusal.range.least', { min: show(end) })
    : t('refusal.range.most', { max: show(end) });
}

/** What a sentence was filled with, as people of the plan know it: names of members, dates and numbers of the locale. */
function partText({ structure, locale }: PlanFigures, part: string): string {
  const names = part.split(', ').map((one) => {
    const member = structure.members.find(({ id, name }) => id === one && name !== '');
    return member?.name ?? messagePart(one, locale);
  });
  return names.join(', ');
}

/** Where a problem stands that is at no number: the name of the setting and whose it is, behind the cell it came from. */
function placeText({ document }: PlanFigures, path: string): string {
  const inCell = /^(\S+![A-Z]+\d+) \((.+)\)$/.exec(path);
  const inner = inCell?.[2] ?? path;
  const [top = ''] = pathParts(inner);
  if (!Object.hasOwn(document, top)) return modelMessage(path) ?? path;
  const { label, member } = inputLabel(document, inner);
  const name = ofOwner(modelLabel(label), member === label ? '' : member);
  return inCell === null ? name : `${inCell[1]} (${name})`;
}

/**
 * What is wrong with an input, as the person who typed it sees it: the name of the line, the period, and the numbers in
 * the unit of the line. A problem elsewhere keeps its path where nothing else is known of its place.
 */
export function problemText(figures: PlanFigures, problem: Problem, t: TFunction): string {
  const input = inputOf(figures, problem.path);
  const part = (text: string) => partText(figures, text);
  const found = modelMessage(problem.found, part) ?? problem.found;
  if (input === undefined) {
    const words = {
      path: placeText(figures, problem.path),
      found: found === problem.found ? part(found) : found,
      expected: modelMessage(problem.expected, part) ?? problem.expected,
    };
    return t('refusal.problem', words);
  }
  const { head, path, rest } = input;
  const format = formatOf(head.unit, figures.structure.currency);
  const show = (text: string) => typed(text, format, figures.locale);
  const period = /^\.values\[(\d+)\]/.exec(rest)?.[1];
  const words = {
    label: labelOf(figures, path, lineLabel(head)),
    found: found === problem.found ? show(found) : found,
    expected: expectedText(problem.expected, show, part, t),
  };
  return period === undefined
    ? t('refusal.input', words)
    : t('refusal.cell', { ...words, period: periodName(figures, 'period', Number(period)) });
}

/** A problem of a plan that is not open: by its path, which is all that is known of its place. */
export function foreignProblemText({ path, found, expected }: Problem, t: TFunction): string {
  const said = (text: string) => modelMessage(text) ?? text;
  return t('refusal.problem', { path: said(path), found: said(found), expected: said(expected) });
}
