const kinds = ['manual', 'daily', 'migration', 'replaced'] as const;

/** Kind of a copy: asked for, the first of a day, made before a migration, or what stood where a copy was restored. */
export type BackupKind = (typeof kinds)[number];

export interface BackupName {
  readonly file: string;
  readonly kind: BackupKind;
  /** ISO instant. */
  readonly createdAt: string;
}

const keptOfToday = 3;
const keptDays = 10;
const dayMilliseconds = 86_400_000;

/** `20271231T235959123Z`: an instant in a form that every file system takes and that sorts by time. */
function stampOf(isoInstant: string): string {
  return isoInstant.replaceAll(/[-:.]/g, '');
}

/** `workspace.20271231T235959123Z.daily.headroom`; a second one of the same instant gets `-2`. */
export function backupFileName(stem: string, isoInstant: string, label: string, copy: number): string {
  return `${stem}.${stampOf(isoInstant)}${copy > 1 ? `-${copy}` : ''}.${label}.headroom`;
}

/** Reads a name made by `backupFileName`; undefined for any other file. */
export function parseBackupName(stem: string, file: string): BackupName | undefined {
  if (!file.startsWith(`${stem}.`)) return undefined;
  const rest = file.slice(stem.length + 1);
  const match =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(?:-\d+)?\.(manual|daily|migration|replaced)(?:-v\d+-v\d+)?\.headroom$/.exec(
      rest,
    );
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, milliseconds, label] = match;
  const kind = kinds.find((known) => known === label);
  if (kind === undefined) return undefined;
  const createdAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
  return { file, createdAt, kind };
}

/** Newest first; of the same instant the later copy first. */
export function newestFirst(backups: readonly BackupName[]): readonly BackupName[] {
  return backups.toSorted(
    (a, b) => compare(b.createdAt, a.createdAt) || b.file.length - a.file.length || compare(b.file, a.file),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function dayOf(isoInstant: string): string {
  return isoInstant.slice(0, 10);
}

/**
 * Which copies may go. Kept: the newest three of today, the newest of each of the ten days before, beside them what was
 * replaced in these days, all that were made before a migration, and any from the future (a clock that was wrong must
 * not cost a copy). Days are UTC.
 */
export function expiredBackups(backups: readonly BackupName[], now: string): readonly BackupName[] {
  const today = dayOf(now);
  const oldestKept = dayOf(
    new Date(Date.parse(`${today}T00:00:00Z`) - keptDays * dayMilliseconds).toISOString(),
  );
  const seen = new Map<string, number>();
  return newestFirst(backups).filter(({ kind, createdAt }) => {
    const day = dayOf(createdAt);
    if (kind === 'migration' || day > today) return false;
    if (kind === 'replaced') return day < oldestKept;
    const newer = seen.get(day) ?? 0;
    seen.set(day, newer + 1);
    if (day === today) return newer >= keptOfToday;
    return day < oldestKept || newer >= 1;
  });
}
