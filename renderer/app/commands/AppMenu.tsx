import { useTranslation } from 'react-i18next';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useActions } from './ActionsProvider.tsx';
import { actionGroups, keysText } from './registry.ts';
import { isMac } from './system.ts';
import styles from '../Shell.module.css';

/** Languages and themes have buttons of their own. */
function isInMenu(id: string): boolean {
  return !/^(?:language|theme)\./.test(id);
}

/** Everything that can be done, in one menu. Where the system has a menu of its own, this one stands beside it. */
export function AppMenu() {
  const { t } = useTranslation();
  const actions = useActions().filter(({ id }) => isInMenu(id));
  const groups = actionGroups.filter((group) => actions.some((action) => action.group === group));
  return (
    <Menu position="bottom-start" width={180} returnFocus>
      <Menu.Target>
        <UnstyledButton className={styles.menuButton} aria-label={t('palette.menu')}>
          <IconMenu2 size={17} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group) => (
          <Menu.Sub key={group} position="right-start" offset={0}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{t(`palette.group.${group}`)}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown miw={290}>
              {actions
                .filter((action) => action.group === group)
                .map(({ id, label, keys, isPossible, run }) => (
                  <Menu.Item
                    key={id}
                    disabled={!isPossible}
                    onClick={run}
                    rightSection={
                      keys !== undefined && <span className={styles.keys}>{keysText(keys, isMac())}</span>
                    }
                  >
                    {label}
                  </Menu.Item>
                ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
