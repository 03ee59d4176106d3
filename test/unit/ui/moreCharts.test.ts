import { describe, expect, it } from 'vitest';
import { chartCsv, chartTable } from '#renderer/ui/charts/chartTable.ts';
import { heatShare, highestOf } from '#renderer/ui/charts/heatScale.ts';
import { placedSteps, stageWidths } from '#renderer/ui/charts/stepConfigs.ts';
import { toChartConfig } from '#renderer/ui/charts/toChartConfig.ts';
import type { ChartLook, DrawnChartData } from '#renderer/ui/charts/types.ts';
import { nextPlace, placeText } from '#renderer/ui/charts/useChartKeys.ts';
import {
  bridgeChart,
  budgetChart,
  chartTexts,
  fanChart,
  funnelChart,
  heatChart,
  staffingChart,
  tornadoChart,
} from '#test/support/sheetHarness/harnessCharts.ts';
import type { ChartData } from '#renderer/ui/charts/types.ts';

const look: ChartLook = { scheme: 'light', locale: 'en' };

function drawn(chart: ChartData): DrawnChartData {
  if (chart.kind === 'heat') throw new Error('A heat map is not drawn on a canvas');
  return chart;
}

function config(chart: ChartData) {
  return toChartConfig(drawn(chart), 'FTE', look);
}

describe('a bridge', () => {
  it('puts every change on what was reached before it, and a total without a value on all of them', () => {
    const steps = bridgeChart.kind === 'waterfall' ? placedSteps(bridgeChart.steps) : [];
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 5_210_000],
      [5_210_000, 5_630_000],
      [5_630_000, 5_450_000],
      [5_450_000, 5_546_500],
      [5_546_500, 5_306_500],
      [0, 5_306_500],
    ]);
  });

  it('tells totals, rises and falls apart by colour and by hatching', () => {
    const { data, hatches } = config(bridgeChart);
    expect(data.datasets.map(({ label }) => label)).toEqual(['Total', 'Increase', 'Decrease']);
    expect(data.datasets[1]?.data).toEqual([
      null,
      [5_210_000, 5_630_000],
      null,
      [5_450_000, 5_546_500],
      null,
      null,
    ]);
    expect(new Set(data.datasets.map(({ backgroundColor }) => backgroundColor)).size).toBe(3);
    expect(new Set(hatches).size).toBe(3);
  });

  it('has changes and levels in its table', () => {
    expect(chartTable(bridgeChart).rows.slice(0, 2)).toEqual([
      { label: 'Last version', values: [null, 5_210_000] },
      { label: 'Volume', values: [420_000, 5_630_000] },
    ]);
    expect(chartCsv(bridgeChart, 'Period', 'EUR', 'en')).toMatch(/^Step,Change \(EUR\),Level \(EUR\)\r\n/);
  });
});

describe('a tornado', () => {
  it('has what moves the result most on top, its ends on the sides on which they lie', () => {
    const { data, options } = config(tornadoChart);
    expect(data.labels).toEqual(['Volume', 'Shrinkage', 'Patience']);
    expect(data.datasets[0]?.data).toEqual([
      [93.4, 84],
      [93.4, 88.2],
      [93.4, 94.6],
    ]);
    expect(options.indexAxis).toBe('y');
    expect(options.plugins?.valueLabels?.areLeft).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    expect(options.plugins?.annotation?.annotations).toMatchObject({ level: { scaleID: 'x', value: 93.4 } });
  });

  it('leaves room at both ends also when nothing moves', () => {
    const still = { ...drawn(tornadoChart), bars: [{ id: 'a', label: 'A', low: 93.4, high: 93.4 }] };
    const { min, max } = { min: 0, max: 0, ...toChartConfig(drawn(still), '', look).options.scales?.['x'] };
    expect(Number(min)).toBeLessThan(93.4);
    expect(Number(max)).toBeGreaterThan(93.4);
  });
});

describe('a fan', () => {
  it('fills each band between its edges and names it once', () => {
    const { data } = config(fanChart);
    expect(data.datasets.map(({ label }) => label)).toEqual([
      'P10 to P90',
      'P10',
      'P25 to P75',
      'P25',
      'P50',
      'Effective',
    ]);
    expect(data.datasets[0]).toMatchObject({ fill: '+1', borderWidth: 0 });
    expect(data.datasets[1]).toMatchObject({ fill: false });
  });

  it('has its edges in the table from low to high', () => {
    expect(chartTable(fanChart).columns.map(({ label }) => label)).toEqual([
      'P10',
      'P25',
      'P50',
      'P75',
      'P90',
      'Effective',
    ]);
  });
});

describe('a funnel', () => {
  it('is as wide as a stage grew, and only narrows where nothing is known of before', () => {
    const stages = funnelChart.kind === 'funnel' ? funnelChart.stages : [];
    expect(stageWidths(stages).map((width) => width.toFixed(3))).toEqual([
      '1.200',
      '1.133',
      '1.074',
      '1.042',
      '1.024',
    ]);
    const alone = stageWidths(stages.map((stage) => ({ ...stage, before: null })));
    expect(alone).toEqual([1, 0.85, 0.7, 0.55, 0.4]);
  });

  it('says every stage in its own unit, with its change', () => {
    const { options } = config(funnelChart);
    expect(options.plugins?.valueLabels?.texts?.[0]?.[4]).toBe('93.4 FTE  (+2.4%)');
    expect(chartCsv(funnelChart, 'Period', '', 'en').split('\r\n').slice(0, 2)).toEqual([
      'Stage,2027,2028',
      'Deals (deals),350,420',
    ]);
  });
});

describe('a heat map', () => {
  it('has its full colour at the highest number, or at the one that is given', () => {
    const rows = [{ id: 'a', label: 'a', values: [1, null, 4] }];
    expect(highestOf({ rows })).toBe(4);
    expect(highestOf({ rows, highest: 10 })).toBe(10);
    expect([heatShare(2, 4), heatShare(5, 4), heatShare(-1, 4), heatShare(1, 0)]).toEqual([0.5, 1, 0, 0]);
  });

  it('is its own table', () => {
    expect(chartTable(heatChart).rows[0]).toMatchObject({
      label: '8:00',
      values: [
        expect.any(Number),
        expect.any(Number),
        expect.any(Number),
        expect.any(Number),
        expect.any(Number),
        null,
        null,
      ],
    });
  });
});

describe('what tells series apart', () => {
  it('is dash and marker on lines and hatching on bars, not colour alone', () => {
    const lines = config(staffingChart).data.datasets.map((dataset) => ({
      dash: Reflect.get(dataset, 'borderDash') as unknown,
      marker: Reflect.get(dataset, 'pointStyle') as unknown,
    }));
    expect(lines[0]?.dash).not.toEqual(lines[1]?.dash);
    expect(lines[0]?.marker).not.toEqual(lines[1]?.marker);
    const { hatches } = config(budgetChart);
    hatches.slice(1).forEach((hatch, at) => expect(hatch).not.toBe(hatches[at]));
  });
});

describe('reading points by keyboard', () => {
  it('goes along the points and stops at the ends', () => {
    expect(nextPlace('ArrowRight', null, 3, false)).toBe(0);
    expect(nextPlace('ArrowLeft', null, 3, false)).toBe(2);
    expect(nextPlace('ArrowRight', 2, 3, false)).toBe(2);
    expect(nextPlace('Home', 2, 3, false)).toBe(0);
    expect(nextPlace('End', 0, 3, false)).toBe(2);
    expect(nextPlace('ArrowDown', 0, 3, false)).toBeNull();
    expect(nextPlace('ArrowDown', 0, 3, true)).toBe(1);
    expect(nextPlace('ArrowRight', null, 0, false)).toBeNull();
  });

  it('says the place and every value with its unit', () => {
    expect(placeText(drawn(funnelChart), 0, 'en', chartTexts)).toBe('Deals: 2027 350 deals; 2028 420 deals');
    expect(placeText(drawn(staffingChart), 0, 'en', chartTexts)).toBe(
      '1/27: Required 60.0; Effective 68.0; Seats 95.0',
    );
    expect(placeText(drawn(staffingChart), 99, 'en', chartTexts)).toBe('');
  });
});
