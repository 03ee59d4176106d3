import { planChecks } from '#shared/model/checks/planChecks.ts';
import type { ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checkText } from './checkText.ts';
import { definitionsInUse } from './definitions.ts';
import { labelWithUnit } from './figures.ts';
import { tablePages } from './layout.ts';
import { placeName } from './periods.ts';
import { type ReportSource, valueAt } from './source.ts';
import { noValue } from './words.ts';

/** The end of a report: where its numbers come from, what they mean, and what is wrong with them. */

interface Closing {
  readonly id: string;
  readonly message: string;
  readonly table: ReportTable;
  /** What belongs into the table and was not put there. */
  readonly unlisted?: number;
  /** Only so many pages. */
  readonly most?: number;
  /** About what was left out. */
  readonly leftOut?: (count: number) => string;
  readonly footnotes?: readonly string[];
}

function pagesOf({ words }: ReportSource, closing: Closing): readonly ReportPage[] {
  const { id, message, table, unlisted = 0, most = Infinity, leftOut, footnotes = [] } = closing;
  const all = tablePages(table);
  const parts = all.slice(0, most);
  const left = all.slice(most).reduce((sum, { rows }) => sum + rows.length, unlisted);
  const title = words.t('pages', id);
  return parts.map((part, place) => ({
    id,
    title:
      parts.length === 1
        ? title
        : words.t('general', 'continued', { title, part: place + 1, parts: parts.length }),
    message,
    sentences: [],
    metrics: [],
    ...(part.rows.length === 0 ? {} : { table: part }),
    footnotes: [...footnotes, ...(left > 0 && leftOut !== undefined ? [leftOut(left)] : [])],
    definitions: [],
  }));
}

/** Said where a report on one fiscal year shows what cannot be cut to it. */
export function wholePlanNote({ words, isOneYear }: ReportSource): readonly string[] {
  return isOneYear ? [words.t('general', 'wholePlan')] : [];
}

function isShown({ pack }: ReportSource, path: string): boolean {
  return pack.assumptionPaths === undefined || pack.assumptionPaths.some((pattern) => pattern.test(path));
}

type Assumption = Scenario['assumptions'][string];

function assumptionRow(
  { words, plan, currency, span }: ReportSource,
  head: NodeHead,
  known: Assumption | undefined,
) {
  const member = head.member.dimension === 'plan' ? '' : head.member.name;
  const label = labelWithUnit({ words, currency }, head);
  const origin = [known?.source, known?.note].filter((text) => text !== undefined && text !== '').join('. ');
  return [
    member === '' ? label : `${member}: ${label}`,
    words.plain(valueAt(plan, head.id, span.first, 'period'), head.unit),
    origin === '' ? noValue : origin,
    known?.owner ?? noValue,
    known?.reviewed === undefined ? noValue : words.date(known.reviewed, { dateStyle: 'medium' }),
  ];
}

/** Inputs move in time: which moment the column shows. */
function valueTitle({ words, plan, span, isOneYear }: ReportSource): string {
  const period = placeName(plan, words, 'period', span.first);
  return isOneYear ? words.t('columns', 'value_from', { period }) : words.t('columns', 'value');
}

/** Pages of assumptions at most; the workbook has every input. */
const MOST_ASSUMPTION_PAGES = 4;

/** Inputs with where they come from, those on record first; how many have no source is said as well. */
export function assumptionPages(source: ReportSource): readonly ReportPage[] {
  const { plan, words, pack, span } = source;
  if (pack.assumptions === 'none') return [];
  const { assumptions } = plan.scenario();
  const inputs = [...plan.heads().values()].filter(({ kind, id }) => kind === 'input' && isShown(source, id));
  const recorded = inputs.filter(({ id }) => assumptions[id] !== undefined);
  const others = inputs.filter(
    ({ id }) => assumptions[id] === undefined && (valueAt(plan, id, span.first, 'period') ?? 0) !== 0,
  );
  const known = recorded.filter(({ id }) => assumptions[id]?.source !== undefined).length;
  return pagesOf(source, {
    id: 'assumptions',
    message: words.t('sentences', 'assumptions', { known, all: inputs.length }),
    table: {
      columns: [
        { title: words.t('columns', 'input'), align: 'left', weight: 40 },
        { title: valueTitle(source), align: 'right', weight: 16 },
        { title: words.t('columns', 'source'), align: 'left', weight: 44 },
        { title: words.t('columns', 'owner'), align: 'left', weight: 18 },
        { title: words.t('columns', 'reviewed'), align: 'left', weight: 16 },
      ],
      rows: [...recorded, ...others].map((head) => assumptionRow(source, head, assumptions[head.id])),
    },
    unlisted: inputs.length - recorded.length - others.length,
    most: pack.assumptions === 'first' ? 1 : MOST_ASSUMPTION_PAGES,
    leftOut: (more) => words.t('sentences', 'assumptionsMore', { more }),
  });
}

/** What the measures of the report mean, with the formula of service level in use. */
export function definitionPages(source: ReportSource, measures: readonly string[]): readonly ReportPage[] {
  const { words } = source;
  const rows = definitionsInUse(source, measures).map(([term, meaning]) => [term, meaning]);
  if (rows.length === 0) return [];
  return pagesOf(source, {
    id: 'definitions',
    message: words.t('sentences', 'definitions'),
    table: {
      columns: [
        { title: words.t('columns', 'term'), align: 'left', weight: 30 },
        { title: words.t('columns', 'meaning'), align: 'left', weight: 100 },
      ],
      rows,
    },
  });
}

/** What the plan's owner should look at, the gravest first. */
export function checkPages(source: ReportSource): readonly ReportPage[] {
  const { plan, words, pack } = source;
  if (!pack.showsChecks) return [];
  const found = planChecks(plan);
  const count = (severity: string) => found.filter((check) => check.severity === severity).length;
  const message =
    found.length === 0
      ? words.t('sentences', 'checksNone')
      : words.t('sentences', 'checks', {
          errors: count('error'),
          warnings: count('warning'),
          hints: count('hint'),
        });
  return pagesOf(source, {
    id: 'checks',
    message,
    table: {
      columns: [
        { title: words.t('columns', 'severity'), align: 'left', weight: 21 },
        { title: words.t('columns', 'finding'), align: 'left', weight: 120 },
      ],
      rows: found.map((check) => [words.t('severity', check.severity), checkText(source, check)]),
    },
    footnotes: wholePlanNote(source),
  });
}
