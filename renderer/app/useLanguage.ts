import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { languageFor } from './i18n/languages.ts';
import { speak } from './i18n/i18n.ts';
import { numberLocale } from './locale.ts';
import type { Session } from './session.ts';
import { useShellAppearance } from './useShellState.ts';

/** Speaks the language that is chosen, also on the page for screen readers, and says the locale that goes with it. */
export function useLanguage({ app }: Session): string {
  const { i18n } = useTranslation();
  const chosen = useStore(app, ({ settings }) => settings.language);
  const shown = i18n.language;
  const isStarting = useStore(app, ({ status }) => status === 'starting');
  const theme = useStore(app, ({ settings }) => settings.theme ?? 'auto');
  // Before the settings are there, the shell knows better.
  useShellAppearance(shown, isStarting ? undefined : theme);
  useEffect(() => void speak(i18n, languageFor(chosen, navigator.languages)), [i18n, chosen]);
  useEffect(() => {
    document.documentElement.lang = shown === 'zh' ? 'zh-Hans' : shown;
  }, [shown]);
  return useMemo(() => numberLocale(shown, navigator.languages), [shown]);
}
