import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon, NativeSelect, Popover, Switch, UnstyledButton } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { definitionAt } from '#shared/model/inputLabel.ts';
import { inputAt } from '#shared/model/paths.ts';
import { scenarioSchema } from '#shared/model/scenario.ts';
import { type Series, seriesProblems } from '#shared/model/series.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatGrouped, formatPlain, type NumberFormat, parseNumber } from '#renderer/ui/numbers.ts';
import { DateInput } from '#renderer/state/DateInput.tsx';
import { formatOf, lineLabel, type PlanFigures } from '#renderer/state/figures.ts';
import { modelText } from '#renderer/state/modelText.ts';
import { SeriesEditor } from '#renderer/state/series/SeriesEditor.tsx';
import { unitBeside } from '#renderer/state/shownInputText.ts';
import { storedForm } from '#renderer/state/storedForm.ts';
import { useEdit } from './useEdit.ts';
import styles from './Setup.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
  /** Beside the unit. */
  readonly act?: ReactNode;
}

/** A line of a form: name, control, unit. */
export function Field({ label, hint, unit, isWide = false, children, act }: FieldProps) {
  return (
    <div className={isWide ? `${styles.field} ${styles.wide}` : styles.field}>
      <span className={styles.label} title={hint}>
        {label}
      </span>
      {children}
      {!isWide && (
        <span className={styles.unit}>
          {act}
          {unit}
        </span>
      )}
    </div>
  );
}

/** A heading with the fields that belong together. */
export function Section({
  title,
  note,
  isAlone = false,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  /** The heading of the page says it already. */
  readonly isAlone?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title}>
      {!isAlone && <h3>{title}</h3>}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}

interface NumberFieldProps {
  readonly figures: PlanFigures;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly value: number | undefined;
  readonly format: NumberFormat;
  /** @param value undefined when the field was emptied */
  readonly onCommit: (value: number | undefined) => string | null;
  readonly act?: ReactNode;
}

/** A number that is typed as the locale writes it. */
export function NumberField(props: NumberFieldProps) {
  const { figures, label, value, format, onCommit, hint, unit, act } = props;
  const { t } = useTranslation();
  const { locale } = figures;
  const commit = (text: string): string | null => {
    if (text.trim() === '') return onCommit(undefined);
    const read = parseNumber(text, format, locale);
    if (read.ok) return onCommit(read.value);
    return read.fault === 'not-whole' ? t('setup.notWhole') : t('setup.notANumber', { text: text.trim() });
  };
  return (
    <Field
      label={label}
      act={act}
      {...(hint === undefined ? {} : { hint })}
      {...(unit === undefined ? {} : { unit: format.style === 'percent' ? unitBeside('%', unit) : unit })}
    >
      <DraftInput
        label={label}
        align="end"
        value={value === undefined ? '' : formatGrouped(value, format, locale)}
        onCommit={commit}
      />
    </Field>
  );
}

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

interface InputFieldProps {
  readonly figures: PlanFigures;
  readonly path: string;
  /** Where the input has no name of its own, such as a part of shrinkage. */
  readonly label?: string;
}

/** What the input has now, its default where it is not set. */
function presentValue({ document }: PlanFigures, path: string): unknown {
  const stored = inputAt(document, path);
  if (stored !== undefined) return stored;
  const parsed = scenarioSchema.safeParse(document);
  return parsed.success ? inputAt(parsed.data, path) : undefined;
}

/** An input of the model by its path: name, unit and help come from there. One that changes over the plan opens its editor. */
export function InputField({ figures, path, label: given }: InputFieldProps) {
  const { t } = useTranslation();
  const edit = useEdit(figures);
  const definition = definitionAt(path);
  if (definition === undefined) return null;
  const { currency } = figures.structure;
  const format = formatOf(definition.unit, currency);
  const label = given ?? lineLabel(definition);
  const unit = figures.texts.unit(definition.unit, currency);
  const value = presentValue(figures, path);
  const editor = definition.isSeries ? <SeriesButton figures={figures} path={path} label={label} /> : null;
  if (typeof value === 'object' && isSeries(value)) {
    const show = (number: number) => formatPlain(number, format, figures.locale);
    const text = storedForm(value, { t, locale: figures.locale, show });
    return (
      <Field label={label} hint={modelText(definition.text)} isWide>
        <SeriesButton figures={figures} path={path} label={label} text={text} />
      </Field>
    );
  }
  return (
    <NumberField
      figures={figures}
      label={label}
      hint={modelText(definition.text)}
      unit={unit}
      value={typeof value === 'number' ? value : undefined}
      format={format}
      act={editor}
      onCommit={(number) =>
        edit([number === undefined ? { type: 'setInput', path } : { type: 'setInput', path, value: number }])
      }
    />
  );
}

/** Opens the editor for how an input runs over the plan. */
export function SeriesButton({ figures, path, label, text }: InputFieldProps & { readonly text?: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const name = t('setup.overTime', { label: label ?? path });
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withinPortal position="bottom-start">
      <Popover.Target>
        {text === undefined ? (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={name}
            title={name}
            onClick={() => setOpen(!isOpen)}
          >
            <IconChartLine size={14} aria-hidden />
          </ActionIcon>
        ) : (
          <UnstyledButton
            className={styles.series}
            title={text}
            aria-label={`${name}: ${text}`}
            onClick={() => setOpen(!isOpen)}
          >
            {text}
          </UnstyledButton>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && <SeriesEditor figures={figures} path={path} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface TextFieldProps {
  readonly figures: PlanFigures;
  readonly label: string;
  readonly path: string;
  readonly isRequired?: boolean;
  readonly type?: 'text' | 'date';
}

/** A text of the plan; an emptied one that is not needed is taken away. */
export function TextField({ figures, label, path, isRequired = false, type = 'text' }: TextFieldProps) {
  const edit = useEdit(figures);
  const stored = inputAt(figures.document, path);
  const commit = (text: string): string | null => {
    const value = text.trim();
    return edit([
      value === '' && !isRequired ? { type: 'setInput', path } : { type: 'setInput', path, value },
    ]);
  };
  const field = { label, value: typeof stored === 'string' ? stored : '', onCommit: commit };
  return (
    <Field label={label} isWide>
      {type === 'date' ? <DateInput {...field} /> : <DraftInput {...field} />}
    </Field>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** @returns why it cannot be, or null */
  readonly onChoose: (value: T) => string | null;
}

export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, hint, value, options, onChoose } = props;
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Field label={label} isWide {...(hint === undefined ? {} : { hint })}>
      <NativeSelect
        size="xs"
        maw={320}
        aria-label={label}
        value={value}
        error={problem}
        data={options.map((option) => ({ ...option }))}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) setProblem(onChoose(chosen.value));
        }}
      />
    </Field>
  );
}

interface SwitchFieldProps {
  readonly figures: PlanFigures;
  readonly label: string;
  readonly hint?: string;
  readonly path: string;
  readonly standard: boolean;
}

export function SwitchField({ figures, label, hint, path, standard }: SwitchFieldProps) {
  const edit = useEdit(figures);
  const [problem, setProblem] = useState<string | null>(null);
  const stored = inputAt(figures.document, path);
  const isOn = typeof stored === 'boolean' ? stored : standard;
  return (
    <Field label={label} isWide {...(hint === undefined ? {} : { hint })}>
      <Switch
        size="xs"
        aria-label={label}
        checked={isOn}
        error={problem}
        onChange={(event) =>
          setProblem(edit([{ type: 'setInput', path, value: event.currentTarget.checked }]))
        }
      />
    </Field>
  );
}
