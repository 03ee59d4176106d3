/** The keys that every grid answers; `docs/keyboard.md` says more about each. */
export const gridShortcuts = [
  { id: 'edit', keys: ['F2'] },
  { id: 'series', keys: ['Alt+Enter'] },
  { id: 'fillSelection', keys: ['Mod+Enter'] },
  { id: 'clear', keys: ['Delete'] },
  { id: 'giveUp', keys: ['Escape'] },
  { id: 'copyPaste', keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
  { id: 'fill', keys: ['Mod+R', 'Mod+D'] },
  { id: 'select', keys: ['Mod+A', 'Shift+Space', 'Mod+Space'] },
  { id: 'find', keys: ['Mod+F', 'F3', 'Shift+F3'] },
  { id: 'leave', keys: ['F6', 'Shift+F6'] },
  { id: 'menu', keys: ['Shift+F10'] },
  { id: 'width', keys: ['Alt+Shift+Left', 'Alt+Shift+Right'] },
] as const;
