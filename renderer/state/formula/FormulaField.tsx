import { useId, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '@mantine/core';
import type { FormulaName } from '#shared/model/formulaHelp.ts';
import { insertName } from './formulaEditing.ts';
import { type Suggestions, useSuggestions } from './useSuggestions.ts';
import { modelLabel, modelText } from '../modelText.ts';
import styles from './FormulaField.module.css';

interface FormulaFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What the formula may name. */
  readonly names: readonly FormulaName[];
  /** Of the first character that is wrong; null while nothing is. */
  readonly problemPosition: number | null;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string;
}

/** A formula is one line, however it wraps and wherever it was copied from. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** A formula with the names that it may use offered while they are typed, and its first error marked. */
export function FormulaField(props: FormulaFieldProps) {
  const { value, onChange, names, problemPosition } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const wantedCaret = useRef<number | null>(null);
  const listId = useId();
  const suggestions = useSuggestions(names, (word, name) => {
    const edited = insertName(value, word, name);
    wantedCaret.current = edited.caret;
    onChange(edited.text);
  });
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });
  return (
    <Popover
      opened={suggestions.isOpen}
      width="target"
      position="bottom-start"
      offset={2}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
      closeOnEscape={false}
      onDismiss={suggestions.close}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div className={styles.field}>
          <Mark text={value} position={problemPosition} />
          <FormulaText {...props} listId={listId} suggestions={suggestions} field={field} />
        </div>
      </Popover.Target>
      <Popover.Dropdown p={0} className={styles.popup}>
        <NameList id={listId} suggestions={suggestions} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FormulaTextProps extends FormulaFieldProps {
  readonly listId: string;
  readonly suggestions: Suggestions;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What is typed into. It keeps the focus while a name is chosen from the list. */
function FormulaText(props: FormulaTextProps) {
  const { value, onChange, problemPosition, describedBy, listId, suggestions, field } = props;
  const { t } = useTranslation();
  const { isOpen, active } = suggestions;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.handleKey(event)) return event.preventDefault();
    const { value: text, selectionStart, form } = event.currentTarget;
    if (event.key === 'Enter') {
      event.preventDefault();
      form?.requestSubmit();
    } else if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      suggestions.show(text, selectionStart, true);
    } else if (/^(?:ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) suggestions.close();
  };
  return (
    <textarea
      ref={field}
      className={styles.input}
      aria-label={t('lines.formula')}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls={isOpen ? listId : undefined}
      aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
      aria-invalid={problemPosition !== null}
      aria-describedby={describedBy}
      // While the list is open, Escape closes it and not the dialog around it.
      data-mantine-stop-propagation={isOpen}
      placeholder={t('lines.formulaHint')}
      spellCheck={false}
      autoComplete="off"
      rows={1}
      value={value}
      onChange={(event) => {
        const text = oneLine(event.currentTarget.value);
        onChange(text);
        suggestions.show(text, event.currentTarget.selectionStart);
      }}
      onKeyDown={onKeyDown}
      onClick={suggestions.close}
      onBlur={suggestions.close}
    />
  );
}

/** Lies behind the text, letter for letter, and underlines where it goes wrong. */
function Mark({ text, position }: { readonly text: string; readonly position: number | null }) {
  const at = position === null ? null : Math.min(position, text.length);
  // The word that begins there, or a blank after the end.
  const [word = ' '] = at === null ? [] : (/^(?:[A-Za-z_][\w.]*|.)/u.exec(text.slice(at)) ?? []);
  return (
    <div className={styles.mark} aria-hidden>
      {at === null ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <span className={styles.wrong} data-testid="formula-error" data-position={at}>
            {word}
          </span>
          {text.slice(at + word.length)}
        </>
      )}
      {/* A line that ends in a blank is as high as any other. */}
      {'\u200b'}
    </div>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function NameList({ id, suggestions }: { readonly id: string; readonly suggestions: Suggestions }) {
  const { t } = useTranslation();
  const { list, active, choose } = suggestions;
  return (
    // What scrolls must be within reach of the keyboard.
    <div role="listbox" id={id} tabIndex={0} aria-label={t('lines.names')} className={styles.names}>
      {list.map((name, place) => (
        // The keyboard is the text field's: it never leaves it.
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
        <div
          key={`${name.kind} ${name.name}`}
          ref={place === active ? intoView : null}
          role="option"
          id={`${id}-${place}`}
          aria-selected={place === active}
          className={styles.name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(name)}
        >
          <code className={styles.code}>{name.name}</code>
          <span className={styles.label}>{modelLabel(name.label, name.text)}</span>
          <span className={styles.kind}>{t(`lines.nameKind.${name.kind}`)}</span>
          {name.text !== '' && <span className={styles.text}>{modelText(name.text)}</span>}
        </div>
      ))}
    </div>
  );
}
