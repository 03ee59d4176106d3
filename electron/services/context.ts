import type { Workspace } from '#electron/db/workspace.ts';
import type { Downloads } from './downloads.ts';
import type { Events } from './events.ts';
import type { Ports } from './ports.ts';
import type { Uploads } from './uploads.ts';

/** What every service works with. */
export interface Context {
  readonly ports: Ports;
  readonly workspace: Workspace;
  readonly events: Events;
  /** Files on their way out to the user. */
  readonly downloads: Downloads;
  /** Files on their way in. */
  readonly uploads: Uploads;
}
