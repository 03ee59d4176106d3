import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { columnShares, isRoomyTable } from '#electron/reports/content/layout.ts';
import { fontRuns } from '#electron/reports/pdf/fonts.ts';
import { buildPresentation } from '#electron/reports/presentation/buildPresentation.ts';
import type { ReportChart, ReportContent } from '#shared/model/packs/content.ts';
import { packageProblems } from '#test/support/packageCheck.ts';

const head = { id: 'x', title: 'Chart', unit: 'FTE', format: { style: 'number', digits: 1 } } as const;
const labels = ['Jan', 'Feb', 'Mar'];

function contentWith(chart: ReportChart): ReportContent {
  const page = {
    id: 'people',
    title: 'People',
    message: '',
    sentences: [],
    metrics: [],
    chart,
    footnotes: [],
    definitions: [],
  };
  return {
    pack: 'leaders',
    language: 'en',
    title: 'Leaders',
    subtitle: 'Plan',
    currency: 'EUR',
    stamp: 'stamp',
    pageText: '{{page}} of {{pages}}',
    pages: [page],
  };
}

it('the texts of slides are in the language of the report', async () => {
  const chart: ReportChart = { ...head, kind: 'funnel', steps: [{ label: 'Nabídnuto', value: 3 }] };
  const zip = await JSZip.loadAsync(await buildPresentation(contentWith(chart), 'cs-CZ'));
  const slide = (await zip.file('ppt/slides/slide1.xml')?.async('string')) ?? '';
  expect(slide).toContain('lang="cs-CZ"');
  expect(slide).not.toContain('lang="en-US"');
});

interface DrawnSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The series of a chart of the slide, by kind of mark, and those that the legend leaves out. */
async function chartOf(chart: ReportChart) {
  const bytes = await buildPresentation(contentWith(chart), 'en-GB');
  expect(await packageProblems(bytes)).toEqual([]);
  const zip = await JSZip.loadAsync(bytes);
  const name = Object.keys(zip.files).find((part) => /charts\/chart\d+\.xml$/.test(part)) ?? '';
  const xml = (await zip.file(name)?.async('string')) ?? '';
  const seriesOf = (kind: 'area' | 'bar' | 'line'): readonly DrawnSeries[] =>
    [...xml.matchAll(new RegExp(`<c:${kind}Chart>.*?</c:${kind}Chart>`, 'gs'))].flatMap(([part]) =>
      [...part.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => {
        const points = new Map(
          [...(one.split('<c:val>')[1] ?? '').matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(
            ([, place, value]) => [Number(place), Number(value)] as const,
          ),
        );
        return {
          name: /<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(one)?.[1] ?? '',
          values: labels.map((_, place) => points.get(place) ?? null),
        };
      }),
    );
  const hidden = [...xml.matchAll(/<c:legendEntry><c:idx val="(\d+)"\/>/g)].map(([, index]) => Number(index));
  return { xml, seriesOf, hidden };
}

describe('charts of slides', () => {
  it('shade the gap between required and effective, and leave its foot out of the legend', async () => {
    const { xml, seriesOf, hidden } = await chartOf({
      ...head,
      kind: 'lines',
      labels,
      gapLabel: 'Gap',
      series: [
        { label: 'Required', values: [12, 10, null], color: 1 },
        { label: 'Effective', values: [10, 11, 9], color: 0 },
      ],
    });
    expect(seriesOf('area')).toEqual([
      { name: ' ', values: [10, 10, 9] },
      { name: 'Gap', values: [2, 0, 0] },
    ]);
    expect(seriesOf('line')).toEqual([
      { name: 'Required', values: [12, 10, null] },
      { name: 'Effective', values: [10, 11, 9] },
    ]);
    expect(hidden).toEqual([0]);
    expect(xml).toContain('<c:areaChart><c:grouping val="stacked"/>');
    expect(xml).toContain('<c:lineChart><c:grouping val="standard"/>');
  });

  it('lay the total over the parts, and what they are held against as a dashed line', async () => {
    const { xml, seriesOf, hidden } = await chartOf({
      ...head,
      kind: 'stacked',
      labels,
      series: [
        { label: 'Pay', values: [1, 2, 3], color: 0 },
        { label: 'Seats', values: [1, null, 1], color: 1 },
      ],
      total: { label: 'Total', values: [2, 2, 4], color: 6 },
      budget: { label: 'Approved', values: [3, 3, null], color: 1 },
    });
    expect(seriesOf('bar').map(({ values }) => values)).toEqual([
      [1, 2, 3],
      [1, 0, 1],
    ]);
    expect(seriesOf('line')).toEqual([
      { name: 'Total', values: [2, 2, 4] },
      { name: 'Approved', values: [3, 3, null] },
    ]);
    expect(hidden).toEqual([]);
    expect(xml.split('<a:prstDash val="dash"/>')).toHaveLength(2);
  });

  it('build a bridge that crosses 0 from what is above and what is below', async () => {
    const { seriesOf } = await chartOf({
      ...head,
      kind: 'waterfall',
      steps: [
        { label: 'Before', value: 4, isTotal: true },
        { label: 'Saved', value: -6, isTotal: false },
        { label: 'After', value: -2, isTotal: true },
      ],
    });
    const bars = seriesOf('bar').map(({ values }) => values.map((value) => (value ?? 0) + 0));
    const [foot, total, , saved, below, , savedBelow] = bars;
    expect(foot).toEqual([0, 0, 0]);
    expect([total, below]).toEqual([
      [4, 0, 0],
      [0, 0, -2],
    ]);
    expect([saved, savedBelow]).toEqual([
      [0, 4, 0],
      [0, -2, 0],
    ]);
  });
});

describe('tables of reports', () => {
  const table = (numbers: readonly string[], name = 'Wages') => ({
    columns: [
      { title: 'Measure', align: 'left' as const, weight: 30 },
      ...numbers.map(() => ({ title: 'FY', align: 'right' as const, weight: 15 })),
      { title: 'Decision', align: 'left' as const, weight: 32 },
    ],
    rows: [[name, ...numbers, 'Approve']],
  });

  it('give a number the room that it needs on one line, and words the rest', () => {
    const small = columnShares(table(['1', '2']), 150);
    expect(small.map((share) => Math.round(share * 92))).toEqual([30, 15, 15, 32]);
    const large = columnShares(table(Array.from({ length: 6 }, () => '42,438,457,065')), 120);
    expect(large.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const share of large.slice(1, -1)) expect(share * 120).toBeGreaterThanOrEqual(14);
  });

  it('are roomy only where their lines fit', () => {
    expect(isRoomyTable(table(['1', '2']))).toBe(true);
    const long = table(['1'], 'A name that is much too long for its column. '.repeat(12));
    expect(isRoomyTable({ ...long, rows: Array.from({ length: 8 }, () => long.rows[0] ?? []) })).toBe(false);
  });
});

it('a name in several scripts is set in the fonts that have its signs', () => {
  expect(fontRuns('en')('Linka č. 5')).toEqual([{ text: 'Linka č. 5', font: 'Roboto' }]);
  expect(fontRuns('en')('Linka č. 客服').map(({ font }) => font)).toEqual(['Roboto', 'NotoSansSC']);
  const runs = fontRuns('zh')('客服 č. 5');
  expect(runs.map(({ text }) => text).join('')).toBe('客服 č. 5');
  expect(runs.find(({ text }) => text.includes('č'))?.font).toBe('Roboto');
  expect(fontRuns('zh')('客服 5')).toEqual([{ text: '客服 5', font: 'NotoSansSC' }]);
});
