import type { ReactNode } from 'react';
import { NativeSelect } from '@mantine/core';
import type { Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { Unit } from '#shared/model/units.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';
import { DateInput } from '../DateInput.tsx';
import { formatOf } from '../figures.ts';
import { inUnit } from '../modelText.ts';
import { refusalText } from '../faultText.ts';
import { refusalOf } from '../refusals.ts';
import { usePlan, usePlanFigures, usePlanStore } from '../usePlan.ts';
import { useWords } from './useWords.ts';
import styles from './Deciding.module.css';

/** Runs commands about one input; where they are not possible it says why and changes nothing. */
export function useCommit(): (path: string, commands: readonly Command[]) => string | null {
  const figures = usePlanFigures();
  const store = usePlanStore();
  const { t } = useWords();
  return (path, commands) => {
    if (figures === null) return null;
    const refusal = refusalOf(figures.document, path, commands);
    if (refusal !== null) return refusalText(refusal, figures, t);
    const done = store.run(commands);
    return done.ok ? null : refusalText(done.fault, figures, t);
  };
}

function setTo(path: string, value: string | number | undefined): Command {
  return value === undefined ? { type: 'setInput', path } : { type: 'setInput', path, value };
}

interface FieldFrameProps {
  readonly label: string;
  /** Without a visible label it stands in a table that has one over its column. */
  readonly isBare: boolean;
  readonly children: ReactNode;
}

function FieldFrame({ label, isBare, children }: FieldFrameProps) {
  if (isBare) return children;
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

interface PathFieldProps {
  /** What it is called, also for screen readers: in a table with the row it belongs to. */
  readonly label: string;
  readonly path: string;
  readonly isBare?: boolean;
  readonly width?: number;
}

interface NumberFieldProps extends PathFieldProps {
  readonly unit: Unit;
  /** What holds while nothing is entered. */
  readonly standard?: number;
  readonly currency?: string;
}

/** A number of the plan by its path. Emptied, it goes back to its default where it has one. */
export function NumberField({
  label,
  path,
  unit,
  standard,
  isBare = false,
  width,
  currency,
}: NumberFieldProps) {
  const words = useWords();
  const stored = usePlan((state) => inputAt(state.document, path));
  const commit = useCommit();
  const format = formatOf(unit, currency ?? words.currency);
  const value = typeof stored === 'number' ? stored : standard;
  const unitText = words.t(`unit.${unit}`, { currency: currency ?? words.currency });
  const named = unit === 'share' || unitText === '' || isBare ? label : inUnit(label, unitText);
  const onCommit = (text: string): string | null => {
    if (text.trim() === '') return commit(path, [setTo(path, undefined)]);
    const read = parseNumber(text, format, words.locale);
    if (!read.ok) return words.t('deciding.notANumber');
    return commit(path, [setTo(path, read.value)]);
  };
  return (
    <FieldFrame label={named} isBare={isBare}>
      <DraftInput
        label={named}
        value={value === undefined ? '' : formatExact(value, format, words.locale)}
        align="end"
        width={width ?? 120}
        onCommit={onCommit}
      />
    </FieldFrame>
  );
}

interface TextFieldProps extends PathFieldProps {
  readonly type?: 'text' | 'date';
  /** What stands there while nothing is entered. */
  readonly standard?: string;
}

export function TextField({
  label,
  path,
  type = 'text',
  standard = '',
  isBare = false,
  width,
}: TextFieldProps) {
  const stored = usePlan((state) => inputAt(state.document, path));
  const commit = useCommit();
  const onCommit = (text: string): string | null =>
    commit(path, [setTo(path, text.trim() === '' ? undefined : text.trim())]);
  const field = { label, value: typeof stored === 'string' ? stored : standard, onCommit };
  return (
    <FieldFrame label={label} isBare={isBare}>
      {type === 'date' ? (
        <DateInput {...field} width={width ?? 140} />
      ) : (
        <DraftInput {...field} width={width ?? 220} />
      )}
    </FieldFrame>
  );
}

interface ChoiceFieldProps extends PathFieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly standard: string;
}

export function ChoiceField({ label, path, choices, standard, isBare = false, width }: ChoiceFieldProps) {
  const stored = usePlan((state) => inputAt(state.document, path));
  const store = usePlanStore();
  return (
    <FieldFrame label={label} isBare={isBare}>
      <NativeSelect
        size="xs"
        aria-label={label}
        w={width ?? 170}
        data={[...choices]}
        value={typeof stored === 'string' ? stored : standard}
        onChange={(event) => {
          const value = event.currentTarget.value;
          store.run([setTo(path, value === '' ? undefined : value)]);
        }}
      />
    </FieldFrame>
  );
}
