import { describe, expect, it } from 'vitest';
import { chartSvg, titleWithUnit } from '#electron/reports/charts/chartSvg.ts';
import type { ReportChart } from '#shared/model/packs/content.ts';

const size = { width: 770, height: 200 };

function drawn(chart: ReportChart, locale = 'en-GB'): string {
  return chartSvg(chart, size, locale, (text) => [{ text, font: 'Roboto' }]);
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const week: ReportChart = {
  id: 'weekHeat',
  title: 'Contacts over the week',
  unit: 'share of the week',
  format: { style: 'percent', digits: 1 },
  kind: 'heat',
  rows: days,
  columns: ['07:00', '08:00'],
  values: days.map(() => [0.02, 0.024]),
  scale: 'high',
};

const people: ReportChart = {
  id: 'staffing',
  title: 'Required and effective FTE',
  unit: 'FTE',
  format: { style: 'number', digits: 1 },
  kind: 'lines',
  labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  series: [
    { label: 'Required', values: [10, 10, 10, 4, 4, 10], color: 1 },
    { label: 'Effective', values: [8, 8, 8, 8, 8, 8], color: 0 },
  ],
  gapLabel: 'Gap',
};

function areasOf(svg: string): readonly (readonly string[])[] {
  return [...svg.matchAll(/<polygon points="([^"]*)"/g)].map(([, points = '']) => points.split(' '));
}

describe('a heat map on paper', () => {
  it.each([
    ['en-GB', days],
    ['cs-CZ', ['po', 'út', 'st', 'čt', 'pá', 'so', 'ne']],
    ['ru-RU', ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']],
  ])('names every row in full in %s', (locale, rows) => {
    const svg = drawn({ ...week, rows }, locale);
    for (const row of rows) expect(svg).toContain(`>${row}<`);
    expect(svg).not.toContain('…');
  });

  it('cuts a name that has no room', () => {
    expect(drawn({ ...week, rows: ['A queue with a name '.repeat(10)], values: [[0.1, 0.2]] })).toContain(
      '…',
    );
  });

  it('says all its percentages with the same digits', () => {
    expect(drawn(week)).toContain('>2.0%<');
    expect(drawn(week)).toContain('>2.4%<');
  });
});

describe('missing people on paper', () => {
  it('are one area for each stretch of periods, from where the lines cross to where they cross again', () => {
    const areas = areasOf(drawn(people));
    expect(areas.map((points) => points.length)).toEqual([8, 4]);
    const [top, , , crossing] = areas[0] ?? [];
    expect(Number(top?.split(',')[1])).toBeLessThan(Number(crossing?.split(',')[1]));
  });

  it('are broken where a number is missing', () => {
    const [required, effective] = people.series;
    if (required === undefined || effective === undefined) throw new Error('The chart has two lines');
    const broken = { ...required, values: [10, 10, null, 10, 10, 10] };
    expect(areasOf(drawn({ ...people, series: [broken, effective] }))).toHaveLength(2);
  });
});

it('the unit stands above a chart once', () => {
  expect(titleWithUnit(people)).toBe('Required and effective FTE');
  expect(titleWithUnit(week)).toBe('Contacts over the week (share of the week)');
  expect(titleWithUnit({ ...week, unit: '' })).toBe('Contacts over the week');
});
