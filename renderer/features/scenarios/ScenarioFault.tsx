import { useTranslation } from 'react-i18next';
import { Alert } from '@mantine/core';
import { useLibrary, usePlanSession } from '#renderer/state/usePlan.ts';
import styles from './Scenarios.module.css';
import { faultText } from '#renderer/state/faultText.ts';

/** Why the last thing done to a scenario did not happen. */
export function ScenarioFault() {
  const { t } = useTranslation();
  const { library } = usePlanSession();
  const fault = useLibrary((state) => state.fault);
  if (fault === null) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      m={8}
      p="xs"
      className={styles.fault}
      title={t('scenarios.notDone')}
      withCloseButton
      closeButtonLabel={t('scenarios.dismiss')}
      onClose={() => library.dismissFault()}
    >
      {faultText(fault, t)}
    </Alert>
  );
}
