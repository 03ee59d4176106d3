import { describe, expect, it } from 'vitest';
import { queuesWithGoal, serviceChart, staffingChart } from '#renderer/features/overview/overviewCharts.ts';
import { keyFigureTables } from '#renderer/features/overview/keyFigureRows.ts';
import { coverageOf, mainYear, peakOf } from '#renderer/features/overview/verdict.ts';
import { costChart } from '#renderer/state/costChart.ts';
import { figureAt } from '#renderer/state/figures.ts';
import { shortFte } from '#renderer/state/staffingGaps.ts';
import { grains } from '#shared/model/planView.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);
const figures = figuresOf(document);

/** The sample with so many more people from the start, in every group. */
function withPeople(extra: number): ScenarioDocument {
  return {
    ...document,
    staffGroups: (document.staffGroups ?? []).map((group) => ({
      ...group,
      proficientHeadcount: group.proficientHeadcount + extra,
    })),
  };
}

describe('can we', () => {
  it('no: names who is short from when, and the worst group with its own numbers', () => {
    const coverage = coverageOf(figures);
    if (coverage.kind !== 'short') throw new Error(coverage.kind);
    const { worst, firstPlace, periods, gaps } = coverage;
    const short = figures.structure.periods.filter(({ index }) =>
      ['groups.prague', 'groups.partner'].some((key) => (shortFte(figures, key, index) ?? 0) > 0),
    );
    expect([firstPlace, periods]).toEqual([short[0]?.index, short.length]);
    expect(gaps.map(({ name }) => name)).toEqual(['Prague', 'Partner']);
    const at = (name: string) => figureAt(figures, `${worst.key}.${name}`, worst.worstPlace) ?? 0;
    expect(worst.worstShort).toBeCloseTo(-at('surplus') - at('overtimeFte'), 9);
    for (const { index } of figures.structure.periods) {
      expect(shortFte(figures, 'groups.prague', index) ?? 0).toBeLessThanOrEqual(worst.worstShort);
    }
  });

  it('yes: with enough people, and where it is tightest', () => {
    const many = figuresOf(withPeople(200));
    const coverage = coverageOf(many);
    if (coverage.kind !== 'covered') throw new Error(coverage.kind);
    expect(coverage.spare).toBeGreaterThan(0);
    const spare = (place: number) =>
      Math.min(...['prague', 'partner'].map((id) => figureAt(many, `groups.${id}.surplus`, place) ?? 0));
    const least = Math.min(...many.structure.periods.map(({ index }) => spare(index)));
    expect(spare(coverage.tightestPlace)).toBe(least);
  });

  it('a group with too many does not help one with too few', () => {
    const uneven: ScenarioDocument = {
      ...document,
      staffGroups: (document.staffGroups ?? []).map((group) =>
        group.id === 'prague' ? { ...group, proficientHeadcount: 900 } : group,
      ),
    };
    const coverage = coverageOf(figuresOf(uneven));
    expect(coverage).toMatchObject({ kind: 'short', worst: { name: 'Partner' } });
  });

  it('nobody: with no group at all', () => {
    expect(coverageOf(figuresOf({ ...document, staffGroups: [], queues: [], events: [] })).kind).toBe(
      'noGroups',
    );
  });

  it('unknown: where the requirement cannot be computed', () => {
    const closed: ScenarioDocument = {
      ...withPeople(200),
      drivers: [{ id: 'hole', value: { formula: '1 / (1 - 1)' } }],
    };
    const holed = {
      ...closed,
      queues: (closed.queues ?? []).map((queue) =>
        queue.id === 'voice' ? { ...queue, volume: { formula: 'drivers.hole.value' } } : queue,
      ),
    };
    expect(coverageOf(figuresOf(holed)).kind).toBe('unknown');
  });
});

describe('the year that is spoken of', () => {
  it('is the first whole one, else the longest part', () => {
    expect(figures.structure.groups.year[mainYear(figures)]?.key).toBe('2028');
    const short = figuresOf({
      ...document,
      calendar: { ...document.calendar, periods: 8, holidays: [] },
      events: [],
    });
    expect(short.structure.groups.year[mainYear(short)]?.key).toBe('2028');
    expect(short.structure.groups.year.every(({ isComplete }) => !isComplete)).toBe(true);
  });

  it('has its peak inside', () => {
    const peak = peakOf(figures, 'plan.requiredFte', 1);
    const inYear = figures.structure.periods
      .filter(({ fiscalYear }) => fiscalYear === 2028)
      .map(({ index }) => index);
    expect(inYear).toContain(peak?.place);
    const highest = Math.max(...inYear.map((place) => figureAt(figures, 'plan.requiredFte', place) ?? 0));
    expect(figureAt(figures, 'plan.requiredFte', peak?.place ?? -1)).toBe(highest);
  });
});

describe('charts of the overview', () => {
  it.each(grains)('stack up to the total cost by %s', (grain) => {
    const at = figuresOf(document, grain);
    const chart = costChart(at, texts.t);
    chart.labels.forEach((label, place) => {
      const sum = chart.series.reduce((total, { values }) => total + (values[place] ?? 0), 0);
      expect(sum, label).toBeCloseTo(figureAt(at, 'plan.totalCost', place) ?? Number.NaN, 4);
    });
  });

  it('shade between what is required and what is effective', () => {
    const { series, gap } = staffingChart(figures);
    expect(series.map(({ id }) => id)).toEqual([gap?.neededId, gap?.actualId]);
  });

  it('show the goal of the queue that is shown, and none for all queues together', () => {
    const words = { serviceLevel: 'SL', abandonment: 'Ab', goal: String };
    const [voice] = queuesWithGoal(figures);
    expect(serviceChart(figures, voice, words).goal).toEqual({ label: '0.8', value: 0.8 });
    expect(serviceChart(figures, undefined, words).goal).toBeUndefined();
  });

  it('every key figure is a measure of the plan', () => {
    const ids = keyFigureTables.flat().flatMap(({ nodes }) => nodes);
    expect(ids.filter((id) => !figures.nodes.has(id))).toEqual([]);
  });
});
