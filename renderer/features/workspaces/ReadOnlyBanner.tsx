import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import styles from './Workspaces.module.css';

/** Says for as long as it lasts that nothing can be changed, and what to do about it. */
export function ReadOnlyBanner() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const open = useWorkspaces((state) => state.info?.open);
  const refused = useWorkspaces((state) => state.refusedEdits);
  useEffect(() => {
    if (refused === 0) return;
    notifications.show({
      id: 'read-only',
      color: 'orange',
      message: t('workspaces.readOnly.refused'),
      closeButtonProps: { 'aria-label': t('workspaces.close') },
    });
  }, [refused, t]);
  if (open?.access !== 'read-only') return null;
  return (
    <Group className={styles.banner} role="status" gap="sm" wrap="nowrap">
      <IconLock size={16} aria-hidden />
      <Text size="sm">{t('workspaces.readOnly.banner')}</Text>
      <Button size="compact-sm" onClick={() => workspaces.show('save-copy')}>
        {t('workspaces.readOnly.saveCopy')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void workspaces.open(open.path)}>
        {t('workspaces.readOnly.tryAgain')}
      </Button>
    </Group>
  );
}
