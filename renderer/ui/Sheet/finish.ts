import { readEntry } from './edits.ts';
import { viewOf } from './state.ts';
import type { SheetState, SheetView, Step } from './state.ts';

/** Stores an open entry. When it cannot be stored, the editor stays open and says why. */
export function finish(view: SheetView): Step {
  const { state, active, model } = view;
  const { editor } = state;
  const closed = { ...state, editor: null };
  // The plan can change under an open editor; what is no input any more takes no entry.
  if (editor === null || !active?.isEditable || editor.text === editor.original) return { state: closed };
  const entry = readEntry(model, active, editor.text);
  if (!entry.ok) return { state: { ...state, editor: { ...editor, problem: entry.fault } } };
  return { state: closed, edits: [{ ...active.position, value: entry.value }] };
}

/** What an act leads to once an open entry is stored; nothing but the editor's complaint when it cannot be. */
export function finishedThen(view: SheetView, next: (after: SheetView) => SheetState): Step {
  const finished = finish(view);
  if (finished.state.editor !== null) return finished;
  return { ...finished, state: next(viewOf(finished.state, view.model, view.allRows, view.pageRows)) };
}
