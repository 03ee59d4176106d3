import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { listedScenario, storedEdit, storedScenario } from './rows.ts';
import type { ListedScenario, StoredEdit, StoredScenario } from './rows.ts';

interface NewScenario {
  readonly id: string;
  readonly document: ScenarioDocument;
  readonly at: string;
}

/** One saved batch of edits: the document after it, and what the journal says about it. */
interface Save {
  readonly id: string;
  readonly revision: number;
  readonly document: ScenarioDocument;
  readonly at: string;
  readonly who: string;
  readonly edits: readonly { readonly command: Command; readonly inverse: Command }[];
}

const columns = 'id, name, revision, document';

const sql = {
  list: `SELECT id, name, revision, created_at AS createdAt, updated_at AS updatedAt, parent_id AS parentId
         FROM scenario WHERE deleted_at IS NULL ORDER BY created_at, rowid`,
  live: `SELECT ${columns} FROM scenario WHERE id = :id AND deleted_at IS NULL`,
  deleted: `SELECT ${columns} FROM scenario WHERE id = :id AND deleted_at IS NOT NULL`,
  count: 'SELECT count(*) FROM scenario',
  names: 'SELECT name FROM scenario WHERE deleted_at IS NULL AND id <> :exceptId',
  insert: `INSERT INTO scenario (id, name, parent_id, revision, created_at, updated_at, document)
           VALUES (:id, :name, NULL, 0, :at, :at, :document)`,
  update: `UPDATE scenario SET name = :name, revision = :revision, updated_at = :at, document = :document WHERE id = :id`,
  markDeleted: 'UPDATE scenario SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL',
  unmarkDeleted: 'UPDATE scenario SET deleted_at = NULL WHERE id = :id',
  purge: `DELETE FROM scenario WHERE deleted_at < :before
          AND id NOT IN (SELECT parent_id FROM scenario WHERE parent_id IS NOT NULL)`,
  insertEdit: `INSERT INTO edit (scenario_id, revision, at, who, command, inverse)
               VALUES (:id, :revision, :at, :who, :command, :inverse)`,
  edits: `SELECT sequence, revision, at, who, command, inverse FROM edit
          WHERE scenario_id = :id AND sequence < :before ORDER BY sequence DESC LIMIT :limit`,
} as const;

/** Scenarios and their journal. The name in a row is a copy of the document's, so that listing reads no documents. */
export interface ScenarioRepo {
  list(): readonly ListedScenario[];
  find(id: string): StoredScenario | undefined;
  findDeleted(id: string): StoredScenario | undefined;
  /** Counts deleted ones as well. */
  count(): number;
  /** Names in use, leaving out one scenario's own. */
  namesExcept(exceptId: string): readonly string[];
  insert(scenario: NewScenario): void;
  save(save: Save): void;
  /** False when there is no such scenario. */
  markDeleted(id: string, at: string): boolean;
  unmarkDeleted(id: string): void;
  /** Removes for good what was deleted before an instant, journal included; returns how many. */
  purgeDeletedBefore(before: string): number;
  edits(id: string, limit: number, before: number): readonly StoredEdit[];
}

export function createScenarioRepo(database: SqliteDatabase.Database): ScenarioRepo {
  const list = database.prepare(sql.list);
  const live = database.prepare(sql.live);
  const deleted = database.prepare(sql.deleted);
  const count = database.prepare(sql.count).pluck();
  const names = database.prepare(sql.names).pluck();
  const insert = database.prepare(sql.insert);
  const markDeleted = database.prepare(sql.markDeleted);
  const unmarkDeleted = database.prepare(sql.unmarkDeleted);
  const purge = database.prepare(sql.purge);
  const edits = database.prepare(sql.edits);
  const one = storedScenario.optional();
  return {
    list: () => z.array(listedScenario).parse(list.all()),
    find: (id) => one.parse(live.get({ id })),
    findDeleted: (id) => one.parse(deleted.get({ id })),
    count: () => z.int().parse(count.get()),
    namesExcept: (exceptId) => z.array(z.string()).parse(names.all({ exceptId })),
    insert: ({ id, document, at }) => {
      insert.run({ id, name: document.name, at, document: JSON.stringify(document) });
    },
    save: saver(database),
    markDeleted: (id, at) => markDeleted.run({ id, at }).changes > 0,
    unmarkDeleted: (id) => {
      unmarkDeleted.run({ id });
    },
    purgeDeletedBefore: (before) => purge.run({ before }).changes,
    edits: (id, limit, before) => z.array(storedEdit).parse(edits.all({ id, limit, before })),
  };
}

function saver(database: SqliteDatabase.Database): ScenarioRepo['save'] {
  const update = database.prepare(sql.update);
  const insertEdit = database.prepare(sql.insertEdit);
  return ({ id, revision, document, at, who, edits }) => {
    update.run({ id, name: document.name, revision, at, document: JSON.stringify(document) });
    for (const { command, inverse } of edits) {
      insertEdit.run({
        id,
        revision,
        at,
        who,
        command: JSON.stringify(command),
        inverse: JSON.stringify(inverse),
      });
    }
  };
}
