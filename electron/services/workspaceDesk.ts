import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSameFile } from '#electron/db/lockState.ts';
import { listBackups } from '#electron/db/backups.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openingProblemOf, type OpeningProblemKind } from '#electron/db/openingProblem.ts';
import { openWorkspace, openWorkspaceReadOnly, type Workspace } from '#electron/db/workspace.ts';
import { beginSession, type SessionMark } from '#electron/db/sessionMark.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, FaultCode, Result } from '#shared/kernel/result.ts';
import type { Events } from './events.ts';
import type { Ports } from './ports.ts';
import type { RecentFiles } from './recentFiles.ts';

/** The services over one open workspace. */
export interface Seat {
  readonly workspace: Workspace;
  readonly handlers: Partial<Handlers>;
  close(): void;
}

const openingCodes = [
  'not-found',
  'already-open',
  'newer-file',
  'damaged-file',
  'not-writable',
  'internal',
] as const;
export type OpeningFault = Fault<(typeof openingCodes)[number]>;

/** Why no workspace is open. */
export interface OpeningProblem {
  readonly path: string;
  readonly kind: OpeningProblemKind;
  readonly fault: OpeningFault;
}

interface DeskOptions {
  readonly ports: Ports;
  readonly events: Events;
  readonly recent: RecentFiles;
  /** Puts the services over a workspace that has just been opened; a fault when it cannot be begun with. */
  readonly seatOver: (workspace: Workspace) => Result<Seat>;
}

/** As a fault that opening may come back with; what is none of them is ours to mend. */
export function openingFault({ code, message }: Fault): { readonly ok: false; readonly fault: OpeningFault } {
  const known = openingCodes.find((candidate: FaultCode) => candidate === code);
  return fault(known ?? 'internal', message);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Which workspace is open, and how another one takes its place. At most one is open at a time. */
export class WorkspaceDesk {
  readonly #options: DeskOptions;
  #seat: Seat | undefined;
  #mark: SessionMark | undefined;
  #problem: OpeningProblem | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get seat(): Seat | undefined {
    return this.#seat;
  }

  /** Whoever had the open workspace before, in any host, never came to an end: a crash, or a loss of power. */
  get wasCutShort(): boolean {
    return this.#mark?.wasCutShort === true;
  }

  get problem(): OpeningProblem | undefined {
    return this.#seat === undefined ? this.#problem : undefined;
  }

  /**
   * Opens what the program starts with: a file that was never there is made, with the sample. One that was there once,
   * since it was opened or has backups, was lost, and is not quietly replaced by an empty one.
   */
  openFirst(file: string): void {
    const path = resolve(file);
    const wasThere =
      listBackups(path).length > 0 || this.#options.recent.list().some((one) => one.path === path);
    const isLost = !isThere(path) && wasThere;
    if (isLost)
      this.#fail(path, fault('not-found', `The workspace is not there any more. File: ${path}`).fault);
    else this.#take(path, 'edit');
  }

  /** Opens a workspace in place of the present one, which stays open when that does not work. */
  open(file: string, access: Workspace['access']): Result<void, OpeningFault> {
    const path = resolve(file);
    if (!isThere(path))
      return this.#fail(path, { code: 'not-found', message: `There is no such file: ${path}` });
    if (!this.#holds(path)) return this.#take(path, access);
    const before = this.#seat?.workspace.access;
    if (before === access) return ok(undefined);
    return this.#inPlace(path, () => this.#take(path, access));
  }

  /** Makes a new workspace with the sample in place of the present one. */
  create(file: string): Result<void, OpeningFault> {
    return this.#take(resolve(file), 'edit');
  }

  /** Closes the workspace if it is this file, works on the file itself, and opens what is there then. */
  exchange<T, F extends Fault>(file: string, work: () => Result<T, F>): Result<T, F | OpeningFault> {
    const path = resolve(file);
    return this.#inPlace(path, (): Result<T, F | OpeningFault> => {
      const done = work();
      if (!done.ok) return done;
      const opened = this.#take(path, 'edit');
      return opened.ok ? done : opened;
    });
  }

  close(): void {
    this.#seat?.close();
    this.#seat = undefined;
    this.#mark?.end();
    this.#mark = undefined;
  }

  #holds(path: string): boolean {
    return this.#seat !== undefined && isSameFile(this.#seat.workspace.file, path);
  }

  /** Runs work that needs the file to be closed; whatever comes of it, the workspace is open again after a failure. */
  #inPlace<T, F extends Fault>(path: string, work: () => Result<T, F>): Result<T, F> {
    const present = this.#seat?.workspace;
    if (present === undefined || !this.#holds(path)) return work();
    const { file, access } = present;
    this.close();
    const done = work();
    if (!done.ok) this.#take(file, access);
    return done;
  }

  #take(path: string, access: Workspace['access']): Result<void, OpeningFault> {
    const { ports, recent, events, seatOver } = this.#options;
    const opened =
      access === 'edit'
        ? openWorkspace(path, migrations, () => ports.clock.now())
        : openWorkspaceReadOnly(path, migrations);
    if (!opened.ok) return this.#fail(path, opened.fault);
    let isSeated = false;
    try {
      const seat = seatOver(opened.value);
      if (!seat.ok) return this.#fail(path, seat.fault);
      isSeated = true;
      this.close();
      this.#seat = seat.value;
      if (access === 'edit') this.#mark = beginSession(path);
    } finally {
      if (!isSeated) opened.value.close();
    }
    recent.add(path, ports.clock.now());
    events.emit({ type: 'workspace-changed' });
    return ok(undefined);
  }

  #fail(path: string, found: Fault): { readonly ok: false; readonly fault: OpeningFault } {
    // With a workspace open, the failure is told to who asked and no more.
    if (this.#seat === undefined) {
      const kind = openingProblemOf(path, found.code, found.message);
      this.#problem = { path, kind, fault: openingFault(found).fault };
      this.#options.events.emit({ type: 'workspace-changed' });
    }
    return openingFault(found);
  }
}
