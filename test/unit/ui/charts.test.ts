import { describe, expect, it } from 'vitest';
import { tickTexts } from '#renderer/ui/charts/chartAxes.ts';
import { chartCsv, chartTable } from '#renderer/ui/charts/chartTable.ts';
import { toChartConfig } from '#renderer/ui/charts/toChartConfig.ts';
import { wrapName } from '#renderer/ui/charts/wrapName.ts';
import type {
  ChartLook,
  LineChartData,
  PercentChartData,
  StackedBarChartData,
} from '#renderer/ui/charts/types.ts';
import { palettes } from '#renderer/ui/palette.ts';

const look: ChartLook = { scheme: 'light', locale: 'en' };
const staffing: LineChartData = {
  kind: 'line',
  labels: ['Jan', 'Feb'],
  format: { style: 'number', digits: 1 },
  series: [
    { id: 'effective', label: 'Effective', values: [10, null] },
    { id: 'required', label: 'Required', values: [12.25, 13], colorIndex: 4 },
  ],
  target: { label: 'Seats', value: 20 },
  gap: { neededId: 'required', actualId: 'effective' },
};
const budget: StackedBarChartData = {
  kind: 'stackedBar',
  labels: ['Jan', 'Feb'],
  format: { style: 'money', currency: 'EUR' },
  series: [
    { id: 'wages', label: 'Wages', values: [100.5, 110] },
    { id: 'rent', label: '=Rent, net', values: [20, null] },
  ],
  budget: { id: 'approved', label: 'Approved', values: [130, 130] },
  totalLabel: 'Total',
};
const service: PercentChartData = {
  kind: 'percent',
  labels: ['Jan'],
  format: { style: 'percent' },
  left: [{ id: 'sl', label: 'Service level', values: [0.8] }],
  right: [{ id: 'ab', label: 'Abandonment', values: [0.05] }],
  leftTitle: 'Service level',
  rightTitle: 'Abandonment',
  goal: { label: 'Goal', value: 0.8 },
};

describe('chart configuration', () => {
  it('shades the gap on the actual line against the needed one', () => {
    const { data } = toChartConfig(staffing, 'FTE', look);
    const { shortage, surplus } = palettes.light;
    expect(data.datasets[0]).toMatchObject({
      fill: { target: 1, above: surplus, below: shortage },
      data: [10, null],
    });
    expect(data.datasets[1]).not.toHaveProperty('fill');
  });

  it('ends the axis of shares at 100 % unless a share is above it', () => {
    const axis = (values: readonly number[]) => {
      const shares: LineChartData = {
        kind: 'line',
        labels: ['Jan', 'Feb'],
        format: { style: 'percent' },
        series: [{ id: 'occupancy', label: 'Occupancy', values }],
      };
      return toChartConfig(shares, '', look).options.scales?.['y'];
    };
    expect(axis([0.95, 1])).toHaveProperty('max', 1);
    expect(axis([0.95, 1.2])).not.toHaveProperty('max');
    expect(toChartConfig(staffing, 'FTE', look).options.scales?.['y']).not.toHaveProperty('max');
  });

  it('sets the legend smaller where there is little height', () => {
    const font = (isLow: boolean) =>
      toChartConfig(budget, '', { ...look, isLow }).options.plugins?.legend?.labels?.font;
    expect(font(true)).toEqual({ size: 11 });
    expect(font(false)).toEqual({ size: 12 });
  });

  it('keeps the colour a series asks for and takes it from the scheme', () => {
    const colors = (scheme: 'light' | 'dark') =>
      toChartConfig(staffing, 'FTE', { ...look, scheme }).data.datasets.map(({ borderColor }) => borderColor);
    expect(colors('light')).toEqual([palettes.light.series[0], palettes.light.series[4]]);
    expect(colors('dark')).toEqual([palettes.dark.series[0], palettes.dark.series[4]]);
  });

  it('stacks the parts and lays the budget over them as a line', () => {
    const { type, data, options } = toChartConfig(budget, '', look);
    expect(type).toBe('bar');
    expect(data.datasets.map((dataset) => [dataset.type, dataset.label])).toEqual([
      ['bar', 'Wages'],
      ['bar', '=Rent, net'],
      ['line', 'Approved'],
    ]);
    expect(options.scales?.['x']).toMatchObject({ stacked: true });
    expect(options.scales?.['y']).toMatchObject({ stacked: true, beginAtZero: true });
  });

  it('gives small shares an axis of their own', () => {
    const { data, options } = toChartConfig(service, '', look);
    expect(data.datasets[0]).not.toHaveProperty('yAxisID');
    expect(data.datasets[1]).toMatchObject({ yAxisID: 'right' });
    expect(options.scales?.['y']).toMatchObject({ min: 0, max: 1 });
    expect(options.scales?.['right']).toMatchObject({ position: 'right' });
    expect(options.plugins?.annotation?.annotations).toMatchObject({ level: { scaleID: 'y', value: 0.8 } });
  });

  it('has no axis for small shares that are not there', () => {
    expect(toChartConfig({ ...service, right: [] }, '', look).options.scales).not.toHaveProperty('right');
  });

  it('a level stands still: one on its way while the chart is resized would end at the wrong height', () => {
    const { annotation } = toChartConfig(service, '', look).options.plugins ?? {};
    expect(annotation?.animations).toEqual({ numbers: { duration: 0 } });
  });

  it('tells the values of an axis apart', () => {
    const money = { style: 'money', digits: 0, currency: 'EUR' } as const;
    expect(tickTexts([0, 200_000, 400_000], money, 'en')).toEqual(['0', '200K', '400K']);
    expect(tickTexts([-190e6, -185e6], money, 'zh-CN')).toEqual(['-1.9亿', '-1.85亿']);
    expect(tickTexts([0.8, 0.805, 0.81], { style: 'percent', digits: 1 }, 'en')).toEqual([
      '80.0%',
      '80.5%',
      '81.0%',
    ]);
  });

  it('names a level in the legend, where it covers no point', () => {
    const { annotation, legend } = toChartConfig(service, '', look).options.plugins ?? {};
    expect(annotation?.annotations).toMatchObject({ level: { label: { display: false } } });
    const shown = { isDatasetVisible: () => true, data: { datasets: [] } };
    const items: unknown = Reflect.apply(legend?.labels?.generateLabels ?? (() => []), undefined, [shown]);
    expect(items).toMatchObject([
      { text: 'Service level', datasetIndex: 0 },
      { text: 'Abandonment', datasetIndex: 1 },
      { text: 'Goal', pointStyle: 'line' },
    ]);
  });

  it('leaves room above bars that are all below zero, where their texts stand', () => {
    const names = { total: 'All', rise: 'More', fall: 'Less', change: 'Change', level: 'Level' };
    const bridge = (value: number) => {
      const steps = [{ id: 'bot', label: 'Bot', value }];
      const format = { style: 'money', digits: 0 } as const;
      return toChartConfig({ kind: 'waterfall', header: 'Step', format, steps, names }, 'EUR', look);
    };
    expect(bridge(-200).options.scales?.['y']).toMatchObject({ suggestedMax: 24 });
    expect(bridge(200).options.scales?.['y']).not.toHaveProperty('suggestedMax');
  });

  it('does not move: whoever types wants the answer', () => {
    expect(toChartConfig(staffing, 'FTE', look).options.animation).toBe(false);
  });
});

describe('the chart as a table', () => {
  it('holds every series, the sum of the parts and level lines', () => {
    expect(chartTable(budget)).toEqual({
      columns: [
        { id: 'wages', label: 'Wages' },
        { id: 'rent', label: '=Rent, net' },
        { id: 'total', label: 'Total' },
        { id: 'approved', label: 'Approved' },
      ],
      rows: [
        { label: 'Jan', values: [100.5, 20, 120.5, 130] },
        { label: 'Feb', values: [110, null, 110, 130] },
      ],
    });
    expect(chartTable(staffing).rows[1]).toEqual({ label: 'Feb', values: [null, 13, 20] });
  });

  it('is written as Excel of the locale reads it, and a name never runs as a formula', () => {
    expect(chartCsv(budget, 'Period', 'EUR', 'en')).toBe(
      'Period,Wages (EUR),"\'=Rent, net (EUR)",Total (EUR),Approved (EUR)\r\nJan,100.5,20,120.5,130\r\nFeb,110,,110,130\r\n',
    );
    expect(chartCsv(staffing, 'Období', 'FTE', 'cs')).toBe(
      'Období;Effective (FTE);Required (FTE);Seats (FTE)\r\nJan;10;12,25;20\r\nFeb;;13;20\r\n',
    );
  });
});

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [first, second] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Full colour blindness of each kind, in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const blindness = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen(hex: string, kind: keyof typeof blindness): Rgb {
  const [red, green, blue] = linear(hex);
  const matrix = blindness[kind];
  const row = (at: number) =>
    Math.min(
      1,
      Math.max(0, (matrix[at] ?? 0) * red + (matrix[at + 1] ?? 0) * green + (matrix[at + 2] ?? 0) * blue),
    );
  return [row(0), row(3), row(6)];
}

/** CIE 1976 lightness and colour, for distances as the eye sees them. */
function lab([red, green, blue]: Rgb): Rgb {
  const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(['light', 'dark'] as const)('the %s palette', (scheme) => {
  const palette = palettes[scheme];

  it('stands out from the surface (3:1) and is read on it (4.5:1)', () => {
    for (const color of palette.series)
      expect(contrast(color, palette.surface), color).toBeGreaterThanOrEqual(3);
    for (const color of [palette.text, palette.textQuiet, palette.goal]) {
      expect(contrast(color, palette.surface), color).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['none', 'protanopia', 'deuteranopia', 'tritanopia'] as const)('is told apart with %s', (kind) => {
    const colors = palette.series.map((hex) => lab(seen(hex, kind)));
    colors.forEach((color, index) => {
      colors.slice(0, index).forEach((other, otherIndex) => {
        // Neighbours touch in stacked bars; a just noticeable difference is about 2.3.
        const least = index - otherIndex === 1 ? 25 : 11;
        const names = `${palette.series[index]} ${palette.series[otherIndex]}`;
        expect(distance(color, other), names).toBeGreaterThan(least);
      });
    });
  });
});

describe('names below bars', () => {
  const widthOf = (text: string) => text.length;

  it('break between words, and anywhere in a script without them', () => {
    expect(wrapName('Pay of trainees', 8, widthOf)).toEqual(['Pay of', 'trainees']);
    expect(wrapName('Voice 服务水平', 6, widthOf)).toEqual(['Voice', '服务水平']);
    expect(wrapName('招聘与培训成本', 4, widthOf)).toEqual(['招聘与培', '训成本']);
  });

  it('end in an ellipsis where there is no room left', () => {
    expect(wrapName('Severance', 6, widthOf)).toEqual(['Sever…']);
    expect(wrapName('Pay without output in nesting and ramp', 9, widthOf)).toEqual([
      'Pay',
      'without',
      'output i…',
    ]);
    expect(wrapName('', 9, widthOf)).toEqual([]);
  });
});
