import { describe, expect, it } from 'vitest';
import { buildContent } from '#electron/reports/content/buildContent.ts';
import { createSource } from '#electron/reports/content/createSource.ts';
import { casePage } from '#renderer/features/businessCase/casePage.ts';
import { decidingWork } from '#shared/model/deciding/decidingWork.ts';
import { createPlan } from '#shared/model/plan.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { texts } from '#test/support/planFigures.ts';
import { valueOf } from '#test/support/workspaces.ts';

const scenario = referenceScenario('businessCase');
const look = { leftOut: [], isFractional: false };

function answerOf(kind: 'case' | 'depth') {
  return valueOf(decidingWork({ kind, document: scenario, look }, () => undefined));
}

function reportPages() {
  const stamp = {
    scenarioName: scenario.name,
    inputsSha256: '3f9a'.repeat(16),
    engineVersion: '1',
    writtenAt: '2027-03-01T08:00:00.000Z',
  };
  const plan = valueOf(createPlan(scenario));
  const source = valueOf(
    createSource(plan, { document: scenario, stamp }, { pack: 'leaders', language: 'en' }),
  );
  return buildContent(source).pages.filter(({ id }) => id.startsWith('case'));
}

describe('the business case in a report', () => {
  const pages = reportPages();

  it('says what the page of the app says, figure by figure', () => {
    const [answer, depth] = [answerOf('case'), answerOf('depth')];
    if (answer.kind !== 'case' || depth.kind !== 'depth') throw new Error('Both were asked for');
    const sections = casePage(answer, depth, { t: texts.t, locale: 'en-GB', currency: 'USD' });
    const own = sections.flatMap(({ rows }) => rows.map(({ figure }) => figure));
    const cells = pages.flatMap(({ table }) => table?.rows.flat() ?? []);
    const money = own.filter(({ unit, value }) => unit === 'money' && value !== null);
    expect(money.length).toBeGreaterThan(12);
    for (const { id, value } of money) {
      const shown = Math.abs(value ?? 0).toLocaleString('en-GB', { maximumFractionDigits: 0 });
      expect(
        cells.filter((cell) => cell.replace(/^-?\$?/, '') === shown),
        id,
      ).not.toEqual([]);
    }
    const rows = pages.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
    const released =
      sections.find(({ title }) => title === texts.t('businessCase.pageCash'))?.rows.length ?? 0;
    // A report shows the hires beside the initiative that makes them needless.
    expect(rows).toBe(own.length - released);
  });

  it('draws what adds up to the figures beside it', () => {
    const [cash, everything] = pages;
    for (const page of [cash, everything]) {
      if (page?.chart?.kind !== 'lines') throw new Error('The money is drawn as lines');
      const [benefit, investment, net] = page.chart.series.map(({ values }) => values.at(-1) ?? Number.NaN);
      expect(net).toBeCloseTo((benefit ?? 0) - (investment ?? 0), 4);
      const shown = `$${Math.round(benefit ?? 0).toLocaleString('en-GB')}`;
      expect(page.table?.rows.map((row) => row[1])).toContain(shown);
    }
  });
});
