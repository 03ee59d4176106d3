import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';

const names = z.array(z.string());

/** A digest of everything that stands in a closed workspace: its schema and every row of every table. */
export function databaseState(file: string): string {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    const hash = createHash('sha256');
    hash.update(
      JSON.stringify(database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2').all()),
    );
    const tables = names.parse(
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all(),
    );
    for (const table of tables) {
      hash.update(table);
      const rows = database.prepare(`SELECT * FROM "${table}"`).all();
      for (const row of rows.map((columns) => JSON.stringify(columns)).toSorted()) hash.update(row);
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}
