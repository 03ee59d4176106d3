import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { TextInput, UnstyledButton } from '@mantine/core';
import styles from './panels.module.css';

interface EditableTextProps {
  /** What it is, and whose: fields of a long list are told apart by it. */
  readonly label: string;
  /** As it is edited. */
  readonly value: string;
  /** As it is shown; absent: the value. */
  readonly shown?: string;
  /** Shown where there is no value. */
  readonly placeholder: string;
  readonly align?: 'start' | 'end';
  readonly maxLength?: number;
  /** @returns why the text cannot stand there, or null when it was taken */
  readonly onCommit: (text: string) => string | null;
}

/** A text that becomes a field when it is pressed, so that hundreds of them stay light. Enter or leaving takes it, Escape does not. */
export function EditableText(props: EditableTextProps) {
  const { label, value, shown = value, placeholder, align = 'start', onCommit } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (isOpen || !wantsFocus.current) return;
    wantsFocus.current = false;
    button.current?.focus();
  }, [isOpen]);
  if (isOpen) {
    return (
      <OpenField
        {...props}
        onClose={(byKey) => {
          wantsFocus.current = byKey;
          setOpen(false);
        }}
        onCommit={onCommit}
      />
    );
  }
  return (
    <UnstyledButton
      ref={button}
      className={styles.editable}
      data-empty={shown === '' || undefined}
      style={{ textAlign: align }}
      aria-label={`${label}: ${shown === '' ? placeholder : shown}`}
      onClick={() => setOpen(true)}
    >
      {shown === '' ? placeholder : shown}
    </UnstyledButton>
  );
}

interface OpenFieldProps extends EditableTextProps {
  readonly onClose: (byKey: boolean) => void;
}

function OpenField(props: OpenFieldProps) {
  const { label, value, align = 'start', maxLength, onCommit, onClose } = props;
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  // Closing a field takes the focus from it, which would take the text once more.
  const isDone = useRef(false);
  const close = (byKey: boolean): void => {
    isDone.current = true;
    onClose(byKey);
  };
  const commit = (byKey: boolean): void => {
    if (isDone.current) return;
    const refusal = draft === value ? null : onCommit(draft);
    setProblem(refusal);
    if (refusal === null) close(byKey);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      // The button that takes the focus must not be pressed by the same key.
      event.preventDefault();
      commit(true);
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(true);
  };
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={label}
      value={draft}
      error={problem}
      maxLength={maxLength}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => commit(false)}
      onKeyDown={onKeyDown}
      styles={{ input: { textAlign: align, color: 'var(--planner-input)' } }}
    />
  );
}
