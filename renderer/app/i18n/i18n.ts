import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speakModel } from '#renderer/state/modelText.ts';
import { en } from './en/index.ts';
import type { Language, LanguagePack } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Makes a key that is not in the texts a type error. */
    resources: { translation: typeof en };
  }
}

const packs: Readonly<Record<Exclude<Language, 'en'>, () => Promise<LanguagePack>>> = {
  cs: async () => (await import('./cs/index.ts')).cs,
  ro: async () => (await import('./ro/index.ts')).ro,
  ru: async () => (await import('./ru/index.ts')).ru,
  zh: async () => (await import('./zh/index.ts')).zh,
};

/** The texts, from the bundle: nothing is fetched from elsewhere. They begin in English. */
export function createTexts(): i18n {
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    initAsync: false,
    // Some units have no name.
    returnEmptyString: true,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  return texts;
}

/** Speaks another language from now on. The last one asked for wins, however long each takes to load. */
export async function speak(texts: i18n, language: Language): Promise<void> {
  wanted.set(texts, language);
  if (texts.language === language) return;
  if (language === 'en') speakModel(null);
  else {
    const [pack, { createModelWords }] = await Promise.all([
      packs[language](),
      import('#shared/model/texts/modelWords.ts'),
    ]);
    if (wanted.get(texts) !== language) return;
    texts.addResourceBundle(language, 'translation', pack.texts);
    speakModel(createModelWords(pack.labels, pack.phrases), language);
  }
  await texts.changeLanguage(language);
}

const wanted = new WeakMap<i18n, Language>();
