import { useState, type KeyboardEvent } from 'react';
import { TextInput } from '@mantine/core';

interface DraftInputProps {
  readonly label: string;
  readonly value: string;
  readonly align?: 'start' | 'end';
  readonly width?: number;
  /** @returns why the text cannot stand there, or null when it was taken */
  readonly onCommit: (text: string) => string | null;
}

/** A field of a list: what is typed counts when it is left or Enter is pressed; Escape takes it back. */
export function DraftInput({ label, value, align = 'start', width, onCommit }: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const commit = (): void => {
    const refusal = draft === null || draft === value ? null : onCommit(draft);
    setProblem(refusal);
    if (refusal === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape') return;
    setDraft(null);
    setProblem(null);
  };
  return (
    <TextInput
      aria-label={label}
      value={draft ?? value}
      error={problem}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      styles={{
        input: { textAlign: align, color: 'var(--planner-input)', fontVariantNumeric: 'tabular-nums' },
      }}
      {...(width === undefined ? {} : { w: width })}
    />
  );
}
