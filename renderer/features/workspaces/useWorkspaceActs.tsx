import { useTranslation } from 'react-i18next';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Backup, Workspaces } from '#renderer/state/workspaces.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { dateText } from './fileTexts.ts';

/** Long enough to notice that it was the wrong one. The backup itself stays. */
const undoMilliseconds = 60_000;

interface RestoredProps {
  readonly text: string;
  readonly undo: string;
  readonly onUndo: () => void;
}

function Restored({ text, undo, onUndo }: RestoredProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button variant="default" onClick={onUndo}>
        {undo}
      </Button>
    </Group>
  );
}

interface WorkspaceActs {
  readonly backUp: () => Promise<void>;
  /** Restores a copy and offers to undo that. */
  readonly restore: (backup: Backup, path?: string) => Promise<boolean>;
}

/** What can be done to copies, the same from the menu, the screen and the start. */
export function useWorkspaceActs(): WorkspaceActs {
  const { t } = useTranslation();
  const { workspaces, locale } = usePlanSession();
  return {
    async backUp() {
      const made = await workspaces.backUp();
      if (made === undefined) return;
      const time = new Date(made.createdAt).toLocaleTimeString(locale, {
        timeStyle: 'short',
        hourCycle: 'h23',
      });
      notifications.show({ message: t('workspaces.backups.done', { time }) });
    },
    async restore(backup, path) {
      // Kept for the undo: by then another workspace may be open.
      const file = path ?? workspaces.getState().info?.open?.path;
      const replaced = await workspaces.restore(backup.file, file);
      if (replaced === undefined) return false;
      const id = `restored-${backup.file}`;
      notifications.show({
        id,
        autoClose: undoMilliseconds,
        closeButtonProps: { 'aria-label': t('workspaces.close') },
        message:
          replaced === null ? (
            t('workspaces.restore.done', { date: dateText(backup.createdAt, locale) })
          ) : (
            <Restored
              text={t('workspaces.restore.done', { date: dateText(backup.createdAt, locale) })}
              undo={t('workspaces.restore.undo')}
              onUndo={() => {
                notifications.hide(id);
                void undone(workspaces, replaced, file);
              }}
            />
          ),
      });
      return true;
    },
  };
}

async function undone(workspaces: Workspaces, replaced: string, path?: string): Promise<void> {
  await workspaces.restore(replaced, path);
  await workspaces.loadBackups();
}
