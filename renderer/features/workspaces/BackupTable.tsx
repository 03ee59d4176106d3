import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { Backup } from '#renderer/state/workspaces.ts';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import { sizeText } from '#renderer/ui/fileSize.ts';
import { dateText } from './fileTexts.ts';
import { useWorkspaceActs } from './useWorkspaceActs.tsx';
import { WorkspaceFault } from './WorkspaceFault.tsx';
import styles from './Workspaces.module.css';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  /** Name of the workspace that they are copies of. */
  readonly name: string;
  /** Its file, when it is not the open one. */
  readonly path?: string;
}

/** Copies with their dates, each of which can be restored. */
export function BackupTable({ backups, name, path }: BackupTableProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (backups.length === 0) return <Text size="sm">{t('workspaces.backups.none')}</Text>;
  return (
    <>
      <Table className={styles.table} verticalSpacing={3} aria-label={t('workspaces.backups.heading')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workspaces.backups.made')}</Table.Th>
            <Table.Th>{t('workspaces.backups.kind')}</Table.Th>
            <Table.Th ta="right">{t('workspaces.backups.size')}</Table.Th>
            <Table.Th>
              <span className={styles.hidden}>{t('workspaces.backups.acts')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((backup) => (
            <Table.Tr key={backup.file}>
              <Table.Td>{dateText(backup.createdAt, locale)}</Table.Td>
              <Table.Td>{t(`workspaces.backups.${backup.kind}`)}</Table.Td>
              <Table.Td ta="right">{sizeText(backup.bytes, locale)}</Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={t('workspaces.backups.restoreOf', { date: dateText(backup.createdAt, locale) })}
                  onClick={() => setChosen(backup)}
                >
                  {t('workspaces.backups.restore')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {chosen !== null && (
        <RestoreDialog
          backup={chosen}
          name={name}
          {...(path === undefined ? {} : { path })}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly name: string;
  readonly path?: string;
  readonly onClose: () => void;
}

function RestoreDialog({ backup, name, path, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const acts = useWorkspaceActs();
  const isBusy = useWorkspaces((state) => state.isBusy);
  return (
    <Modal
      opened
      onClose={onClose}
      size={460}
      title={t('workspaces.restore.title', { date: dateText(backup.createdAt, locale) })}
      closeButtonProps={{ 'aria-label': t('workspaces.close') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('workspaces.restore.text', { name })}</Text>
        <WorkspaceFault />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('workspaces.restore.cancel')}
          </Button>
          <Button
            loading={isBusy}
            onClick={() => void acts.restore(backup, path).then((isDone) => isDone && onClose())}
          >
            {t('workspaces.restore.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
