import type * as Electron from 'electron';
import { strict } from './strict.ts';
import { tellTest } from './testLine.ts';

type Entry = Electron.MenuItemConstructorOptions;

/** Longer than any page takes to say what it can do. */
const patienceMilliseconds = 20_000;

interface Item {
  readonly name: string;
  readonly label: string;
  readonly id: string | undefined;
  readonly click: Entry['click'];
  enabled: boolean;
}

/** A menu as Electron builds it: its entries can be found by id, and turned grey one by one. */
export interface BuiltMenu {
  readonly items: readonly Item[];
  getMenuItemById(id: string): Item | null;
}

let shown: BuiltMenu | null = null;
let isOwn = false;

/** Whether the menu that Electron brings, with its ways to the web, was ever seen. */
export function isMenuOwn(): boolean {
  return isOwn;
}

function itemsOf(template: readonly Entry[]): readonly Item[] {
  return template.flatMap((entry) => [
    strict('MenuItem', {
      name: entry.id ?? entry.label ?? '',
      label: entry.label ?? '',
      id: entry.id,
      click: entry.click,
      get enabled() {
        return states.get(entry) ?? entry.enabled !== false;
      },
      set enabled(isEnabled: boolean) {
        states.set(entry, isEnabled);
        tellMenu();
      },
    }),
    ...(Array.isArray(entry.submenu) ? itemsOf(entry.submenu) : []),
  ]);
}

const states = new WeakMap<Entry, boolean>();

function tellMenu(): void {
  const names = (isEnabled: boolean): readonly string[] =>
    (shown?.items ?? []).filter((item) => item.click && item.enabled === isEnabled).map(({ name }) => name);
  const labels = (shown?.items ?? []).map(({ label }) => label);
  tellTest({ menu: { possible: names(true), grey: names(false), labels } });
}

export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly Entry[]): BuiltMenu {
    const items = itemsOf(template);
    return { items, getMenuItemById: (id) => items.find((item) => item.id === id) ?? null };
  },
  setApplicationMenu(menu: BuiltMenu | null): void {
    isOwn = true;
    shown = menu;
    tellMenu();
  },
  getApplicationMenu: (): BuiltMenu | null => shown,
});

/** A user waits until an entry can be chosen, and chooses it by its id or, where it has none, by its label. */
export function chooseFromMenu(name: string, givenUpAt = Date.now() + patienceMilliseconds): void {
  const item = shown?.items.find((candidate) => candidate.name === name);
  if (item?.enabled === true) return void Reflect.apply(item.click ?? nothing, undefined, []);
  if (Date.now() > givenUpAt)
    throw new Error(`The menu ${item === undefined ? 'has no' : 'shows in grey the'} entry ${name}.`);
  setTimeout(() => chooseFromMenu(name, givenUpAt), 20);
}

function nothing(): never {
  throw new Error('This entry of the menu does nothing.');
}
