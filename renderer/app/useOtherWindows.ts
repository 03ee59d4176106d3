import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications } from '@mantine/notifications';
import { usePlan } from '#renderer/state/usePlan.ts';
import { useSession } from './useSession.ts';

/** The open scenario was changed in another window: shows what is stored now, and says so. */
export function useOtherWindows(): void {
  const { t } = useTranslation();
  const { client, plan } = useSession();
  const changed = usePlan((state) => state.changedElsewhere);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'scenario-changed' || event.revision === null) return;
        const { id, revision, saveState, status, variant } = plan.getState();
        // What is still on its way to the disk meets the newer state when it is saved.
        if (event.id !== id || saveState !== 'saved' || status !== 'ready') return;
        // The base of a variant can change without a revision of the variant itself.
        if (event.revision > revision || variant !== null) void plan.reload();
      }),
    [client, plan],
  );
  useEffect(() => {
    if (changed === null) return;
    notifications.show({
      id: `changed-elsewhere-${changed.edits}`,
      message: t(`app.changedElsewhere.${changed.edits}`),
      color: changed.edits === 'refused' ? 'red' : 'blue',
      closeButtonProps: { 'aria-label': t('scenarios.dismiss') },
    });
  }, [changed, t]);
}
