import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './ports.ts';
import { writeWhole } from './writeWhole.ts';

export interface RecentFile {
  readonly path: string;
  /** ISO instant. */
  readonly openedAt: string;
}

function isRecentFile(value: unknown): value is RecentFile {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('openedAt' in value))
    return false;
  const { path, openedAt } = value;
  return typeof path === 'string' && typeof openedAt === 'string' && isInstant(openedAt);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && Number.isFinite(Date.parse(text));
}

/** What of a text is a list of recent files. */
function parsed(text: string): readonly RecentFile[] {
  const content: unknown = JSON.parse(text);
  const files: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, 'files') : undefined;
  return Array.isArray(files) ? files.filter(isRecentFile) : [];
}

const keptFiles = 12;

/** Which workspaces were opened lately, the last one first. It stands outside of them, in a small file of its own. */
export interface RecentFiles {
  list(): readonly RecentFile[];
  add(path: string, openedAt: string): void;
}

/** Only a convenience: a list that cannot be read is empty, and one that cannot be written is worth a line in the log. */
export function createRecentFiles(folder: string, log: Log): RecentFiles {
  const file = join(folder, 'recent.json');

  function list(): readonly RecentFile[] {
    try {
      return parsed(readFileSync(file, 'utf8'));
    } catch {
      return [];
    }
  }

  return {
    list,
    add(path, openedAt) {
      const others = list().filter((known) => known.path !== path);
      const files = [{ path, openedAt }, ...others].slice(0, keptFiles);
      try {
        writeWhole(file, `${JSON.stringify({ format: 'headroom/recent', files }, undefined, 2)}\n`);
      } catch (error) {
        log.warn(
          `The list of recent workspaces was not written: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    },
  };
}
