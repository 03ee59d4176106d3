import { type Errand, errandNames } from '#renderer/state/errands.ts';
import { languages, type Language } from '../i18n/languages.ts';
import type { Route } from '../routes.ts';

/** Under which heading of the menu and of the list of shortcuts an action stands. */
export type ActionGroup = 'file' | 'edit' | 'view' | 'plan' | 'go' | 'help';

export const actionGroups = [
  'file',
  'edit',
  'plan',
  'view',
  'go',
  'help',
] as const satisfies readonly ActionGroup[];

/** What can be done besides going to a screen. */
export const ownActions = [
  { id: 'scenario.new', text: 'palette.action.scenario.new', group: 'file' },
  { id: 'scenario.duplicate', text: 'palette.action.scenario.duplicate', group: 'file' },
  { id: 'scenario.variant', text: 'palette.action.scenario.variant', group: 'file' },
  { id: 'version.save', text: 'palette.action.version.save', group: 'file', keys: 'Mod+S' },
  { id: 'scenario.import', text: 'palette.action.scenario.import', group: 'file' },
  { id: 'scenario.export', text: 'palette.action.scenario.export', group: 'file' },
  { id: 'workspace.new', text: 'palette.action.workspace.new', group: 'file' },
  { id: 'workspace.saveCopy', text: 'palette.action.workspace.saveCopy', group: 'file' },
  { id: 'workspace.download', text: 'palette.action.workspace.download', group: 'file' },
  { id: 'workspace.backUp', text: 'palette.action.workspace.backUp', group: 'file' },
  { id: 'workspace.profile', text: 'palette.action.workspace.profile', group: 'file' },
  { id: 'edit.undo', text: 'palette.action.edit.undo', group: 'edit', keys: 'Mod+Z' },
  { id: 'edit.redo', text: 'palette.action.edit.redo', group: 'edit', keys: 'Mod+Y' },
  { id: 'edit.reason', text: 'palette.action.edit.reason', group: 'edit', keys: 'Mod+E' },
  { id: 'plan.seekGoal', text: 'palette.action.plan.seekGoal', group: 'plan', keys: 'Mod+G' },
  { id: 'plan.compare', text: 'palette.action.plan.compare', group: 'plan' },
  { id: 'view.explain', text: 'palette.action.view.explain', group: 'view', keys: 'Mod+.' },
  { id: 'view.charts', text: 'palette.action.view.charts', group: 'view' },
  { id: 'grain.period', text: 'palette.action.grain.period', group: 'view' },
  { id: 'grain.month', text: 'palette.action.grain.month', group: 'view' },
  { id: 'grain.quarter', text: 'palette.action.grain.quarter', group: 'view' },
  { id: 'grain.year', text: 'palette.action.grain.year', group: 'view' },
  { id: 'theme.light', text: 'palette.action.theme.light', group: 'view' },
  { id: 'theme.dark', text: 'palette.action.theme.dark', group: 'view' },
  { id: 'theme.auto', text: 'palette.action.theme.auto', group: 'view' },
  { id: 'help.palette', text: 'palette.action.help.palette', group: 'help', keys: 'Mod+K' },
  { id: 'help.shortcuts', text: 'palette.action.help.shortcuts', group: 'help', keys: 'Mod+/' },
  { id: 'app.about', text: 'palette.action.app.about', group: 'help' },
] as const satisfies readonly {
  readonly id: string;
  /** Key of its name. */
  readonly text: string;
  readonly group: ActionGroup;
  readonly keys?: string;
}[];

export type ActionId =
  | (typeof ownActions)[number]['id']
  | `language.${Language}`
  | `do.${Errand}`
  | `go.${Route['key']}`;

export interface ActionDefinition {
  readonly id: ActionId;
  readonly group: ActionGroup;
  /** 'Mod' is Ctrl, and Cmd on a Mac. */
  readonly keys?: string;
}

/** Every action of the app, once. */
export function allActions(routes: readonly Pick<Route, 'key'>[]): readonly ActionDefinition[] {
  return [
    ...ownActions,
    ...errandNames.map((errand) => ({ id: `do.${errand}` as const, group: 'plan' as const })),
    ...languages.map((language) => ({ id: `language.${language}` as const, group: 'view' as const })),
    ...routes.map(({ key }) => ({ id: `go.${key}` as const, group: 'go' as const })),
  ];
}

/** Keys as people read them: 'Ctrl+Z'. */
export function keysText(keys: string, isMac: boolean): string {
  return keys.replace('Mod', isMac ? 'Cmd' : 'Ctrl');
}

/** Whether a key press is the one written as 'Mod+Z'. */
export function isPressed(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  keys: string,
): boolean {
  const [wanted = '', hasMod] = [keys.split('+').at(-1), keys.startsWith('Mod+')];
  const isMod = event.ctrlKey || event.metaKey;
  // What is typed with Shift depends on the keyboard: '/' is Shift+7 on many.
  const isShiftFree = !event.shiftKey || !/[a-z]/i.test(wanted);
  return isMod === hasMod && !event.altKey && isShiftFree && event.key.toLowerCase() === wanted.toLowerCase();
}
