import { formatExact } from '../numbers.ts';
import { parseTsv } from './clipboard.ts';
import { clearEdits, entryEdits, fillEdits, pasteEdits, readEntry } from './edits.ts';
import type { EditOutcome } from './edits.ts';
import { cellAt, rangeOf } from './grid.ts';
import type { Point } from './grid.ts';
import type { EditorMode, KeyAction, WriteKeyAction } from './keys.ts';
import { moved } from './motion.ts';
import type { Direction, Motion } from './motion.ts';
import { viewOf, withSelection } from './state.ts';
import type { SheetState, SheetView, Step } from './state.ts';

interface TextAction {
  readonly type: 'type' | 'paste';
  readonly text: string;
}

/** Everything a user can do to a sheet, by key, pointer or clipboard. */
export type SheetAction =
  | KeyAction
  | TextAction
  | { readonly type: 'point'; readonly active: Point; readonly end: Point }
  | { readonly type: 'toggle'; readonly rowId: string }
  | { readonly type: 'say'; readonly message: string }
  | { readonly type: 'finish' };

/** Pure: what an act leads to. The app is told of edits by whoever calls this. */
export function step(view: SheetView, action: SheetAction): Step {
  switch (action.type) {
    case 'move':
      return finishedThen(view, (after) => ({
        ...move(after, action.motion, action.extends),
        tabStart: null,
      }));
    case 'point':
      return finishedThen(view, (after) => ({
        ...withSelection(after, action.active, action.end),
        tabStart: null,
      }));
    case 'commit':
      return finishedThen(view, (after) => move(after, { by: 'step', direction: action.direction }, false));
    case 'enter':
      return enter(view, action.direction);
    case 'tab':
      return finishedThen(view, (after) => ({
        ...move(after, { by: 'step', direction: action.direction }, false),
        tabStart: view.state.tabStart ?? view.selection.active.column,
      }));
    case 'finish':
      return finish(view);
    case 'toggle':
      return finishedThen(view, (after) => toggled(after.state, action.rowId));
    case 'undo':
    case 'redo':
      return { state: view.state, history: action.type };
    case 'say':
      return { state: { ...view.state, message: action.message } };
    case 'selectAll':
    case 'selectRow':
    case 'selectColumn':
    case 'collapse':
      return finishedThen(view, (after) => selectMuch(after, action.type));
    default:
      return write(view, action);
  }
}

function write(view: SheetView, action: TextAction | WriteKeyAction): Step {
  const { state, model } = view;
  const range = rangeOf(view.selection);
  switch (action.type) {
    case 'type':
      if (state.editor === null) return { state: opened(view, 'typing', action.text) };
      return { state: { ...state, editor: { ...state.editor, text: action.text, problem: null } } };
    case 'edit':
      return { state: opened(view, 'editing', null) };
    case 'editEmpty':
      return { state: opened(view, 'typing', '') };
    case 'cancel':
      return { state: { ...state, editor: null } };
    case 'clear':
      return applied(view, clearEdits(model, range));
    case 'fillRight':
      return applied(view, fillEdits(model, range, 'right'));
    case 'fillDown':
      return applied(view, fillEdits(model, range, 'down'));
    case 'paste':
      return applied(view, pasteEdits(model, range, parseTsv(action.text)));
    case 'fillSelection':
      return fillSelection(view);
  }
}

function applied(view: SheetView, outcome: EditOutcome): Step {
  if (outcome.kind === 'refused') return { state: { ...view.state, message: outcome.message } };
  const message = outcome.skipped > 0 ? view.model.texts.cellsSkipped(outcome.skipped) : null;
  return { state: { ...view.state, message, editor: null }, edits: outcome.edits };
}

function destination(view: SheetView, from: Point, motion: Motion): Point {
  const { model, pageRows } = view;
  return moved(from, motion, {
    rowCount: model.rows.length,
    columnCount: model.columns.length,
    pageRows,
    hasValue: (point) => (cellAt(model, point)?.cell.value ?? null) !== null,
  });
}

function move(view: SheetView, motion: Motion, isExtending: boolean): SheetState {
  const { active, end } = view.selection;
  if (isExtending) return withSelection(view, active, destination(view, end, motion));
  return withSelection(view, destination(view, active, motion));
}

function opened(view: SheetView, mode: EditorMode, text: string | null): SheetState {
  const { state, active, model } = view;
  if (state.editor !== null) {
    // F2 in an open editor switches what the arrows do.
    return {
      ...state,
      editor: { ...state.editor, mode: state.editor.mode === 'typing' ? 'editing' : 'typing' },
    };
  }
  if (active === null || active.row.kind === 'group') return state;
  if (!active.isEditable) return { ...state, message: active.cell.note ?? model.texts.readOnly };
  const exact = formatExact(active.cell.value, active.row.format, model.locale);
  const editor = { text: text ?? exact, original: text === null ? exact : null, mode, problem: null };
  return { ...state, editor, message: null };
}

/** Stores an open entry. When it cannot be stored, the editor stays open and says why. */
function finish(view: SheetView): Step {
  const { state, active, model } = view;
  const { editor } = state;
  const closed = { ...state, editor: null };
  // The plan can change under an open editor; what is no input any more takes no entry.
  if (editor === null || !active?.isEditable || editor.text === editor.original) return { state: closed };
  const entry = readEntry(model, active, editor.text);
  if (!entry.ok) return { state: { ...state, editor: { ...editor, problem: entry.fault } } };
  return { state: closed, edits: [{ ...active.position, value: entry.value }] };
}

function finishedThen(view: SheetView, next: (after: SheetView) => SheetState): Step {
  const finished = finish(view);
  if (finished.state.editor !== null) return finished;
  return { ...finished, state: next(viewOf(finished.state, view.model, view.allRows, view.pageRows)) };
}

function enter(view: SheetView, direction: Direction): Step {
  const { state, active } = view;
  if (state.editor === null && active?.row.kind === 'group') return { state: toggled(state, active.row.id) };
  return finishedThen(view, (after) => {
    const line = nextLine(after, direction);
    return {
      ...withSelection(after, { row: line, column: state.tabStart ?? after.selection.active.column }),
      tabStart: null,
    };
  });
}

/** Group lines take no entry, so going on from an entry passes over them. */
function nextLine({ model, selection }: SheetView, direction: Direction): number {
  const by = direction === 'up' ? -1 : 1;
  for (let row = selection.active.row + by; row >= 0 && row < model.rows.length; row += by) {
    if (model.rows[row]?.kind !== 'group') return row;
  }
  return selection.active.row;
}

function toggled(state: SheetState, rowId: string): SheetState {
  const collapsed = new Set(state.collapsed);
  if (!collapsed.delete(rowId)) collapsed.add(rowId);
  return { ...state, collapsed };
}

function selectMuch(
  view: SheetView,
  what: 'selectAll' | 'selectRow' | 'selectColumn' | 'collapse',
): SheetState {
  const { active, end } = view.selection;
  const lastRow = Math.max(0, view.model.rows.length - 1);
  const lastColumn = Math.max(0, view.model.columns.length - 1);
  switch (what) {
    case 'selectAll':
      return withSelection(view, { row: 0, column: 0 }, { row: lastRow, column: lastColumn });
    case 'selectRow':
      return withSelection(view, { row: active.row, column: 0 }, { row: end.row, column: lastColumn });
    case 'selectColumn':
      return withSelection(view, { row: 0, column: active.column }, { row: lastRow, column: end.column });
    case 'collapse':
      return withSelection(view, active);
  }
}

function fillSelection(view: SheetView): Step {
  const { state, model, selection } = view;
  if (state.editor === null) return { state };
  const outcome = entryEdits(model, rangeOf(selection), state.editor.text);
  if (outcome.kind === 'refused')
    return { state: { ...state, editor: { ...state.editor, problem: outcome.message } } };
  return applied(view, outcome);
}
