import {
  casePageOf,
  type CasePageRow,
  type CasePageSection,
  type CasePageSectionId,
} from '#shared/model/deciding/case/casePage.ts';
import type { Assumption } from '#shared/model/deciding/case/assumptions.ts';
import type { CasePart } from '#shared/model/deciding/case/parts.ts';
import type { Figure } from '#shared/model/deciding/figure.ts';
import type { ReportChart, ReportMetric, ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import { units } from '#shared/model/units.ts';
import { wholePlanNote } from './closingPages.ts';
import { tablePages } from './layout.ts';
import { placeName } from './periods.ts';
import type { ReportSource } from './source.ts';
import { noValue } from './words.ts';

/** The business case as the app has it on one page, on as many as seven figures a page take. */

/** Many periods are shown by every so many, always with the last. */
const MOST_POINTS = 36;

type CashField = 'benefit' | 'investment' | 'net';

/** What the parts come to by the end of each period; null from where a part has no number. */
function runningSum(parts: readonly CasePart[], field: CashField): readonly (number | null)[] {
  let sum: number | null = 0;
  return (parts[0]?.[field] ?? []).map((_, place) => {
    for (const part of parts) {
      const value = part[field][place] ?? null;
      sum = sum === null || value === null ? null : sum + value;
    }
    return sum;
  });
}

/** Benefit, investment and net as they add up; undefined where there is nothing to draw. */
function cashChart(
  { plan, words, currency }: ReportSource,
  id: 'caseCash' | 'caseEverything',
  parts: readonly CasePart[],
): ReportChart | undefined {
  const periods = parts[0]?.net.length ?? 0;
  const step = Math.ceil(periods / MOST_POINTS);
  const places = Array.from({ length: periods }, (_, place) => place).filter(
    (place) => (periods - 1 - place) % step === 0,
  );
  const series = (['benefit', 'investment', 'net'] as const).map((field, color) => {
    const sums = runningSum(parts, field);
    return { label: words.t('charts', field), values: places.map((place) => sums[place] ?? null), color };
  });
  if (series.every(({ values }) => values.every((value) => value === null || value === 0))) return undefined;
  return {
    id,
    title: words.t('charts', id),
    unit: words.unit('money', currency),
    format: { style: 'money', digits: 0 },
    kind: 'lines',
    labels: places.map((place) => placeName(plan, words, 'period', place, 'short')),
    series,
  };
}

/** A figure in one line; where it has no value, the reason for that. */
function figureText({ words, currency }: ReportSource, { value, unit, reason }: Figure): string {
  if (value === null) return reason === undefined ? noValue : words.t('reasons', reason);
  if (unit === 'months') return words.t('sentences', 'paybackMonths', { months: words.number(value, 1) });
  const { style } = units[unit];
  const text = unit === 'money' ? words.money(value, unit, currency) : words.plain(value, unit);
  const isBare = style === 'percent' || unit === 'money' || unit === 'factor' || unit === 'number';
  const name = isBare ? '' : words.unit(unit, currency);
  return name === '' ? text : `${text} ${name}`;
}

/** The last word of a figure's id: `case.npv` → `npv`. */
function nameOf({ id }: Figure): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function assumptionName({ words, plan }: ReportSource, assumption: Assumption): string {
  const { kind, initiative = '', target = '', targetLabel = '', targetMember } = assumption;
  const head = plan.heads().get(target);
  const label = head === undefined ? targetLabel : words.label(head);
  const named =
    targetMember === undefined ? label : words.t('general', 'inputOf', { member: targetMember, label });
  return words.t('assumes', kind, { initiative, target: named });
}

/** What a row is called, and the decision it serves. */
function rowWords(source: ReportSource, row: CasePageRow): readonly [label: string, decision: string] {
  const { words } = source;
  switch (row.kind) {
    case 'measure':
      return [words.t('case', nameOf(row.figure)), words.t('decisions', nameOf(row.figure))];
    case 'initiative':
      return [row.name, words.t('decisions', 'part')];
    case 'delay': {
      const form = new Intl.PluralRules(words.locale).select(row.months);
      return [words.t('delays', form, { count: row.months }), words.t('decisions', 'delay')];
    }
    case 'assumption': {
      const name = assumptionName(source, row.assumption);
      return [words.t('case', 'breakEven', { name }), words.t('decisions', 'breakEven')];
    }
  }
}

/** A delay or an assumption is one measure on every row of its kind. */
function metricOf(source: ReportSource, row: CasePageRow): ReportMetric {
  const [label, decision] = rowWords(source, row);
  return { measure: `case.${row.kind === 'measure' ? nameOf(row.figure) : row.kind}`, label, decision };
}

function figureTable(source: ReportSource, rows: readonly CasePageRow[], first: string): ReportTable {
  const { words } = source;
  return {
    columns: [
      { title: first, align: 'left', weight: 40 },
      { title: words.t('columns', 'value_case'), align: 'right', weight: 26 },
      { title: words.t('general', 'decision'), align: 'left', weight: 32 },
    ],
    rows: rows.map((row) => {
      const [label, decision] = rowWords(source, row);
      return [label, figureText(source, row.figure), decision];
    }),
  };
}

interface CaseInWords {
  readonly source: ReportSource;
  readonly parts: readonly CasePart[];
  readonly rowsOf: (id: CasePageSectionId) => readonly CasePageRow[];
  readonly notes: readonly string[];
}

function shownAt({ source, rowsOf }: CaseInWords, id: 'cash' | 'everything', name: string): string {
  const row = rowsOf(id).find(({ figure }) => nameOf(figure) === name);
  return row === undefined ? noValue : figureText(source, row.figure);
}

/** In a sentence a reason would be too much. */
function paybackText({ source, rowsOf }: CaseInWords, id: 'cash' | 'everything'): string {
  const row = rowsOf(id).find(({ figure }) => nameOf(figure) === 'payback');
  return row === undefined || row.figure.value === null
    ? source.words.t('sentences', 'paybackNone')
    : figureText(source, row.figure);
}

/** Its figures beside the money as it adds up, on one basis. */
function basisPage(found: CaseInWords, id: 'cash' | 'everything', pageId: string): ReportPage {
  const { source, parts, rowsOf, notes } = found;
  const { words } = source;
  const isCash = id === 'cash';
  const counted = isCash ? parts.filter((part) => part.isCash) : parts;
  const chart = cashChart(source, isCash ? 'caseCash' : 'caseEverything', counted);
  const [cash, all, payback] = [
    shownAt(found, 'cash', 'npv'),
    shownAt(found, 'everything', 'npv'),
    paybackText(found, id),
  ];
  return {
    id: pageId,
    title: words.t('pages', isCash ? 'case' : 'caseEverything'),
    message: isCash
      ? words.t('sentences', 'case', { cash, all, payback })
      : words.t('sentences', 'caseEverything', { npv: all, payback }),
    sentences: [],
    metrics: rowsOf(id).map((row) => metricOf(source, row)),
    table: figureTable(source, rowsOf(id), words.t('general', 'measure')),
    ...(chart === undefined ? {} : { chart }),
    footnotes: notes,
    definitions: [words.t('definitions', 'npv')],
  };
}

/** What each initiative adds, and the hires that it makes needless. */
function partsTable({ source, rowsOf }: CaseInWords): ReportTable {
  const { words, currency } = source;
  const releases = new Map(
    rowsOf('release').map((row) => [row.kind === 'initiative' ? row.name : '', row.figure]),
  );
  return {
    columns: [
      { title: words.t('columns', 'initiative'), align: 'left', weight: 60 },
      {
        title: words.t('general', 'labelUnit', {
          label: words.t('case', 'npv'),
          unit: words.unit('money', currency),
        }),
        align: 'right',
        weight: 26,
      },
      { title: words.t('columns', 'release'), align: 'right', weight: 22 },
    ],
    rows: rowsOf('parts').map((row) => {
      const name = row.kind === 'initiative' ? row.name : '';
      const release = releases.get(name);
      return [
        name,
        words.plain(row.figure.value, row.figure.unit),
        release === undefined ? noValue : words.plain(release.value, release.unit),
      ];
    }),
  };
}

function partsPages(found: CaseInWords): readonly ReportPage[] {
  const { words } = found.source;
  const title = words.t('pages', 'caseParts');
  const metrics: readonly ReportMetric[] = [
    { measure: 'case.part', label: words.t('case', 'npv'), decision: words.t('decisions', 'part') },
    {
      measure: 'case.release',
      label: words.t('columns', 'release'),
      decision: words.t('decisions', 'release'),
    },
  ];
  const tables = tablePages(partsTable(found));
  return tables.map((table, place) => ({
    id: 'caseParts',
    title:
      tables.length === 1
        ? title
        : words.t('general', 'continued', { title, part: place + 1, parts: tables.length }),
    message: words.t('sentences', 'caseParts', { npv: shownAt(found, 'everything', 'npv') }),
    sentences: [],
    metrics,
    table,
    footnotes: [...metrics.map(({ label, decision }) => `${label}: ${decision}`), ...found.notes],
    definitions: [],
  }));
}

/** What waiting costs, and at which value of an assumption the case is worth nothing. */
function waitingPage({ source, rowsOf, notes }: CaseInWords): readonly ReportPage[] {
  const { words } = source;
  const rows = [...rowsOf('waiting'), ...rowsOf('breakEven')];
  if (rows.length === 0) return [];
  const metrics = new Map(rows.map((row) => [row.kind, metricOf(source, row)]));
  return [
    {
      id: 'caseWaiting',
      title: words.t('pages', 'caseWaiting'),
      message: words.t('sentences', 'caseWaiting'),
      sentences: [],
      metrics: [...metrics.values()],
      table: figureTable(source, rows, words.t('columns', 'what')),
      footnotes: notes,
      definitions: [],
    },
  ];
}

/** What the initiatives are worth; nothing for a plan without initiatives. */
export function casePages(source: ReportSource, id: string): readonly ReportPage[] {
  const { plan, words } = source;
  const page = casePageOf(plan.scenario(), { caches: plan.caches });
  if (!page.ok || page.value === undefined) return [];
  const { facts, sections } = page.value;
  const rate = words.share(plan.scenario().discountRate, 1);
  const found: CaseInWords = {
    source,
    parts: facts.parts,
    rowsOf: (wanted) => sections.find((section: CasePageSection) => section.id === wanted)?.rows ?? [],
    notes: [words.t('sentences', 'caseRate', { rate }), ...wholePlanNote(source)],
  };
  return [
    basisPage(found, 'cash', id),
    basisPage(found, 'everything', 'caseEverything'),
    ...partsPages(found),
    ...waitingPage(found),
  ];
}
