import type { SentenceId } from '#shared/model/packs/define.ts';
import { coverageOf, peakPlace } from '#shared/model/verdict.ts';
import { placeName } from './periods.ts';
import { type ReportSource, valueAt } from './source.ts';
import { busiestHour, hourText } from './week.ts';

type Values = Readonly<Record<string, string | number>>;

function yearValue({ plan, year }: ReportSource, id: string): number | null {
  return valueAt(plan, id, year, 'year');
}

function shown(source: ReportSource, id: string): string {
  const { plan, words, currency } = source;
  return words.money(yearValue(source, id), plan.heads().get(id)?.unit ?? 'number', currency);
}

function yearName({ plan, words, year }: ReportSource): string {
  return placeName(plan, words, 'year', year);
}

function fte({ words }: ReportSource, value: number | null): string {
  return words.plain(value, 'fte');
}

/** Can the planned people do the work: in every period, or from when not, and by how much. */
function coverageSentence(source: ReportSource): string {
  const { plan, words, verdict } = source;
  const coverage = coverageOf(verdict);
  const period = (place: number) => placeName(plan, words, 'period', source.span.first + place);
  if (coverage.kind === 'noGroups' || coverage.kind === 'unknown') return words.t('sentences', coverage.kind);
  if (coverage.kind === 'covered') {
    return words.t('sentences', 'covered', {
      last: period(verdict.periods - 1),
      tightest: period(coverage.tightestPlace),
      spare: fte(source, coverage.spare),
    });
  }
  const { worst, gaps } = coverage;
  const at = (name: string) => verdict.at(`${worst.key}.${name}`, worst.worstPlace) ?? 0;
  return words.t('sentences', 'short', {
    first: period(coverage.firstPlace),
    periods: coverage.periods,
    all: verdict.periods,
    names: words.list(gaps.map(({ name }) => name)),
    worst: period(worst.worstPlace),
    worstName: worst.name,
    gap: fte(source, Math.abs(at('surplus'))),
    overtime: fte(source, at('overtimeFte')),
  });
}

function peopleValues(source: ReportSource, key: string): Values {
  return {
    year: yearName(source),
    required: shown(source, `${key}.requiredFte`),
    effective: shown(source, `${key}.effectiveFte`),
    people: shown(source, `${key}.averageHeadcount`),
    hires: shown(source, `${key}.hires`),
    leavers: shown(source, `${key}.leavers`),
  };
}

function peopleSentence(source: ReportSource): string {
  const { plan, words, verdict, year, span } = source;
  const found = peakPlace(verdict, 'plan.requiredFte', year);
  const place = found === null ? null : span.first + found;
  const peak = place === null ? null : valueAt(plan, 'plan.requiredFte', place, 'period');
  return words.t('sentences', 'people', {
    ...peopleValues(source, 'plan'),
    peak: fte(source, peak),
    peakPeriod: place === null ? words.t('general', 'none') : placeName(plan, words, 'period', place),
  });
}

function costSentence(source: ReportSource): string {
  const { words } = source;
  const total = yearValue(source, 'plan.totalCost');
  const part = (id: string) => {
    const value = yearValue(source, id);
    return words.share(total === null || total === 0 || value === null ? null : value / total, 0);
  };
  return words.t('sentences', 'cost', {
    year: yearName(source),
    total: shown(source, 'plan.totalCost'),
    perContact: shown(source, 'plan.costPerContact'),
    perAgent: shown(source, 'plan.costPerAgent'),
    direct: part('plan.directCost'),
    vendor: part('plan.vendorCost'),
    indirect: part('plan.indirectCost'),
  });
}

function demandSentence(source: ReportSource): string {
  const hasCustomers = (yearValue(source, 'plan.customers') ?? 0) > 0;
  return source.words.t('sentences', hasCustomers ? 'demand' : 'demandNoCustomers', {
    year: yearName(source),
    customers: shown(source, 'plan.customers'),
    offered: shown(source, 'plan.offered'),
    handled: shown(source, 'plan.handled'),
  });
}

/** The busiest and the quietest period of the main year, per day, so that February is not quiet by being short. */
function peakSentence(source: ReportSource): string {
  const { plan, words, years, year } = source;
  const group = years[year];
  const { periods } = plan.graph().context;
  const days = periods
    .filter(({ index }) => group !== undefined && index >= group.first && index <= group.last)
    .map(({ index, days }) => ({
      index,
      value: valueAt(plan, 'plan.offered', index, 'period') ?? 0,
      perDay: (valueAt(plan, 'plan.offered', index, 'period') ?? 0) / days,
    }))
    .toSorted((left, right) => right.perDay - left.perDay);
  const [most, least] = [days[0], days.at(-1)];
  return words.t('sentences', 'peak', {
    year: yearName(source),
    peakPeriod: placeName(plan, words, 'period', most?.index ?? 0),
    peak: words.plain(most?.value ?? null, 'contacts'),
    lowPeriod: placeName(plan, words, 'period', least?.index ?? 0),
    low: words.plain(least?.value ?? null, 'contacts'),
  });
}

function busiestSentence(source: ReportSource): string {
  const { words } = source;
  const found = busiestHour(source);
  if (found === undefined) return '';
  // 1 January 2001 was a Monday.
  const day = words.date(`2001-01-0${found.weekday + 1}`, { weekday: 'long' });
  return words.t('sentences', 'busiest', {
    day,
    hour: hourText(found.hour),
    queue: found.queue,
    share: words.share(found.share, 1),
  });
}

function resolvedSentence(source: ReportSource): string {
  const { words } = source;
  const [handled, resolved] = [yearValue(source, 'plan.handled'), yearValue(source, 'plan.resolved')];
  const isKnown = handled !== null && resolved !== null && handled > 0;
  return words.t('sentences', 'resolved', {
    year: yearName(source),
    share: words.share(isKnown ? resolved / handled : null, 1),
    rest: words.plain(isKnown ? handled - resolved : null, 'contacts'),
  });
}

function partnerCostSentence(source: ReportSource, key: string): string {
  return source.words.t('sentences', 'partnerCost', {
    year: yearName(source),
    cost: shown(source, `${key}.cost.vendor`),
    units: shown(source, `${key}.billedUnits`),
  });
}

/** A sentence of a pack; empty where the plan has nothing to say it about. */
export function sentence(source: ReportSource, id: SentenceId): string {
  const key = source.partner?.key ?? 'plan';
  switch (id) {
    case 'coverage':
      return coverageSentence(source);
    case 'people':
      return peopleSentence(source);
    case 'cost':
      return costSentence(source);
    case 'demand':
      return demandSentence(source);
    case 'peak':
      return peakSentence(source);
    case 'busiest':
      return busiestSentence(source);
    case 'resolved':
      return resolvedSentence(source);
    case 'partnerPeople':
      return source.words.t('sentences', 'partnerPeople', peopleValues(source, key));
    case 'partnerCost':
      return partnerCostSentence(source, key);
  }
}
