import SqliteDatabase from 'better-sqlite3';
import { ok } from '#shared/kernel/result.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';

/** Every inconsistency that SQLite finds in the whole file, and rows that refer to others which are not there. */
export function findDamage(database: SqliteDatabase.Database): readonly string[] {
  const found = database.prepare('PRAGMA integrity_check(100)').pluck().all().map(String);
  const dangling = database
    .prepare('SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check')
    .raw()
    .all();
  return [
    ...found.filter((finding) => finding !== 'ok'),
    ...dangling.map(
      (row) => `A row refers to one that is not there (table, row, referred table): ${String(row)}.`,
    ),
  ];
}

function definitions(database: SqliteDatabase.Database): ReadonlySet<string> {
  const found = database.prepare(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
  );
  return new Set(found.pluck().all().map(String));
}

function firstLine(definition: string): string {
  return definition.split('\n', 1)[0]?.trim() ?? '';
}

/** How the tables, indexes and triggers of a file differ from those that this version of Headroom makes. */
export function findSchemaDifferences(
  database: SqliteDatabase.Database,
  migrations: readonly Migration[],
): readonly string[] {
  const model = new SqliteDatabase(':memory:');
  try {
    const made = migrate(model, migrations, () => ok(''));
    if (!made.ok) throw new Error(made.fault.message);
    const [is, shouldBe] = [definitions(database), definitions(model)];
    return [
      ...[...shouldBe].filter((one) => !is.has(one)).map((one) => `Missing or different: ${firstLine(one)}`),
      ...[...is].filter((one) => !shouldBe.has(one)).map((one) => `Not of this version: ${firstLine(one)}`),
    ];
  } finally {
    model.close();
  }
}
