import type { Readable } from 'node:stream';
import { pageHeaders } from './pageHeaders.ts';
import { isOwnAddress } from './pagePolicy.ts';
import { readPageFile } from './staticFiles.ts';

interface Download {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** Answers a request of the app's own scheme: with a download that was offered or a file of the page, and nothing else from the disk. */
export async function pageAnswer(
  { url, method }: Pick<Request, 'url' | 'method'>,
  folder: string,
  takeDownload: (path: string) => Download | undefined,
): Promise<Response> {
  if (!isOwnAddress(url) || method !== 'GET') return nothingHere();
  const { pathname } = new URL(url);
  const download = takeDownload(pathname);
  if (download !== undefined) {
    const headers = { ...pageHeaders, ...download.headers };
    return new Response(streamOf(download.body), { headers });
  }
  const file = await readPageFile(folder, pathname);
  if (file === undefined) return nothingHere();
  const headers = { ...pageHeaders, 'content-type': file.contentType };
  return new Response(new Uint8Array(file.body), { headers });
}

function streamOf(body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next: IteratorResult<unknown> = await chunks.next();
      if (next.done === true) controller.close();
      else if (next.value instanceof Uint8Array) controller.enqueue(new Uint8Array(next.value));
      else throw new Error('A download is made of bytes.');
    },
    cancel: () => void body.destroy(),
  });
}

function nothingHere(): Response {
  return new Response('There is no such address.\n', { status: 404, headers: pageHeaders });
}
