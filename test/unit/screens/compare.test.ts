import { describe, expect, it } from 'vitest';
import { approvedVersion, firstChoice, knownKeys } from '#renderer/features/compare/compareOptions.ts';
import type { ListedVersion } from '#renderer/state/planSources.ts';
import {
  bridgeLines,
  bridgeSteps,
  slotYears,
  spanWaterfall,
  wholeSpan,
} from '#renderer/features/compare/bridgeView.ts';
import {
  besideCell,
  besideColumns,
  besideSheetRows,
  chosenRows,
} from '#renderer/features/compare/besideRows.ts';
import { besideChart, besideChartMeasures } from '#renderer/features/compare/besideCharts.ts';
import { besideCsv } from '#renderer/features/compare/besideCsv.ts';
import { differenceRows, foundRows } from '#renderer/features/compare/differenceRows.ts';
import { scenarioKey, versionKey } from '#renderer/state/compareKeys.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { compareWork } from '#shared/model/compare/compareWork.ts';
import { editedDocument, editedPlan } from '#test/support/comparedPlans.ts';
import { documentOf, sampleFile, texts } from '#test/support/planFigures.ts';
import { set } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const document = documentOf(sampleFile);
const changed = editedDocument(
  document,
  set('segments.smb.winRate', 0.9),
  set('staffGroups.prague.weeklyHours', 38),
);
const { t } = texts;
const words = { t, figures: figureTexts(t), locale: 'en' };

function beside() {
  const sides = [
    { name: 'Now', document, results: null },
    { name: 'More', document: changed, results: null },
  ];
  const answer = valueOf(compareWork({ kind: 'beside', sides }, () => undefined));
  if (answer.kind !== 'beside') throw new Error('Another answer');
  return answer;
}

describe('what is compared', () => {
  const scenario = (id: string, parentId: string | null = null): ListedScenario => ({
    id,
    name: id,
    revision: 1,
    createdAt: '2027-01-01T00:00:00Z',
    updatedAt: '2027-01-01T00:00:00Z',
    parentId,
  });
  const version = (id: string, scenarioId: string, status: ListedVersion['status']): ListedVersion => ({
    id,
    scenarioId,
    name: id,
    status,
    note: '',
    revision: 1,
    createdAt: '2027-01-01T00:00:00Z',
    createdBy: 'Ana',
    engineVersion: '1',
    inputsSha256: '',
    sha256: '',
  });
  const scenarios = [scenario('base'), scenario('variant', 'base'), scenario('other')];

  it('begins with what was approved, then what was saved, then the base of a variant', () => {
    const versions = [version('draft', 'base', 'draft'), version('budget', 'base', 'approved')];
    expect(approvedVersion(versions, 'base')?.id).toBe('budget');
    expect(firstChoice({ scenarios, versions, openId: 'base' })).toEqual([
      versionKey('budget'),
      scenarioKey('base'),
    ]);
    expect(firstChoice({ scenarios, versions: versions.slice(0, 1), openId: 'base' })[0]).toBe(
      versionKey('draft'),
    );
    const none = { scenarios, versions: [] };
    expect(firstChoice({ ...none, openId: 'variant' })).toEqual([
      scenarioKey('base'),
      scenarioKey('variant'),
    ]);
    expect(firstChoice({ ...none, openId: 'base' })).toEqual([scenarioKey('base'), scenarioKey('variant')]);
    expect(firstChoice({ scenarios: [scenario('alone')], versions: [], openId: 'alone' })).toHaveLength(1);
  });

  it('forgets what is no longer there, and holds four at most', () => {
    const known = { scenarios, versions: [version('budget', 'base', 'approved')], openId: 'base' };
    const keys = [versionKey('gone'), versionKey('budget'), scenarioKey('base'), scenarioKey('base')];
    expect(knownKeys(keys, known)).toEqual([versionKey('budget'), scenarioKey('base')]);
    expect(knownKeys(['variant', 'other', 'base'].map(scenarioKey), known)).toHaveLength(3);
    expect(knownKeys([versionKey('budget')], { ...known, scenarios: [scenario('other')] })).toEqual([]);
  });
});

describe('the charts of a comparison', () => {
  const answer = beside();

  it('show people and money of both plans with the numbers of the grid', () => {
    const charts = besideChartMeasures.map((id) => besideChart(answer, 'quarter', id, words));
    expect(charts.map((chart) => chart?.title)).toEqual(['Required FTE', 'Effective FTE', 'Total cost']);
    const columns = besideColumns(answer, 'quarter', words);
    for (const [place, id] of besideChartMeasures.entries()) {
      const chart = charts[place]?.chart;
      expect(chart?.series.map(({ label }) => label)).toEqual(['Now', 'More']);
      const cells = columns.filter(({ kind }) => kind === 'period');
      expect(chart?.labels).toEqual(cells.map(({ label }) => label));
      for (const [plan, { values }] of (chart?.series ?? []).entries()) {
        const shown = cells.map((column) => besideCell(answer, `${id}|value|${plan}`, column, words).value);
        expect(values).toEqual(shown);
      }
    }
    expect(charts[0]?.chart.series[0]?.values).not.toEqual(charts[0]?.chart.series[1]?.values);
  });

  it('do not add crowns to euros, and draw only what there is', () => {
    const { tables } = answer;
    const { quarter } = tables;
    if (quarter === undefined) throw new Error('No quarters');
    const plans = quarter.plans.map((plan, place) => (place === 1 ? { ...plan, currency: 'XXX' } : plan));
    const mixed = { ...answer, tables: { ...tables, quarter: { ...quarter, plans } } };
    expect(besideChart(mixed, 'quarter', 'plan.totalCost', words)).toBeNull();
    expect(besideChart(mixed, 'quarter', 'plan.requiredFte', words)).not.toBeNull();
    expect(besideChart(answer, 'quarter', 'plan.nothing', words)).toBeNull();
  });
});

describe('side by side', () => {
  const answer = beside();
  const table = answer.tables.period;
  if (table === undefined) throw new Error('No table of months');
  const columns = besideColumns(answer, 'period', words);
  const rows = besideSheetRows(chosenRows(table.rows, 'deciding', ''), table, words);

  it('shows eight measures, each with both plans, the difference and its percent', () => {
    expect(rows.filter(({ kind }) => kind === 'group')).toHaveLength(8);
    expect(rows.slice(0, 5).map(({ label }) => label)).toEqual([
      'Offered contacts',
      'Now',
      'More',
      'Difference',
      'Difference in percent',
    ]);
    expect(columns.map(({ label }) => label).slice(0, 5)).toEqual([
      'Jan 27',
      'Feb 27',
      'Mar 27',
      'FY27*',
      'Apr 27',
    ]);
  });

  it('reads each cell from its plan, its period and its year', () => {
    const year = columns.find(({ label }) => label === 'FY28');
    const month = columns.find(({ label }) => label === 'Jun 27');
    if (year === undefined || month === undefined) throw new Error('No such column');
    for (const column of [year, month]) {
      const [now, more, difference, percent] = ['value|0', 'value|1', 'absolute|0', 'percent|0'].map(
        (what) => besideCell(answer, `plan.offered|${what}`, column, words).value ?? Number.NaN,
      );
      expect(more).toBeGreaterThan(now ?? Infinity);
      expect(difference).toBeCloseTo((more ?? 0) - (now ?? 0), 6);
      expect(percent).toBeCloseTo((difference ?? 0) / (now ?? 1), 9);
    }
  });

  it('tells how far two shares are apart in points', () => {
    const year = columns.find(({ label }) => label === 'FY28');
    if (year === undefined) throw new Error('No such column');
    const at = (what: string) =>
      besideCell(answer, `plan.serviceLevel|${what}`, year, words).value ?? Number.NaN;
    const apart = at('value|1') - at('value|0');
    expect(Math.abs(apart)).toBeGreaterThan(0.001);
    expect(at('absolute|0')).toBeCloseTo(100 * apart, 9);
    expect(rows.find(({ id }) => id === 'plan.serviceLevel|absolute|0')).toMatchObject({
      unit: 'points',
      format: { style: 'number' },
    });
  });

  it('finds measures by name and by screen', () => {
    expect(chosenRows(table.rows, 'all', 'cost per contact').map(({ id }) => id)).toContain(
      'plan.costPerContact',
    );
    expect(chosenRows(table.rows, 'budget', '').every(({ id }) => !id.startsWith('segments.'))).toBe(true);
    expect(chosenRows(table.rows, 'demand', '').some(({ id }) => id.startsWith('segments.'))).toBe(true);
    expect(chosenRows(table.rows, 'deciding', 'nothing like this')).toEqual([]);
  });

  it('goes into a file with the measure in every line', () => {
    const getCell = (rowId: string, at: number) => {
      const column = columns[at];
      return column === undefined
        ? { value: null, state: 'result' as const }
        : besideCell(answer, rowId, column, words);
    };
    const lines = besideCsv({ rows, columns, getCell, locale: 'en', t }).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 8 * 4);
    expect(lines[1]).toMatch(/^Offered contacts,Now,contacts,\d/);
    expect(lines[1]?.split(',')).toHaveLength(3 + columns.length);
  });
});

describe('the bridge as it is shown', () => {
  const bridge = valueOf(fixedOrderBridge(editedPlan(document), editedPlan(changed)));
  const years = slotYears(bridge, editedPlan(document).calendar);

  it('adds up to the cent in every month, every fiscal year and altogether', () => {
    const spans = [wholeSpan, ...new Set(years.map(String)), ...bridge.slots.map(({ start }) => start)];
    expect(spans).toHaveLength(1 + 3 + 24);
    for (const span of spans) {
      for (const id of ['totalCost', 'requiredFte'] as const) {
        const waterfall = spanWaterfall(bridge, years, span, id);
        if (waterfall === undefined) throw new Error(`No waterfall of ${id} in ${span}`);
        const lines = bridgeLines(waterfall, bridge.steps, { t, before: 'Now', after: 'More' });
        const cents = (value: number) => Math.round(value * 100);
        const sum = lines.reduce((total, { change }) => total + cents(change ?? 0), 0);
        expect(cents(lines[0]?.level ?? 0) + sum).toBe(cents(lines.at(-1)?.level ?? 0));
      }
    }
  });

  it('names its steps and leaves those that add nothing out of the chart', () => {
    const waterfall = spanWaterfall(bridge, years, wholeSpan, 'requiredFte');
    if (waterfall === undefined) throw new Error('No waterfall');
    const lines = bridgeLines(waterfall, bridge.steps, { t, before: 'Now', after: 'More' });
    expect(lines.map(({ label }) => label)).toEqual(['Now', 'Volume', 'Shrinkage and working time', 'More']);
    expect(bridgeSteps(lines).map(({ isTotal = false }) => isTotal)).toEqual([true, false, false, true]);
    const still = lines.map((line) => (line.change === null ? line : { ...line, change: 0 }));
    expect(bridgeSteps(still)).toHaveLength(2);
  });
});

describe('the assumptions that differ', () => {
  const rows = differenceRows(document, changed, { t, locale: 'en' });

  it('stand by family with both values in words', () => {
    expect(rows.map(({ family, name, before, after }) => [family, name, before, after])).toEqual([
      ['volume', 'Win rate, Small business', '80%', '90%'],
      ['shrinkage', 'Weekly hours, Prague', '40', '38'],
    ]);
    expect(differenceRows(document, document, { t, locale: 'en' })).toEqual([]);
  });

  it('are found by any of their words', () => {
    expect(foundRows(rows, 'prague HOURS')).toHaveLength(1);
    expect(foundRows(rows, '90%')).toHaveLength(1);
    expect(foundRows(rows, 'prague win')).toEqual([]);
  });
});
