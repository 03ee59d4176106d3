import { app, dialog, type BrowserWindow, type Session } from 'electron';
import { isOwnContent } from '#electron/platform/pagePolicy.ts';
import { saveDownload } from '#electron/platform/saveDownload.ts';
import { fillText, type ShellCommandId, type ShellTexts } from '#shared/ipc/appCommands.ts';
import type { Client } from '#shared/ipc/client.ts';
import { notDoneMessage, type ShellQuestion } from '#shared/ipc/shellQuestions.ts';

/** The words of the moment: the page may change its language. */
export type Texts = () => ShellTexts;

/** Shows a message over the window. Resolves to the button that was pressed; Escape means the first, and so does the signal. */
export async function ask(
  window: BrowserWindow,
  question: ShellQuestion,
  signal?: AbortSignal,
): Promise<number> {
  const type = question.buttons.length > 1 ? 'warning' : 'info';
  const options = { ...question, type, defaultId: 0, cancelId: 0, ...(signal && { signal }) } as const;
  return (await dialog.showMessageBox(window, options)).response;
}

/** What a command of the shell works with. */
interface Around {
  readonly window: BrowserWindow;
  readonly client: Client;
  readonly texts: Texts;
}

/** Opens the file in the place of the workspace that is open; when that fails, the open one stays and the reason is told. */
export async function openWorkspace(path: string, { window, client, texts }: Around): Promise<void> {
  const opened = await client.call('workspace.open', { path });
  if (!opened.ok) await ask(window, notDoneMessage(texts(), opened.fault.message));
}

/** A command of the shell: the system's own dialog for the file, then the same operation that the page would call. */
export async function runCommand(id: ShellCommandId, around: Around): Promise<void> {
  const { window, client, texts } = around;
  const { dialog: t } = texts();
  const filters = [{ name: t.workspaceFiles, extensions: ['headroom'] }];
  if (id === 'workspace.open') {
    const [path] = (await dialog.showOpenDialog(window, { filters, properties: ['openFile'] })).filePaths;
    return path === undefined ? undefined : openWorkspace(path, around);
  }
  const isNew = id === 'workspace.new';
  const defaultPath = `${isNew ? t.newWorkspaceFile : t.copyFile}.headroom`;
  const { filePath: path } = await dialog.showSaveDialog(window, { filters, defaultPath });
  if (path === '') return;
  const done = await client.call(isNew ? 'workspace.create' : 'workspace.saveCopy', { path });
  if (!done.ok) await ask(window, notDoneMessage(texts(), done.fault.message));
}

/** What the page saves goes through the system's own dialog. */
export function saveWithDialog(session: Session, texts: Texts): void {
  session.on('will-download', (event, item) => {
    if (!isOwnContent(item.getURL())) return event.preventDefault();
    saveDownload(item, app.getPath('downloads'), (file) => {
      const { notSaved, notSavedDetail } = texts().dialog;
      dialog.showErrorBox(notSaved, fillText(notSavedDetail, { file }));
    });
  });
}
