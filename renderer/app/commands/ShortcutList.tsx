import { useTranslation } from 'react-i18next';
import { Kbd, Modal } from '@mantine/core';
import { actionGroups, keysText } from './registry.ts';
import { gridShortcuts } from './gridShortcuts.ts';
import { isMac } from './system.ts';
import type { Action } from './useActionList.ts';
import styles from './Commands.module.css';

interface ShortcutListProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** All keys in one place. */
export function ShortcutList({ actions, onClose }: ShortcutListProps) {
  const { t } = useTranslation();
  const mac = isMac();
  const rowsOf = (group: (typeof actionGroups)[number]) =>
    actions.flatMap(({ id, group: own, keys, label }) => {
      if (own !== group || keys === undefined) return [];
      const also = id === 'help.shortcuts' ? ['?'] : [];
      return [{ id, label, keys: [keysText(keys, mac), ...also] }];
    });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('palette.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('palette.close') }}
    >
      {actionGroups.map((group) => (
        <Keys key={group} caption={t(`palette.group.${group}`)} rows={rowsOf(group)} />
      ))}
      <Keys
        caption={t('palette.shortcuts.grid')}
        rows={gridShortcuts.map(({ id, keys }) => ({
          id,
          label: t(`palette.shortcuts.${id}`),
          keys: keys.map((one) => keysText(one, mac)),
        }))}
      />
    </Modal>
  );
}

interface KeysProps {
  readonly caption: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly keys: readonly string[] }[];
}

function Keys({ caption, rows }: KeysProps) {
  if (rows.length === 0) return null;
  return (
    <table className={styles.shortcuts}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ id, label, keys }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              {keys.map((one) => (
                <Kbd key={one} size="xs" mr={6}>
                  {one}
                </Kbd>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
