import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, Alert, Badge, Button, Group, Menu, Table, Text } from '@mantine/core';
import { IconDots, IconDeviceFloppy } from '@tabler/icons-react';
import type { Output } from '#shared/ipc/contract.ts';
import { usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { momentText } from '#renderer/state/moments.ts';
import { SaveVersionDialog } from './SaveVersionDialog.tsx';
import { useVersionActs } from './useVersionActs.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import styles from './Scenarios.module.css';

type Version = Output<'version.list'>[number];
type Status = Version['status'];

const colours: Readonly<Record<Status, string>> = {
  draft: 'gray',
  proposed: 'yellow',
  approved: 'green',
  archived: 'gray',
};

/** The saved versions of the open scenario. */
export function VersionsPanel() {
  const { t } = useTranslation();
  const scenarioId = usePlan((state) => state.id);
  const isReady = usePlan((state) => state.status === 'ready');
  const { value, reload } = useStored('version.list', scenarioId === null ? null : { scenarioId });
  const [isSaving, setSaving] = useState(false);
  const versions = value ?? [];
  return (
    <>
      <Group justify="space-between" py={4}>
        <Text size="sm" c="var(--planner-text-quiet)">
          {versions.length === 0 ? t('scenarios.versions.none') : t('scenarios.versions.text')}
        </Text>
        <Button
          disabled={!isReady}
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          onClick={() => setSaving(true)}
        >
          {t('scenarios.versions.save')}
        </Button>
      </Group>
      {versions.length > 0 && <VersionTable versions={versions} onChanged={reload} />}
      {isSaving && (
        <SaveVersionDialog
          names={versions.map(({ name }) => name)}
          onClose={() => setSaving(false)}
          onSaved={reload}
        />
      )}
    </>
  );
}

function VersionTable({
  versions,
  onChanged,
}: {
  readonly versions: readonly Version[];
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation();
  const [verified, setVerified] = useState<Version | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      {problem !== null && (
        <Alert
          color="red"
          variant="outline"
          mb="xs"
          withCloseButton
          closeButtonLabel={t('scenarios.dismiss')}
          onClose={() => setProblem(null)}
        >
          {problem}
        </Alert>
      )}
      <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.versions.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scenarios.name')}</Table.Th>
            <Table.Th w={120}>{t('scenarios.versions.status')}</Table.Th>
            <Table.Th w={170}>{t('scenarios.versions.savedAt')}</Table.Th>
            <Table.Th w={130}>{t('scenarios.versions.savedBy')}</Table.Th>
            <Table.Th w={120}>{t('scenarios.versions.hash')}</Table.Th>
            <Table.Th w={60}>
              <span className={styles.hidden}>{t('scenarios.acts')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <VersionLine
              key={version.id}
              version={version}
              onVerify={() => setVerified(version)}
              onChanged={onChanged}
              onProblem={setProblem}
            />
          ))}
        </Table.Tbody>
      </Table>
      {verified !== null && <VerifyDialog version={verified} onClose={() => setVerified(null)} />}
    </>
  );
}

interface VersionLineProps {
  readonly version: Version;
  readonly onVerify: () => void;
  readonly onChanged: () => void;
  readonly onProblem: (message: string) => void;
}

function VersionLine({ version, onVerify, onChanged, onProblem }: VersionLineProps) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const { name, status, note, createdAt, createdBy, sha256 } = version;
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {note !== '' && (
          <Text size="xs" c="var(--planner-text-quiet)">
            {note}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colours[status]}>
          {t(`scenarios.versions.is.${status}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{momentText(createdAt, locale)}</Table.Td>
      <Table.Td>{createdBy}</Table.Td>
      <Table.Td title={sha256} className={styles.hash}>
        {sha256.slice(0, 12)}
      </Table.Td>
      <Table.Td>
        <VersionMenu version={version} onVerify={onVerify} onChanged={onChanged} onProblem={onProblem} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What may follow a status: an approved version can only be put away. */
const following: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['proposed', 'approved', 'archived'],
  proposed: ['approved', 'draft', 'archived'],
  approved: ['archived'],
  archived: ['approved', 'draft'],
};

function VersionMenu({ version, onVerify, onChanged, onProblem }: VersionLineProps) {
  const { t } = useTranslation();
  const acts = useVersionActs({ onChanged, onProblem });
  const { id, name, status } = version;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('scenarios.moreNamed', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onVerify}>{t('scenarios.versions.verify')}</Menu.Item>
        <Menu.Item onClick={() => acts.compare(version)}>{t('scenarios.versions.compare')}</Menu.Item>
        <Menu.Item onClick={() => void acts.openCopy(version)}>{t('scenarios.versions.openCopy')}</Menu.Item>
        <Menu.Divider />
        {following[status].map((next) => (
          <Menu.Item key={next} onClick={() => void acts.setStatus(id, next)}>
            {t(`scenarios.versions.make.${next}`)}
          </Menu.Item>
        ))}
        {status !== 'approved' && (
          <Menu.Item color="red" onClick={() => void acts.remove(id)}>
            {t('scenarios.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
