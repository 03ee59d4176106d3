import { app, Menu } from 'electron';
import { appCommands, type AppCommand } from '#shared/ipc/appCommands.ts';
import { appMenu } from '#shared/ipc/appMenu.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { Texts } from './dialogs.ts';

export interface SystemMenu {
  /** Writes it anew: another language, or other workspaces opened lately. */
  install(): Promise<void>;
  /** What the page can carry out now; the rest of its commands stand there in grey. */
  offer(ids: readonly string[]): void;
}

/** The menu of the system. It offers what the page can do now, and lists the workspaces opened lately. */
export function createMenu(
  client: Client,
  texts: Texts,
  doing: { readonly run: (command: AppCommand) => void; readonly open: (path: string) => void },
): SystemMenu {
  let offered: ReadonlySet<string> = new Set();
  return {
    async install() {
      const listed = await client.call('workspace.list', {});
      const recent = listed.ok ? listed.value.filter(({ state }) => state !== 'missing').slice(0, 9) : [];
      const parts = { texts: texts(), recent, hasTools: !app.isPackaged, offered, ...doing };
      Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(process.platform === 'darwin', parts)));
      if (recent[0] !== undefined) app.addRecentDocument(recent[0].path);
    },
    offer(ids) {
      offered = new Set(ids);
      const menu = Menu.getApplicationMenu();
      for (const { id, by } of appCommands) {
        const item = by === 'page' ? menu?.getMenuItemById(id) : undefined;
        if (item) item.enabled = offered.has(id);
      }
    },
  };
}
