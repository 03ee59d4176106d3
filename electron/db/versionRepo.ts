import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import type { PlanResults } from '#shared/model/results.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { listedVersion, statusChange, storedVersion } from './rows.ts';
import type { ListedVersion, StatusChange, StoredVersion } from './rows.ts';

interface NewVersion extends ListedVersion {
  readonly document: ScenarioDocument;
  readonly results: PlanResults;
}

const columns = `id, scenario_id AS scenarioId, name, status, note, revision, created_at AS createdAt,
  created_by AS createdBy, engine_version AS engineVersion, inputs_sha256 AS inputsSha256, sha256`;

const sql = {
  list: `SELECT ${columns} FROM snapshot WHERE scenario_id = :scenarioId ORDER BY created_at DESC, rowid DESC`,
  all: `SELECT ${columns} FROM snapshot ORDER BY created_at DESC, rowid DESC`,
  find: `SELECT ${columns}, document, results FROM snapshot WHERE id = :id`,
  insert: `INSERT INTO snapshot (id, scenario_id, name, status, note, revision, created_at, created_by,
             engine_version, inputs_sha256, sha256, document, results)
           VALUES (:id, :scenarioId, :name, :status, :note, :revision, :createdAt, :createdBy,
             :engineVersion, :inputsSha256, :sha256, :document, :results)`,
  rename: 'UPDATE snapshot SET name = :name WHERE id = :id',
  setStatus: 'UPDATE snapshot SET status = :status WHERE id = :id',
  addStatus: `INSERT INTO snapshot_status (snapshot_id, status, at, who, note)
              VALUES (:id, :status, :at, :who, :note)`,
  statuses: `SELECT status, at, who, note FROM snapshot_status WHERE snapshot_id = :id ORDER BY sequence`,
  remove: 'DELETE FROM snapshot WHERE id = :id',
} as const;

/** Saved versions. Their content never changes; the database itself refuses it. */
export interface VersionRepo {
  /** Newest first. */
  list(scenarioId: string): readonly ListedVersion[];
  all(): readonly ListedVersion[];
  find(id: string): StoredVersion | undefined;
  insert(version: NewVersion): void;
  rename(id: string, name: string): void;
  setStatus(id: string, change: StatusChange): void;
  /** Oldest first. */
  statuses(id: string): readonly StatusChange[];
  remove(id: string): void;
}

export function createVersionRepo(database: SqliteDatabase.Database): VersionRepo {
  const list = database.prepare(sql.list);
  const all = database.prepare(sql.all);
  const find = database.prepare(sql.find);
  const insert = database.prepare(sql.insert);
  const rename = database.prepare(sql.rename);
  const setStatus = database.prepare(sql.setStatus);
  const addStatus = database.prepare(sql.addStatus);
  const statuses = database.prepare(sql.statuses);
  const remove = database.prepare(sql.remove);
  return {
    list: (scenarioId) => z.array(listedVersion).parse(list.all({ scenarioId })),
    all: () => z.array(listedVersion).parse(all.all()),
    find: (id) => storedVersion.optional().parse(find.get({ id })),
    insert({ document, results, ...head }) {
      const { id, status, createdAt: at, createdBy: who, note } = head;
      insert.run({ ...head, document: JSON.stringify(document), results: JSON.stringify(results) });
      addStatus.run({ id, status, at, who, note });
    },
    rename: (id, name) => void rename.run({ id, name }),
    setStatus(id, change) {
      setStatus.run({ id, status: change.status });
      addStatus.run({ id, ...change });
    },
    statuses: (id) => z.array(statusChange).parse(statuses.all({ id })),
    remove: (id) => void remove.run({ id }),
  };
}
