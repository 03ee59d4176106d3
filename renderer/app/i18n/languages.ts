import type { ModelLabels, ModelPhrases } from '#shared/model/texts/modelWords.ts';

/** The languages of the app by how their speakers call them. */
export const languageNames = {
  en: 'English',
  cs: 'Čeština',
  ro: 'Română',
  ru: 'Русский',
  zh: '简体中文',
} as const;

export type Language = keyof typeof languageNames;

export const languages = ['en', 'cs', 'ro', 'ru', 'zh'] as const satisfies readonly Language[];

/** All that a language other than English is made of. What has no text in it is shown in English. */
export interface LanguagePack {
  readonly texts: Readonly<Record<string, unknown>>;
  readonly labels: ModelLabels;
  readonly phrases: ModelPhrases;
}

/**
 * The language to speak: the chosen one, else the first of the system's that the app knows, else English.
 *
 * @example languageFor(undefined, ['de-AT', 'cs-CZ']) // 'cs'
 */
export function languageFor(chosen: string | undefined, preferred: readonly string[]): Language {
  const wanted = [...(chosen === undefined ? [] : [chosen]), ...preferred];
  for (const tag of wanted) {
    const known = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (known !== undefined) return known;
  }
  return 'en';
}
