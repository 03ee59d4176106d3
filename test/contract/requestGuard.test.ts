import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tickets } from '#electron/host/tickets.ts';
import { startLoopback, type Loopback } from '#test/support/loopback.ts';

// What the page of the loopback host gets. What everybody else does not get stands in hostileRequests.test.ts.

let loopback: Loopback;

beforeAll(async () => {
  loopback = await startLoopback();
});

afterAll(() => loopback.close());

describe('the own page', () => {
  it('listens on the loopback address only, with a token of 32 random bytes', () => {
    expect(loopback.host.server.address()).toMatchObject({ address: '127.0.0.1' });
    expect(Buffer.from(loopback.token, 'base64url')).toHaveLength(32);
  });

  it('gets its files, with the content policy and without a token', async () => {
    const page = await loopback.ask('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Headroom');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await loopback.ask('/assets/main.js')).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  it('reaches the services, and nothing keeps the answer', async () => {
    loopback.dispatched.length = 0;
    const answer = await loopback.call();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: 'done' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(loopback.dispatched).toEqual([{ name: 'app.info', input: {} }]);
  });

  it.each(['{', '[]', 'null', '"text"', '{"input":{}}', '{"name":3}', '{"__proto__":{"name":"app.info"}}'])(
    'is told when a call makes no sense: %s',
    async (body) => {
      loopback.dispatched.length = 0;
      const answer = await loopback.call({}, body);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'invalid-input' } });
      expect(loopback.dispatched).toEqual([]);
    },
  );

  it('may send a plan of just under 8 MB', async () => {
    const body = JSON.stringify({ name: 'app.info', input: 'x'.repeat(8 * 1024 * 1024 - 100) });
    expect((await loopback.call({}, body)).status).toBe(200);
  });

  it('fetches a download once', async () => {
    const path = loopback.offer('pay;42');
    const first = await loopback.ask(path);
    expect([first.status, first.body, first.headers['cache-control']]).toEqual([200, 'pay;42', 'no-store']);
    expect((await loopback.ask(path)).status).toBe(404);
  });
});

describe('a ticket', () => {
  const redeem = (ticket: unknown, headers = {}) =>
    loopback.ask('/session', {
      method: 'POST',
      headers: { ...loopback.ownHeaders(), authorization: '', ...headers },
      body: JSON.stringify({ ticket }),
    });
  const newTicket = () => new URL(loopback.host.ticketAddress()).hash.replace('#ticket=', '');

  it('is good for the token, once', async () => {
    const ticket = newTicket();
    expect(ticket).not.toContain(loopback.token);
    const first = await redeem(ticket);
    expect([first.status, JSON.parse(first.body), first.headers['cache-control']]).toEqual([
      200,
      { token: loopback.token },
      'no-store',
    ]);
    expect((await redeem(ticket)).status).toBe(401);
  });

  it('is refused when it is made up, and to a foreign page even when it is real, which does not spend it', async () => {
    expect((await redeem('A'.repeat(43))).status).toBe(401);
    expect((await redeem(loopback.token)).status).toBe(401);
    expect((await redeem(['A'])).status).toBe(401);
    const ticket = newTicket();
    expect((await redeem(ticket, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await redeem(ticket, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await redeem(ticket)).status).toBe(200);
  });

  it('expires after two minutes', () => {
    let now = 0;
    const tickets = new Tickets(() => now);
    const [early, late] = [tickets.issue(), tickets.issue()];
    now = 120_000;
    expect(tickets.redeem(early)).toBe(true);
    now = 120_001;
    expect(tickets.redeem(late)).toBe(false);
  });
});

describe('windows', () => {
  it('are counted by their event streams', async () => {
    loopback.windowCounts.length = 0;
    const hangUp = new AbortController();
    const stream = await fetch(`http://${loopback.authority}/events`, {
      headers: { authorization: `Bearer ${loopback.token}` },
      signal: hangUp.signal,
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(stream.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(loopback.windowCounts).toEqual([1]);
    hangUp.abort();
    await expect.poll(() => loopback.windowCounts).toEqual([1, 0]);
  });
});
