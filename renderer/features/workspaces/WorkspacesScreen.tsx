import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Text, Title } from '@mantine/core';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import { sizeText } from '#renderer/ui/fileSize.ts';
import { BackupTable } from './BackupTable.tsx';
import { OpenFileButton } from './OpenFileButton.tsx';
import { useWorkspaceActs } from './useWorkspaceActs.tsx';
import { WorkspaceFault } from './WorkspaceFault.tsx';
import { WorkspaceTable } from './WorkspaceTable.tsx';
import styles from './Workspaces.module.css';

/** The workspace as a file: where it is, its backups, and the other workspaces. */
export function WorkspacesScreen() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const info = useWorkspaces((state) => state.info);
  const backups = useWorkspaces((state) => state.backups);
  useEffect(() => {
    void workspaces.refresh();
    void workspaces.loadFiles();
    void workspaces.loadBackups();
  }, [workspaces]);
  if (info === null || info.open === null) return null;
  return (
    <PlanScreen title={t('workspaces.title')}>
      <div className={styles.screen}>
        <WorkspaceFault />
        <ThisWorkspace />
        <Part heading={t('workspaces.backups.heading')} text={t('workspaces.backups.text')}>
          <BackupTable backups={backups} name={info.open.name} />
        </Part>
        <Part heading={t('workspaces.files.heading')}>
          <WorkspaceTable />
        </Part>
      </div>
    </PlanScreen>
  );
}

function Part({
  heading,
  text,
  children,
}: {
  readonly heading: string;
  readonly text?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part}>
      <Title order={2} className={styles.heading}>
        {heading}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="var(--planner-text-quiet)" mb="xs" maw={760}>
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}

function ThisWorkspace() {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const open = useWorkspaces((state) => state.info?.open);
  const profile = useWorkspaces((state) => state.profile);
  if (open === null || open === undefined) return null;
  const facts = [
    ['name', open.name],
    ['folder', open.folder],
    ['size', sizeText(open.bytes, locale)],
    ['profile', profile],
  ] as const;
  return (
    <Part heading={t('workspaces.file.heading')} text={t('workspaces.file.text')}>
      <dl className={styles.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`workspaces.file.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FileButtons />
    </Part>
  );
}

function FileButtons() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const acts = useWorkspaceActs();
  const isReadOnly = useWorkspaces((state) => state.info?.open?.access === 'read-only');
  return (
    <Group gap="xs" mt="xs">
      <Button disabled={isReadOnly} onClick={() => void acts.backUp()}>
        {t('workspaces.acts.backUp')}
      </Button>
      <Button variant="default" onClick={() => workspaces.show('save-copy')}>
        {t('workspaces.acts.saveCopy')}
      </Button>
      <Button variant="default" onClick={() => void workspaces.download()}>
        {t('workspaces.acts.download')}
      </Button>
      <Button variant="default" onClick={() => workspaces.show('create')}>
        {t('workspaces.acts.new')}
      </Button>
      <OpenFileButton />
      <Button variant="default" disabled={isReadOnly} onClick={() => workspaces.show('profile')}>
        {t('workspaces.acts.profile')}
      </Button>
    </Group>
  );
}
