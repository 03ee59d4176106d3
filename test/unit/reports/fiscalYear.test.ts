import { describe, expect, it } from 'vitest';
import { buildContent } from '#electron/reports/content/buildContent.ts';
import { createSource } from '#electron/reports/content/createSource.ts';
import { longRows } from '#electron/reports/planCsv.ts';
import { packHeads } from '#electron/reports/content/packHeads.ts';
import { type PackId, packIds } from '#shared/model/packs/define.ts';
import { createPlan } from '#shared/model/plan.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { valueOf } from '#test/support/workspaces.ts';

/** 24 months from January 2027, fiscal years from April: 2027 and 2029 lie in the plan only in part. */
const scenario = referenceScenario('salesGrowth');
const plan = valueOf(createPlan(scenario));
const stamp = {
  scenarioName: scenario.name,
  inputsSha256: '3f9a'.repeat(16),
  engineVersion: '1',
  writtenAt: '2027-03-01T08:00:00.000Z',
};

function sourceOf(pack: PackId, fiscalYear?: number) {
  const asked = { pack, language: 'en' as const, ...(fiscalYear === undefined ? {} : { fiscalYear }) };
  return createSource(plan, { document: scenario, stamp }, asked);
}

function contentOf(pack: PackId, fiscalYear?: number) {
  return buildContent(valueOf(sourceOf(pack, fiscalYear)));
}

describe('a report on one fiscal year', () => {
  it.each(packIds)('the pack %s says so in its title and speaks of no other year', (pack) => {
    const { subtitle, pages } = contentOf(pack, 2029);
    expect(subtitle).toContain('FY2029* only');
    expect(contentOf(pack).subtitle).not.toContain('only');
    const said = pages
      .filter(({ id }) => id !== 'checks')
      .flatMap(({ message, sentences, table, chart }) => [
        message,
        ...sentences,
        ...(table?.columns.map(({ title }) => title) ?? []),
        ...(chart !== undefined && 'labels' in chart ? chart.labels : []),
        chart?.title ?? '',
      ]);
    for (const text of said)
      expect(text).not.toMatch(/FY(20)?2[78]|[a-z] 27\b|\b2027\b|(Jan|Feb|Mar)\w* (20)?28/);
    expect(said.join(' ')).toContain('FY2029');
  });

  it('counts its own months: the chart has them, and the answer is about them', () => {
    const year = contentOf('leaders', 2028);
    const staffing = year.pages.find(({ id }) => id === 'people')?.chart;
    if (staffing?.kind !== 'lines') throw new Error('People are shown as lines');
    expect([staffing.labels.length, staffing.labels[0], staffing.labels.at(-1)]).toEqual([
      12,
      'Apr 27',
      'Mar 28',
    ]);
    const first = plan.groups('year')[1]?.first ?? -1;
    expect(staffing.series[0]?.values[0]).toBe(plan.column('plan.requiredFte')[first]);
    expect(year.pages[0]?.message).toMatch(/in \d+ of 12 periods/);
    expect(contentOf('leaders').pages[0]?.message).toMatch(/in \d+ of 24 periods/);
  });

  it('gives the same numbers for its year as a report on the whole plan', () => {
    const totals = (content: ReturnType<typeof contentOf>, column: string) => {
      const { table } = content.pages.find(({ id }) => id === 'directYears') ?? {};
      const place = table?.columns.findIndex(({ title }) => title === column) ?? -1;
      return table?.rows.map((row) => row[place]);
    };
    const whole = totals(contentOf('finance'), 'FY2029*');
    expect(whole?.length).toBeGreaterThan(3);
    expect(totals(contentOf('finance', 2029), 'FY2029*')).toEqual(whole);
  });

  it('has its months alone in its numbers', () => {
    const source = valueOf(sourceOf('agents', 2029));
    const months = new Set(longRows(plan, packHeads(source), source.span).map(([, , start]) => start));
    expect([...months][0]).toBe('2028-04-01');
    expect(months.size).toBe(9);
  });

  it('is refused for a year that the plan has not', () => {
    expect(sourceOf('finance', 2031)).toMatchObject({
      ok: false,
      fault: { message: 'This plan has no fiscal year 2031; there are 2027, 2028, 2029.' },
    });
  });
});
