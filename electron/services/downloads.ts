import { randomBytes } from 'node:crypto';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { DownloadOffer } from '#shared/ipc/operations/define.ts';
import type { Clock } from './ports.ts';

/*
 * Files on their way out to the user, too large for an answer in JSON.
 *
 * A handler gives content to `context.downloads.offer({ content, name, contentType })` and returns the offer (schema
 * `downloadOffer` of shared/ipc/operations/define.ts). The page passes the offer to `saveDownload` of
 * renderer/state/saveDownload.ts, which fetches `/download/<id>` and hands the file to the user, in both hosts alike.
 *
 * The id is the key: 32 random bytes that only the caller of the operation is told, good for one request within ten
 * minutes. So a plain link works too, which cannot carry the token of the loopback host.
 */

interface Offered {
  /** The bytes, or a file made for this only: it is removed when it has been fetched or has waited too long. */
  readonly content: Uint8Array | { readonly temporaryFile: string };
  /** Under which name the user gets it. */
  readonly name: string;
  readonly contentType: string;
}

/** What a host answers with. */
export interface Download {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

export interface Downloads {
  offer(offered: Offered): DownloadOffer;
  /** Takes the download out of the store; undefined when there is none of this id, or none any more. */
  take(id: string): Download | undefined;
  /** Forgets what was never fetched. */
  close(): void;
}

const keptMilliseconds = 10 * 60_000;

/** Path under which the hosts serve downloads, followed by the id. */
const downloadPath = '/download/';

/** The id in the path of a request; undefined for any other path. */
export function downloadIdOf(path: string): string | undefined {
  const id = path.startsWith(downloadPath) ? path.slice(downloadPath.length) : '';
  return /^[\w-]{43}$/.test(id) ? id : undefined;
}

function removeContent({ content }: Offered): void {
  if (!(content instanceof Uint8Array)) rmSync(content.temporaryFile, { force: true });
}

function bytesOf({ content }: Offered): number {
  return content instanceof Uint8Array ? content.byteLength : statSync(content.temporaryFile).size;
}

/** The name for browsers of today, which read the encoded form, whatever letters it has. */
function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

function bodyOf(offered: Offered): Readable {
  const { content } = offered;
  if (content instanceof Uint8Array) return Readable.from([content]);
  const stream = createReadStream(content.temporaryFile);
  stream.once('close', () => removeContent(offered));
  return stream;
}

export function createDownloads(clock: Clock): Downloads {
  const waiting = new Map<string, { readonly offered: Offered; readonly expiresAt: number }>();

  function forget(isOver: (expiresAt: number) => boolean): void {
    for (const [id, { offered, expiresAt }] of waiting) {
      if (!isOver(expiresAt)) continue;
      waiting.delete(id);
      removeContent(offered);
    }
  }

  function forgetExpired(): void {
    const now = clock.elapsedMilliseconds();
    forget((expiresAt) => expiresAt <= now);
  }

  return {
    offer(offered) {
      forgetExpired();
      const id = randomBytes(32).toString('base64url');
      waiting.set(id, { offered, expiresAt: clock.elapsedMilliseconds() + keptMilliseconds });
      return { id, name: offered.name, bytes: bytesOf(offered) };
    },
    take(id) {
      forgetExpired();
      const found = waiting.get(id)?.offered;
      if (found === undefined) return undefined;
      waiting.delete(id);
      return {
        headers: {
          'content-type': found.contentType,
          'content-length': String(bytesOf(found)),
          'content-disposition': dispositionOf(found.name),
          'cache-control': 'no-store',
        },
        body: bodyOf(found),
      };
    },
    close: () => forget(() => true),
  };
}
