import type { ReportInput } from '#electron/reports/reportInput.ts';
import type { ReportContent, ReportPage } from '#shared/model/packs/content.ts';
import type { PackPage } from '#shared/model/packs/define.ts';
import { casePages } from './casePage.ts';
import { chartOf } from './charts.ts';
import { assumptionPages, checkPages, definitionPages } from './closingPages.ts';
import { definitionsFor } from './definitions.ts';
import { allYearsTables, type Figure, figuresOf, firstMetricMessage, yearTable } from './figures.ts';
import { membersPages } from './membersPage.ts';
import { placeName } from './periods.ts';
import { sentence } from './sentences.ts';
import { placesOf, type ReportSource } from './source.ts';
import type { Words } from './words.ts';

function definitionLines(source: ReportSource, figures: readonly Figure[]): readonly string[] {
  const measures = figures.map(({ metric }) => metric.measure);
  return definitionsFor(source, measures).map(([term, meaning]) => `${term}: ${meaning}`);
}

function yearsFootnotes(source: ReportSource): readonly string[] {
  const { words, years } = source;
  const isPart = placesOf(source, 'year').some((place) => years[place]?.isComplete === false);
  return isPart ? [words.t('general', 'partialYear')] : [];
}

function summaryPages(
  source: ReportSource,
  page: Extract<PackPage, { kind: 'summary' }>,
): readonly ReportPage[] {
  const { words } = source;
  const figures = figuresOf(source, page.metrics);
  const [message = '', ...others] = page.sentences
    .map((id) => sentence(source, id))
    .filter((text) => text !== '');
  return [
    {
      id: page.id,
      title: words.t('pages', page.id),
      message,
      sentences: others,
      metrics: figures.map(({ metric }) => metric),
      ...(figures.length === 0 ? {} : { table: yearTable(source, figures) }),
      footnotes: yearsFootnotes(source),
      definitions: definitionLines(source, figures),
    },
  ];
}

function figurePages(
  source: ReportSource,
  page: Extract<PackPage, { kind: 'figures' }>,
): readonly ReportPage[] {
  const { words } = source;
  const figures = figuresOf(source, page.metrics);
  if (figures.length === 0) return [];
  const chart =
    page.chart === undefined || page.chart === 'caseCash' ? undefined : chartOf(source, page.chart);
  const tables = page.chart === undefined ? allYearsTables(source, figures) : [yearTable(source, figures)];
  const said = page.message === undefined ? '' : sentence(source, page.message);
  return tables.map((table) => ({
    id: page.id,
    title: words.t('pages', page.id),
    message: said === '' ? firstMetricMessage(source, figures) : said,
    sentences: [],
    metrics: figures.map(({ metric }) => metric),
    table,
    ...(chart === undefined ? {} : { chart }),
    footnotes: yearsFootnotes(source),
    definitions: definitionLines(source, figures),
  }));
}

function pagesOf(source: ReportSource, page: PackPage): readonly ReportPage[] {
  switch (page.kind) {
    case 'summary':
      return summaryPages(source, page);
    case 'figures':
      return figurePages(source, page);
    case 'members':
      return membersPages(source, page);
    case 'case':
      return casePages(source, page.id);
  }
}

/** The stamp is one line on every page. */
function shortened(name: string): string {
  const signs = Array.from(name);
  return signs.length > 48 ? `${signs.slice(0, 47).join('')}…` : name;
}

function stampText(words: Words, { stamp }: ReportInput): string {
  const { scenarioName, versionName, inputsSha256, engineVersion, writtenAt } = stamp;
  return words.t('general', 'stamp', {
    scenario: shortened(scenarioName),
    version:
      versionName === undefined
        ? words.t('general', 'working')
        : words.t('general', 'version', { name: shortened(versionName) }),
    hash: inputsSha256,
    engine: engineVersion,
    date: words.date(writtenAt.slice(0, 10), { dateStyle: 'medium' }),
  });
}

function aboutOf({ words, input, other, partner }: ReportSource): string {
  const scenario = input.stamp.scenarioName;
  if (partner !== undefined) return words.t('general', 'forPartner', { scenario, partner: partner.name });
  return other === undefined ? scenario : words.t('general', 'compared', { scenario, other: other.name });
}

/** Whose plan it is, what it is held against, and of which time it speaks where that is not the whole plan. */
function subtitleOf(source: ReportSource): string {
  const { plan, words, year, isOneYear } = source;
  const about = aboutOf(source);
  if (!isOneYear) return about;
  return words.t('general', 'oneYear', { about, year: placeName(plan, words, 'year', year) });
}

/** A pack of a computed plan as pages of data: what every format is made from. */
export function buildContent(source: ReportSource): ReportContent {
  const { pack, words, input, currency } = source;
  const body = pack.pages.flatMap((page) => pagesOf(source, page));
  const measures = body.flatMap(({ metrics }) => metrics.map(({ measure }) => measure));
  const hasCase = measures.includes('case.npv');
  return {
    pack: pack.id,
    language: words.language,
    title: words.t('packs', pack.id),
    subtitle: subtitleOf(source),
    currency,
    stamp: stampText(words, input),
    pageText: words.t('general', 'page', { page: '{{page}}', pages: '{{pages}}' }),
    pages: [
      ...body,
      ...assumptionPages(source),
      ...definitionPages(source, hasCase ? [...measures, 'npv'] : measures),
      ...checkPages(source),
    ],
  };
}
