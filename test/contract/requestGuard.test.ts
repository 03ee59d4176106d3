import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPage, startHost, type RunningHost } from '#electron/host/server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

let folder = '';
let host: RunningHost;
let authority = '';
let token = '';
const dispatched: { readonly name: string; readonly input: unknown }[] = [];
const windowCounts: number[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-guard-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Headroom</title>');
  writeFileSync(join(page, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'pay: 42');
  symlinkSync(join(folder, 'secret.js'), join(page, 'link.js'));
  host = await startHost({
    page: builtPage(page),
    port: 0,
    onWindows: (count) => windowCounts.push(count),
    services: {
      dispatch(name, input) {
        dispatched.push({ name, input });
        return Promise.resolve({ ok: true, value: 'done' });
      },
      subscribe: () => () => {},
      close() {},
    },
  });
  const address = new URL(host.address);
  authority = address.host;
  token = address.hash.slice(1);
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const [name, port] = authority.split(':');
  return new Promise((done, fail) => {
    const outgoing = request(
      { host: name, port, path, method, headers: { host: authority, ...headers } },
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

function ownHeaders(): OutgoingHttpHeaders {
  return {
    authorization: `Bearer ${token}`,
    origin: `http://${authority}`,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  };
}

function call(
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '{"name":"app.info","input":{}}',
): Promise<Answer> {
  const merged = Object.fromEntries(
    Object.entries({ ...ownHeaders(), ...headers }).filter(([, value]) => value !== undefined),
  );
  return ask('/rpc', { method: 'POST', headers: merged, body });
}

/** Sends bytes as they are, for requests that no proper client would write. */
function sendRaw(text: string): Promise<string> {
  const [name, port] = authority.split(':');
  return new Promise((done, fail) => {
    const socket = connect(Number(port), name);
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('end', () => done(received));
    socket.on('error', fail);
    socket.end(text);
  });
}

describe('the own page', () => {
  it('listens on the loopback address only, with a token of 32 random bytes', () => {
    expect(host.server.address()).toMatchObject({ address: '127.0.0.1' });
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('gets its files, with the content policy and without a token', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Headroom');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain(" 'unsafe-eval'");
    expect((await ask('/assets/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('reaches the services, and nothing keeps the answer', async () => {
    dispatched.length = 0;
    const answer = await call();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: 'done' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(dispatched).toEqual([{ name: 'app.info', input: {} }]);
  });

  it.each(['{', '[]', 'null', '"text"', '{"input":{}}', '{"name":3}'])(
    'is told when a call makes no sense: %s',
    async (body) => {
      dispatched.length = 0;
      const answer = await call({}, body);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'invalid-input' } });
      expect(dispatched).toEqual([]);
    },
  );
});

describe('hostile requests reach no service', () => {
  it.each([
    ['another name for this machine (421)', { host: 'headroom.example' }, 421],
    ['localhost instead of the address (421)', { host: 'localhost' }, 421],
    ['the right address without its port (421)', { host: '127.0.0.1' }, 421],
    ['a foreign page (403)', { origin: 'https://evil.example' }, 403],
    ['a page on another port of this machine (403)', { origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed frame (403)', { origin: 'null' }, 403],
    ['no origin at all (403)', { origin: undefined }, 403],
    ['a cross-site fetch (403)', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no token (401)', { authorization: undefined }, 401],
    ['a wrong token (401)', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
    ['a shortened token (401)', { authorization: 'Bearer ' }, 401],
    ['another scheme (401)', { authorization: `Basic ${'A'.repeat(43)}` }, 401],
    ['a form post (415)', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight (415)', { 'content-type': 'text/plain' }, 415],
    ['no content type (415)', { 'content-type': undefined }, 415],
    ['a compressed body (415)', { 'content-encoding': 'gzip' }, 415],
    ['a promise of more than 8 MB (413)', { 'content-length': 8 * 1024 * 1024 + 1 }, 413],
  ])('%s', async (_title, headers, status) => {
    dispatched.length = 0;
    expect((await call(headers)).status).toBe(status);
    expect(dispatched).toEqual([]);
  });

  it('more than 8 MB without saying so (413)', async () => {
    dispatched.length = 0;
    const outcome = await call(
      { 'transfer-encoding': 'chunked' },
      Buffer.alloc(8 * 1024 * 1024 + 1, 0x20),
    ).then(
      ({ status }) => status,
      // The connection may be gone before the client has sent everything.
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(outcome);
    expect(dispatched).toEqual([]);
  });

  it('a plan of just under 8 MB is heard', async () => {
    const body = JSON.stringify({ name: 'app.info', input: 'x'.repeat(8 * 1024 * 1024 - 100) });
    expect((await call({}, body)).status).toBe(200);
  });

  it.each([
    ['GET', '/rpc'],
    ['PUT', '/rpc'],
    ['OPTIONS', '/rpc'],
    ['POST', '/events'],
    ['POST', '/'],
    ['DELETE', '/index.html'],
  ])('%s %s (405)', async (method, path) => {
    expect((await ask(path, { method, headers: ownHeaders() })).status).toBe(405);
  });

  it.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/assets/../../secret.js',
    '/..\\secret.js',
    '/link.js',
    '/%00.js',
    '/%zz.js',
    '//secret.js',
    '/missing.js',
    '/assets',
    '/index.html/',
    '/assets/main.js.map',
  ])('a file that is not the page: %s (404)', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('42');
  });

  it('an address in absolute form, as for a proxy (404)', async () => {
    const answer = await sendRaw(
      `GET http://evil.example/ HTTP/1.1\r\nHost: ${authority}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('events without the token (401) or from elsewhere (403)', async () => {
    expect((await ask('/events')).status).toBe(401);
    expect(
      (await ask('/events', { headers: { ...ownHeaders(), origin: 'https://evil.example' } })).status,
    ).toBe(403);
  });
});

describe('windows', () => {
  it('are counted by their event streams', async () => {
    windowCounts.length = 0;
    const hangUp = new AbortController();
    const stream = await fetch(`http://${authority}/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: hangUp.signal,
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(windowCounts).toEqual([1]);
    hangUp.abort();
    await expect.poll(() => windowCounts).toEqual([1, 0]);
  });
});
