import type { ReportChart, ReportSeries } from '#shared/model/packs/content.ts';
import type { ChartId } from '#shared/model/packs/define.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Member } from '#shared/model/members.ts';
import { type Unit, units } from '#shared/model/units.ts';
import { costBridge, costStack } from './costCharts.ts';
import { axisLabels, chartGrain, placeName } from './periods.ts';
import { headOf, membersFor, placesOf, type ReportSource, valueAt } from './source.ts';
import { hourText, mainQueueWeek } from './week.ts';

/** More series than this cannot be told apart; the smallest become one. */
const MOST_SERIES = 7;
/** More rows than this cannot be read on a page. */
const MOST_ROWS = 20;

function valuesOf(source: ReportSource, id: string, grain: Grain): readonly (number | null)[] {
  return placesOf(source, grain).map((place) => valueAt(source.plan, id, place, grain));
}

function formatOf(unit: Unit): ReportChart['format'] {
  return {
    style: units[unit].style,
    digits: units[unit].style === 'percent' ? 0 : Math.min(1, units[unit].digits),
  };
}

function head(source: ReportSource, id: ChartId, unit: Unit) {
  const { words, currency } = source;
  return { id, title: words.t('charts', id), unit: words.unit(unit, currency), format: formatOf(unit) };
}

function staffing(source: ReportSource): ReportChart | undefined {
  const { plan, words, partner } = source;
  const grain = chartGrain(source);
  const key = partner?.key ?? 'plan';
  const series = ['requiredFte', 'effectiveFte'].flatMap((name, place): readonly ReportSeries[] => {
    const found = plan.heads().get(`${key}.${name}`);
    if (found === undefined) return [];
    return [{ label: words.label(found), values: valuesOf(source, found.id, grain), color: 1 - place }];
  });
  if (series.length < 2 || membersFor(source, 'groups').length === 0) return undefined;
  return {
    ...head(source, 'staffing', 'fte'),
    kind: 'lines',
    labels: axisLabels(source, grain),
    series,
    gapLabel: words.t('general', 'shortage'),
  };
}

function service(source: ReportSource): ReportChart | undefined {
  const { plan, words } = source;
  const grain = chartGrain(source);
  const series = ['plan.serviceLevel', 'plan.abandonment'].flatMap((id, color): readonly ReportSeries[] => {
    const found = plan.heads().get(id);
    const values = valuesOf(source, id, grain);
    if (found === undefined || values.every((value) => value === null)) return [];
    return [{ label: words.label(found), values, color }];
  });
  if (series.length === 0) return undefined;
  return {
    ...head(source, 'service', 'share'),
    kind: 'lines',
    labels: axisLabels(source, grain),
    series,
  };
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The largest members by themselves, the others as one. */
function stackByMember(
  source: ReportSource,
  members: readonly Member[],
  name: string,
): readonly ReportSeries[] {
  const { words } = source;
  const grain = chartGrain(source);
  const all = members
    .map((member) => ({ label: member.name, values: valuesOf(source, `${member.key}.${name}`, grain) }))
    .filter(({ values }) => sumOf(values) !== 0);
  if (all.length <= MOST_SERIES) return all.map((series, color) => ({ ...series, color }));
  const sorted = all.toSorted((left, right) => sumOf(right.values) - sumOf(left.values));
  const rest = sorted.slice(MOST_SERIES - 1);
  const others = placesOf(source, grain).map((_, at) => sumOf(rest.map(({ values }) => values[at] ?? null)));
  return [...sorted.slice(0, MOST_SERIES - 1), { label: words.t('general', 'others'), values: others }].map(
    (series, color) => ({ ...series, color }),
  );
}

function stacked(source: ReportSource, id: ChartId, unit: Unit, of: 'queues' | 'segments', name: string) {
  const series = stackByMember(source, membersFor(source, of), name);
  if (series.length === 0) return undefined;
  const chart: ReportChart = {
    ...head(source, id, unit),
    kind: 'stacked',
    labels: axisLabels(source, chartGrain(source)),
    series,
  };
  return chart;
}

function hiring(source: ReportSource): ReportChart | undefined {
  const { plan, words } = source;
  const grain = chartGrain(source);
  const series = ['plan.hires', 'plan.leavers'].flatMap((id, color): readonly ReportSeries[] => {
    const found = plan.heads().get(id);
    if (found === undefined) return [];
    const values = valuesOf(source, id, grain).map((value) =>
      value === null || color === 0 ? value : -value,
    );
    return [{ label: words.label(found), values, color }];
  });
  if (series.every(({ values }) => sumOf(values) === 0)) return undefined;
  return {
    ...head(source, 'hiring', 'people'),
    kind: 'stacked',
    labels: axisLabels(source, grain),
    series,
  };
}

function memberHeat(source: ReportSource, id: 'gapHeat' | 'serviceHeat'): ReportChart | undefined {
  const { plan } = source;
  const grain = chartGrain(source);
  const [of, name, unit] =
    id === 'gapHeat'
      ? (['groups', 'surplus', 'fte'] as const)
      : (['queues', 'serviceLevel', 'share'] as const);
  const members = membersFor(source, of).filter((member) => headOf(plan, member, name) !== undefined);
  if (members.length === 0) return undefined;
  const shown = members.slice(0, MOST_ROWS);
  return {
    ...head(source, id, unit),
    kind: 'heat',
    rows: shown.map((member) => member.name),
    columns: axisLabels(source, grain),
    values: shown.map(({ key }) => valuesOf(source, `${key}.${name}`, grain)),
    scale: id === 'gapHeat' ? 'diverging' : 'low',
  };
}

function weekHeat(source: ReportSource): ReportChart | undefined {
  const { words } = source;
  const week = mainQueueWeek(source);
  if (week === undefined) return undefined;
  const open = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    week.hours.some((hours) => (hours[hour] ?? 0) > 0),
  );
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const days = week.hours
    .map((hours, day) => ({ name: words.date(`2001-01-0${day + 1}`, { weekday: 'short' }), hours }))
    .filter(({ hours }) => hours.some((share) => share > 0));
  return {
    id: 'weekHeat',
    title: words.t('charts', 'weekHeat', { queue: week.queue }),
    unit: words.t('charts', 'weekHeatUnit'),
    format: { style: 'percent', digits: 1 },
    kind: 'heat',
    rows: days.map(({ name }) => name),
    columns: Array.from({ length: last - first + 1 }, (_, at) => hourText(first + at)),
    values: days.map(({ hours }) => hours.slice(first, last + 1)),
    scale: 'high',
  };
}

function funnel(source: ReportSource): ReportChart | undefined {
  const { plan, words, year } = source;
  const issues = membersFor(source, 'queues').map(({ key }) => valueAt(plan, `${key}.issues`, year, 'year'));
  const queueHead = plan.heads().get(`${membersFor(source, 'queues')[0]?.key}.issues`);
  if (queueHead === undefined) return undefined;
  const steps = ['plan.offered', 'plan.handled', 'plan.resolved'].flatMap((id) => {
    const found = plan.heads().get(id);
    const value = valueAt(plan, id, year, 'year');
    return found === undefined || value === null ? [] : [{ label: words.label(found), value }];
  });
  return {
    ...head(source, 'contactFunnel', 'contacts'),
    title: words.t('charts', 'contactFunnel', { year: placeName(plan, words, 'year', year) }),
    kind: 'funnel',
    steps: [{ label: words.label(queueHead), value: sumOf(issues) }, ...steps],
  };
}

/** A chart of a pack; undefined where the plan has nothing for it. */
export function chartOf(source: ReportSource, id: Exclude<ChartId, 'caseCash'>): ReportChart | undefined {
  switch (id) {
    case 'staffing':
      return staffing(source);
    case 'budget':
      return costStack(source);
    case 'costBridge':
      return costBridge(source);
    case 'service':
      return service(source);
    case 'contacts':
      return stacked(source, id, 'contacts', 'queues', 'offered');
    case 'customers':
      return stacked(source, id, 'customers', 'segments', 'closing');
    case 'contactFunnel':
      return funnel(source);
    case 'hiring':
      return hiring(source);
    case 'gapHeat':
    case 'serviceHeat':
      return memberHeat(source, id);
    case 'weekHeat':
      return weekHeat(source);
  }
}
