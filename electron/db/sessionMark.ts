import { existsSync, rmSync, writeFileSync } from 'node:fs';

export interface SessionMark {
  /** The session before this one never came to its end: the program or the machine was stopped in the middle. */
  readonly wasCutShort: boolean;
  /** Says that this session has come to its end. */
  end(): void;
}

/** Marks a file as being worked on, with a small file beside it. Only one session works on a file at a time. */
export function beginSession(file: string): SessionMark {
  const mark = `${file}-open`;
  const wasCutShort = existsSync(mark);
  attempt(() => writeFileSync(mark, `${process.pid}\n`, { mode: 0o600 }));
  return { wasCutShort, end: () => attempt(() => rmSync(mark, { force: true })) };
}

/** A disk that refuses the mark costs a message at the next start, and is no reason to refuse the work. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The next session then does not know how this one ended.
  }
}
