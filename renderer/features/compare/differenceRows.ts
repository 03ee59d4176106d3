import type { TFunction } from 'i18next';
import { type AssumptionDifference, assumptionDiff } from '#shared/model/compare/assumptionDiff.ts';
import { families, type Family } from '#shared/model/compare/families.ts';
import type { ShownInput } from '#shared/model/compare/shownInput.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import type { Unit } from '#shared/model/units.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import { csvText } from '#renderer/ui/csv.ts';
import { shownInputText } from '#renderer/state/shownInputText.ts';

/** One assumption in which two plans differ, in words. */
export interface DifferenceRow {
  readonly path: string;
  readonly family: Family;
  readonly name: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

interface Words {
  readonly t: TFunction;
  readonly locale: string;
}

interface Side {
  readonly shown: ShownInput | null;
  readonly currency: string;
}

function valueText({ shown, currency }: Side, unit: Unit | undefined, { t, locale }: Words): string {
  return shown === null
    ? t('compare.assumptions.absent')
    : shownInputText(shown, unit, { t, locale, currency });
}

function rowOf(
  difference: AssumptionDifference,
  currencies: readonly [before: string, after: string],
  words: Words,
): DifferenceRow {
  const { path, family, label, member, unit, before, after } = difference;
  const [own, other] = currencies;
  return {
    path,
    family,
    name: member === '' || member === label ? label : `${label}, ${member}`,
    unit: unit === undefined ? '' : figureTexts(words.t).unit(unit, own),
    before: valueText({ shown: before, currency: own }, unit, words),
    after: valueText({ shown: after, currency: other }, unit, words),
  };
}

/** Every assumption in which two plans differ, family by family; empty where they are the same. */
export function differenceRows(
  before: ScenarioDocument,
  after: ScenarioDocument,
  words: Words,
): readonly DifferenceRow[] {
  const [first, last] = [validateScenario(before), validateScenario(after)];
  if (!first.ok || !last.ok) return [];
  const rows = assumptionDiff(first.value, last.value).inputs.map((difference) =>
    rowOf(difference, [before.currency, after.currency], words),
  );
  return families.flatMap((family) => rows.filter((row) => row.family === family));
}

/** The rows with all the words that were looked for. */
export function foundRows(rows: readonly DifferenceRow[], search: string): readonly DifferenceRow[] {
  const words = search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ name, path, before, after }) => {
    const text = `${name} ${path} ${before} ${after}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The list as a file, with the names of the two plans over their values. */
export function differencesCsv(
  rows: readonly DifferenceRow[],
  names: readonly [before: string, after: string],
  { t, locale }: Words,
): string {
  const head = [t('compare.assumptions.family'), t('compare.assumptions.input'), t('sheet.unit'), ...names];
  const lines = rows.map(({ family, name, unit, before, after }) => [
    t(`compare.family.${family}`),
    name,
    unit,
    before,
    after,
  ]);
  return csvText([head, ...lines], locale);
}
