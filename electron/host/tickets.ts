import { createHash, randomBytes } from 'node:crypto';

/** Long enough for a browser to start on a slow disk. */
const validMilliseconds = 120_000;

/**
 * One-time tickets. The address that a browser is started with is seen by others (the list of processes, the browser's history), so it
 * carries a ticket that opens the data once, soon, and never again, instead of the key itself.
 */
export class Tickets {
  readonly #expiryOf = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  issue(): string {
    const ticket = randomBytes(32).toString('base64url');
    this.#expiryOf.set(digest(ticket), this.#now() + validMilliseconds);
    return ticket;
  }

  /** Whether the ticket is good. It is spent by asking. */
  redeem(ticket: string): boolean {
    // Looked up by digest: how long the look-up takes tells nothing about the ticket.
    const key = digest(ticket);
    const expiry = this.#expiryOf.get(key);
    this.#expiryOf.delete(key);
    return expiry !== undefined && this.#now() <= expiry;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
