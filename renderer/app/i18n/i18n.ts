import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Makes a key that is not in the texts a type error. */
    resources: { translation: typeof en };
  }
}

/** The texts, from the bundle: nothing is fetched. */
export function createTexts(language: string): i18n {
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
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
