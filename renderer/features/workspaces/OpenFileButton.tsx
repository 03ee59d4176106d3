import { useTranslation } from 'react-i18next';
import { Button, FileButton } from '@mantine/core';
import { usePlanSession } from '#renderer/state/usePlan.ts';

/** Takes in a workspace from anywhere on the disk. */
export function OpenFileButton() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  return (
    <FileButton accept=".headroom" onChange={(file) => file !== null && void workspaces.receive(file)}>
      {(props) => (
        <Button variant="default" {...props}>
          {t('workspaces.acts.openFile')}
        </Button>
      )}
    </FileButton>
  );
}
