import { protocol, type Session } from 'electron';
import { pageHeaders } from '#electron/platform/pageHeaders.ts';
import { readPageFile } from '#electron/platform/staticFiles.ts';

const scheme = 'app';
export const pageAddress = `${scheme}://bundle/`;

/** Must run before the app is ready: makes the scheme an origin of its own, with workers and fetch, as http would be. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function isOwnAddress(address: string): boolean {
  return address.startsWith(pageAddress);
}

/** Serves the built page under its own scheme, and nothing else from the disk. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const { pathname } = new URL(request.url);
    const isAsked = isOwnAddress(request.url) && request.method === 'GET';
    const file = isAsked ? await readPageFile(folder, pathname) : undefined;
    if (file === undefined)
      return new Response('There is no such address.\n', { status: 404, headers: pageHeaders });
    return new Response(new Uint8Array(file.body), {
      headers: { ...pageHeaders, 'content-type': file.contentType },
    });
  });
}

/** Addresses that never leave the machine: the page, what it made itself, and the developer tools. */
function isLocal(address: string): boolean {
  return isOwnAddress(address) || /^(?:blob|data|devtools):/.test(address);
}

/** Closes every way out: no request to elsewhere, no permission but writing to the clipboard. */
export function closeTheDoors(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
}
