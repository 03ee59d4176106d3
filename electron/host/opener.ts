import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '#electron/platform/folders.ts';
import type { RunningHost } from './server.ts';

/**
 * The address to start a browser with. Other users can read it in the list of processes, so it never carries the token: where the host
 * knows whose a connection is, it carries a ticket that is of use to this user only; elsewhere it names a page that only this
 * user can read, and that page goes on with the ticket.
 */
export function openerAddress(
  host: Pick<RunningHost, 'ticketAddress' | 'knowsPeers'>,
  folder: string,
): string {
  const address = host.ticketAddress();
  if (host.knowsPeers) return address;
  makeFolder(folder);
  const file = join(folder, 'open.html');
  // Made anew, because an existing file would keep the rights that it has.
  rmSync(file, { force: true });
  writeFileSync(file, openerPage(address), { mode: 0o600, flag: 'wx' });
  return pathToFileURL(file).href;
}

function openerPage(address: string): string {
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    '<title>Headroom</title>',
    `<meta http-equiv="refresh" content="0; url=${address}">`,
    '',
  ].join('\n');
}
