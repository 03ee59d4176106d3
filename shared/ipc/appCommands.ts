import cs from './texts/cs.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import ro from './texts/ro.json' with { type: 'json' };
import ru from './texts/ru.json' with { type: 'json' };
import zh from './texts/zh.json' with { type: 'json' };

interface AppCommandShape {
  readonly id: string;
  readonly menu: 'file' | 'edit' | 'go' | 'view' | 'help';
  /** As Electron writes them; absent where there are none. */
  readonly keys?: string;
  /** Who carries it out: the shell, with the system's own dialogs, or the page. */
  readonly by: 'shell' | 'page';
}

/** Everything that the native menu offers, in its order. The command palette offers those of the page under the same names. */
export const appCommands = [
  { id: 'workspace.new', menu: 'file', keys: 'CmdOrCtrl+Shift+N', by: 'shell' },
  { id: 'workspace.open', menu: 'file', keys: 'CmdOrCtrl+O', by: 'shell' },
  { id: 'workspace.saveCopy', menu: 'file', keys: 'CmdOrCtrl+Shift+S', by: 'shell' },
  { id: 'edit.undo', menu: 'edit', keys: 'CmdOrCtrl+Z', by: 'page' },
  { id: 'edit.redo', menu: 'edit', keys: 'CmdOrCtrl+Y', by: 'page' },
  { id: 'go.overview', menu: 'go', by: 'page' },
  { id: 'go.setup', menu: 'go', by: 'page' },
  { id: 'go.salesPlan', menu: 'go', by: 'page' },
  { id: 'go.demand', menu: 'go', by: 'page' },
  { id: 'go.staffing', menu: 'go', by: 'page' },
  { id: 'go.people', menu: 'go', by: 'page' },
  { id: 'go.budget', menu: 'go', by: 'page' },
  { id: 'go.businessCase', menu: 'go', by: 'page' },
  { id: 'go.sourcing', menu: 'go', by: 'page' },
  { id: 'go.attrition', menu: 'go', by: 'page' },
  { id: 'go.serviceValue', menu: 'go', by: 'page' },
  { id: 'go.lines', menu: 'go', by: 'page' },
  { id: 'go.reports', menu: 'go', by: 'page' },
  { id: 'go.calculator', menu: 'go', by: 'page' },
  { id: 'go.scenarios', menu: 'go', by: 'page' },
  { id: 'go.compare', menu: 'go', by: 'page' },
  { id: 'go.library', menu: 'go', by: 'page' },
  { id: 'go.workspaces', menu: 'go', by: 'page' },
  { id: 'theme.light', menu: 'view', by: 'page' },
  { id: 'theme.dark', menu: 'view', by: 'page' },
  { id: 'theme.auto', menu: 'view', by: 'page' },
  { id: 'app.about', menu: 'help', by: 'page' },
] as const satisfies readonly AppCommandShape[];

export type AppCommand = (typeof appCommands)[number];
export type AppCommandId = AppCommand['id'];
export type ShellCommandId = Extract<AppCommand, { readonly by: 'shell' }>['id'];

export type ShellTexts = typeof en;

type Groups = ShellTexts['command'];

/** A text that a language lacks is shown in English. */
interface OwnTexts {
  readonly menu: Partial<ShellTexts['menu']>;
  readonly command: { readonly [K in keyof Groups]?: Partial<Groups[K]> };
  readonly dialog: Partial<ShellTexts['dialog']>;
}

const others: Readonly<Record<string, OwnTexts>> = { cs, ro, ru, zh };

/** The texts of the menu and of the shell's dialogs in a language; English where there are none. */
export function shellTexts(language: string): ShellTexts {
  const own = others[language];
  if (own === undefined) return en;
  return {
    menu: { ...en.menu, ...own.menu },
    command: {
      workspace: { ...en.command.workspace, ...own.command.workspace },
      edit: { ...en.command.edit, ...own.command.edit },
      go: { ...en.command.go, ...own.command.go },
      theme: { ...en.command.theme, ...own.command.theme },
      app: { ...en.command.app, ...own.command.app },
    },
    dialog: { ...en.dialog, ...own.dialog },
  };
}

/**
 * The first of these languages that the shell has texts in; else English.
 *
 * @example shellLanguage(['de-AT', 'cs-CZ']) // 'cs'
 */
export function shellLanguage(preferred: readonly string[]): string {
  const known = preferred
    .map((tag) => tag.split('-')[0] ?? '')
    .find((language) => language === 'en' || Object.hasOwn(others, language));
  return known ?? 'en';
}

/** The name of a command, for the menu and the palette. */
export function commandName({ command }: ShellTexts, id: AppCommandId): string {
  const [group = '', name = ''] = id.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = command;
  const text = groups[group]?.[name];
  if (text === undefined) throw new Error(`The command ${id} has no name.`);
  return text;
}

/** Puts values in the places of a text: `fillText('Reason: {{reason}}', { reason: 'crashed' })`. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}
