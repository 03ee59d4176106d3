import type { Direction, Motion } from './motion.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `typing`: the entry began by typing, arrows finish it. `editing`: F2 or double click, arrows move the caret. */
export type EditorMode = 'typing' | 'editing';

export interface WriteKeyAction {
  readonly type: 'edit' | 'editEmpty' | 'cancel' | 'clear' | 'fillRight' | 'fillDown' | 'fillSelection';
}

export type KeyAction =
  | WriteKeyAction
  | { readonly type: 'move'; readonly motion: Motion; readonly extends: boolean }
  | { readonly type: 'commit' | 'enter' | 'tab'; readonly direction: Direction }
  | { readonly type: 'selectAll' | 'selectRow' | 'selectColumn' | 'collapse' }
  | { readonly type: 'undo' | 'redo' }
  | { readonly type: 'open'; readonly what: 'menu' | 'series' | 'find' }
  | { readonly type: 'findNext'; readonly direction: 'next' | 'previous' }
  | { readonly type: 'widenLabels'; readonly by: number };

/** One press makes the names so much wider. */
const labelStep = 16;

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where the selection stands, as far as keys mean something else there. */
export interface KeyPlace {
  readonly isGroup: boolean;
  readonly isFirstColumn: boolean;
  readonly isLastColumn: boolean;
}

/** What a key does while the editor is closed; null leaves it to the browser, which types it into the cell. */
export function actionOf(press: KeyPress, place: KeyPlace): KeyAction | null {
  const command = press.ctrlKey || press.metaKey;
  if (press.altKey) return altAction(press);
  const motion = motionOf(press, command);
  if (motion !== null) return { type: 'move', motion, extends: press.shiftKey };
  if (command) return commandOf(press);
  switch (press.key) {
    case 'Enter':
      return { type: 'enter', direction: press.shiftKey ? 'up' : 'down' };
    case 'Tab':
      // Past the last column the browser takes the focus on, or nobody could leave the sheet by keyboard.
      if (press.shiftKey ? place.isFirstColumn : place.isLastColumn) return null;
      return { type: 'tab', direction: press.shiftKey ? 'left' : 'right' };
    case 'F2':
      return { type: 'edit' };
    case 'Backspace':
      return { type: 'editEmpty' };
    case 'Delete':
      return { type: 'clear' };
    case 'Escape':
      return { type: 'collapse' };
    case 'F3':
      return { type: 'findNext', direction: press.shiftKey ? 'previous' : 'next' };
    case 'ContextMenu':
      return { type: 'open', what: 'menu' };
    case 'F10':
      return press.shiftKey ? { type: 'open', what: 'menu' } : null;
    case ' ':
      if (press.shiftKey) return { type: 'selectRow' };
      return place.isGroup ? { type: 'enter', direction: 'down' } : null;
    default:
      return null;
  }
}

function altAction(press: KeyPress): KeyAction | null {
  if (press.ctrlKey || press.metaKey) return null;
  if (press.key === 'Enter' && !press.shiftKey) return { type: 'open', what: 'series' };
  if (!press.shiftKey) return null;
  if (press.key === 'ArrowRight') return { type: 'widenLabels', by: labelStep };
  return press.key === 'ArrowLeft' ? { type: 'widenLabels', by: -labelStep } : null;
}

/** What a key does while an entry is open; null leaves it to the editor. */
export function editorActionOf(press: KeyPress, mode: EditorMode): KeyAction | null {
  const arrow = arrows[press.key];
  if (arrow !== undefined && mode === 'typing' && !press.shiftKey && !press.ctrlKey && !press.metaKey) {
    return { type: 'commit', direction: arrow };
  }
  switch (press.key) {
    case 'Enter':
      if (press.ctrlKey || press.metaKey) return { type: 'fillSelection' };
      return { type: 'enter', direction: press.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { type: 'tab', direction: press.shiftKey ? 'left' : 'right' };
    case 'Escape':
      return { type: 'cancel' };
    case 'F2':
      return { type: 'edit' };
    default:
      return null;
  }
}

function motionOf(press: KeyPress, command: boolean): Motion | null {
  const arrow = arrows[press.key];
  if (arrow !== undefined) return { by: command ? 'edge' : 'step', direction: arrow };
  switch (press.key) {
    case 'PageUp':
      return { by: 'page', direction: 'up' };
    case 'PageDown':
      return { by: 'page', direction: 'down' };
    case 'Home':
      return { by: command ? 'first' : 'rowStart' };
    case 'End':
      return { by: command ? 'last' : 'rowEnd' };
    default:
      return null;
  }
}

function commandOf(press: KeyPress): KeyAction | null {
  switch (press.key.toLowerCase()) {
    case 'r':
      return press.shiftKey ? null : { type: 'fillRight' };
    case 'd':
      return press.shiftKey ? null : { type: 'fillDown' };
    case 'f':
      return press.shiftKey ? null : { type: 'open', what: 'find' };
    case 'a':
      return { type: 'selectAll' };
    case ' ':
      return { type: 'selectColumn' };
    case 'z':
      return { type: press.shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { type: 'redo' };
    default:
      return null;
  }
}
