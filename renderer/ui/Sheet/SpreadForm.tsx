import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { formatExact, parseNumber } from '../numbers.ts';
import type { SheetTexts } from './sheetTexts.ts';
import { spreadCells } from './spread.ts';
import type { SpreadMethod } from './spread.ts';
import type { SheetView } from './state.ts';
import type { SheetAction } from './step.ts';

interface SpreadFormProps {
  readonly view: SheetView;
  readonly dispatch: (action: SheetAction) => void;
  readonly onClose: () => void;
}

const methods = ['byShape', 'byDays', 'evenly'] as const satisfies readonly SpreadMethod[];

function isMethod(value: string): value is SpreadMethod {
  return methods.some((method) => method === value);
}

interface MethodsProps {
  readonly texts: SheetTexts;
  readonly method: SpreadMethod;
  readonly onChange: (method: SpreadMethod) => void;
}

function Methods({ texts, method, onChange }: MethodsProps) {
  return (
    <Radio.Group
      label={texts.spread.method}
      value={method}
      onChange={(value) => isMethod(value) && onChange(value)}
    >
      <Stack gap={6} mt={4}>
        {methods.map((value) => (
          <Radio key={value} size="xs" value={value} label={texts.spread[value]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Asks for a total and how it is to be parted over the selected periods, or those of the year. */
export function SpreadForm({ view, dispatch, onClose }: SpreadFormProps) {
  const { model, selection } = view;
  const { texts, locale } = model;
  const titleId = useId();
  const cells = spreadCells(model, selection);
  const [first, last] = [cells[0], cells.at(-1)];
  const format = first?.row.format ?? { style: 'number' };
  const present = cells.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
  const [text, setText] = useState(() => formatExact(present, format, locale));
  const [method, setMethod] = useState<SpreadMethod>('byShape');
  const [problem, setProblem] = useState<string | null>(null);
  if (first === undefined || last === undefined) return null;
  const nameOf = ({ column }: typeof first) => column.longLabel ?? column.label;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const total = parseNumber(text, format, locale);
    if (!total.ok) {
      const { notWhole, notANumber } = texts;
      return setProblem((total.fault === 'not-whole' ? notWhole : notANumber)(text));
    }
    onClose();
    dispatch({ type: 'spread', total: total.value, method });
  };
  return (
    <form onSubmit={submit} aria-labelledby={titleId}>
      <Stack gap="xs" maw={320}>
        <strong id={titleId}>{texts.spread.title(first.row.label, nameOf(first), nameOf(last))}</strong>
        <TextInput
          label={texts.spread.total}
          value={text}
          error={problem}
          data-autofocus
          autoComplete="off"
          rightSection={<span style={{ fontSize: '0.75rem' }}>{first.row.unit}</span>}
          rightSectionWidth={first.row.unit.length * 7 + 12}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Methods texts={texts} method={method} onChange={setMethod} />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.spread.cancel}
          </Button>
          <Button type="submit">{texts.spread.apply}</Button>
        </Group>
      </Stack>
    </form>
  );
}
