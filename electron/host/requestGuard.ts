import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Larger than any plan; a scenario of 50 MB is refused before it is read. */
export const maximumBodyBytes = 8 * 1024 * 1024;

export interface HostIdentity {
  /** Exactly `127.0.0.1:PORT`: another name in the Host header means that a foreign page had its own name resolved to this machine. */
  readonly authority: string;
  readonly token: string;
}

export interface GuardedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values as they came, in turn: the parsed headers keep only the first of two. */
  readonly rawHeaders: readonly string[];
  /** The connection is known to be another user's of this machine. */
  readonly isForeignUser: boolean;
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly reason: string;
}

type Door = 'rpc' | 'session' | 'events' | 'download' | 'page';

/**
 * Which door a request is for. Data stands behind all but the page, which holds nothing private. The session door gives the token for a
 * ticket. A download needs no token: the id in its address is a key of its own, good for one time.
 */
export function doorOf(path: string): Door {
  if (path === '/rpc') return 'rpc';
  if (path === '/session') return 'session';
  if (path.startsWith('/download/')) return 'download';
  return path === '/events' ? 'events' : 'page';
}

const methodsOf: Readonly<Record<Door, readonly string[]>> = {
  rpc: ['POST'],
  session: ['POST'],
  events: ['GET'],
  download: ['GET'],
  page: ['GET', 'HEAD'],
};

/** Headers that decide who is let in or how a body is read: two of them can be read in two ways. */
const onceOnly: ReadonlySet<string> = new Set([
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'sec-fetch-site',
]);

function repeatsHeader(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders
    .filter((_text, place) => place % 2 === 0)
    .map((name) => name.toLowerCase())
    .filter((name) => onceOnly.has(name));
  return new Set(names).size < names.length;
}

/**
 * Why a request is refused, or undefined. Every program and every web page on this machine can reach the port, so a request must name this
 * host exactly, come from its own page, and carry the token that only that page was given.
 */
export function refusalOf(request: GuardedRequest, identity: HostIdentity): Refusal | undefined {
  const { headers } = request;
  if (request.isForeignUser) return { status: 403, reason: 'Another user of this machine.' };
  if (repeatsHeader(request.rawHeaders)) return { status: 400, reason: 'A header is given twice.' };
  if (headers.host !== identity.authority) return { status: 421, reason: 'Wrong host name.' };
  if (!request.path.startsWith('/')) return { status: 404, reason: 'There is no such address.' };
  const door = doorOf(request.path);
  const methods = methodsOf[door];
  if (!methods.includes(request.method)) return { status: 405, reason: `Use ${methods.join(' or ')}.` };
  if (!isOwnPage(headers, door, identity.authority)) return { status: 403, reason: 'Foreign origin.' };
  if (door === 'page' || door === 'download') return undefined;
  if (door === 'session') return bodyRefusal(headers);
  if (!carriesToken(headers.authorization, identity.token))
    return { status: 401, reason: 'Missing or wrong token.' };
  return door === 'rpc' ? bodyRefusal(headers) : undefined;
}

function isOwnPage(headers: IncomingHttpHeaders, door: Door, authority: string): boolean {
  const ownOrigin = `http://${authority}`;
  if (headers.origin !== undefined && headers.origin !== ownOrigin) return false;
  // Browsers send Origin with every POST; a data request without it did not come from our page.
  if ((door === 'rpc' || door === 'session') && headers.origin === undefined) return false;
  const site = headers['sec-fetch-site'];
  return door === 'page' || site === undefined || site === 'same-origin';
}

/** Compares digests, so that neither time nor length tells anything about the token. */
function carriesToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function bodyRefusal(headers: IncomingHttpHeaders): Refusal | undefined {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json')
    return { status: 415, reason: 'Only application/json is understood.' };
  if (headers['content-encoding'] !== undefined)
    return { status: 415, reason: 'Only plain bodies are understood.' };
  const length = Number(headers['content-length'] ?? 0);
  if (!(length <= maximumBodyBytes)) return { status: 413, reason: 'The request is larger than 8 MB.' };
  return undefined;
}
