import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';

export interface SessionMark {
  /** The session before this one never came to its end: the program or the machine was stopped in the middle. */
  readonly wasCutShort: boolean;
  /** Says that this session has come to its end. */
  end(): void;
}

/** Marks a session as running, in a folder that only one session uses at a time. */
export function beginSession(folder: string): SessionMark {
  const file = join(folder, 'session-running');
  makeFolder(folder);
  const wasCutShort = existsSync(file);
  writeFileSync(file, `${process.pid}\n`, { mode: 0o600 });
  return { wasCutShort, end: () => rmSync(file, { force: true }) };
}
