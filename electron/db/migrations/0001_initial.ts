import type { Migration } from '../migrate.ts';

/**
 * The first schema. A plan is read and written as one document; only interval history is relational.
 * The document stands last in its row, so that listing scenarios does not read it.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up(database) {
    database.exec(`
      CREATE TABLE scenario (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        parent_id TEXT REFERENCES scenario (id),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT,
        document TEXT NOT NULL CHECK (json_valid(document))
      ) STRICT;

      CREATE TABLE edit (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL CHECK (revision > 0),
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        command TEXT NOT NULL CHECK (json_valid(command)),
        inverse TEXT NOT NULL CHECK (json_valid(inverse))
      ) STRICT;
      CREATE INDEX edit_by_scenario ON edit (scenario_id, sequence);

      CREATE TABLE snapshot (
        id TEXT PRIMARY KEY,
        scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'approved', 'archived')),
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        engine_version TEXT NOT NULL,
        inputs_sha256 TEXT NOT NULL CHECK (length(inputs_sha256) = 64),
        document TEXT NOT NULL CHECK (json_valid(document)),
        results TEXT NOT NULL CHECK (json_valid(results))
      ) STRICT;
      CREATE INDEX snapshot_by_scenario ON snapshot (scenario_id, created_at);

      CREATE TABLE interval_history (
        queue_id TEXT NOT NULL,
        starts_at TEXT NOT NULL,
        interval_minutes INTEGER NOT NULL CHECK (interval_minutes BETWEEN 1 AND 1440),
        offered REAL CHECK (offered >= 0),
        answered REAL CHECK (answered >= 0),
        abandoned REAL CHECK (abandoned >= 0),
        handle_seconds REAL CHECK (handle_seconds >= 0),
        staffed_agents REAL CHECK (staffed_agents >= 0),
        PRIMARY KEY (queue_id, starts_at)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
