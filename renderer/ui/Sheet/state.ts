import { cellAt } from './grid.ts';
import type { PlacedCell, Point, Range, Selection, SheetModel } from './grid.ts';
import type { EditorMode } from './keys.ts';
import { groupsAround, visibleRows } from './rowTree.ts';
import type { SheetEdit, SheetPosition, SheetProps, SheetRow } from './types.ts';

interface OpenEditor {
  readonly text: string;
  /** What stood there when the editor opened; leaving it unchanged is not an edit. Null: it began by typing. */
  readonly original: string | null;
  readonly mode: EditorMode;
  /** Why the entry cannot be stored; the editor stays open with it. */
  readonly problem: string | null;
}

/** What is open over the active cell. */
export type SheetPanel =
  | { readonly kind: 'series' | 'spread' }
  /** Where the pointer asked for it, from the corner of the sheet; at the cell when a key did. */
  | { readonly kind: 'menu'; readonly at: { readonly x: number; readonly y: number } | null };

/** What the sheet itself remembers. Rows are held by id, so closing a group or a new row moves no selection. */
export interface SheetState {
  readonly active: SheetPosition | null;
  readonly end: SheetPosition | null;
  readonly collapsed: ReadonlySet<string>;
  readonly editor: OpenEditor | null;
  readonly message: string | null;
  /** Tab, Tab, Enter goes on below the first of them, as in spreadsheets. */
  readonly tabStart: number | null;
  readonly panel: SheetPanel | null;
  readonly isFindOpen: boolean;
  /** What was last looked for; F3 goes on with it after the field is closed. */
  readonly query: string;
  /** While the fill handle is dragged: the cells that it would fill. */
  readonly filling: Range | null;
}

/** The state seen through the rows and values of this moment. */
export interface SheetView {
  readonly state: SheetState;
  readonly allRows: readonly SheetRow[];
  readonly model: SheetModel;
  readonly selection: Selection;
  readonly active: PlacedCell | null;
  readonly pageRows: number;
}

/** What follows from one act of the user: the next state, and what the app is to be told. */
export interface Step {
  readonly state: SheetState;
  readonly edits?: readonly SheetEdit[];
  readonly history?: 'undo' | 'redo';
  readonly resets?: readonly SheetPosition[];
}

export function initialState(rows: readonly SheetRow[]): SheetState {
  const collapsed = rows.filter((row) => row.startsCollapsed === true).map((row) => row.id);
  return {
    active: null,
    end: null,
    collapsed: new Set(collapsed),
    editor: null,
    message: null,
    tabStart: null,
    panel: null,
    isFindOpen: false,
    query: '',
    filling: null,
  };
}

type ModelProps = Pick<SheetProps, 'rows' | 'columns' | 'getCell' | 'locale' | 'texts' | 'validate'>;

export function modelOf(props: ModelProps, collapsed: ReadonlySet<string>): SheetModel {
  const { rows, columns, getCell, locale, texts, validate } = props;
  return { rows: visibleRows(rows, collapsed), columns, getCell, locale, texts, validate };
}

export function viewOf(
  state: SheetState,
  model: SheetModel,
  allRows: readonly SheetRow[],
  pageRows: number,
): SheetView {
  const active = placeOf(state.active, model, allRows);
  const end = state.end === null ? active : placeOf(state.end, model, allRows);
  return { state, allRows, model, selection: { active, end }, active: cellAt(model, active), pageRows };
}

/** Where a held position stands now: a row inside a closed group stands at its innermost visible group. */
function placeOf(held: SheetPosition | null, model: SheetModel, allRows: readonly SheetRow[]): Point {
  const firstLine = Math.max(
    0,
    model.rows.findIndex((row) => row.kind !== 'group'),
  );
  if (held === null) return { row: firstLine, column: 0 };
  const column = Math.max(0, Math.min(held.columnIndex, model.columns.length - 1));
  const indexOf = (id: string) => model.rows.findIndex((row) => row.id === id);
  const direct = indexOf(held.rowId);
  if (direct >= 0) return { row: direct, column };
  const group = groupsAround(allRows, held.rowId)
    .map(indexOf)
    .find((index) => index >= 0);
  return { row: group ?? firstLine, column };
}

/** The state with the range from `active` to `end` selected; a message belongs to the place that is left. */
export function withSelection(view: SheetView, active: Point, end: Point = active): SheetState {
  const activeRow = view.model.rows[active.row];
  const endRow = view.model.rows[end.row];
  if (activeRow === undefined || endRow === undefined) return view.state;
  return {
    ...view.state,
    active: { rowId: activeRow.id, columnIndex: active.column },
    end: { rowId: endRow.id, columnIndex: end.column },
    message: null,
  };
}

/** The state with a cell selected that something outside the sheet pointed at, its groups opened. */
export function withShown(state: SheetState, rows: readonly SheetRow[], position: SheetPosition): SheetState {
  const toOpen = new Set(groupsAround(rows, position.rowId));
  const collapsed = new Set([...state.collapsed].filter((id) => !toOpen.has(id)));
  return {
    ...state,
    active: position,
    end: position,
    collapsed,
    editor: null,
    message: null,
    tabStart: null,
  };
}
