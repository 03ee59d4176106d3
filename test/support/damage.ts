import SqliteDatabase from 'better-sqlite3';

/**
 * Makes a closed workspace inconsistent in a way that the quick check at opening cannot see, but a full one can: an
 * edit whose entry in the index names another scenario.
 */
export function hideFromIndex(file: string): void {
  const database = new SqliteDatabase(file);
  const row = database
    .prepare("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'edit_by_scenario'")
    .get();
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  database.exec("DELETE FROM sqlite_schema WHERE name = 'edit_by_scenario'");
  database.pragma('writable_schema = RESET');
  database.exec('UPDATE edit SET scenario_id = (SELECT id FROM scenario WHERE id <> edit.scenario_id)');
  database.pragma('writable_schema = ON');
  database.prepare('INSERT INTO sqlite_schema VALUES (:type, :name, :tbl_name, :rootpage, :sql)').run(row);
  database.pragma('writable_schema = RESET');
  database.close();
}
