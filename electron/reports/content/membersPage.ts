import type { ReportColumn, ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import type { PackPage } from '#shared/model/packs/define.ts';
import type { Member } from '#shared/model/members.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import { definitionsFor } from './definitions.ts';
import { decisionOf, labelWithUnit } from './figures.ts';
import { tablePages } from './layout.ts';
import { placeName } from './periods.ts';
import { headOf, membersFor, type ReportSource, valueAt } from './source.ts';
import { noValue } from './words.ts';

type MembersPage = Extract<PackPage, { kind: 'members' }>;

/** The decisions of the columns stand below the table and take their lines. */
const LINES_FOR_ROWS = 18;

function nameOf({ name, links, dimension }: Member): string {
  return dimension === 'routes' ? (links['queue']?.name ?? name) : name;
}

/** The head of the first member that has the measure: it says what the column is. */
function columnHead({ plan }: ReportSource, members: readonly Member[], name: string): NodeHead | undefined {
  for (const member of members) {
    const head = headOf(plan, member, name);
    if (head !== undefined) return head;
  }
  return undefined;
}

function tableOf(source: ReportSource, page: MembersPage, members: readonly Member[]) {
  const { plan, words, year } = source;
  const columns = page.metrics.flatMap((metric) => {
    const head = columnHead(source, members, metric.measure);
    return head === undefined ? [] : [{ metric, head }];
  });
  const rows = members.map((member) => [
    nameOf(member),
    ...columns.map(({ metric, head }) => {
      const own = headOf(plan, member, metric.measure);
      return own === undefined ? noValue : words.plain(valueAt(plan, own.id, year, 'year'), head.unit);
    }),
  ]);
  const table: ReportTable = {
    columns: [
      { title: words.t('columns', page.of), align: 'left', weight: 26 },
      ...columns.map(({ head }): ReportColumn => ({
        title: labelWithUnit(source, head),
        align: 'right',
        weight: 16,
      })),
    ],
    rows,
  };
  return { table, columns };
}

/** Costs that no group has: without it the lines would seem to miss a part of the total. */
function totalNote({ words }: ReportSource, { of, metrics }: MembersPage): readonly string[] {
  return of === 'groups' && metrics.some(({ measure }) => measure === 'cost.total')
    ? [words.t('general', 'groupCost')]
    : [];
}

/** One line for each member, on as many pages as that takes; none where the plan has no such members. */
export function membersPages(source: ReportSource, page: MembersPage): readonly ReportPage[] {
  const { plan, words, year } = source;
  const members = membersFor(source, page.of);
  if (members.length === 0) return [];
  const { table, columns } = tableOf(source, page, members);
  if (columns.length === 0) return [];
  const metrics = columns.map(({ metric, head }) => ({
    measure: metric.measure,
    label: words.label(head),
    decision: decisionOf(words, metric),
  }));
  const title = words.t('pages', page.id);
  const parts = tablePages(table, LINES_FOR_ROWS);
  return parts.map((part, place) => ({
    id: page.id,
    title:
      parts.length === 1
        ? title
        : words.t('general', 'continued', { title, part: place + 1, parts: parts.length }),
    message: words.t('general', 'membersMessage', {
      count: members.length,
      year: placeName(plan, words, 'year', year),
    }),
    sentences: [],
    metrics,
    table: part,
    footnotes: [...metrics.map(({ label, decision }) => `${label}: ${decision}`), ...totalNote(source, page)],
    definitions: definitionsFor(
      source,
      metrics.map(({ measure }) => measure),
    ).map(([term, meaning]) => `${term}: ${meaning}`),
  }));
}
