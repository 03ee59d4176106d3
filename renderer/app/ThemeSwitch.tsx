import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconBrightnessAuto, IconMoon, IconSun } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useSession } from './useSession.ts';

const themes = [
  { key: 'light', Icon: IconSun },
  { key: 'dark', Icon: IconMoon },
  { key: 'auto', Icon: IconBrightnessAuto },
] as const;

function useTheme(): 'light' | 'dark' | 'auto' {
  return useStore(useSession().app, (state) => state.settings.theme ?? 'auto');
}

/** Puts the remembered theme on the page. */
export function ThemeFollower() {
  const { setColorScheme } = useMantineColorScheme();
  const theme = useTheme();
  useEffect(() => setColorScheme(theme), [setColorScheme, theme]);
  return null;
}

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const session = useSession();
  const theme = useTheme();
  const choose = (wanted: string): void => {
    const chosen = themes.find(({ key }) => key === wanted);
    if (chosen !== undefined) void session.setTheme(chosen.key);
  };
  const Current = themes.find(({ key }) => key === theme)?.Icon ?? IconBrightnessAuto;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('theme.label')}>
          <Current size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={theme} onChange={(wanted) => choose(wanted)}>
          {themes.map(({ key }) => (
            <Menu.RadioItem key={key} value={key} closeMenuOnClick>
              {t(`theme.${key}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
