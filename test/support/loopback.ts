import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPage, startHost, type RunningHost } from '#electron/host/server.ts';
import { createDownloads } from '#electron/services/downloads.ts';
import { fakeClock } from './workspaces.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** A loopback host over services that only note what reaches them, and the ways to ask it something. */
export interface Loopback {
  readonly host: RunningHost;
  readonly authority: string;
  readonly token: string;
  /** Every call that came through to the services. */
  readonly dispatched: { readonly name: string; readonly input: unknown }[];
  readonly windowCounts: number[];
  /** Offers a text for download and returns the path that it is served under. */
  offer(text: string): string;
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** A call as the page makes it, but for the headers given; undefined leaves one out. */
  call(headers?: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer>;
  ownHeaders(): OutgoingHttpHeaders;
  /** Sends bytes as they are, for requests that no proper client would write. Resolves to what comes back until the end. */
  sendRaw(text: string, isHalfOpen?: boolean): Promise<string>;
  close(): Promise<void>;
}

function makePage(folder: string): string {
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Headroom</title>');
  writeFileSync(join(page, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'pay: 42');
  symlinkSync(join(folder, 'secret.js'), join(page, 'link.js'));
  return page;
}

export async function startLoopback(): Promise<Loopback> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-guard-'));
  const dispatched: { readonly name: string; readonly input: unknown }[] = [];
  const windowCounts: number[] = [];
  const downloads = createDownloads(fakeClock());
  const host = await startHost({
    page: builtPage(makePage(folder)),
    port: 0,
    onWindows: (count) => windowCounts.push(count),
    services: {
      dispatch(name, input) {
        dispatched.push({ name, input });
        return Promise.resolve({ ok: true, value: 'done' });
      },
      subscribe: () => () => {},
      downloads,
    },
  });
  const { host: authority, hash, hostname, port } = new URL(host.address);
  const token = hash.slice(1);

  function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    return new Promise((done, fail) => {
      const outgoing = request(
        { host: hostname, port, path, method, headers: { host: authority, ...headers } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            done({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      outgoing.on('error', fail);
      outgoing.end(body);
    });
  }
  const ownHeaders = (): OutgoingHttpHeaders => ({
    authorization: `Bearer ${token}`,
    origin: `http://${authority}`,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  });
  return {
    host,
    authority,
    token,
    dispatched,
    windowCounts,
    offer: (text) =>
      `/download/${downloads.offer({ content: Buffer.from(text), name: 'plan.csv', contentType: 'text/csv' }).id}`,
    ask,
    ownHeaders,
    call(headers = {}, body = '{"name":"app.info","input":{}}') {
      const merged = Object.fromEntries(
        Object.entries({ ...ownHeaders(), ...headers }).filter(([, value]) => value !== undefined),
      );
      return ask('/rpc', { method: 'POST', headers: merged, body });
    },
    sendRaw(text, isHalfOpen = false) {
      return new Promise((done, fail) => {
        const socket = connect(Number(port), hostname);
        let received = '';
        socket.on('data', (chunk) => (received += chunk.toString()));
        socket.on('close', () => done(received));
        socket.on('error', (error: NodeJS.ErrnoException) =>
          error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done(received) : fail(error),
        );
        if (isHalfOpen) socket.write(text);
        else socket.end(text);
      });
    },
    async close() {
      await host.close();
      downloads.close();
      rmSync(folder, { recursive: true });
    },
  };
}
