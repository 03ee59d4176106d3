import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { csvText } from '#renderer/ui/csv.ts';
import { keyed } from '#renderer/features/reports/keyed.ts';
import { heatTint } from '#renderer/features/reports/reportCharts.ts';
import {
  changedChoice,
  comparedOf,
  firstMemory,
  languageName,
  languageOf,
  madePacks,
  orderOf,
  type ReportSurroundings,
  withChoice,
} from '#renderer/features/reports/reportChoices.ts';
import { sheetCsv } from '#renderer/state/sheetCsv.ts';
import { zipOf } from '#renderer/state/zip.ts';

const at = '2027-03-01T08:00:00.000Z';
const scenario = (id: string) => ({
  id,
  name: id,
  revision: 0,
  createdAt: at,
  updatedAt: at,
  parentId: null,
});
const around: ReportSurroundings = {
  scenarios: [scenario('a'), scenario('b')],
  versions: [],
  openId: 'a',
  language: 'cs-CZ',
};
const choice = { formats: ['pdf' as const] };
const b = { kind: 'scenario', id: 'b' } as const;
const gone = { kind: 'version', id: 'gone' } as const;

describe('what a report is made of', () => {
  it('is the open scenario in the language of the window, until something else is chosen', () => {
    expect(orderOf('finance', choice, around, [])).toEqual({
      plan: { kind: 'scenario', id: 'a' },
      pack: 'finance',
      language: 'cs',
    });
    expect(orderOf('finance', { ...choice, plan: b }, around, [])?.plan).toEqual(b);
    expect(orderOf('finance', choice, { ...around, openId: null }, [])).toBeNull();
  });

  it('leaves out what is gone, and a comparison with itself', () => {
    expect(orderOf('finance', { ...choice, plan: gone, compareWith: gone }, around, [])).toEqual(
      orderOf('finance', choice, around, []),
    );
    expect(comparedOf({ ...choice, plan: b, compareWith: b }, around)).toBeUndefined();
    expect(comparedOf({ ...choice, compareWith: b }, around)).toEqual(b);
  });

  it('is about the partner that was chosen, else about the first', () => {
    expect(orderOf('partner', choice, around, ['x', 'y'])?.partner).toBe('x');
    expect(orderOf('partner', { ...choice, partner: 'y' }, around, ['x', 'y'])?.partner).toBe('y');
    expect(orderOf('partner', { ...choice, partner: 'z' }, around, ['x', 'y'])?.partner).toBe('x');
  });

  it('is about the fiscal year that was chosen, if the plan has it', () => {
    const year = { ...choice, fiscalYear: 2028 };
    expect(orderOf('finance', year, around, [], [2027, 2028])?.fiscalYear).toBe(2028);
    expect(orderOf('finance', year, around, [], [2026, 2027])).toEqual(
      orderOf('finance', choice, around, []),
    );
    expect(orderOf('finance', year, around, [])?.fiscalYear).toBe(2028);
    expect(changedChoice(year, { fiscalYear: null })).toEqual(choice);
    expect(changedChoice(year, { language: 'ru' }).fiscalYear).toBe(2028);
  });

  it('takes a choice back, and keeps the others', () => {
    const both = { ...choice, plan: b, compareWith: gone };
    expect(changedChoice(both, { plan: null })).toEqual({ ...choice, compareWith: gone });
    expect(changedChoice(both, { language: 'ru' })).toEqual({ ...both, language: 'ru' });
  });

  it('speaks English where the language of the window is none of the reports', () => {
    expect(languageOf(choice, 'de-DE')).toBe('en');
    expect(languageOf({ ...choice, language: 'zh' }, 'en-GB')).toBe('zh');
    expect([languageName('cs'), languageName('en')]).toEqual(['Čeština', 'English']);
  });

  it('remembers the packs that were made, the latest first', () => {
    const sales = withChoice(firstMemory, 'sales', { ...choice, madeAt: '2027-01-01T00:00:00.000Z' });
    const both = withChoice(sales, 'it', { ...choice, madeAt: '2027-02-01T00:00:00.000Z' });
    const all = withChoice(both, 'finance', choice);
    expect(madePacks(all, ['finance', 'sales', 'it'])).toEqual(['it', 'sales']);
  });
});

it('puts files into an archive that others read, with names in any script', async () => {
  const entries = [
    { name: 'План - finance.pdf', bytes: new TextEncoder().encode('%PDF-') },
    { name: 'empty.csv', bytes: new Uint8Array() },
    { name: 'all.xlsx', bytes: Uint8Array.from({ length: 70_000 }, (_, place) => place % 251) },
  ];
  const zip = await JSZip.loadAsync(zipOf(entries), { checkCRC32: true });
  expect(Object.keys(zip.files)).toEqual(entries.map(({ name }) => name));
  for (const { name, bytes } of entries) expect(await zip.file(name)?.async('uint8array')).toEqual(bytes);
});

describe('colours of a heat map', () => {
  it('are strongest for the worst: shortage, the least, or the most', () => {
    expect(heatTint(-4, [-4, 2], 'diverging')).toEqual({ share: 1, isShort: true });
    expect(heatTint(2, [-4, 2], 'diverging')).toEqual({ share: 0.5, isShort: false });
    expect(heatTint(0.6, [0.6, 0.8], 'low')).toEqual({ share: 1, isShort: true });
    expect(heatTint(8, [2, 8], 'high')).toEqual({ share: 1, isShort: false });
    expect(heatTint(0, [0, 0], 'high').share).toBe(0);
    expect(heatTint(0.8, [0.8, 0.8], 'low').share).toBe(0);
  });
});

it('tells equal texts apart', () => {
  expect(new Set(keyed(['Voice', 'Chat', 'Voice', 'Voice 1']).map(({ key }) => key)).size).toBe(4);
});

describe('a grid as CSV', () => {
  const format = { style: 'number' } as const;
  const row = (id: string, kind: 'group' | 'input', label: string, level: number) =>
    ({ id, kind, label, level, unit: kind === 'group' ? '' : 'FTE', format }) as const;
  const table = {
    rows: [
      row('g', 'group', 'Prague', 0),
      row('h', 'group', '=cmd|calc', 1),
      row('a', 'input', '+Hires', 2),
      row('b', 'input', 'People', 0),
    ],
    columns: [{ id: 'p', label: 'Jan 27', longLabel: 'January 2027', kind: 'period' as const }],
    getCell: (id: string) => ({ value: id === 'a' ? 1234.5 : null, state: 'input' as const }),
  };
  const t = ((key: string) => key) as unknown as Parameters<typeof sheetCsv>[1];

  it('has every line with its groups, in full precision, and nothing that runs as a formula', () => {
    expect(sheetCsv(table, t, 'en')).toBe(
      'sheet.group,sheet.line,sheet.unit,January 2027\r\n' +
        "Prague / =cmd|calc,'+Hires,FTE,1234.5\r\n" +
        ',People,FTE,\r\n',
    );
    expect(sheetCsv(table, t, 'cs')).toContain("'+Hires;FTE;1234,5");
  });

  it('disarms blanks, invisible and full-width signs in front of a formula, in every file alike', () => {
    expect(csvText([[' =1+1', '\uFF1D1', '\u200B@x', '-', 'a=b']], 'en')).toBe(
      "' =1+1,'\uFF1D1,'\u200B@x,'-,a=b\r\n",
    );
  });
});
