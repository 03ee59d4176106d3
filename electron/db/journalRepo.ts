import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { type Command, pathsOf } from '#shared/model/commands.ts';
import { storedEdit } from './rows.ts';
import type { ParentChange, StoredEdit } from './rows.ts';

/** A change of a scenario and what takes it back. */
export interface JournalEdit {
  readonly command: Command | ParentChange;
  readonly inverse: Command | ParentChange;
}

interface NewEntries {
  readonly id: string;
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly edits: readonly JournalEdit[];
}

/** Which entries are wanted; a part that is absent leaves none out. */
export interface JournalFilter {
  readonly limit: number;
  /** Entries older than this one. */
  readonly before?: number | undefined;
  /** Entries newer than this one. */
  readonly after?: number | undefined;
  /** Entries that changed this input, or something inside it. */
  readonly path?: string | undefined;
  readonly who?: string | undefined;
  /** Words of a reason, a path or a value. */
  readonly search?: string | undefined;
  /** Instants, the first included, the last not. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

const sql = {
  insert: `INSERT INTO edit (scenario_id, revision, at, who, path, command, inverse)
           VALUES (:id, :revision, :at, :who, :path, :command, :inverse)`,
  // An edit of several inputs at once has no path of its own, and names them in its command.
  entries: `SELECT sequence, revision, at, who, command, inverse FROM edit
            WHERE scenario_id = :id AND sequence < :before AND sequence > :after
              AND (:path IS NULL OR path = :path OR substr(path, 1, length(:path) + 1) IN (:path || '.', :path || '[')
                OR (path = '' AND (instr(command, '"' || :path || '"') > 0 OR instr(command, '"' || :path || '.') > 0)))
              AND (:who IS NULL OR who = :who)
              AND (:search IS NULL OR instr(lower(command), lower(:search)) > 0)
              AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
            ORDER BY sequence DESC LIMIT :limit`,
  // Being put on another base has no reason of its own.
  giveReason: `UPDATE edit SET command = CASE WHEN :reason = '' THEN json_remove(command, '$.reason')
                                              ELSE json_set(command, '$.reason', :reason) END
               WHERE scenario_id = :id AND sequence = :sequence AND json_extract(command, '$.type') <> 'setParent'`,
  people: 'SELECT DISTINCT who FROM edit WHERE scenario_id = :id ORDER BY who',
} as const;

/** Who changed what and when. It only grows; why can be said later. */
export interface JournalRepo {
  add(entries: NewEntries): void;
  /**
   * Says why an entry was made; an empty text takes the reason away.
   *
   * @returns false when the scenario has no such edit
   */
  giveReason(id: string, sequence: number, reason: string): boolean;
  /** Newest first. */
  entries(id: string, filter: JournalFilter): readonly StoredEdit[];
  /** Everybody who edited a scenario. */
  people(id: string): readonly string[];
}

function pathOf(command: Command | ParentChange): string {
  if (command.type === 'setParent') return '';
  const paths = pathsOf(command);
  return paths.length === 1 ? (paths[0] ?? '') : '';
}

export function createJournalRepo(database: SqliteDatabase.Database): JournalRepo {
  const insert = database.prepare(sql.insert);
  const entries = database.prepare(sql.entries);
  const giveReason = database.prepare(sql.giveReason);
  const people = database.prepare(sql.people).pluck();
  return {
    add({ edits, ...entry }) {
      for (const { command, inverse } of edits) {
        const texts = { command: JSON.stringify(command), inverse: JSON.stringify(inverse) };
        insert.run({ ...entry, ...texts, path: pathOf(command) });
      }
    },
    giveReason: (id, sequence, reason) => giveReason.run({ id, sequence, reason }).changes > 0,
    entries: (id, { before = Number.MAX_SAFE_INTEGER, after = 0, limit, ...filter }) => {
      const { path = null, who = null, search = null, since = null, until = null } = filter;
      const wanted = { id, limit, before, after, path, who, search, since, until };
      return z.array(storedEdit).parse(entries.all(wanted));
    },
    people: (id) => z.array(z.string()).parse(people.all({ id })),
  };
}
