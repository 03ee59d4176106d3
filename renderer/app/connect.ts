import { fault } from '#shared/kernel/result.ts';
import { plannerEventSchema } from '#shared/ipc/envelope.ts';
import type { PlannerEvent, PlannerListener, Transport } from '#shared/ipc/envelope.ts';

declare global {
  interface Window {
    /** Exposed by the shell's preload; absent when the page comes from the loopback host. */
    readonly headroom?: Transport;
  }
}

const tokenKey = 'headroom.token';
const longestPauseMilliseconds = 5_000;

/** The way to the services: the shell's bridge where there is one, else HTTP to the host that served the page. */
export function connect(): Transport {
  return window.headroom ?? httpTransport(takeToken());
}

/**
 * The token, or a ticket that is good for it once, comes in the fragment; it leaves the address bar at once. The token stays with this
 * tab, so that a reload works.
 */
async function takeToken(): Promise<string> {
  const [, isTicket, key] = /^#(ticket=)?([\w-]{40,})$/.exec(window.location.hash) ?? [];
  if (key !== undefined) {
    window.history.replaceState(null, '', window.location.pathname);
    const token = isTicket === undefined ? key : await tokenFor(key);
    if (token !== undefined) window.sessionStorage.setItem(tokenKey, token);
  }
  return window.sessionStorage.getItem(tokenKey) ?? '';
}

async function tokenFor(ticket: string): Promise<string | undefined> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  if (!response.ok) return undefined;
  const answer: unknown = await response.json();
  const isAnswer = typeof answer === 'object' && answer !== null && 'token' in answer;
  return isAnswer && typeof answer.token === 'string' ? answer.token : undefined;
}

function httpTransport(taken: Promise<string>): Transport {
  const listeners = new Set<PlannerListener>();
  // Without a key nothing is answered, and the answer to that says so.
  const keyed = taken.catch(() => '').then((token) => ({ authorization: `Bearer ${token}` }));
  void keyed.then((headers) => listenForEvents(headers, listeners));
  return {
    async call(name, input) {
      const headers = await keyed;
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      });
      if (response.status === 401) {
        return fault(
          'internal',
          'This window has no key to the plan. Open the whole address that Headroom printed when it started.',
        );
      }
      if (!response.ok) throw new Error(`${name}: ${(await response.text()).trim()}`);
      return response.json();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Keeps one event stream open. It also tells the host that this window is there. */
async function listenForEvents(
  headers: Readonly<Record<string, string>>,
  listeners: ReadonlySet<PlannerListener>,
): Promise<void> {
  let pauseMilliseconds = 250;
  for (;;) {
    const hangUp = new AbortController();
    try {
      const response = await fetch('/events', { headers, signal: hangUp.signal });
      if (response.status === 401) return;
      if (response.ok && response.body !== null) {
        pauseMilliseconds = 250;
        for await (const event of eventsOf(response.body)) {
          const outcomes = [...listeners].map((listener) => listener(event));
          if (event.type !== 'closing') continue;
          // Hanging up tells the host that this window has saved.
          await Promise.allSettled(outcomes);
          hangUp.abort();
          return;
        }
      }
    } catch {
      // The host is gone or the machine slept; calls report that to the user, here it is only tried again.
    }
    await new Promise((done) => setTimeout(done, pauseMilliseconds));
    pauseMilliseconds = Math.min(pauseMilliseconds * 2, longestPauseMilliseconds);
  }
}

async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<PlannerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (pending + value).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      if (!block.startsWith('data: ')) continue;
      const parsed = plannerEventSchema.safeParse(JSON.parse(block.slice('data: '.length)));
      if (parsed.success) yield parsed.data;
    }
  }
}
