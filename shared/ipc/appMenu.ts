import { appCommands, commandName, type AppCommand, type ShellTexts } from './appCommands.ts';

/** One line of the native menu, in the words of Electron. */
export interface MenuEntry<Role extends string> {
  readonly id?: string;
  readonly label?: string;
  readonly role?: Role;
  readonly type?: 'separator';
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly toolTip?: string;
  readonly click?: () => void;
  readonly submenu?: MenuEntry<Role>[];
}

/** What Electron does by itself. Its own words for that are English, whatever language is spoken, so most are given ours. */
export type MenuRole =
  | 'appMenu'
  | 'close'
  | 'copy'
  | 'cut'
  | 'help'
  | 'paste'
  | 'quit'
  | 'resetZoom'
  | 'selectAll'
  | 'toggleDevTools'
  | 'togglefullscreen'
  | 'windowMenu'
  | 'zoomIn'
  | 'zoomOut';

type Entry = MenuEntry<MenuRole>;

export interface MenuParts {
  readonly texts: ShellTexts;
  /** Workspaces opened lately, the latest first. */
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  /** Whether the developer tools are there at all; then a menu is the only way to them. */
  readonly hasTools: boolean;
  /** Ids of what the page can carry out now. */
  readonly offered: ReadonlySet<string>;
  readonly run: (command: AppCommand) => void;
  readonly open: (path: string) => void;
}

/** In a menu a single "&" is not shown: it marks the letter that chooses the entry. */
function shown(text: string): string {
  return text.replaceAll('&', '&&');
}

/** The page answers its own keys, so for those the menu only shows them. */
function item(command: AppCommand, { texts, offered, run }: MenuParts): Entry {
  return {
    id: command.id,
    label: shown(commandName(texts, command.id)),
    ...('keys' in command ? { accelerator: command.keys } : {}),
    registerAccelerator: command.by === 'shell',
    enabled: command.by === 'shell' || offered.has(command.id),
    click: () => run(command),
  };
}

/** The app's commands by menu, and around them, by role, what each system expects. */
export function appMenu(isMac: boolean, parts: MenuParts): Entry[] {
  const { texts, recent, open, hasTools } = parts;
  const own = (menu: AppCommand['menu']): Entry[] =>
    appCommands.filter((command) => command.menu === menu).map((command) => item(command, parts));
  const recentFiles: Entry = {
    label: texts.menu.recent,
    enabled: recent.length > 0,
    submenu: recent.map(({ path, name }) => ({ label: shown(name), toolTip: path, click: () => open(path) })),
  };
  // On macOS copy and paste reach a window only through a menu; elsewhere the keys belong to the page.
  const editing = (['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({
    role,
    label: texts.menu[role],
    registerAccelerator: isMac,
  }));
  const zoom = (['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((role) => ({
    role,
    label: texts.menu[role],
  }));
  const end = isMac ? 'close' : 'quit';
  const tools = hasTools ? [{ role: 'toggleDevTools' } as const] : [];
  const separator = { type: 'separator' } as const;
  const menus: Entry[] = [
    {
      label: texts.menu.file,
      submenu: [...own('file'), recentFiles, separator, { role: end, label: texts.menu[end] }],
    },
    { label: texts.menu.edit, submenu: [...own('edit'), separator, ...editing] },
    { label: texts.menu.go, submenu: own('go') },
    { label: texts.menu.view, submenu: [...own('view'), separator, ...zoom, ...tools] },
    { role: 'help', label: texts.menu.help, submenu: own('help') },
  ];
  return isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}
