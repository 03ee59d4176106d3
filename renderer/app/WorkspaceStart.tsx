import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { BackupTable } from '#renderer/features/workspaces/BackupTable.tsx';
import { WorkspaceFault } from '#renderer/features/workspaces/WorkspaceFault.tsx';
import { OpenFileButton } from '#renderer/features/workspaces/OpenFileButton.tsx';
import { WorkspaceTable } from '#renderer/features/workspaces/WorkspaceTable.tsx';
import styles from '#renderer/features/workspaces/Workspaces.module.css';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import type { WorkspaceProblem } from '#renderer/state/workspaces.ts';

/** What the app shows instead of a plan when its workspace cannot be opened: why, and every way on. */
export function WorkspaceStart() {
  const { t } = useTranslation();
  const problem = useWorkspaces((state) => state.info?.problem);
  return (
    <main className={styles.start} aria-label={t('workspaces.start.label')}>
      {problem === null || problem === undefined ? null : <Problem problem={problem} />}
    </main>
  );
}

function Problem({ problem }: { readonly problem: WorkspaceProblem }) {
  const { t } = useTranslation();
  const { kind, path, message, waysOn } = problem;
  const [isDetailShown, setDetailShown] = useState(false);
  return (
    <Stack gap="md">
      <div role="alert">
        <Title order={1} size="h3" mb={6}>
          {t(`workspaces.start.kind.${kind}.title`)}
        </Title>
        <Text size="sm">{t(`workspaces.start.kind.${kind}.text`)}</Text>
      </div>
      <div>
        <div className={styles.file}>{path}</div>
        <Button
          variant="subtle"
          size="compact-xs"
          mt={4}
          aria-expanded={isDetailShown}
          onClick={() => setDetailShown(!isDetailShown)}
        >
          {t('workspaces.start.detail')}
        </Button>
        <Collapse expanded={isDetailShown} transitionDuration={0}>
          <Text size="xs" c="var(--planner-text-quiet)">
            {message}
          </Text>
        </Collapse>
      </div>
      <WorkspaceFault />
      <section aria-label={t('workspaces.start.ways')}>
        <Group gap="xs">
          {waysOn.map((way, place) => (
            <WayOn key={way} way={way} problem={problem} isFirst={place === 0} />
          ))}
        </Group>
      </section>
      {waysOn.includes('restore') && (
        <Part heading={t('workspaces.start.restore')}>
          <BackupTable backups={problem.backups} name={problem.name} path={path} />
        </Part>
      )}
      {waysOn.includes('open-another') && <Others without={path} />}
    </Stack>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        {heading}
      </Title>
      {children}
    </section>
  );
}

interface WayOnProps {
  readonly way: WorkspaceProblem['waysOn'][number];
  readonly problem: WorkspaceProblem;
  readonly isFirst: boolean;
}

/** A way that is one press away; the others have a part of their own below. */
function WayOn({ way, problem: { path, name }, isFirst }: WayOnProps) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const isBusy = useWorkspaces((state) => state.isBusy);
  const style = { variant: isFirst ? 'filled' : 'default', disabled: isBusy } as const;
  switch (way) {
    case 'try-again':
      return (
        <Button {...style} onClick={() => void workspaces.open(path)}>
          {t('workspaces.start.tryAgain')}
        </Button>
      );
    case 'open-read-only':
      return (
        <Button {...style} onClick={() => void workspaces.openReadOnly(path)}>
          {t('workspaces.start.openReadOnly')}
        </Button>
      );
    case 'save-elsewhere':
      return (
        <Button
          {...style}
          onClick={() => void workspaces.saveElsewhere(path, t('workspaces.copy.suggested', { name }))}
        >
          {t('workspaces.start.saveElsewhere')}
        </Button>
      );
    case 'create':
      return (
        <Button {...style} onClick={() => workspaces.show('create')}>
          {t('workspaces.start.create')}
        </Button>
      );
    case 'restore':
    case 'open-another':
      return null;
  }
}

function Others({ without }: { readonly without: string }) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  useEffect(() => void workspaces.loadFiles(), [workspaces]);
  return (
    <Part heading={t('workspaces.start.openAnother')}>
      <Stack gap="xs" align="flex-start">
        <WorkspaceTable without={without} />
        <OpenFileButton />
      </Stack>
    </Part>
  );
}
