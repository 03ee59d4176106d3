import type { ServerResponse } from 'node:http';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import type { PlannerEvent } from '#shared/ipc/envelope.ts';

/** Well under the idle limit of anything between a page and its own machine. */
const heartbeatMilliseconds = 15_000;

/** The open event streams, one for each window. How many there are tells whether anybody is still there. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #onCount: (count: number) => void;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(onCount: (count: number) => void) {
    this.#onCount = onCount;
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMilliseconds);
    this.#heartbeat.unref();
  }

  add(response: ServerResponse): void {
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    // Something must be sent at once: a browser hands the stream to its page only with the first bytes.
    response.write(': open\n\n');
    this.#open.add(response);
    this.#onCount(this.#open.size);
    response.on('close', () => {
      this.#open.delete(response);
      this.#onCount(this.#open.size);
    });
  }

  send(event: PlannerEvent): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Announces the end and waits until every window has saved and hung up, or until the time is over. */
  async drain(milliseconds: number): Promise<void> {
    this.send({ type: 'closing' });
    const deadline = Date.now() + milliseconds;
    while (this.#open.size > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
