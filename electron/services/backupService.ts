import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Backup } from '#electron/db/backups.ts';
import type { Context } from './context.ts';

function dayOf(isoInstant: string): string {
  return isoInstant.slice(0, 10);
}

function finish({ workspace, events, ports }: Context, backup: Backup): void {
  workspace.pruneBackups(ports.clock.now());
  events.emit({ type: 'backup-finished', file: backup.file });
}

export function backupHandlers(context: Context): Pick<Handlers, 'backup.create' | 'backup.list'> {
  const { workspace, ports } = context;
  return {
    'backup.create': async () => {
      const made = await workspace.backUp('manual', ports.clock.now());
      if (made.ok) finish(context, made.value);
      return made;
    },
    'backup.list': () => ok([...workspace.backups()]),
  };
}

async function backUpToday(context: Context, now: string, isClosed: () => boolean): Promise<void> {
  const { workspace, ports } = context;
  try {
    if (workspace.backups().some(({ createdAt }) => dayOf(createdAt) === dayOf(now))) return;
    const made = await workspace.backUp('daily', now);
    if (made.ok) finish(context, made.value);
    else ports.log.warn(`The daily backup was not made: ${made.fault.message}`);
  } catch (error) {
    if (!isClosed()) ports.log.error('The daily backup was not made.', error);
  }
}

/**
 * Makes the first copy of each day in the background: after opening, or with the first edit if the program stays open
 * over midnight (UTC). A failure is logged and not more: the workspace itself is open and well.
 */
export function startDailyBackups(context: Context, isClosed: () => boolean): void {
  if (context.workspace.access === 'read-only') return;
  let lastDay = '';
  const check = () => {
    const now = context.ports.clock.now();
    if (dayOf(now) === lastDay) return;
    lastDay = dayOf(now);
    void backUpToday(context, now, isClosed);
  };
  context.events.subscribe(({ type }) => {
    if (type === 'scenario-changed') check();
  });
  check();
}
