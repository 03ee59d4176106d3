import { app, dialog, type BrowserWindow, type Session } from 'electron';
import { basename, join } from 'node:path';
import { keepPrivate } from '#electron/platform/folders.ts';
import { isOwnContent } from '#electron/platform/pagePolicy.ts';
import { fillText, type ShellCommandId, type ShellTexts } from '#shared/ipc/appCommands.ts';
import type { Client } from '#shared/ipc/client.ts';

/** Shows a message over the window. Resolves to the button that was pressed; Escape means the first. */
async function show(
  window: BrowserWindow,
  message: string,
  detail: string,
  ...buttons: string[]
): Promise<number> {
  const type = buttons.length > 1 ? 'warning' : 'info';
  const options = { type, message, detail, buttons, defaultId: 0, cancelId: 0 } as const;
  return (await dialog.showMessageBox(window, options)).response;
}

export async function wantsToLoseEdits(window: BrowserWindow, { dialog: t }: ShellTexts): Promise<boolean> {
  return (await show(window, t.unsaved, t.unsavedDetail, t.keepOpen, t.closeAndLose)) === 1;
}

export async function afterCrash(window: BrowserWindow, texts: ShellTexts, reason: string): Promise<void> {
  const { gone, goneDetail, openAgain, quit } = texts.dialog;
  const pressed = await show(window, gone, fillText(goneDetail, { reason }), openAgain, quit);
  if (pressed === 0) window.webContents.reload();
  else window.close();
}

export async function tellRecovered(window: BrowserWindow, { dialog: t }: ShellTexts): Promise<void> {
  await show(window, t.recovered, t.recoveredDetail, t.goOn);
}

/** Opens the file in the place of the workspace that is open; when that fails, the open one stays and the reason is told. */
export async function openWorkspace(
  path: string,
  window: BrowserWindow,
  client: Client,
  { dialog: t }: ShellTexts,
): Promise<void> {
  const opened = await client.call('workspace.open', { path });
  if (!opened.ok) await show(window, t.notDone, opened.fault.message, t.goOn);
}

/** A command of the shell: the system's own dialog for the file, then the same operation that the page would call. */
export async function runCommand(
  id: ShellCommandId,
  window: BrowserWindow,
  client: Client,
  texts: ShellTexts,
): Promise<void> {
  const { dialog: t } = texts;
  const filters = [{ name: t.workspaceFiles, extensions: ['headroom'] }];
  if (id === 'workspace.open') {
    const [path] = (await dialog.showOpenDialog(window, { filters, properties: ['openFile'] })).filePaths;
    return path === undefined ? undefined : openWorkspace(path, window, client, texts);
  }
  const isNew = id === 'workspace.new';
  const defaultPath = `${isNew ? t.newWorkspaceFile : t.copyFile}.headroom`;
  const { filePath: path } = await dialog.showSaveDialog(window, { filters, defaultPath });
  if (path === '') return;
  const done = await client.call(isNew ? 'workspace.create' : 'workspace.saveCopy', { path });
  if (!done.ok) await show(window, t.notDone, done.fault.message, t.goOn);
}

/** What the page saves goes through the system's own dialog, and is then readable by its owner only. */
export function saveWithDialog(session: Session, { dialog: t }: ShellTexts): void {
  session.on('will-download', (event, item) => {
    if (!isOwnContent(item.getURL())) return event.preventDefault();
    const file = basename(item.getFilename());
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), file) });
    item.once('done', (_event, state) => {
      if (state === 'completed') keepPrivate(item.getSavePath());
      if (state === 'interrupted') dialog.showErrorBox(t.notSaved, fillText(t.notSavedDetail, { file }));
    });
    // A full disk interrupts without ending: Electron waits for somebody to go on, and nobody here can.
    item.on('updated', (_event, state) => {
      if (state !== 'interrupted') return;
      item.cancel();
      dialog.showErrorBox(t.notSaved, fillText(t.notSavedDetail, { file }));
    });
  });
}
