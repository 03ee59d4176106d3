import type { ReportInput } from '#electron/reports/reportInput.ts';
import type { Pack } from '#shared/model/packs/define.ts';
import type { Member } from '#shared/model/members.ts';
import type { Grain, PeriodGroup } from '#shared/model/periods.ts';
import type { NodeHead, Plan } from '#shared/model/plan.ts';
import { mainYear, type VerdictPlan } from '#shared/model/verdict.ts';
import type { Words } from './words.ts';

/** Another plan that the report compares with. */
export interface OtherPlan {
  readonly input: ReportInput;
  readonly plan: Plan;
  readonly name: string;
}

/** Places of periods, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** All that the pages of a report are made from. */
export interface ReportSource {
  readonly input: ReportInput;
  readonly pack: Pack;
  readonly plan: Plan;
  readonly verdict: VerdictPlan;
  readonly words: Words;
  readonly currency: string;
  readonly years: readonly PeriodGroup[];
  /** Place of the fiscal year that the report speaks of. */
  readonly year: number;
  /** True where the report is about that fiscal year alone. */
  readonly isOneYear: boolean;
  /** First and last period that the report is about. */
  readonly span: Span;
  readonly other?: OtherPlan;
  /** Whose pack it is: a partner sees its own group alone. */
  readonly partner?: Member;
}

/** Value of a node at a place of a grain; null where there is none. */
export function valueAt(plan: Plan, id: string, place: number, grain: Grain): number | null {
  if (!plan.heads().has(id)) return null;
  const value = plan.totals(id, grain)[place];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** What the three sentences are read from, its places counted from the span's first period; for a partner only its own group. */
export function verdictOf(plan: Plan, partner: Member | undefined, { first, last }: Span): VerdictPlan {
  const groups = partner === undefined ? plan.graph().members.of('groups') : [partner];
  return {
    groups: groups.map(({ key, name }) => ({ key, name })),
    periods: last - first + 1,
    years: plan
      .groups('year')
      .map((year) => ({ ...year, first: year.first - first, last: year.last - first })),
    at: (id, place) => valueAt(plan, id, first + place, 'period'),
  };
}

export function mainYearOf(plan: Plan): number {
  return mainYear(plan.groups('year'));
}

/** Places of a grain that the report is about. */
export function placesOf(
  { plan, span }: Pick<ReportSource, 'plan' | 'span'>,
  grain: Grain,
): readonly number[] {
  return plan
    .groups(grain)
    .flatMap(({ first, last }, place) => (last < span.first || first > span.last ? [] : [place]));
}

/** The fiscal year after the one that the report speaks of, where it speaks of that one too. */
export function nextYearOf({ years, year, isOneYear }: ReportSource): PeriodGroup | undefined {
  return isOneYear ? undefined : years[year + 1];
}

/** The node of a member by its name there; undefined where the member has no such measure or input. */
export function headOf(
  plan: Plan,
  member: Pick<Member, 'key' | 'inputKey'>,
  name: string,
): NodeHead | undefined {
  return plan.heads().get(`${member.key}.${name}`) ?? plan.heads().get(`${member.inputKey}.${name}`);
}

/** The node of a pack's measure: of the plan, or in a partner's pack of its group. */
export function measureHead({ plan, partner }: ReportSource, measure: string): NodeHead | undefined {
  if (measure.startsWith('plan.')) return partner === undefined ? plan.heads().get(measure) : undefined;
  return partner === undefined ? undefined : headOf(plan, partner, measure);
}

/** The members that pages have a line for. */
export function membersFor(
  { plan, partner }: ReportSource,
  of: 'segments' | 'queues' | 'groups' | 'routes',
): readonly Member[] {
  const all = plan.graph().members.of(of);
  return partner === undefined
    ? all
    : all.filter((member) => member === partner || member.links['group'] === partner);
}

/** The fiscal year of another plan with the same key; undefined where it has none. */
export function sameYear(other: Plan, { key }: PeriodGroup): number | undefined {
  const place = other.groups('year').findIndex((year) => year.key === key);
  return place < 0 ? undefined : place;
}
