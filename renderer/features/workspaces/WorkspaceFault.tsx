import { useTranslation } from 'react-i18next';
import { Alert } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { usePlanSession, useWorkspaces } from '#renderer/state/usePlan.ts';

/** In words for the page where there are some, else what the services said. */
function useFaultText(fault: Fault | null): string {
  const { t } = useTranslation();
  switch (fault?.code) {
    case 'name-taken':
    case 'already-open':
    case 'newer-file':
    case 'not-found':
      return t(`workspaces.fault.${fault.code}`);
    default:
      return fault === null ? '' : faultText(fault, t);
  }
}

/** Why the last thing done to a workspace did not happen. */
export function WorkspaceFault() {
  const { t } = useTranslation();
  const { workspaces } = usePlanSession();
  const fault = useWorkspaces((state) => state.fault);
  const text = useFaultText(fault);
  if (fault === null) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      p="xs"
      title={t('workspaces.notDone')}
      withCloseButton
      closeButtonLabel={t('workspaces.close')}
      onClose={() => workspaces.dismissFault()}
    >
      {text}
    </Alert>
  );
}
