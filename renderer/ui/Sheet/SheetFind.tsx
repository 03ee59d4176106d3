import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { findMatches } from './find.ts';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';
import styles from './SheetFind.module.css';

interface SheetFindProps {
  readonly view: SheetView;
  readonly dispatch: (action: SheetAction) => void;
  /** Gives the focus back to the cells. */
  readonly onClose: () => void;
}

/** How many places there are, and which of them the cursor stands on. */
function useFound({ allRows, model, state }: SheetView): string {
  const query = useDeferredValue(state.query);
  const { columns, getCell, locale, texts } = model;
  const matches = useMemo(
    () => findMatches({ rows: allRows, columns, getCell, locale }, query),
    [allRows, columns, getCell, locale, query],
  );
  if (query.trim() === '') return '';
  if (matches.length === 0) return texts.find.none(query);
  const { active } = state;
  const place = matches.findIndex(
    ({ rowId, columnIndex }) => rowId === active?.rowId && columnIndex === active.columnIndex,
  );
  return texts.find.found(place + 1, matches.length);
}

/** Looks for names of lines and numbers. Enter goes on, Shift+Enter back, Escape returns to the cells. */
export function SheetFind({ view, dispatch, onClose }: SheetFindProps) {
  const field = useRef<HTMLInputElement>(null);
  const { texts } = view.model;
  const found = useFound(view);
  const go = (direction: 'next' | 'previous'): void => dispatch({ type: 'findNext', direction });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current)
      go(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'F3') go(event.shiftKey ? 'previous' : 'next');
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) field.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys of the field hold for its buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div role="search" className={styles.bar} aria-label={texts.find.label} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        className={styles.field}
        value={view.state.query}
        placeholder={texts.find.placeholder}
        aria-label={texts.find.label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => dispatch({ type: 'query', text: event.currentTarget.value })}
      />
      <span className={styles.found} aria-live="polite">
        {found}
      </span>
      <button
        type="button"
        className={styles.button}
        aria-label={texts.find.previous}
        onClick={() => go('previous')}
      >
        <IconChevronUp size={16} aria-hidden />
      </button>
      <button type="button" className={styles.button} aria-label={texts.find.next} onClick={() => go('next')}>
        <IconChevronDown size={16} aria-hidden />
      </button>
      <button type="button" className={styles.button} aria-label={texts.find.close} onClick={onClose}>
        <IconX size={16} aria-hidden />
      </button>
    </div>
  );
}
