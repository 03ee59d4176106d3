import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** SHA-256 of a workspace file and of its log; tells whether anything at all was changed. An empty log is none. */
export function hashesOf(file: string): readonly string[] {
  return ['', '-wal'].map((suffix) =>
    (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0) === 0
      ? 'nothing'
      : createHash('sha256')
          .update(readFileSync(file + suffix))
          .digest('hex'),
  );
}
