import type { Migration } from '../migrate.ts';

/**
 * Variants keep their overrides where a scenario keeps its document. Versions never change: what was approved is what
 * will be read, whatever a later program or a hand-written statement tries.
 */
export const variantsAndVersions: Migration = {
  version: 2,
  name: 'variants and versions',
  up(database) {
    database.exec(`
      CREATE INDEX scenario_by_parent ON scenario (parent_id);

      ALTER TABLE edit ADD COLUMN path TEXT NOT NULL DEFAULT '';
      UPDATE edit SET path = coalesce(json_extract(command, '$.path'), '');
      CREATE INDEX edit_by_path ON edit (scenario_id, path);

      ALTER TABLE snapshot ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE snapshot ADD COLUMN note TEXT NOT NULL DEFAULT '';
      ALTER TABLE snapshot ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';

      CREATE TABLE snapshot_status (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        snapshot_id TEXT NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
        status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'approved', 'archived')),
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX snapshot_status_by_snapshot ON snapshot_status (snapshot_id, sequence);

      CREATE TRIGGER snapshot_content_never_changes
        BEFORE UPDATE OF id, scenario_id, created_at, created_by, engine_version, inputs_sha256, sha256, revision,
          document, results ON snapshot
        BEGIN SELECT RAISE(ABORT, 'A saved version never changes.'); END;
      CREATE TRIGGER snapshot_approved_is_final
        BEFORE UPDATE OF name, status ON snapshot
        WHEN OLD.status = 'approved' AND (NEW.name <> OLD.name OR NEW.status NOT IN ('approved', 'archived'))
        BEGIN SELECT RAISE(ABORT, 'An approved version never changes.'); END;
      CREATE TRIGGER snapshot_approved_stays
        BEFORE DELETE ON snapshot
        WHEN OLD.status = 'approved'
          OR EXISTS (SELECT 1 FROM snapshot_status WHERE snapshot_id = OLD.id AND status = 'approved')
        BEGIN SELECT RAISE(ABORT, 'An approved version is never deleted.'); END;
    `);
  },
};
