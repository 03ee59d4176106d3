import { describe, expect, it } from 'vitest';
import type { Series } from '#shared/model/series.ts';
import {
  readSeries,
  seriesDraft,
  type SeriesForm,
  type SeriesContext,
} from '#renderer/state/series/seriesDraft.ts';

const context: SeriesContext = {
  format: { style: 'percent', digits: 1 },
  locale: 'cs',
  starts: ['2027-01-01', '2027-02-01', '2027-03-01'],
  present: [0.1, 0.125, 0.15000000000000002],
};

describe('the editor of a series', () => {
  it.each([
    0.125,
    { base: 0.1, growth: 0.035 },
    {
      base: 0.1,
      steps: [
        { date: '2027-02-01', value: 0.2 },
        { date: '2027-03-01', value: 0.3 },
      ],
    },
    { from: 0.1, to: 0.2, fromDate: '2027-01-01', toDate: '2027-03-01' },
    { values: [0.1, 0.2, 0.3] },
    { formula: 'plan.offered * 2' },
  ] as const satisfies readonly Series[])('gives back %j as it was stored', (series) => {
    const stored: Series = series;
    const values = { ...context, present: typeof series === 'number' ? [series] : context.present };
    expect(readSeries(seriesDraft(stored, values), values)).toEqual({ ok: true, value: series });
  });

  it('begins every other form with what comes nearest to the present numbers', () => {
    const draft = seriesDraft(undefined, context);
    const read = (form: SeriesForm) => {
      const result = readSeries({ ...draft, form }, context);
      return result.ok ? result.value : result.fault;
    };
    expect(read('constant')).toBe(0.1);
    expect(read('growth')).toEqual({ base: 0.1, growth: 0 });
    expect(read('steps')).toEqual({ base: 0.1, steps: [{ date: '2027-03-01', value: 0.15 }] });
    expect(read('ramp')).toEqual({ from: 0.1, to: 0.15, fromDate: '2027-01-01', toDate: '2027-03-01' });
    expect(read('values')).toEqual({ values: [0.1, 0.125, 0.15] });
    expect(read('formula')).toEqual({ kind: 'noFormula' });
  });

  it('reads a list as a spreadsheet or a person writes it', () => {
    const draft = { ...seriesDraft(undefined, context), form: 'values' as const };
    const read = (list: string) => readSeries({ ...draft, list }, context);
    expect(read('10 %\t12,5\n15')).toEqual({ ok: true, value: { values: [0.1, 0.125, 0.15] } });
    expect(read('10 12,5')).toEqual({ ok: true, value: { values: [0.1, 0.125] } });
    expect(read('1 2 3 4')).toEqual({ ok: false, fault: { kind: 'tooMany', periods: 3 } });
    expect(read(' ')).toEqual({ ok: false, fault: { kind: 'noValues' } });
    expect(read('1 x')).toEqual({ ok: false, fault: { kind: 'badNumber', text: 'x' } });
  });

  it('says what is wrong with dates', () => {
    const draft = seriesDraft(undefined, context);
    const backwards = { ...draft, form: 'ramp' as const, fromDate: '2027-05-01', toDate: '2027-01-01' };
    expect(readSeries(backwards, context)).toEqual({ ok: false, fault: { kind: 'backwards' } });
    const noDate = { ...draft, form: 'steps' as const, steps: [{ date: '', value: '1' }] };
    expect(readSeries(noDate, context)).toEqual({ ok: false, fault: { kind: 'badDate' } });
  });
});
