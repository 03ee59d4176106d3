import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback, type Loopback } from '#test/support/loopback.ts';

// Each of these could be sent by a web page, another program or another user of this machine. None may reach the services.

let loopback: Loopback;

beforeAll(async () => {
  loopback = await startLoopback();
});

beforeEach(() => {
  loopback.dispatched.length = 0;
});

afterEach(() => {
  if (loopback.dispatched.length > 0) throw new Error('A hostile request reached the services.');
});

afterAll(() => loopback.close());

const eightMegabytes = 8 * 1024 * 1024;

describe('a call with', () => {
  it.each<readonly [string, OutgoingHttpHeaders, number]>([
    ['a name that an attacker has resolved to this machine', { host: 'headroom.example' }, 421],
    ['localhost instead of the address', { host: 'localhost' }, 421],
    ['the right address without its port', { host: '127.0.0.1' }, 421],
    ['the right address and another port', { host: '127.0.0.1:1' }, 421],
    ['the IPv6 name of this machine', { host: '[::1]' }, 421],
    ['another address of the loopback network', { host: '127.0.0.2' }, 421],
    ['the address as one number', { host: '2130706433' }, 421],
    ['any address', { host: '0.0.0.0' }, 421],
    ['a dot after the host', { host: '127.0.0.1.' }, 421],
    ['a foreign page', { origin: 'https://evil.example' }, 403],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page that looks alike', { origin: 'http://127.0.0.1.evil.example' }, 403],
    ['a page of localhost', { origin: 'http://localhost' }, 403],
    ['a page of a file or a sandboxed frame', { origin: 'null' }, 403],
    ['an extension of the browser', { origin: 'chrome-extension://abcdefghijklmnop' }, 403],
    ['an empty origin', { origin: '' }, 403],
    ['no origin at all', { origin: undefined }, 403],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a fetch of the same site on another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['a navigation', { 'sec-fetch-site': 'none' }, 403],
    ['no token', { authorization: undefined }, 401],
    ['a guessed token', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
    ['an empty token', { authorization: 'Bearer ' }, 401],
    ['another scheme', { authorization: `Basic ${'A'.repeat(43)}` }, 401],
    ['a very long token', { authorization: `Bearer ${'A'.repeat(8_000)}` }, 401],
    ['a token in a cookie', { authorization: undefined, cookie: 'token=AAAA' }, 401],
    ['a form post', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text, which needs no preflight', { 'content-type': 'text/plain' }, 415],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonx' }, 415],
    ['JSON hidden in a parameter', { 'content-type': 'text/plain; application/json' }, 415],
    ['no content type', { 'content-type': undefined }, 415],
    ['a compressed body', { 'content-encoding': 'gzip' }, 415],
    ['a promise of more than 8 MB', { 'content-length': eightMegabytes + 1 }, 413],
    ['a promise of more than any number', { 'content-length': '99999999999999999999' }, 400],
  ])('%s is refused', async (_title, headers, status) => {
    const answer = await loopback.call(headers).catch(() => undefined);
    expect(answer?.status ?? (status === 400 ? 400 : 0)).toBe(status);
    expect(answer?.body ?? '').not.toContain('done');
  });

  it('the token of an earlier start is refused', async () => {
    const earlier = await startLoopback();
    await earlier.close();
    expect((await loopback.call({ authorization: `Bearer ${earlier.token}` })).status).toBe(401);
  });

  it.each([
    ['one letter less', (token: string) => token.slice(0, -1)],
    ['one letter more', (token: string) => `${token}A`],
    ['other capitals', (token: string) => token.toUpperCase()],
    ['a space before it', (token: string) => ` ${token}`],
  ])('the token with %s is refused', async (_title, changed) => {
    expect((await loopback.call({ authorization: `Bearer ${changed(loopback.token)}` })).status).toBe(401);
  });

  it('the token in the address instead of the header is refused', async () => {
    const headers = { ...loopback.ownHeaders(), authorization: '' };
    const path = `/rpc?token=${loopback.token}&authorization=Bearer%20${loopback.token}`;
    expect((await loopback.ask(path, { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });

  it('more than 8 MB in chunks without saying so is refused', async () => {
    const outcome = await loopback
      .call({ 'transfer-encoding': 'chunked' }, Buffer.alloc(eightMegabytes + 1, 0x20))
      .then(
        ({ status }) => status,
        // The connection may be gone before the client has sent everything.
        (error: NodeJS.ErrnoException) => error.code,
      );
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(outcome);
  });
});

describe('a method that a door does not have', () => {
  it.each([
    ['GET', '/rpc'],
    ['HEAD', '/rpc'],
    ['PUT', '/rpc'],
    ['OPTIONS', '/rpc'],
    ['TRACE', '/rpc'],
    ['POST', '/events'],
    ['HEAD', '/events'],
    ['GET', '/session'],
    ['POST', '/download/x'],
    ['POST', '/'],
    ['DELETE', '/index.html'],
    ['PATCH', '/assets/main.js'],
  ])('%s %s is refused: 405', async (method, path) => {
    expect((await loopback.ask(path, { method, headers: loopback.ownHeaders() })).status).toBe(405);
  });
});

describe('a file that is not of the page', () => {
  it.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/..%2Fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/.%2e/secret.js',
    '/%252e%252e/secret.js',
    '/..%c0%afsecret.js',
    '/..%ef%bc%8fsecret.js',
    '/assets/../../secret.js',
    '/assets/..%5c..%5csecret.js',
    '/..\\secret.js',
    '/....//secret.js',
    '/./../secret.js',
    '/link.js',
    '/%00.js',
    '/index.html%00.js',
    '/%zz.js',
    '//secret.js',
    '/C:/secret.js',
    '/missing.js',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html::$DATA',
    '/assets/main.js.map',
    '/RPC',
    '/rpc/',
    '/%72pc',
    `/${'a'.repeat(12_000)}.js`,
  ])('%s is refused: 404', async (path) => {
    const answer = await loopback.ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('42');
  });
});

describe('a request that no proper client would write', () => {
  const lines = (...headers: readonly string[]): string => `${headers.join('\r\n')}\r\n\r\n`;
  const own = (): readonly string[] => [
    `Host: ${loopback.authority}`,
    `Origin: http://${loopback.authority}`,
    `Authorization: Bearer ${loopback.token}`,
    'Content-Type: application/json',
    'Connection: close',
  ];
  const body = '{"name":"app.info","input":{}}';
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

  it.each<readonly [string, () => string, readonly number[]]>([
    [
      'an address in absolute form, as for a proxy',
      () => lines('GET http://evil.example/ HTTP/1.1', ...own()),
      [404],
    ],
    ['an address without a slash', () => lines('GET rpc HTTP/1.1', ...own()), [400, 404]],
    ['the whole server as address', () => lines('OPTIONS * HTTP/1.1', ...own()), [404]],
    ['a tunnel', () => lines('CONNECT evil.example:443 HTTP/1.1', ...own()), [0, 400, 404, 405]],
    [
      'two hosts',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Host: evil.example', 'Content-Length: 2') + '{}',
      [400],
    ],
    [
      'two tokens',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Authorization: Bearer x', 'Content-Length: 2') + '{}',
      [400],
    ],
    [
      'two origins',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Origin: https://evil.example', 'Content-Length: 2') + '{}',
      [400],
    ],
    [
      'two lengths',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Content-Length: 2', 'Content-Length: 30') + body,
      [400],
    ],
    [
      'a length and chunks',
      () =>
        lines('POST /rpc HTTP/1.1', ...own(), 'Content-Length: 30', 'Transfer-Encoding: chunked') +
        '0\r\n\r\n',
      [400],
    ],
    [
      'chunks of an unreadable size',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Transfer-Encoding: chunked') + 'zz\r\n{}\r\n0\r\n\r\n',
      [0, 400],
    ],
    [
      'an unknown coding of the body',
      () => lines('POST /rpc HTTP/1.1', ...own(), 'Transfer-Encoding: gzip') + body,
      [400],
    ],
    ['a negative length', () => lines('POST /rpc HTTP/1.1', ...own(), 'Content-Length: -1'), [400]],
    ['an empty host', () => lines('GET / HTTP/1.1', 'Host: ', 'Connection: close'), [421]],
    ['no host', () => lines('GET / HTTP/1.1', 'Connection: close'), [400, 421]],
    ['the old HTTP without a host', () => lines('POST /rpc HTTP/1.0'), [421]],
    ['headers of 32 kB', () => lines('GET / HTTP/1.1', ...own(), `X: ${'a'.repeat(32_768)}`), [431]],
    ['no HTTP at all', () => 'hello\r\n\r\n', [400]],
    ['the beginning of an encrypted connection', () => '\x16\x03\x01\x02\x00\x01\x00\x01', [400]],
    [
      'a switch to web sockets without a token',
      () => lines('GET /rpc HTTP/1.1', own()[0] ?? '', 'Connection: Upgrade', 'Upgrade: websocket'),
      [405],
    ],
  ])('%s is refused', async (_title, text, statuses) => {
    const answer = await loopback.sendRaw(text());
    expect(statuses).toContain(statusOf(answer));
    expect(answer).not.toContain('done');
    expect(loopback.dispatched).toEqual([]);
  });

  it('headers that never end, and a body that never comes, cost a connection for a short time only', async () => {
    const { server } = loopback.host;
    const [headers, whole] = [server.headersTimeout, server.requestTimeout];
    expect([headers, whole]).toEqual([10_000, 60_000]);
    server.headersTimeout = 300;
    server.requestTimeout = 600;
    const slowHead = loopback.sendRaw(`GET / HTTP/1.1\r\nHost: ${loopback.authority}\r\n`, true);
    const slowBody = loopback.sendRaw(
      lines('POST /rpc HTTP/1.1', ...own(), 'Content-Length: 100') + '{"na',
      true,
    );
    expect(statusOf(await slowHead)).toBe(408);
    expect([0, 408]).toContain(statusOf(await slowBody));
    server.headersTimeout = headers;
    server.requestTimeout = whole;
  });

  it('a second request behind a refused one is not read', async () => {
    const first = lines('POST /rpc HTTP/1.1', own()[0] ?? '', 'Content-Length: 0');
    const second = lines('POST /rpc HTTP/1.1', ...own(), `Content-Length: ${body.length}`) + body;
    const answer = await loopback.sendRaw(first + second);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(loopback.dispatched).toEqual([]);
  });
});

describe('events', () => {
  it.each<readonly [string, OutgoingHttpHeaders, number]>([
    ['without the token', { authorization: '' }, 401],
    ['for a foreign page', { origin: 'https://evil.example' }, 403],
    ['for a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
    ['under another name', { host: 'localhost' }, 421],
  ])('%s are refused', async (_title, headers, status) => {
    const answer = await loopback.ask('/events', { headers: { ...loopback.ownHeaders(), ...headers } });
    expect(answer.status).toBe(status);
  });
});

describe('a download', () => {
  it.each<readonly [string, OutgoingHttpHeaders, number]>([
    ['for a foreign page', { origin: 'https://evil.example' }, 403],
    ['embedded by another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['under another name', { host: 'localhost' }, 421],
  ])('%s is refused, and stays there for its own page', async (_title, headers, status) => {
    const path = loopback.offer('pay;42');
    expect((await loopback.ask(path, { headers })).status).toBe(status);
    expect((await loopback.ask(path)).body).toBe('pay;42');
  });

  it.each(['/download/', '/download/x', `/download/${'A'.repeat(43)}`, '/download/../secret.js'])(
    '%s, which nobody offered, is not there',
    async (path) => {
      expect((await loopback.ask(path)).status).toBe(404);
    },
  );
});

it('a plan nested a hundred thousand levels deep, and keys of the prototype, do not bring the host down', async () => {
  const deep = `{"name":"app.info","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect((await loopback.call({}, deep)).status).toBe(200);
  const polluting =
    '{"name":"app.info","input":{},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  expect((await loopback.call({}, polluting)).status).toBe(200);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  loopback.dispatched.length = 0;
});
