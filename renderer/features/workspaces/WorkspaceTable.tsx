import { useTranslation } from 'react-i18next';
import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { ListedWorkspace } from '#renderer/state/workspaces.ts';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import { sizeText } from '#renderer/ui/fileSize.ts';
import { dateText } from './fileTexts.ts';
import styles from './Workspaces.module.css';

/** The workspaces of the folder and those opened lately, but for the one that `without` names. */
export function WorkspaceTable({ without }: { readonly without?: string }) {
  const { t } = useTranslation();
  const all = useWorkspaces((state) => state.files);
  const files = all.filter(({ path }) => path !== without);
  if (files.length === 0) return <Text size="sm">{t('workspaces.files.none')}</Text>;
  return (
    <Table className={styles.table} verticalSpacing={3} aria-label={t('workspaces.files.heading')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('workspaces.files.name')}</Table.Th>
          <Table.Th>{t('workspaces.files.folder')}</Table.Th>
          <Table.Th>{t('workspaces.files.changed')}</Table.Th>
          <Table.Th ta="right">{t('workspaces.files.size')}</Table.Th>
          <Table.Th>{t('workspaces.files.state')}</Table.Th>
          <Table.Th>
            <span className={styles.hidden}>{t('workspaces.files.acts')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <FileLine key={file.path} file={file} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function FileLine({ file }: { readonly file: ListedWorkspace }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const { name, folder, state, bytes, changedAt } = file;
  return (
    <Table.Tr
      aria-current={state === 'current' ? 'true' : undefined}
      className={state === 'current' ? styles.current : undefined}
    >
      <Table.Td>{name}</Table.Td>
      <Table.Td className={styles.path}>{folder}</Table.Td>
      <Table.Td>{changedAt === null ? '–' : dateText(changedAt, locale)}</Table.Td>
      <Table.Td ta="right">{bytes === null ? '–' : sizeText(bytes, locale)}</Table.Td>
      <Table.Td>
        <Badge
          size="sm"
          tt="none"
          variant={state === 'current' ? 'light' : 'outline'}
          color={state === 'missing' ? 'red' : state === 'current' ? 'blue' : 'gray'}
        >
          {t(`workspaces.files.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <FileActs file={file} />
      </Table.Td>
    </Table.Tr>
  );
}

function FileActs({ file: { path, name, state } }: { readonly file: ListedWorkspace }) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  if (state === 'current' || state === 'missing') return null;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {state === 'present' && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t('workspaces.files.openNamed', { name })}
          onClick={() => void workspaces.open(path)}
        >
          {t('workspaces.files.open')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('workspaces.files.lookNamed', { name })}
        onClick={() => void workspaces.openReadOnly(path)}
      >
        {t('workspaces.files.look')}
      </Button>
    </Group>
  );
}
