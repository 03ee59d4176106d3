import type { TFunction } from 'i18next';
import type { Register, RegisterEntry, RegisterState } from '#shared/model/assumptions/register.ts';
import { assumptionText } from '#renderer/state/assumptionText.ts';
import { figureTexts } from '#renderer/state/figureTexts.ts';
import { modelLabel, ofOwner } from '#renderer/state/modelText.ts';
import { shownInputText } from '#renderer/state/shownInputText.ts';
import { type CsvCell, csvText } from '#renderer/ui/csv.ts';

/** Which inputs are listed: those that the plan sets, or those in one state. */
export type RegisterFilter = 'set' | RegisterState;

export const registerFilters: readonly RegisterFilter[] = ['set', 'unsourced', 'stale', 'fine', 'default'];

export interface RegisterQuery {
  readonly filter: RegisterFilter;
  /** Name of a member, or '' for all. */
  readonly member: string;
  readonly search: string;
}

/** How many inputs a filter lists. */
export function filterCount({ counts, entries }: Register, filter: RegisterFilter): number {
  return filter === 'set' ? entries.length - counts.default : counts[filter];
}

/** The outermost member that an input belongs to; '' for the plan as a whole. */
export function ownerOf({ member, label }: RegisterEntry): string {
  const [owner = ''] = member.split(', ');
  return owner === label ? '' : owner;
}

export function ownersOf({ entries }: Register): readonly string[] {
  return [...new Set(entries.map(ownerOf))].filter((owner) => owner !== '');
}

/** Name of an input with whose it is. A component of shrinkage and a member are called what the user calls them. */
export function entryName({ label, member }: RegisterEntry): string {
  return member === label ? label : ofOwner(modelLabel(label), member);
}

/** The inputs that were asked for, in the order of the plan. */
export function listedEntries(
  { entries }: Register,
  { filter, member, search }: RegisterQuery,
): readonly RegisterEntry[] {
  const words = search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    if (filter === 'set' ? entry.state === 'default' : entry.state !== filter) return false;
    if (member !== '' && ownerOf(entry) !== member) return false;
    const said = Object.values(entry.assumption ?? {}).join(' ');
    const text = `${entryName(entry)} ${entry.path} ${said}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

interface Words {
  readonly t: TFunction;
  readonly locale: string;
  readonly currency: string;
}

export function unitOf({ unit }: RegisterEntry, { t, currency }: Words): string {
  return unit === undefined ? '' : figureTexts(t).unit(unit, currency);
}

export function valueOf({ input, unit }: RegisterEntry, words: Words): string {
  return shownInputText(input, unit, words);
}

/** The list as a file. */
export function registerCsv(entries: readonly RegisterEntry[], words: Words): string {
  const { t, locale } = words;
  const head = [
    t('assumptions.input'),
    t('assumptions.path'),
    t('assumptions.value'),
    t('sheet.unit'),
    t('assumptions.state'),
    t('explain.assumption.source'),
    t('explain.assumption.owner'),
    t('explain.assumption.confidence'),
    t('explain.assumption.reviewed'),
    t('explain.assumption.note'),
  ];
  const lines = entries.map((entry): readonly CsvCell[] => {
    const { source = '', owner = '', confidence = '', reviewed = '', note = '' } = entry.assumption ?? {};
    return [
      entryName(entry),
      entry.path,
      valueOf(entry, words),
      unitOf(entry, words),
      t(`assumptions.is.${entry.state}`),
      assumptionText('source', source, words),
      owner,
      assumptionText('confidence', confidence, words),
      reviewed,
      note,
    ];
  });
  return csvText([head, ...lines], locale);
}
