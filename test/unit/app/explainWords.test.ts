import { describe, expect, it } from 'vitest';
import { explainedText, plainExplanation } from '#renderer/features/explain/explainText.ts';
import { formulaInNumbers, readableFormula } from '#renderer/features/explain/formulaText.ts';
import { storedForm } from '#renderer/state/storedForm.ts';
import { createPlanView } from '#shared/model/planView.ts';
import type { Grain } from '#shared/model/periods.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);
const figures = figuresOf(document);
const view = createPlanView();
view.update(document);
const { t } = texts;

function explained(id: string, place: number, grain: Grain = 'period') {
  const explanation = view.explain(id, place, grain);
  if (explanation === undefined) throw new Error(`There is no ${id}.`);
  return explainedText(explanation, { figures, t });
}

describe('formulas', () => {
  it('are written with the signs of mathematics', () => {
    expect(readableFormula('a * b / (1 - c)')).toBe('a × b ÷ (1 − c)');
  });

  it('take numbers in place of ids, the longest id first, and what came before inside prior', () => {
    const inputs = [
      { id: 'a.x', isPrior: false, text: '2' },
      { id: 'a.x.y', isPrior: false, text: '3' },
      { id: 'a.x', isPrior: true, text: '1,000' },
    ];
    expect(formulaInNumbers('prior(a.x, a.x.y) + a.x * a.x.y', inputs)).toBe('prior(1,000; 3) + 2 × 3');
  });

  it('do not take a number that was put in for a part of an id', () => {
    const inputs = [
      { id: 'q.1', isPrior: false, text: 'q.2' },
      { id: 'q.2', isPrior: false, text: '7' },
    ];
    expect(formulaInNumbers('q.1 + q.2', inputs)).toBe('q.2 + 7');
  });

  it('put a number with a sign into parentheses after another sign', () => {
    const inputs = [
      { id: 'a.x', isPrior: false, text: '-9.7' },
      { id: 'a.y', isPrior: false, text: '-2' },
    ];
    expect(formulaInNumbers('max(0, -a.x)', inputs)).toBe('max(0; -(-9.7))');
    expect(formulaInNumbers('a.x - a.y * a.y', inputs)).toBe('-9.7 − (-2) × (-2)');
    expect(formulaInNumbers('a.y ^ 2 + max(a.x, 1)', inputs)).toBe('(-2) ^ 2 + max(-9.7; 1)');
  });

  it('in numbers come to the value that is explained', () => {
    const text = explained('segments.smb.closing', 3);
    expect(text.formula).toBe('opening + new − lost');
    const [opening = 0, added = 0, lost = 0] = (text.inNumbers ?? '')
      .split(/ [+−] /)
      .map((part) => Number(part.replaceAll(',', '')));
    expect(opening + added - lost).toBeCloseTo(Number(text.value.replaceAll(',', '')), -1);
  });
});

describe('an explanation in words', () => {
  it('names line, member, period, value and unit', () => {
    expect(explained('segments.smb.deals', 0)).toMatchObject({
      title: 'Deals',
      member: 'Small business',
      period: 'January 2027',
      value: '2,600.0',
      unit: 'per month',
      stored: '2,600.0 at the start, growing by 35% a year.',
    });
  });

  it('of a year lists its months by name and says how they add up', () => {
    const text = explained('plan.totalCost', 1, 'year');
    expect(text.notes).toEqual(['Sum of its periods.']);
    expect(text.inputs).toHaveLength(12);
    expect(text.inputs[0]).toMatchObject({ label: 'April 2027', grain: 'period', period: '' });
  });

  it('names the member of a number only where it is another one', () => {
    const labels = explained('plan.totalCost', 0).inputs.map(({ label }) => label);
    expect(labels).toEqual(['Total cost, Prague', 'Total cost, Partner', 'Telecom', 'Budget lines']);
    expect(explained('groups.prague.surplus', 0).inputs.map(({ label }) => label)).toEqual([
      'Effective FTE',
      'Required FTE',
    ]);
  });

  it('says of agents which interval is busiest and what decides', () => {
    const [busiest, open] = explained('queues.voice.baseHours', 3).notes;
    expect(busiest).toMatch(
      /^Busiest interval, Monday,? (?:at )?[012]\d:\d\d: .* need \d+ agents; the highest abandonment decides\. Service level \d+\.\d%; with one agent fewer \d+\.\d%\.$/,
    );
    expect(open).toMatch(/open intervals, [\d.]+ hours\.$/);
  });

  it('as plain text holds everything that is shown', () => {
    const plain = plainExplanation(explained('groups.prague.requiredFte', 2), t);
    expect(plain.split('\n')[0]).toBe('Required FTE, Prague, March 2027: 91.2 FTE');
    expect(plain).toContain('Formula: productiveFte ÷ (1 − shrinkage)');
    expect(plain).toContain('= 70.6 ÷ (1 − 22.6%)');
    expect(plain).toContain('- Shrinkage, March 2027: 22.6%');
  });

  it('shows source and owner of an assumption', () => {
    const path = 'segments.smb.churn';
    const sourced = createPlanView();
    sourced.update({ ...document, assumptions: { [path]: { source: 'CRM export', owner: 'Eva' } } });
    const explanation = sourced.explain(path, 0, 'period');
    if (explanation === undefined) throw new Error('no explanation');
    const { assumption } = explainedText(explanation, { figures, t });
    expect(assumption).toEqual([
      { name: 'Source', value: 'CRM export' },
      { name: 'Owner', value: 'Eva' },
    ]);
  });
});

describe('the stored form of an input', () => {
  const options = { t, locale: 'en', show: (value: number) => `${value} %` };

  it.each([
    [5, '5 % in every period.'],
    [{ values: [1, 2, 3] }, 'One value for each of 3 periods.'],
    [{ base: 4, growth: -0.125 }, '4 % at the start, shrinking by 12.5% a year.'],
    [{ base: 4, steps: [{ date: '2027-10-15', value: 3 }] }, '4 % at the start; 3 % from Oct 15, 2027.'],
    [
      { from: 1, to: 2, fromDate: '2027-01-01', toDate: '2027-12-31' },
      'From 1 % on Jan 1, 2027 evenly to 2 % on Dec 31, 2027.',
    ],
    [{ formula: 'a * 2' }, 'The formula a * 2.'],
  ])('%j', (series, words) => {
    expect(storedForm(series, options)).toBe(words);
  });
});
