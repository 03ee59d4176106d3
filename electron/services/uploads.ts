import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageFaultCode } from '#electron/db/faults.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import type { Ports } from './ports.ts';

/*
 * Files on their way in, larger than one request may be. They come through the ordinary door in pieces of base64: a third
 * more bytes over a wire that never leaves the machine, and in return both hosts need no second way in to be guarded.
 */

export interface Upload {
  readonly file: string;
  /** The name it had where it came from. */
  readonly name: string;
}

interface Growing extends Upload {
  readonly bytes: number;
  readonly startedAt: number;
  received: number;
}

export interface Uploads {
  readonly handlers: Pick<Handlers, 'upload.begin' | 'upload.append'>;
  /** A file that has come completely. */
  find(id: string): Upload | undefined;
  remove(id: string): void;
  close(): void;
}

const keptMilliseconds = 60 * 60_000;

function writing<T>(work: () => T): Result<T, Fault<'not-writable'>> {
  try {
    return ok(work());
  } catch (error) {
    if (storageFaultCode(error) !== 'not-writable') throw error;
    const cause = error instanceof Error ? error.message : String(error);
    return fault(
      'not-writable',
      `The file could not be taken in: ${cause}. Free some space on the disk and try again.`,
    );
  }
}

export function createUploads({ clock, newId }: Pick<Ports, 'clock' | 'newId'>): Uploads {
  const growing = new Map<string, Growing>();

  function remove(id: string): void {
    const found = growing.get(id);
    growing.delete(id);
    if (found !== undefined) rmSync(found.file, { force: true });
  }

  function removeOld(): void {
    const before = clock.elapsedMilliseconds() - keptMilliseconds;
    for (const [id, { startedAt }] of growing) if (startedAt < before) remove(id);
  }

  function append(
    upload: Growing,
    offset: number,
    piece: Buffer,
  ): Result<{ received: number }, Fault<'not-writable'>> {
    // A piece that came already, or too early, is answered with where to go on.
    if (offset !== upload.received || upload.received + piece.length > upload.bytes)
      return ok({ received: upload.received });
    return writing(() => {
      appendFileSync(upload.file, piece);
      upload.received += piece.length;
      return { received: upload.received };
    });
  }

  return {
    handlers: {
      'upload.begin': ({ name, bytes }) => {
        removeOld();
        const id = newId();
        const file = join(tmpdir(), `headroom-upload-${randomUUID()}`);
        return writing(() => {
          closeSync(openSync(file, 'wx', 0o600));
          growing.set(id, { file, name, bytes, startedAt: clock.elapsedMilliseconds(), received: 0 });
          return { id };
        });
      },
      'upload.append': ({ id, offset, base64 }) => {
        const upload = growing.get(id);
        return upload === undefined
          ? fault('not-found', 'The file has waited too long. Choose it again.')
          : append(upload, offset, Buffer.from(base64, 'base64'));
      },
    },
    find(id) {
      const found = growing.get(id);
      return found !== undefined && found.received === found.bytes ? found : undefined;
    },
    remove,
    close: () => {
      for (const id of growing.keys()) remove(id);
    },
  };
}
