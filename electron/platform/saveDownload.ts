import { basename, join } from 'node:path';
import { keepPrivate } from './folders.ts';

/** What Electron calls an item of the downloads, as far as it is needed here. */
interface DownloadItem {
  getFilename(): string;
  getSavePath(): string;
  setSaveDialogOptions(options: { readonly defaultPath: string }): void;
  cancel(): void;
  once(name: 'done', listener: (event: unknown, state: string) => void): unknown;
  on(name: 'updated', listener: (event: unknown, state: string) => void): unknown;
}

/** Lets the system's dialog begin in a folder, whatever name the page gave, and makes the file its owner's alone. */
export function saveDownload(item: DownloadItem, folder: string, tellFailure: (file: string) => void): void {
  const file = basename(item.getFilename());
  item.setSaveDialogOptions({ defaultPath: join(folder, file) });
  item.once('done', (_event, state) => {
    if (state === 'completed') keepPrivate(item.getSavePath());
    if (state === 'interrupted') tellFailure(file);
  });
  // A full disk interrupts without ending: Electron waits for somebody to go on, and nobody here can.
  item.on('updated', (_event, state) => {
    if (state !== 'interrupted') return;
    item.cancel();
    tellFailure(file);
  });
}
