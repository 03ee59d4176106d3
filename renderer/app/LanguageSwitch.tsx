import { useTranslation } from 'react-i18next';
import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { languageNames, languages } from './i18n/languages.ts';
import { useSession } from './useSession.ts';

const AS_SYSTEM = 'system';

/** Every language under its own name, so that one finds home from a language one cannot read. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const session = useSession();
  const chosen = useStore(session.app, ({ settings }) => settings.language);
  const choose = (wanted: string): void => {
    void session.setLanguage(languages.find((language) => language === wanted) ?? null);
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('language.label')}>
          <IconLanguage size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen ?? AS_SYSTEM} onChange={choose}>
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
          <Menu.RadioItem value={AS_SYSTEM} closeMenuOnClick>
            {t('language.system')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
