import { protocol, type Session } from 'electron';
import { pageAnswer } from '#electron/platform/pageAnswer.ts';
import { mayDo, mayRequest, pageScheme, schemePrivileges } from '#electron/platform/pagePolicy.ts';
import type { Services } from '#electron/services/composeServices.ts';
import { downloadIdOf } from '#electron/services/downloads.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: schemePrivileges }]);
}

/** Serves the built page and what the services offer for download. */
export function servePage({ protocol }: Session, folder: string, { downloads }: Services): void {
  protocol.handle(pageScheme, (request) =>
    pageAnswer(request, folder, (path) => {
      const id = downloadIdOf(path);
      return id === undefined ? undefined : downloads.take(id);
    }),
  );
}

/** Closes every way out: no request to elsewhere, no device, no dictionary to fetch, no permission but writing to the clipboard. */
export function closeTheDoors(session: Session, hasTools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, hasTools) }));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(mayDo(permission)));
  session.setPermissionCheckHandler((_contents, permission) => mayDo(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
}
