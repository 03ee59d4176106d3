import { useTranslation } from 'react-i18next';
import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconCopy,
  IconDatabase,
  IconDownload,
  IconFolder,
  IconHistory,
  IconPlus,
  IconUser,
} from '@tabler/icons-react';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import { useWorkspaceActs } from './useWorkspaceActs.tsx';
import styles from './Workspaces.module.css';

const shownRecent = 6;

/** The name of the workspace in the top bar, and what can be done with its file. */
export function WorkspaceMenu({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const open = useWorkspaces((state) => state.info?.open);
  if (open === null || open === undefined) return null;
  const isReadOnly = open.access === 'read-only';
  return (
    <Menu position="bottom-start" width={280} onOpen={() => void workspaces.loadFiles()}>
      <Menu.Target>
        <UnstyledButton
          className={styles.menuName}
          aria-label={t('workspaces.menu', { name: open.name })}
          title={open.path}
        >
          <IconDatabase size={14} stroke={1.7} aria-hidden />
          <span>{open.name}</span>
          {isReadOnly && <span className={styles.mark}>{t('workspaces.readOnlyMark')}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <FileItems isReadOnly={isReadOnly} onShowAll={onShowAll} />
        <RecentItems />
        <Menu.Divider />
        <Menu.Item
          disabled={isReadOnly}
          leftSection={<IconUser size={14} aria-hidden />}
          onClick={() => workspaces.show('profile')}
        >
          {t('workspaces.acts.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolder size={14} aria-hidden />} onClick={onShowAll}>
          {t('workspaces.acts.manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function FileItems({
  isReadOnly,
  onShowAll,
}: {
  readonly isReadOnly: boolean;
  readonly onShowAll: () => void;
}) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const acts = useWorkspaceActs();
  const items = [
    { key: 'new', Icon: IconPlus, run: () => workspaces.show('create') },
    { key: 'saveCopy', Icon: IconCopy, run: () => workspaces.show('save-copy') },
    { key: 'download', Icon: IconDownload, run: () => void workspaces.download() },
    { key: 'backUp', Icon: IconDatabase, run: () => void acts.backUp(), writes: true },
    { key: 'restore', Icon: IconHistory, run: onShowAll },
  ] as const;
  return items.map(({ key, Icon, run, ...rest }) => (
    <Menu.Item
      key={key}
      disabled={isReadOnly && 'writes' in rest}
      leftSection={<Icon size={14} aria-hidden />}
      onClick={run}
    >
      {t(`workspaces.acts.${key}`)}
    </Menu.Item>
  ));
}

function RecentItems() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const files = useWorkspaces((state) => state.files);
  const others = files.filter(({ state }) => state === 'present').slice(0, shownRecent);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('workspaces.acts.recent')}</Menu.Label>
      {others.map(({ path, name }) => (
        <Menu.Item key={path} title={path} onClick={() => void workspaces.open(path)}>
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
