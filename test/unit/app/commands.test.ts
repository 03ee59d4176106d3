import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridShortcuts } from '#renderer/app/commands/gridShortcuts.ts';
import { type ActionDefinition, allActions, isPressed, keysText } from '#renderer/app/commands/registry.ts';
import { createSearch } from '#renderer/app/commands/search.ts';
import { languageFor } from '#renderer/app/i18n/languages.ts';
import { appCommands } from '#shared/ipc/appCommands.ts';

const actions: readonly ActionDefinition[] = allActions([]);
const ids = actions.map(({ id }) => id);
const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('actions', () => {
  it('stand once, and no two answer the same keys', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const keys = actions.flatMap((action) => action.keys ?? []);
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("do all that the system's menu asks of the page", () => {
    const asked = appCommands.filter(({ by, id }) => by === 'page' && !id.startsWith('go.'));
    expect(asked.filter(({ id }) => !ids.some((own) => own === id))).toEqual([]);
  });

  it('have their keys in the list of keys for the reader', () => {
    const page = readFileSync(new URL('../../../docs/keyboard.md', import.meta.url), 'utf8');
    const missing = actions.flatMap(({ keys }) => {
      const text = keys === undefined ? '' : keysText(keys, false);
      return text === '' || page.includes(`| ${text} |`) ? [] : [text];
    });
    expect(missing).toEqual([]);
    // Keys of a grid are told there in groups.
    const grid = gridShortcuts.flatMap(({ keys }) => keys.map((key) => keysText(key, false)));
    expect(grid.filter((key) => !page.includes(key))).toEqual([]);
  });

  it('answer their keys, also where a sign needs Shift', () => {
    expect(isPressed({ ...press, key: 'k', ctrlKey: true }, 'Mod+K')).toBe(true);
    expect(isPressed({ ...press, key: 'K', metaKey: true }, 'Mod+K')).toBe(true);
    expect(isPressed({ ...press, key: '/', ctrlKey: true, shiftKey: true }, 'Mod+/')).toBe(true);
    expect(isPressed({ ...press, key: 'S', ctrlKey: true, shiftKey: true }, 'Mod+S')).toBe(false);
    expect(isPressed({ ...press, key: 'k' }, 'Mod+K')).toBe(false);
    expect(isPressed({ ...press, key: 'k', ctrlKey: true, altKey: true }, 'Mod+K')).toBe(false);
  });
});

describe('the search of the palette', () => {
  const items = [
    { id: 'a', label: 'Offered contacts', detail: 'Voice' },
    { id: 'b', label: 'Highest occupancy', detail: 'Voice' },
    { id: 'c', label: 'Occupancy', detail: 'Voice' },
    { id: 'd', label: 'Růst zákazníků', detail: 'Malé firmy' },
    { id: 'e', label: 'Undo', detail: 'Edit' },
  ];
  const find = (query: string, recent: readonly string[] = []) =>
    createSearch(items)(query, recent, 10).map(({ id }) => id);

  it('needs every word, in the name or in what it belongs to', () => {
    expect(find('cont voi')).toEqual(['a']);
    expect(find('contacts malé')).toEqual([]);
  });

  it('puts the name that begins so before the one that holds it', () => {
    expect(find('occup')).toEqual(['c', 'b']);
  });

  it('forgives missing accents, case and letters', () => {
    expect(find('rust')).toEqual(['d']);
    expect(find('OFRD')).toEqual(['a']);
  });

  it('puts what was used lately first', () => {
    expect(find('', ['e'])[0]).toBe('e');
    expect(find('occup', ['b'])).toEqual(['b', 'c']);
  });

  it('looks through ten thousand names in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, place) => ({
      id: String(place),
      label: `Required agents in queue ${place}`,
      detail: `Group ${place % 70}`,
    }));
    const search = createSearch(many);
    const begin = performance.now();
    expect(search('queue 4711', [], 60)[0]?.id).toBe('4711');
    expect(performance.now() - begin).toBeLessThan(400);
  });
});

it('speaks the chosen language, else that of the system, else English', () => {
  expect(languageFor('ru', ['cs-CZ'])).toBe('ru');
  expect(languageFor(undefined, ['de-AT', 'cs-CZ', 'en-US'])).toBe('cs');
  expect(languageFor(undefined, ['zh-Hans-CN'])).toBe('zh');
  expect(languageFor('xx', ['de'])).toBe('en');
});
