import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Socket } from 'node:net';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import { readPageFile } from '#electron/platform/staticFiles.ts';
import type { Services } from '#electron/services/composeServices.ts';
import { downloadIdOf } from '#electron/services/downloads.ts';
import { fault } from '#shared/kernel/result.ts';
import type { Envelope } from '#shared/ipc/envelope.ts';
import { EventStreams } from './eventStreams.ts';
import { checkPeers, type PeerCheck } from './peers.ts';
import { doorOf, maximumBodyBytes, refusalOf, type HostIdentity } from './requestGuard.ts';
import { Tickets } from './tickets.ts';

/** Serves the page itself; the development server puts its own in place of the built files. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

export interface HostOptions {
  readonly services: Pick<Services, 'dispatch' | 'subscribe' | 'downloads'>;
  readonly page: PageHandler;
  /** 0 for any free port. */
  readonly port: number;
  readonly onWindows?: (count: number) => void;
}

export interface RunningHost {
  /** Where the page is, with the token that opens its data. For the eyes of its user alone. */
  readonly address: string;
  /** The same with a ticket in place of the token: good once and soon, for where others may read along. */
  ticketAddress(): string;
  /** Whether connections of other users of this machine are recognised and refused. */
  readonly knowsPeers: boolean;
  readonly server: Server;
  /** Lets every window save, then stops listening. The services stay open: who opened them closes them. */
  close(): Promise<void>;
}

const savingMilliseconds = 3_000;

/** A page on the same machine is quick; whoever is not holds a connection for nothing. */
const patience = { headersMilliseconds: 10_000, requestMilliseconds: 60_000, connections: 128 };

/** What a request is judged by. */
interface Door {
  readonly identity: HostIdentity;
  readonly tickets: Tickets;
  readonly peers: PeerCheck;
  readonly streams: EventStreams;
  readonly options: HostOptions;
  /** Connections that were refused something. What else was sent on them already is not read. */
  readonly refused: WeakSet<Socket>;
}

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
  const server = createServer({ connectionsCheckingInterval: 1_000 });
  server.headersTimeout = patience.headersMilliseconds;
  server.requestTimeout = patience.requestMilliseconds;
  server.maxConnections = patience.connections;
  const port = await listen(server, options.port);
  const identity: HostIdentity = { authority: `127.0.0.1:${port}`, token };
  const tickets = new Tickets();
  const peers = checkPeers(port);
  const door: Door = { identity, tickets, peers, streams, options, refused: new WeakSet() };
  server.on('request', (request, response) => {
    answer(request, response, door).catch((error: unknown) => {
      // Whoever hangs up in the middle of a request wants no answer, and is no defect.
      if (request.destroyed && !request.complete) return;
      console.error(error);
      if (!response.headersSent) refuse(response, 500, 'Something went wrong inside Headroom.');
      response.end();
    });
  });
  return {
    address: `http://${identity.authority}/#${token}`,
    ticketAddress: () => `http://${identity.authority}/#ticket=${tickets.issue()}`,
    knowsPeers: peers.isActive,
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

async function answer(request: IncomingMessage, response: ServerResponse, host: Door): Promise<void> {
  if (host.refused.has(request.socket)) return;
  const { services, page } = host.options;
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const { headers, rawHeaders } = request;
  const isForeignUser = host.peers.isForeign(request.socket);
  const asked = { method: request.method ?? '', path, headers, rawHeaders, isForeignUser };
  const refusal = refusalOf(asked, host.identity);
  if (refusal !== undefined) {
    // The body is not read, so the connection cannot be used for a next request.
    host.refused.add(request.socket);
    response.setHeader('connection', 'close');
    return refuse(response, refusal.status, refusal.reason);
  }
  const door = doorOf(path);
  if (door === 'events') return host.streams.add(response);
  if (door === 'download') return sendDownload(response, path, services);
  if (door === 'page') return page(request, response, path);
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return refuse(response, 413, 'The request is larger than 8 MB.');
  }
  if (door === 'session') return openSession(response, body, host);
  sendJson(response, await dispatchBody(services, body));
}

/** Gives the token for a ticket. A page of this host asks, so nobody else ever sees the answer. */
function openSession(response: ServerResponse, body: string, { tickets, identity }: Door): void {
  const ticket = textField(parseObject(body), 'ticket');
  if (ticket === undefined || !tickets.redeem(ticket))
    return refuse(response, 401, 'This ticket was used already, or has waited too long.');
  sendJson(response, { token: identity.token });
}

async function sendDownload(
  response: ServerResponse,
  path: string,
  { downloads }: Pick<Services, 'downloads'>,
): Promise<void> {
  const id = downloadIdOf(path);
  const download = id === undefined ? undefined : downloads.take(id);
  if (download === undefined)
    return refuse(response, 404, 'This download was fetched already, or has waited too long.');
  response.writeHead(200, { ...pageHeaders, ...download.headers });
  // A window that closes half-way has given up; the file is removed in any case.
  await pipeline(download.body, response).catch(() => undefined);
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

async function dispatchBody(services: Pick<Services, 'dispatch'>, body: string): Promise<Envelope> {
  const call = parseCall(body);
  return call === undefined
    ? fault('invalid-input', 'The request was not understood: expected {"name": …, "input": …}.')
    : services.dispatch(call.name, call.input);
}

function parseObject(body: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function textField(parsed: object | undefined, name: string): string | undefined {
  const value: unknown =
    parsed !== undefined && Object.hasOwn(parsed, name) ? Reflect.get(parsed, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function parseCall(body: string): { readonly name: string; readonly input: unknown } | undefined {
  const parsed = parseObject(body);
  const name = textField(parsed, 'name');
  if (parsed === undefined || name === undefined) return undefined;
  return { name, input: 'input' in parsed ? parsed.input : undefined };
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  send(response, status, `${reason}\n`, 'text/plain; charset=utf-8');
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, JSON.stringify(value), 'application/json; charset=utf-8');
}

function send(response: ServerResponse, status: number, body: string, contentType: string): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}
