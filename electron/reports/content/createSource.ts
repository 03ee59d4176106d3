import type { ReportInput } from '#electron/reports/reportInput.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { packs } from '#shared/model/packs/all.ts';
import type { ReportLanguage } from '#shared/model/packs/content.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import type { Member } from '#shared/model/members.ts';
import type { Plan } from '#shared/model/plan.ts';
import { mainYearOf, type OtherPlan, type ReportSource, type Span, verdictOf } from './source.ts';
import { wordsOf } from './words.ts';

export interface ContentOptions {
  readonly pack: PackId;
  readonly language: ReportLanguage;
  /** Another plan to compare with. */
  readonly other?: OtherPlan;
  /** Id of the partner's group; needed where the plan has several partners. */
  readonly partner?: string;
  /** The only fiscal year that the report is about; without it the whole plan. */
  readonly fiscalYear?: number;
}

/** The partner whose pack it is. */
function partnerOf(plan: Plan, wanted: string | undefined): Result<Member, Fault<'invalid-input'>> {
  const partners = plan
    .graph()
    .members.of('groups')
    .filter(({ traits }) => traits['sourcing'] === 'vendor');
  const ids = partners.map(({ id }) => `"${id}"`).join(', ');
  if (partners.length === 0)
    return fault('invalid-input', 'This plan has no partner, so there is nothing to show in a partner pack.');
  if (wanted === undefined && partners.length > 1)
    return fault('invalid-input', `This plan has several partners. Say for which one the pack is: ${ids}.`);
  const found = wanted === undefined ? partners[0] : partners.find(({ id }) => id === wanted);
  if (found === undefined)
    return fault('invalid-input', `This plan has no partner "${wanted}"; there are ${ids}.`);
  return ok(found);
}

function wholeOf(plan: Plan): Span {
  return { first: 0, last: plan.graph().context.periods.length - 1 };
}

/** Place of the fiscal year that was asked for, else of the one that a report on the whole plan speaks of. */
function yearPlace(plan: Plan, wanted: number | undefined): Result<number, Fault<'invalid-input'>> {
  if (wanted === undefined) return ok(mainYearOf(plan));
  const years = plan.groups('year').map(({ fiscalYear }) => fiscalYear);
  const place = years.indexOf(wanted);
  return place < 0
    ? fault('invalid-input', `This plan has no fiscal year ${wanted}; there are ${years.join(', ')}.`)
    : ok(place);
}

/**
 * What the pages of a pack are made from.
 *
 * @returns `invalid-input` for a partner pack of a plan without that partner, and for a fiscal year outside the plan
 */
export function createSource(
  plan: Plan,
  input: ReportInput,
  { pack: packId, language, other, partner: wanted, fiscalYear }: ContentOptions,
): Result<ReportSource, Fault<'invalid-input'>> {
  const pack = packs[packId];
  const partner = pack.isForPartner === true ? partnerOf(plan, wanted) : ok(undefined);
  if (!partner.ok) return partner;
  const year = yearPlace(plan, fiscalYear);
  if (!year.ok) return year;
  const years = plan.groups('year');
  const isOneYear = fiscalYear !== undefined;
  const { first, last } = (isOneYear ? years[year.value] : undefined) ?? wholeOf(plan);
  const span = { first, last };
  return ok({
    input,
    pack,
    plan,
    verdict: verdictOf(plan, partner.value, span),
    words: wordsOf(language),
    currency: plan.scenario().currency,
    years,
    year: year.value,
    isOneYear,
    span,
    ...(other === undefined ? {} : { other }),
    ...(partner.value === undefined ? {} : { partner: partner.value }),
  });
}
