import { expect, it } from 'vitest';
import { hoursSteps } from '#renderer/features/budget/paidHours.ts';
import { membersOf } from '#renderer/state/members.ts';
import { documentOf, figuresOf, sampleFile } from '#test/support/planFigures.ts';

const figures = figuresOf(documentOf(sampleFile));
const [prague, partner] = membersOf(figures.structure, 'groups');
if (prague === undefined || partner === undefined) throw new Error('The sample has two groups.');
const wholeYear = figures.structure.groups.year.findIndex(({ isComplete }) => isComplete);

function hoursOf(key: string, group = prague, year = wholeYear): number {
  const step = hoursSteps(figures, group!, year).find((one) => one.key === key);
  if (step?.hours === undefined || step.hours === null) throw new Error(`There is no step "${key}".`);
  return step.hours;
}

it('reconciles 2,080 contract hours to productive hours, row by row', () => {
  expect(hoursOf('fullYear')).toBe(2080);
  // April 2027 to March 2028 has 262 days from Monday to Friday, two more than 52 weeks.
  expect(hoursOf('calendar')).toBeCloseTo(16, 9);
  expect(hoursOf('paid')).toBeCloseTo(2096, 9);
  // Of the six holidays three fall on Monday to Friday of that year.
  expect(hoursOf('holidays')).toBeCloseTo(-24, 9);
  expect(hoursOf('available')).toBeCloseTo(2072, 9);
  expect(hoursOf('outOfOffice')).toBeCloseTo(-2072 * 0.11, 9);
  expect(hoursOf('inOffice')).toBeCloseTo(-2072 * 0.89 * 0.13, 9);
  expect(hoursOf('forContacts')).toBeCloseTo(2072 * 0.89 * 0.87, 9);
  expect(hoursOf('productive')).toBeCloseTo(2072 * 0.89 * 0.87 * 0.94, 9);
});

it.each([prague, partner])('every total is the one before plus the rows between: $name', (group) => {
  for (const year of figures.structure.groups.year.keys()) {
    const steps = hoursSteps(figures, group, year);
    const totals = steps.filter(({ isTotal }) => isTotal).map(({ hours }) => hours ?? Number.NaN);
    const between = steps.filter(({ isTotal }) => !isTotal).map(({ hours }) => hours ?? Number.NaN);
    expect(totals).toHaveLength(between.length + 1);
    expect(totals.length).toBeGreaterThan(4);
    between.forEach((hours, place) => expect(totals[place]! + hours).toBeCloseTo(totals[place + 1]!, 8));
  }
});

it('does not set 52 weeks against a year of which the plan holds only a part', () => {
  const keys = hoursSteps(figures, prague, 0).map(({ key }) => key);
  expect(keys).not.toContain('fullYear');
  expect(keys[0]).toBe('paid');
});

it('every step leads to a number that can be explained', () => {
  for (const { node } of hoursSteps(figures, prague, wholeYear)) expect(figures.nodes.has(node)).toBe(true);
});
