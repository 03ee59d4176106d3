import type { Input, Output } from '#shared/ipc/contract.ts';
import type { ReportChoice } from '#shared/ipc/operations/settings.ts';
import { type ReportLanguage, reportLanguages } from '#shared/model/packs/content.ts';
import type { PackId } from '#shared/model/packs/define.ts';
import { isKnownSource, type KnownSources, type PlanSource } from '#renderer/state/planSources.ts';

/** What is remembered of the reports that were made. */
export type ReportMemory = NonNullable<Output<'setting.get'>['reports']>;

export type ReportOrder = Input<'report.preview'>;

/** What every choice starts from. */
export interface ReportSurroundings extends KnownSources {
  readonly openId: string | null;
  /** In which the window speaks. */
  readonly language: string;
}

const firstChoice: ReportChoice = { formats: ['xlsx', 'pdf'] };

export const firstMemory: ReportMemory = { pack: 'finance', choices: {} };

export function choiceOf({ choices }: ReportMemory, pack: PackId): ReportChoice {
  return choices[pack] ?? firstChoice;
}

export function withChoice(memory: ReportMemory, pack: PackId, choice: ReportChoice): ReportMemory {
  return { ...memory, choices: { ...memory.choices, [pack]: choice } };
}

/** null takes a choice back. */
export interface ChoiceChange {
  readonly plan?: PlanSource | null;
  readonly compareWith?: PlanSource | null;
  readonly formats?: ReportChoice['formats'];
  readonly language?: ReportLanguage;
  readonly partner?: string;
  readonly fiscalYear?: number | null;
}

export function changedChoice(choice: ReportChoice, change: ChoiceChange): ReportChoice {
  const { plan: planBefore, compareWith: comparedBefore, fiscalYear: yearBefore, ...before } = choice;
  const { plan = planBefore, compareWith = comparedBefore, fiscalYear = yearBefore, ...next } = change;
  return {
    ...before,
    ...next,
    ...(plan === null || plan === undefined ? {} : { plan }),
    ...(compareWith === null || compareWith === undefined ? {} : { compareWith }),
    ...(fiscalYear === null || fiscalYear === undefined ? {} : { fiscalYear }),
  };
}

/** What was chosen, where nothing was said and where what was said is gone the open scenario. */
export function planOf(choice: ReportChoice, around: ReportSurroundings): PlanSource | null {
  const { plan } = choice;
  if (plan !== undefined && isKnownSource(around, plan)) return plan;
  return around.openId === null ? null : { kind: 'scenario', id: around.openId };
}

/** What was chosen to stand beside it, if that is still there and another one. */
export function comparedOf(choice: ReportChoice, around: ReportSurroundings): PlanSource | undefined {
  const { compareWith } = choice;
  const plan = planOf(choice, around);
  if (compareWith === undefined || !isKnownSource(around, compareWith)) return undefined;
  return plan?.kind === compareWith.kind && plan.id === compareWith.id ? undefined : compareWith;
}

/** The fiscal year that was chosen, if the plan has it; else the report is about the whole plan. */
export function yearOf({ fiscalYear }: ReportChoice, years?: readonly number[]): number | undefined {
  return years?.includes(fiscalYear ?? 0) === false ? undefined : fiscalYear;
}

export function languageOf({ language }: ReportChoice, spoken: string): ReportLanguage {
  return language ?? reportLanguages.find((known) => known === spoken.split('-')[0]) ?? 'en';
}

/** The name of a language in that language. */
export function languageName(language: ReportLanguage): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/**
 * What is asked of the services; null while there is no plan to report on.
 *
 * @param partners ids of the plan's partners, for a pack that is about one of them
 * @param years fiscal years of the plan; without them the remembered one is taken as it is
 */
export function orderOf(
  pack: PackId,
  choice: ReportChoice,
  around: ReportSurroundings,
  partners: readonly string[],
  years?: readonly number[],
): ReportOrder | null {
  const plan = planOf(choice, around);
  if (plan === null) return null;
  const compareWith = comparedOf(choice, around);
  const partner = partners.find((id) => id === choice.partner) ?? partners[0];
  const fiscalYear = yearOf(choice, years);
  return {
    plan,
    pack,
    language: languageOf(choice, around.language),
    ...(compareWith === undefined ? {} : { compareWith }),
    ...(partner === undefined ? {} : { partner }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
  };
}

/** Packs of which files were made before, the latest first. */
export function madePacks({ choices }: ReportMemory, packs: readonly PackId[]): readonly PackId[] {
  const at = (pack: PackId) => choices[pack]?.madeAt ?? '';
  return packs.filter((pack) => at(pack) !== '').toSorted((a, b) => at(b).localeCompare(at(a)));
}
