import { useId } from 'react';
import type { ChangeEvent, ClipboardEvent, FocusEvent, KeyboardEvent, RefObject } from 'react';
import { exactText, parseTsv, rangeHtml, rangeText } from './clipboard.ts';
import { cellBox } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { carriedColumns, rangeOf } from './grid.ts';
import { copiedTable } from './htmlTable.ts';
import { actionOf, editorActionOf } from './keys.ts';
import type { KeyPlace } from './keys.ts';
import { leaveSheet } from './leaveSheet.ts';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';
import styles from './Sheet.module.css';

interface CellEditorProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly view: SheetView;
  readonly geometry: Geometry;
  readonly takesUndo: boolean;
  readonly takesRedo: boolean;
  readonly dispatch: (action: SheetAction) => void;
}

function placeOf({ active, model, selection }: SheetView): KeyPlace {
  return {
    isGroup: active?.row.kind === 'group',
    isFirstColumn: selection.active.column <= 0,
    isLastColumn: selection.active.column >= model.columns.length - 1,
  };
}

/** What is pasted, cell by cell; numbers that a spreadsheet put beside their texts come in full precision. */
function pastedCells(clipboard: DataTransfer, locale: string): readonly (readonly string[])[] {
  const table = copiedTable(clipboard.getData('text/html'));
  if (table === null) return parseTsv(clipboard.getData('text/plain'));
  return table.map((line) => line.map((cell) => exactText(cell, locale)));
}

/** Keys and clipboard of the input. While an entry is open, copy and paste are the browser's own. */
function handlers({ view, takesUndo, takesRedo, dispatch }: CellEditorProps) {
  const { model, selection } = view;
  const { editor } = view.state;

  const copy = (event: ClipboardEvent<HTMLInputElement>): boolean => {
    if (editor !== null) return false;
    event.preventDefault();
    const range = rangeOf(selection);
    event.clipboardData.setData('text/plain', rangeText(model, range));
    event.clipboardData.setData('text/html', rangeHtml(model, range));
    const count = (range.bottom - range.top + 1) * carriedColumns(model, range).length;
    dispatch({ type: 'say', message: model.texts.copied(count) });
    return true;
  };

  return {
    onChange: (event: ChangeEvent<HTMLInputElement>): void =>
      dispatch({ type: 'type', text: event.target.value }),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>): void => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'F6' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        leaveSheet(event.currentTarget, event.shiftKey ? 'backwards' : 'forwards');
        return;
      }
      const action = editor === null ? actionOf(event, placeOf(view)) : editorActionOf(event, editor.mode);
      if (action === null) return;
      if ((action.type === 'undo' && !takesUndo) || (action.type === 'redo' && !takesRedo)) return;
      event.preventDefault();
      event.stopPropagation();
      dispatch(action);
    },
    onBlur: (event: FocusEvent<HTMLInputElement>): void => {
      // Switching to another window is no end of the entry; going elsewhere in this one is.
      if (document.activeElement !== event.target) dispatch({ type: 'finish' });
    },
    onCopy: (event: ClipboardEvent<HTMLInputElement>): void => {
      copy(event);
    },
    onCut: (event: ClipboardEvent<HTMLInputElement>): void => {
      if (copy(event)) dispatch({ type: 'clear' });
    },
    onPaste: (event: ClipboardEvent<HTMLInputElement>): void => {
      if (editor !== null) return;
      event.preventDefault();
      dispatch({ type: 'paste', cells: pastedCells(event.clipboardData, model.locale) });
    },
  };
}

/**
 * The one input of the sheet. It is always mounted and holds the focus, lies over the active cell, and stands
 * outside the grid element: an input made when typing starts would lose the keys typed until it is there.
 */
export function CellEditor(props: CellEditorProps) {
  const problemId = useId();
  const { inputRef, view, geometry } = props;
  const { active, model, selection } = view;
  const { editor } = view.state;
  const problem = editor?.problem ?? null;
  const box = cellBox(geometry, selection.active);
  const period = active === null ? '' : (active.column.longLabel ?? active.column.label);
  const isLow = selection.active.row > 1 && selection.active.row >= model.rows.length - 2;
  return (
    <>
      <input
        {...handlers(props)}
        ref={inputRef}
        className={editor === null ? styles.cursor : `${styles.cursor} ${styles.editing}`}
        style={box}
        value={editor?.text ?? ''}
        aria-label={active === null ? model.texts.noValue : model.texts.editCell(active.row.label, period)}
        aria-readonly={active?.isEditable !== true}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        autoComplete="off"
        spellCheck={false}
        inputMode="decimal"
      />
      {problem !== null && (
        <div
          id={problemId}
          role="alert"
          className={styles.problem}
          style={{
            left: box.left + box.width,
            top: isLow ? box.top : box.top + box.height,
            transform: isLow ? 'translate(-100%, -100%)' : 'translateX(-100%)',
          }}
        >
          {problem}
        </div>
      )}
    </>
  );
}
