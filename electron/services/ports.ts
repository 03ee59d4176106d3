import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { inspect } from 'node:util';
import packageJson from '#package.json' with { type: 'json' };
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { sampleDocuments, starterDocument } from './sample.ts';

export interface Clock {
  /** ISO instant with milliseconds, in UTC. */
  now(): string;
  /** Grows steadily whatever happens to the wall clock; for measuring how long something took. */
  elapsedMilliseconds(): number;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** The stack of an error belongs here, never into what the user reads. */
  error(message: string, error?: unknown): void;
}

/** What the services need from the world, so that tests can give them another one. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  /** A new id: letters, digits, "_" and "-" only. */
  readonly newId: () => string;
  /** Scenarios of a new workspace: the one to open first in front, then its variants. */
  readonly sampleDocuments: () => readonly ScenarioDocument[];
  /** What a scenario begins with that is created without a document. */
  readonly starterDocument: () => ScenarioDocument;
  /** Name of the system's user; edits are journalled under it unless a profile name is set. */
  readonly userName: string;
  readonly version: string;
}

function systemUserName(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    return 'unknown';
  }
}

function write(level: string, message: string): void {
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}\n`);
}

export function realPorts(): Ports {
  return {
    clock: { now: () => new Date().toISOString(), elapsedMilliseconds: () => performance.now() },
    log: {
      info: (message) => write('info', message),
      warn: (message) => write('warn', message),
      error: (message, error) =>
        write('error', error === undefined ? message : `${message}\n${inspect(error)}`),
    },
    newId: randomUUID,
    sampleDocuments,
    starterDocument,
    userName: systemUserName(),
    version: packageJson.version,
  };
}
