import { fillTarget } from './fill.ts';
import { findMatches, nextMatch } from './find.ts';
import { finishedThen } from './finish.ts';
import { cellsIn, rangeOf } from './grid.ts';
import type { Point } from './grid.ts';
import type { KeyAction } from './keys.ts';
import { canSpread } from './spread.ts';
import { withSelection, withShown } from './state.ts';
import type { SheetState, SheetView, Step } from './state.ts';

/** What opens something over the sheet, or looks for something in it. */
export type PanelAction =
  | { readonly type: 'openMenuAt'; readonly at: { readonly x: number; readonly y: number } }
  | { readonly type: 'openSpread' }
  | { readonly type: 'editSeries'; readonly rowId: string }
  | { readonly type: 'closePanel' }
  | { readonly type: 'closeFind' }
  | { readonly type: 'query'; readonly text: string }
  | { readonly type: 'previewFill'; readonly to: Point | null };

/** What the menu of the selection offers. */
export function menuChoices(view: SheetView) {
  const { active, model, selection } = view;
  const cells = cellsIn(model, rangeOf(selection));
  return {
    canWrite: cells.some(({ isEditable }) => isEditable),
    canEditSeries: active?.row.hasSeries === true,
    canSpread: canSpread(model, selection),
    canReset: cells.some(({ cell }) => cell.state === 'overridden'),
  };
}

type AnyPanelAction =
  | PanelAction
  | Extract<KeyAction, { readonly type: 'open' }>
  | Extract<KeyAction, { readonly type: 'findNext' }>;

/** Pure, as `step` is. */
export function panelStep(view: SheetView, action: AnyPanelAction): Step {
  const { state } = view;
  switch (action.type) {
    case 'open':
      return finishedThen(view, (after) => opening(after, action.what));
    case 'openMenuAt':
      return { state: { ...state, panel: { kind: 'menu', at: action.at } } };
    case 'openSpread':
      return {
        state: { ...state, panel: canSpread(view.model, view.selection) ? { kind: 'spread' } : null },
      };
    case 'editSeries':
      return finishedThen(view, (after) => editingSeries(after, action.rowId));
    case 'closePanel':
      return { state: { ...state, panel: null } };
    case 'closeFind':
      return { state: { ...state, isFindOpen: false } };
    case 'query':
      return { state: { ...state, query: action.text } };
    case 'findNext':
      return finishedThen(view, (after) => found(after, action.direction));
    case 'previewFill':
      return { state: { ...state, filling: previewOf(view, action.to) } };
  }
}

function previewOf(view: SheetView, to: Point | null) {
  return to === null ? null : (fillTarget(rangeOf(view.selection), to)?.range ?? null);
}

function opening(view: SheetView, what: 'menu' | 'series' | 'find'): SheetState {
  const { state, active } = view;
  if (what === 'find') return { ...state, isFindOpen: true };
  if (what === 'menu') return { ...state, panel: { kind: 'menu', at: null } };
  if (active?.row.hasSeries !== true)
    return { ...state, message: active?.cell.note ?? view.model.texts.readOnly };
  return { ...state, panel: { kind: 'series' } };
}

function editingSeries(view: SheetView, rowId: string): SheetState {
  const row = view.model.rows.findIndex(({ id }) => id === rowId);
  if (row < 0) return view.state;
  const { column } = view.selection.active;
  return { ...withSelection(view, { row, column }), panel: { kind: 'series' } };
}

/** Goes to the next place where the text stands, opening the groups around it. */
function found(view: SheetView, direction: 'next' | 'previous'): SheetState {
  const { state, allRows, model } = view;
  const matches = findMatches({ ...model, rows: allRows }, state.query);
  const match = matches[nextMatch(matches, allRows, state.active, direction)];
  if (match === undefined) {
    const message = state.query.trim() === '' ? null : model.texts.find.none(state.query);
    return { ...state, message, isFindOpen: true };
  }
  return withShown(state, allRows, match);
}
