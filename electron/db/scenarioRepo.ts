import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { deletedScenario, listedScenario, storedScenario } from './rows.ts';
import type { DeletedScenario, ListedScenario, StoredScenario, VariantContent } from './rows.ts';

/** A document, or for a scenario that builds on another what it has of its own. */
export type ScenarioContent = ScenarioDocument | VariantContent;

interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly content: ScenarioContent;
  readonly at: string;
}

const columns = 'id, name, revision, parent_id AS parentId, document AS content';
const listColumns =
  'id, name, revision, created_at AS createdAt, updated_at AS updatedAt, parent_id AS parentId';

const sql = {
  list: `SELECT ${listColumns} FROM scenario WHERE deleted_at IS NULL ORDER BY created_at, rowid`,
  listDeleted: `SELECT ${listColumns}, deleted_at AS deletedAt FROM scenario
                WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid`,
  any: `SELECT ${columns} FROM scenario WHERE id = :id`,
  live: `SELECT ${columns} FROM scenario WHERE id = :id AND deleted_at IS NULL`,
  deleted: `SELECT ${columns} FROM scenario WHERE id = :id AND deleted_at IS NOT NULL`,
  count: 'SELECT count(*) FROM scenario',
  names: 'SELECT name FROM scenario WHERE deleted_at IS NULL AND id <> :exceptId',
  variants: `SELECT id, name, revision FROM scenario
             WHERE parent_id = :id AND deleted_at IS NULL ORDER BY created_at, rowid`,
  insert: `INSERT INTO scenario (id, name, parent_id, revision, created_at, updated_at, document)
           VALUES (:id, :name, :parentId, 0, :at, :at, :content)`,
  update: `UPDATE scenario SET name = :name, parent_id = :parentId, revision = :revision, updated_at = :at,
           document = :content WHERE id = :id`,
  markDeleted: 'UPDATE scenario SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL',
  unmarkDeleted: 'UPDATE scenario SET deleted_at = NULL WHERE id = :id',
  purge: `DELETE FROM scenario WHERE deleted_at < :before
          AND id NOT IN (SELECT parent_id FROM scenario WHERE parent_id IS NOT NULL)
          AND id NOT IN (SELECT scenario_id FROM snapshot WHERE status = 'approved' OR id IN
            (SELECT snapshot_id FROM snapshot_status WHERE status = 'approved'))`,
} as const;

const variantHead = z.strictObject({ id: z.string(), name: z.string(), revision: z.int() });

/** Scenarios. The name in a row is a copy of the document's, so that listing reads no documents. */
export interface ScenarioRepo {
  list(): readonly ListedScenario[];
  /** Those that can be restored, the latest first. */
  listDeleted(): readonly DeletedScenario[];
  find(id: string): StoredScenario | undefined;
  /** Deleted or not. */
  findAny(id: string): StoredScenario | undefined;
  findDeleted(id: string): StoredScenario | undefined;
  /** Counts deleted ones as well. */
  count(): number;
  /** Names in use, leaving out one scenario's own. */
  namesExcept(exceptId: string): readonly string[];
  /** The scenarios that build on one directly. */
  variantsOf(id: string): readonly z.infer<typeof variantHead>[];
  insert(scenario: ScenarioRow): void;
  update(scenario: ScenarioRow & { readonly revision: number }): void;
  /** False when there is no such scenario. */
  markDeleted(id: string, at: string): boolean;
  unmarkDeleted(id: string): void;
  /**
   * Removes for good what was deleted before an instant, journal included; returns how many. What others build on and
   * what has an approved version stays.
   */
  purgeDeletedBefore(before: string): number;
}

function rowOf({ content, ...rest }: ScenarioRow) {
  return { ...rest, content: JSON.stringify(content) };
}

export function createScenarioRepo(database: SqliteDatabase.Database): ScenarioRepo {
  const list = database.prepare(sql.list);
  const listDeleted = database.prepare(sql.listDeleted);
  const any = database.prepare(sql.any);
  const live = database.prepare(sql.live);
  const deleted = database.prepare(sql.deleted);
  const count = database.prepare(sql.count).pluck();
  const names = database.prepare(sql.names).pluck();
  const variants = database.prepare(sql.variants);
  const insert = database.prepare(sql.insert);
  const update = database.prepare(sql.update);
  const markDeleted = database.prepare(sql.markDeleted);
  const unmarkDeleted = database.prepare(sql.unmarkDeleted);
  const purge = database.prepare(sql.purge);
  const one = storedScenario.optional();
  return {
    list: () => z.array(listedScenario).parse(list.all()),
    listDeleted: () => z.array(deletedScenario).parse(listDeleted.all()),
    find: (id) => one.parse(live.get({ id })),
    findAny: (id) => one.parse(any.get({ id })),
    findDeleted: (id) => one.parse(deleted.get({ id })),
    count: () => z.int().parse(count.get()),
    namesExcept: (exceptId) => z.array(z.string()).parse(names.all({ exceptId })),
    variantsOf: (id) => z.array(variantHead).parse(variants.all({ id })),
    insert: (scenario) => void insert.run(rowOf(scenario)),
    update: ({ revision, ...scenario }) => void update.run({ ...rowOf(scenario), revision }),
    markDeleted: (id, at) => markDeleted.run({ id, at }).changes > 0,
    unmarkDeleted: (id) => {
      unmarkDeleted.run({ id });
    },
    purgeDeletedBefore(before) {
      let purged = 0;
      // What was built on can go once what built on it is gone.
      for (let gone = -1; gone !== 0; purged += gone) gone = purge.run({ before }).changes;
      return purged;
    },
  };
}
