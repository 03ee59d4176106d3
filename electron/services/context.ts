import type { Workspace } from '#electron/db/workspace.ts';
import type { Events } from './events.ts';
import type { Ports } from './ports.ts';

/** What every service works with. */
export interface Context {
  readonly ports: Ports;
  readonly workspace: Workspace;
  readonly events: Events;
}
