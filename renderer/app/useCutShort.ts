import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications } from '@mantine/notifications';
import { useWorkspaces } from '#renderer/state/usePlan.ts';

/** Tells that whoever had the workspace open before never came to an end, until the user has put the message away. */
export function useCutShort(): void {
  const { t } = useTranslation();
  const path = useWorkspaces(({ info }) => (info?.open?.wasCutShort === true ? info.open.path : undefined));
  useEffect(() => {
    const key = `headroom.cutShort.${path}`;
    // A reload asks again, and shall not tell again.
    if (path === undefined || window.sessionStorage.getItem(key) !== null) return;
    const message = {
      id: 'cut-short',
      title: t('app.cutShort.title'),
      message: t('app.cutShort.text'),
      color: 'orange',
      // Of a message with a title the kit would show the text in a grey that is too light.
      styles: { description: { color: 'var(--planner-text-quiet)' } },
      autoClose: false,
      closeButtonProps: { 'aria-label': t('scenarios.dismiss') },
      onClose: () => window.sessionStorage.setItem(key, 'told'),
    };
    notifications.show(message);
    // It may stand there already, in another language.
    notifications.update(message);
  }, [path, t]);
}
