import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import { readPageFile } from '#electron/platform/staticFiles.ts';
import type { Services } from '#electron/services/composeServices.ts';
import { fault } from '#shared/kernel/result.ts';
import type { Envelope } from '#shared/ipc/envelope.ts';
import { EventStreams } from './eventStreams.ts';
import { doorOf, maximumBodyBytes, refusalOf, type HostIdentity } from './requestGuard.ts';

/** Serves the page itself; the development server puts its own in place of the built files. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

export interface HostOptions {
  readonly services: Services;
  readonly page: PageHandler;
  /** 0 for any free port. */
  readonly port: number;
  readonly onWindows?: (count: number) => void;
}

export interface RunningHost {
  /** Where the page is, with the token that opens its data. */
  readonly address: string;
  readonly server: Server;
  /** Lets every window save, then stops listening. The services stay open: who opened them closes them. */
  close(): Promise<void>;
}

const savingMilliseconds = 3_000;

/** The page of the production build, from a folder. */
export function builtPage(folder: string): PageHandler {
  return async (request, response, path) => {
    const file = await readPageFile(folder, path);
    if (file === undefined) return refuse(response, 404, 'There is no such address.');
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': file.contentType,
      'content-length': file.body.length,
      'cache-control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  };
}

/** Starts the loopback host. It listens on 127.0.0.1 only, and only its own page gets an answer. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const streams = new EventStreams((count) => options.onWindows?.(count));
  const unsubscribe = options.services.subscribe((event) => streams.send(event));
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  const port = await listen(server, options.port);
  const identity: HostIdentity = { authority: `127.0.0.1:${port}`, token };
  server.on('request', (request, response) => {
    answer(request, response, identity, options, streams).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) refuse(response, 500, 'Something went wrong inside Headroom.');
      response.end();
    });
  });
  return {
    address: `http://${identity.authority}/#${token}`,
    server,
    async close() {
      await streams.drain(savingMilliseconds);
      unsubscribe();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', fail);
      const address = server.address();
      if (address === null || typeof address === 'string')
        throw new Error('A TCP server has an address with a port.');
      done(address.port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  identity: HostIdentity,
  options: HostOptions,
  streams: EventStreams,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const refusal = refusalOf({ method: request.method ?? '', path, headers: request.headers }, identity);
  if (refusal !== undefined) {
    // The body is not read, so the connection cannot be used for a next request.
    response.setHeader('connection', 'close');
    return refuse(response, refusal.status, refusal.reason);
  }
  const door = doorOf(path);
  if (door === 'events') return streams.add(response);
  if (door === 'page') return options.page(request, response, path);
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return refuse(response, 413, 'The request is larger than 8 MB.');
  }
  send(
    response,
    200,
    JSON.stringify(await dispatchBody(options.services, body)),
    'application/json; charset=utf-8',
  );
}

/** The body as text, or undefined as soon as it grows over the limit, whatever its header promised. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new Error('A request without an encoding gives buffers.');
    bytes += chunk.length;
    if (bytes > maximumBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function dispatchBody(services: Services, body: string): Promise<Envelope> {
  const call = parseCall(body);
  return call === undefined
    ? fault('invalid-input', 'The request was not understood: expected {"name": …, "input": …}.')
    : services.dispatch(call.name, call.input);
}

function parseCall(body: string): { readonly name: string; readonly input: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    if (!('name' in parsed) || typeof parsed.name !== 'string') return undefined;
    return { name: parsed.name, input: 'input' in parsed ? parsed.input : undefined };
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  send(response, status, `${reason}\n`, 'text/plain; charset=utf-8');
}

function send(response: ServerResponse, status: number, body: string, contentType: string): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}
