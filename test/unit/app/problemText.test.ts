import { describe, expect, it } from 'vitest';
import { addsOf, sheetRows } from '#renderer/state/planRows.ts';
import { periodColumns } from '#renderer/state/periodColumns.ts';
import { refusalText } from '#renderer/state/faultText.ts';
import { problemText } from '#renderer/state/problemText.ts';
import { refusalOf } from '#renderer/state/refusals.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);
const months = figuresOf(document);

function textFor(path: string, values: readonly number[], figures = months): string {
  const refusal = refusalOf(document, path, [{ type: 'setPeriods', path, from: 1, values: [...values] }]);
  if (refusal?.problems === undefined) throw new Error('The edit was not refused for its number');
  return refusalText(refusal, figures, texts.t);
}

describe('why an edit is refused', () => {
  it('names line and period, and speaks in the unit that was typed', () => {
    const segment = months.structure.members.find(({ key }) => key === 'segments.smb');
    expect(textFor('segments.smb.winRate', [1.4])).toBe(
      `${segment?.name}: Win rate, February 2027: 140% does not fit. It must be from 0% to 100%.`,
    );
    expect(textFor('segments.smb.deals', [-5])).toMatch(
      /Deals, February 2027: -5 does not fit. It must be at least 0\.$/,
    );
  });

  it('writes its numbers in the signs of the locale', () => {
    const czech = figuresOf(document, 'period', 'cs');
    expect(textFor('segments.smb.winRate', [1.455], czech)).toContain('145,5\u00a0% does not fit');
  });

  it('names a setting and a list as the screen does, and keeps the path of what is nowhere in the plan', () => {
    const problem = { path: 'queues', found: 'nothing', expected: 'at least one queue' };
    expect(problemText(months, problem, texts.t)).toBe('Queues: found nothing, expected at least one queue.');
    const shares = { ...problem, path: 'staffGroups.prague.queues' };
    expect(problemText(months, shares, texts.t)).toMatch(/^Queues that are served, Prague: found/);
    const cell = { ...problem, path: 'Inputs!C5 (calendar.start)' };
    expect(problemText(months, cell, texts.t)).toMatch(/^Inputs!C5 \(Plan start\): found/);
    const nowhere = { ...problem, path: 'line 3, column 4' };
    expect(problemText(months, nowhere, texts.t)).toMatch(/^line 3, column 4: found/);
  });

  it('keeps words that are no range', () => {
    const problem = {
      path: 'segments.smb.winRate',
      found: '"much"',
      expected: 'a list with a number for each period',
    };
    expect(problemText(months, problem, texts.t)).toMatch(
      /Win rate: "much" does not fit. It must be a list with/,
    );
  });
});

describe('what a sum of a line means', () => {
  const rowOf = (node: string) => sheetRows(months, [{ node }])[0];

  it('amounts add up, people only in one period, shares never', () => {
    expect(rowOf('queues.voice.offered')?.adds).toBe('always');
    expect(rowOf('segments.smb.deals')?.adds).toBe('always');
    expect(rowOf('segments.smb.winRate')?.adds).toBe('never');
    expect(addsOf({ kind: 'measure', unit: 'fte', rollup: 'mean' }, 'month')).toBe('acrossLines');
    expect(addsOf({ kind: 'input', unit: 'dealsPerMonth', rollup: 'mean' }, 'week')).toBe('acrossLines');
  });

  it('series can be edited as such, shares of a queue and constants cannot', () => {
    expect(rowOf('segments.smb.deals')?.hasSeries).toBe(true);
    expect(rowOf('segments.smb.openingCustomers')?.hasSeries).toBe(false);
    expect(rowOf('staffGroups.prague.queues.voice.share')?.hasSeries).toBe(false);
    expect(rowOf('queues.voice.offered')?.hasSeries).toBe(false);
  });

  it('columns know their days, for totals that are spread by them', () => {
    const columns = periodColumns(
      { structure: months.structure, locale: 'en', texts: months.texts.periods, fiscalYearStart: 1 },
      'period',
    );
    expect(columns.slice(0, 3).map(({ days }) => days)).toEqual([31, 28, 31]);
  });
});
