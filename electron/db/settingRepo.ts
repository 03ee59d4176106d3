import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { settingRow } from './rows.ts';

/** Small values by key. What a key means and may hold is the service's business. */
export interface SettingRepo {
  all(): ReadonlyMap<string, unknown>;
  set(key: string, value: unknown): void;
  remove(key: string): void;
}

export function createSettingRepo(database: SqliteDatabase.Database): SettingRepo {
  const all = database.prepare('SELECT key, value FROM setting ORDER BY key');
  const set = database.prepare(
    'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM setting WHERE key = :key');
  return {
    all: () =>
      new Map(
        z
          .array(settingRow)
          .parse(all.all())
          .map(({ key, value }) => [key, value]),
      ),
    set: (key, value) => {
      set.run({ key, value: JSON.stringify(value) });
    },
    remove: (key) => {
      remove.run({ key });
    },
  };
}
