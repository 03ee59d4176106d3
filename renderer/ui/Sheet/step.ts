import { formatExact } from '../numbers.ts';
import { clearEdits, entryEdits, fillEdits, pasteEdits } from './edits.ts';
import type { EditOutcome, Skipped } from './edits.ts';
import { dragFillEdits, fillTarget, joinedRange } from './fill.ts';
import type { FillTarget } from './fill.ts';
import { finish, finishedThen } from './finish.ts';
import { panelStep } from './panels.ts';
import type { PanelAction } from './panels.ts';
import { spreadEdits } from './spread.ts';
import type { SpreadMethod } from './spread.ts';
import { cellAt, cellsIn, rangeOf } from './grid.ts';
import type { Point } from './grid.ts';
import type { EditorMode, KeyAction, WriteKeyAction } from './keys.ts';
import { moved } from './motion.ts';
import type { Direction, Motion } from './motion.ts';
import { withSelection } from './state.ts';
import type { SheetState, SheetView, Step } from './state.ts';
import type { SheetTexts } from './sheetTexts.ts';
import type { SheetPosition } from './types.ts';

/** What writes into cells. */
type WriteAction =
  | WriteKeyAction
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'paste'; readonly cells: readonly (readonly string[])[] }
  | { readonly type: 'spread'; readonly total: number; readonly method: SpreadMethod }
  | { readonly type: 'dragFill'; readonly to: Point }
  | { readonly type: 'reset' };

/** Everything a user can do to a sheet, by key, pointer or clipboard. */
export type SheetAction =
  | KeyAction
  | WriteAction
  | PanelAction
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
    // How wide the names are is not the business of the cells.
    case 'widenLabels':
      return { state: view.state };
    case 'open':
    case 'openMenuAt':
    case 'openSpread':
    case 'editSeries':
    case 'closePanel':
    case 'closeFind':
    case 'query':
    case 'findNext':
    case 'previewFill':
      return panelStep(view, action);
    default:
      return write(view, action);
  }
}

function write(view: SheetView, action: WriteAction): Step {
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
      return applied(view, pasteEdits(model, range, action.cells));
    case 'fillSelection':
      return fillSelection(view);
    case 'spread':
      return applied(view, spreadEdits(model, view.selection, action.total, action.method));
    case 'dragFill':
      return dragFill(view, action.to);
    case 'reset':
      return resetOf(view);
  }
}

function skippedText({ computed, lines, headings, outside }: Skipped, texts: SheetTexts): string | null {
  const sentences = [
    computed > 0 ? texts.cellsSkipped(computed, lines) : '',
    headings > 0 ? texts.cellsOnHeadings(headings) : '',
    outside > 0 ? texts.cellsOutside(outside) : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : sentences.join(' ');
}

function applied(view: SheetView, outcome: EditOutcome): Step {
  if (outcome.kind === 'refused') return { state: { ...view.state, message: outcome.message } };
  const message = skippedText(outcome.skipped, view.model.texts);
  return { state: { ...view.state, message, editor: null }, edits: outcome.edits };
}

/** Fills towards the pointer, selects the whole of it and says how much that was. */
function dragFill(view: SheetView, to: Point): Step {
  const source = rangeOf(view.selection);
  const target: FillTarget | null = fillTarget(source, to);
  const still = { ...view.state, filling: null };
  if (target === null) return { state: still };
  const done = applied({ ...view, state: still }, dragFillEdits(view.model, source, target));
  if (done.edits === undefined) return done;
  const { top, bottom, left, right } = joinedRange(source, target.range);
  const selected = withSelection(
    { ...view, state: done.state },
    { row: top, column: left },
    { row: bottom, column: right },
  );
  const message = done.state.message ?? view.model.texts.filled(done.edits.length);
  return { ...done, state: { ...selected, message } };
}

/** Which of the selected inputs differ from the plan that this one was derived from. */
function overriddenPositions(view: SheetView): readonly SheetPosition[] {
  return cellsIn(view.model, rangeOf(view.selection))
    .filter(({ cell }) => cell.state === 'overridden')
    .map(({ position }) => position);
}

function resetOf(view: SheetView): Step {
  const resets = overriddenPositions(view);
  return { state: { ...view.state, panel: null, message: null }, ...(resets.length > 0 && { resets }) };
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
