import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '@mantine/core';
import { dateText, parseDate } from '#renderer/ui/dates.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { usePlanSession } from './usePlan.ts';

interface Dates {
  /** An ISO date in the form of the locale. */
  readonly show: (iso: string) => string;
  /** Reads what was typed and hands it on as ISO text, an emptied field as ''. @returns why it cannot be */
  readonly commit: (text: string, put: (iso: string) => string | null) => string | null;
}

/** Dates are shown and typed as the locale writes them, whatever language the browser has. */
export function useDates(): Dates {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  return {
    show: (iso) => dateText(iso, locale),
    commit(text, put) {
      if (text.trim() === '') return put('');
      const read = parseDate(text, locale);
      if (read.ok) return put(read.value);
      return t('inputWords.notADate', { text, example: dateText('2027-01-31', locale) });
    },
  };
}

interface DateInputProps {
  readonly label: string;
  /** ISO date, or '' for none. */
  readonly value: string;
  readonly width?: number;
  /** @returns why the date cannot stand there, or null when it was taken */
  readonly onCommit: (iso: string) => string | null;
}

/** A date in a list or a form that takes each field when it is left. */
export function DateInput({ label, value, width = 150, onCommit }: DateInputProps) {
  const dates = useDates();
  return (
    <DraftInput
      label={label}
      value={dates.show(value)}
      width={width}
      onCommit={(text) => dates.commit(text, onCommit)}
    />
  );
}

interface DateFieldProps {
  readonly label: string;
  /** ISO date, or '' for none. */
  readonly value: string;
  readonly onChange: (iso: string) => void;
}

/** A date in a dialog or a filter: it counts as soon as it is one. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const dates = useDates();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const put = (iso: string): null => {
    onChange(iso);
    return null;
  };
  return (
    <TextInput
      label={label}
      value={draft ?? dates.show(value)}
      error={problem}
      autoComplete="off"
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        setProblem(null);
        dates.commit(text, put);
      }}
      onBlur={() => {
        if (draft === null) return;
        const refusal = dates.commit(draft, put);
        setProblem(refusal);
        if (refusal === null) setDraft(null);
      }}
    />
  );
}
