import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, ScrollArea, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { IncomingWorkspace } from '#renderer/state/workspaces.ts';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';
import { dateText } from './fileTexts.ts';
import { NameDialog } from './NameDialog.tsx';
import { workspaceNameProblem } from './workspaceName.ts';

function useNameProblem(): (name: string) => string | null {
  const { t } = useTranslation();
  return (name) => {
    const problem = workspaceNameProblem(name);
    return problem === null ? null : t(`workspaces.name.${problem}`);
  };
}

/** Whichever dialog about workspaces is open. */
export function WorkspaceDialogs() {
  const dialog = useWorkspaces((state) => state.dialog);
  const incoming = useWorkspaces((state) => state.incoming);
  if (incoming !== null) return <IncomingDialog incoming={incoming} />;
  if (dialog === 'create') return <CreateDialog />;
  if (dialog === 'save-copy') return <CopyDialog />;
  return dialog === 'profile' ? <ProfileDialog /> : null;
}

function CreateDialog() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const { info, isBusy } = useWorkspaces((state) => state);
  const problemOf = useNameProblem();
  const close = (): void => workspaces.show(null);
  return (
    <NameDialog
      title={t('workspaces.create.title')}
      label={t('workspaces.create.label')}
      text={t('workspaces.create.text', { folder: info?.folder ?? '' })}
      confirm={t('workspaces.create.confirm')}
      initial=""
      problemOf={problemOf}
      isBusy={isBusy}
      onConfirm={(name) => void workspaces.create(name).then((isMade) => isMade && close())}
      onClose={close}
    />
  );
}

function CopyDialog() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const { info, isBusy } = useWorkspaces((state) => state);
  const [opens, setOpens] = useState(info?.open?.access === 'read-only');
  const problemOf = useNameProblem();
  const close = (): void => workspaces.show(null);
  const save = async (name: string): Promise<void> => {
    if (!(await workspaces.saveCopy(name, opens))) return;
    close();
    notifications.show({ message: t('workspaces.copy.done', { name }) });
  };
  return (
    <NameDialog
      title={t('workspaces.copy.title')}
      label={t('workspaces.copy.label')}
      text={t('workspaces.copy.text', { folder: info?.folder ?? '' })}
      confirm={t('workspaces.copy.confirm')}
      initial={t('workspaces.copy.suggested', { name: info?.open?.name ?? '' })}
      problemOf={problemOf}
      isBusy={isBusy}
      onConfirm={(name) => void save(name)}
      onClose={close}
    >
      <Checkbox
        size="xs"
        label={t('workspaces.copy.opens')}
        checked={opens}
        onChange={(event) => setOpens(event.currentTarget.checked)}
      />
    </NameDialog>
  );
}

function ProfileDialog() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const { profile, isBusy } = useWorkspaces((state) => state);
  const close = (): void => workspaces.show(null);
  return (
    <NameDialog
      title={t('workspaces.profile.title')}
      label={t('workspaces.profile.label')}
      text={t('workspaces.profile.text')}
      confirm={t('workspaces.profile.confirm')}
      initial={profile}
      problemOf={() => null}
      isBusy={isBusy}
      onConfirm={(name) => void workspaces.setProfile(name).then((isSet) => isSet && close())}
      onClose={close}
    />
  );
}

function IncomingDialog({ incoming }: { readonly incoming: IncomingWorkspace }) {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const { info, isBusy } = useWorkspaces((state) => state);
  const problemOf = useNameProblem();
  const { scenarios, suggestedName } = incoming;
  return (
    <NameDialog
      title={t('workspaces.incoming.title')}
      label={t('workspaces.incoming.label')}
      text={t('workspaces.incoming.text', { count: scenarios.length, folder: info?.folder ?? '' })}
      confirm={t('workspaces.incoming.confirm')}
      initial={suggestedName}
      problemOf={problemOf}
      isBusy={isBusy}
      onConfirm={(name) => void workspaces.acceptIncoming(name)}
      onClose={() => workspaces.dismissIncoming()}
    >
      <IncomingScenarios scenarios={scenarios} />
    </NameDialog>
  );
}

function IncomingScenarios({ scenarios }: Pick<IncomingWorkspace, 'scenarios'>) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  return (
    <ScrollArea.Autosize mah={220}>
      <Table verticalSpacing={2} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workspaces.incoming.scenario')}</Table.Th>
            <Table.Th>{t('workspaces.incoming.changed')}</Table.Th>
            <Table.Th ta="right">{t('workspaces.incoming.edits')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scenarios.map(({ name, changedAt, edits }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{dateText(changedAt, locale)}</Table.Td>
              <Table.Td ta="right">{edits.toLocaleString(locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
