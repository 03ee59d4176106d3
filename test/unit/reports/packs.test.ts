import { describe, expect, it } from 'vitest';
import { buildContent } from '#electron/reports/content/buildContent.ts';
import { createSource } from '#electron/reports/content/createSource.ts';
import { packHeads } from '#electron/reports/content/packHeads.ts';
import { packs } from '#shared/model/packs/all.ts';
import type { ReportContent, ReportLanguage } from '#shared/model/packs/content.ts';
import { maxMetricsPerPage, type PackId, packIds } from '#shared/model/packs/define.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';

const stamp = {
  inputsSha256: '3f9a'.repeat(16),
  engineVersion: '1',
  writtenAt: '2027-03-01T08:00:00.000Z',
};

function sourceOf(scenario: Scenario, pack: PackId, language: ReportLanguage = 'en') {
  const plan = createPlan(scenario);
  if (!plan.ok) throw new Error(plan.fault.message);
  const input = { document: scenario, stamp: { ...stamp, scenarioName: scenario.name } };
  return createSource(plan.value, input, { pack, language });
}

function contentOf(scenario: Scenario, pack: PackId, language: ReportLanguage = 'en'): ReportContent {
  const source = sourceOf(scenario, pack, language);
  if (!source.ok) throw new Error(source.fault.message);
  return buildContent(source.value);
}

/** Everything that a reader reads. */
function textsOf(content: ReportContent): readonly string[] {
  return content.pages.flatMap((page) => [
    page.title,
    page.message,
    ...page.sentences,
    ...page.footnotes,
    ...page.definitions,
    ...page.metrics.flatMap(({ label, decision }) => [label, decision]),
    ...(page.table?.columns.map(({ title }) => title) ?? []),
    ...(page.table?.rows.flat() ?? []),
    ...(page.chart === undefined ? [] : [page.chart.title, page.chart.unit, JSON.stringify(page.chart)]),
  ]);
}

function hasPartner(scenario: Scenario): boolean {
  return scenario.staffGroups.some(({ vendor }) => vendor !== undefined);
}

const cases = referencePlans.flatMap((name) => packIds.map((pack) => [name, pack] as const));

describe.each(cases)('the plan %s as the pack %s', (name, pack) => {
  const scenario = referenceScenario(name);
  const needsPartner = packs[pack].isForPartner === true && !hasPartner(scenario);

  it.skipIf(needsPartner)('has pages of at most seven metrics, each with the decision it serves', () => {
    const content = contentOf(scenario, pack);
    expect(content.pages.length).toBeGreaterThanOrEqual(3);
    for (const { metrics, title } of content.pages) {
      expect(metrics.length, title).toBeLessThanOrEqual(maxMetricsPerPage);
      for (const { label, decision } of metrics) {
        expect(label).not.toBe('');
        expect(decision.length, label).toBeGreaterThan(3);
      }
    }
    expect(content.pages.some(({ metrics }) => metrics.length > 0)).toBe(true);
  });

  it.skipIf(needsPartner)('says what it says in whole words and numbers', () => {
    for (const text of textsOf(contentOf(scenario, pack))) {
      expect(text).not.toMatch(/\{\{|undefined|NaN|Infinity|\[object/);
    }
  });

  it.runIf(needsPartner)('says that there is nothing to show', () => {
    expect(sourceOf(scenario, pack)).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input', message: expect.stringContaining('no partner') },
    });
  });
});

describe('what a reader must not see', () => {
  const scenario = referenceScenario('salesGrowth');

  it.each(referencePlans)('agents see no money and no other team in %s', (name) => {
    const plan = referenceScenario(name);
    const content = contentOf(plan, 'agents');
    const teams = plan.staffGroups.map(({ id, name: own }) => own ?? id);
    for (const text of textsOf(content)) {
      expect(text).not.toMatch(/[€$£¥]|\bEUR\b|\bUSD\b|\bcost|\bwage|\bprice|\bbudget/i);
      const found = teams.filter((team) =>
        new RegExp(`\\b${team}\\b`).test(text.replaceAll('Partner line', '')),
      );
      expect(found, text).toEqual([]);
    }
    const source = sourceOf(plan, 'agents');
    const heads = source.ok ? packHeads(source.value) : [];
    expect(heads.length).toBeGreaterThan(0);
    expect(
      heads.filter(({ unit, member }) => unit.startsWith('money') || member.dimension === 'groups'),
    ).toEqual([]);
  });

  it('a partner sees its own group only, in pages and in numbers', () => {
    const content = contentOf(scenario, 'partner');
    for (const text of textsOf(content)) expect(text).not.toMatch(/Prague|Chat|E-mail/);
    const source = sourceOf(scenario, 'partner');
    const heads = source.ok ? packHeads(source.value) : [];
    expect(heads.length).toBeGreaterThan(5);
    expect(heads.filter(({ id }) => !id.startsWith('groups.partner.'))).toEqual([]);
  });

  it('several partners: the pack must say for whom it is', () => {
    const [own, partner] = scenario.staffGroups;
    if (own === undefined || partner === undefined) throw new Error('The plan has two groups');
    const half = { ...partner, queues: partner.queues.map((route) => ({ ...route, share: 0 })) };
    const two = { ...scenario, staffGroups: [own, partner, { ...half, id: 'second', name: 'Second' }] };
    const asked = sourceOf(two, 'partner');
    expect(asked).toMatchObject({ ok: false, fault: { message: expect.stringContaining('"second"') } });
  });
});

describe('what every report carries', () => {
  const scenario = referenceScenario('salesGrowth');

  it.each(packIds)('the pack %s prints how service level is counted, and its stamp', (pack) => {
    const { pages, stamp: line } = contentOf(scenario, pack);
    const definitions = pages.find(({ id }) => id === 'definitions');
    expect(JSON.stringify(definitions?.table?.rows)).toContain('answered within 30 secs ÷ offered contacts');
    for (const part of [scenario.name, stamp.inputsSha256, 'engine 1', '1 Mar 2027'])
      expect(line).toContain(part);
  });

  it('numbers stand in the form of the language', () => {
    const shown = (language: ReportLanguage) =>
      contentOf(scenario, 'finance', language).pages[0]?.table?.rows[0]?.[1]?.replaceAll(/\s/g, ' ');
    expect(shown('en')).toMatch(/^\d,\d{3},\d{3}$/);
    expect(shown('cs')).toMatch(/^\d \d{3} \d{3}$/);
    expect(shown('ro')).toMatch(/^\d\.\d{3}\.\d{3}$/);
    expect(shown('ru')).toMatch(/^\d \d{3} \d{3}$/);
  });

  it('accounts for every input: listed with its source, or counted', () => {
    for (const pack of ['finance', 'leaders'] as const) {
      const pages = contentOf(scenario, pack).pages.filter(({ id }) => id === 'assumptions');
      const listed = pages.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
      const all = Number(/of (\d+) inputs/.exec(pages[0]?.message ?? '')?.[1]);
      const more = Number(/not listed here: (\d+)/.exec(pages[0]?.footnotes.join(' ') ?? '')?.[1]);
      expect(listed + more).toBe(all);
    }
  });

  it('says what the cost of staff groups leaves out', () => {
    const page = contentOf(scenario, 'finance').pages.find(({ id }) => id === 'groupCost');
    expect(page?.footnotes.at(-1)).toContain('belong to no staff group');
    const others = contentOf(scenario, 'finance').pages.find(({ id }) => id === 'queueCost');
    expect(others?.footnotes.join(' ')).not.toContain('belong to no staff group');
  });

  it('says for which year most contacts come when', () => {
    const [first] = contentOf(scenario, 'agents').pages;
    expect(first?.message).toMatch(/^In FY\d{4} most contacts a day come in /);
  });

  it('a comparison shows the other plan beside this one, and the bridge between their costs', () => {
    const dearer = {
      ...scenario,
      name: 'Dearer',
      budgetLines: [...scenario.budgetLines, { id: 'rent2', perMonth: 1000 }],
    };
    const plan = createPlan(dearer);
    const base = createPlan(scenario);
    if (!plan.ok || !base.ok) throw new Error('Both plans compute');
    const input = { document: dearer, stamp: { ...stamp, scenarioName: 'Dearer' } };
    const approved = { document: scenario, stamp: { ...stamp, scenarioName: 'Approved' } };
    const other = { input: approved, plan: base.value, name: 'Approved' };
    const source = createSource(plan.value, input, { pack: 'finance', language: 'en', other });
    if (!source.ok) throw new Error(source.fault.message);
    const { pages } = buildContent(source.value);
    expect(pages[0]?.table?.columns.map(({ title }) => title)).toContain('Approved');
    expect(pages[0]?.table?.rows[0]?.[3]).toBe('+12,000');
    const bridge = pages.find(({ id }) => id === 'costBridge')?.chart;
    if (bridge?.kind !== 'waterfall') throw new Error('A bridge is a waterfall');
    expect(bridge.steps.map(({ label }) => label)).toEqual(['Approved', 'Budget lines', 'Dearer']);
    expect(bridge.steps[1]?.value).toBeCloseTo(12_000, 6);
  });
});
