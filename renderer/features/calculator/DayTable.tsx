import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { type CalculatorForm, type DayColumn, dayTexts, writeDay } from './calculatorForm.ts';
import type { DayTableData } from './dayTables.ts';
import type { FigureCell } from './figureTable.ts';
import { pastedLines } from './pasteDay.ts';
import type { FormProblem } from './readForm.ts';
import { problemText, type Speech } from './words.ts';
import styles from './Figures.module.css';

interface DayTableProps {
  readonly form: CalculatorForm;
  readonly table: DayTableData;
  /** From when each interval is. */
  readonly times: readonly string[];
  readonly problems: readonly FormProblem[];
  /** Lines of the last paste for which the day was too short. */
  readonly notFitting: number;
  readonly onPasted: (notFitting: number) => void;
  /** Some interval has more work than those on duty can do. */
  readonly hasOverload: boolean;
  readonly speech: Speech;
}

const columns: readonly DayColumn[] = ['contacts', 'agents'];

/** Contacts and agents of each interval, typed or pasted, and what follows from them. */
export function DayTable(props: DayTableProps) {
  const { table, times, notFitting, hasOverload, speech } = props;
  const { t } = speech;
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    <div className={styles.day}>
      <p className={styles.hint}>
        {t('calculator.pasteHint')} {hasOverload && t('calculator.overloadHint')}
        {notFitting > 0 && <strong role="alert"> {t('calculator.notFitting', { count: notFitting })}</strong>}
      </p>
      <div className={styles.dayFrame}>
        <table className={styles.figures} aria-label={t('calculator.dayTable')}>
          <Heads columns={table.columns} t={t} />
          <tbody ref={body}>
            {times.map((time, line) => (
              <DayLine
                key={time}
                {...props}
                line={line}
                time={time}
                focus={(to, column) => focusCell(body.current, to, column)}
              />
            ))}
          </tbody>
          <tfoot>
            {table.totals.map(({ id, label, contacts, agents, cells }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{contacts.text}</td>
                <td>{agents.text}</td>
                <Results cells={cells} columns={table.columns} />
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function Heads({ columns: results, t }: Pick<DayTableData, 'columns'> & Pick<Speech, 't'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('calculator.time')}</th>
        <th scope="col">{t('calculator.contacts')}</th>
        <th scope="col">
          {t('calculator.onDuty')}
          <span>{t('unit.agents')}</span>
        </th>
        {results.map(({ id, label, longLabel, unit, startsGroup }) => (
          <th key={id} scope="col" title={longLabel} data-group={startsGroup || undefined}>
            {label}
            {unit !== '' && <span>{unit}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface ResultsProps extends Pick<DayTableData, 'columns'> {
  readonly cells: readonly FigureCell[];
}

function Results({ cells, columns: results }: ResultsProps) {
  return cells.map(({ text, tone }, place) => (
    <td key={results[place]?.id} data-tone={tone} data-group={results[place]?.startsGroup || undefined}>
      {text}
    </td>
  ));
}

function focusCell(body: HTMLElement | null, line: number, column: DayColumn): void {
  const cell = body?.querySelectorAll('tr')[line]?.querySelectorAll('input')[columns.indexOf(column)];
  cell?.focus();
}

interface DayLineProps extends DayTableProps {
  readonly line: number;
  readonly time: string;
  readonly focus: (line: number, column: DayColumn) => void;
}

function DayLine(props: DayLineProps) {
  const { table, line, time } = props;
  return (
    <tr>
      <th scope="row">{time}</th>
      {columns.map((column) => (
        <td key={column} data-input>
          <DayCell {...props} column={column} />
        </td>
      ))}
      <Results cells={table.rows[line] ?? []} columns={table.columns} />
    </tr>
  );
}

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

function DayCell({
  form,
  line,
  time,
  column,
  problems,
  onPasted,
  focus,
  speech,
}: DayLineProps & { readonly column: DayColumn }) {
  const { t, locale } = speech;
  const problem = problems.find((one) => one.line === line && one.field === column);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(event.key === 'Enter' && event.shiftKey ? line - 1 : line + step, column);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'), column, locale);
    if (lines === null) return;
    event.preventDefault();
    onPasted(writeDay(line, lines));
  };
  return (
    <input
      className={styles.cell}
      autoComplete="off"
      inputMode="decimal"
      aria-label={t('calculator.problem.inLine', {
        time,
        name: t(column === 'contacts' ? 'calculator.contacts' : 'calculator.onDuty'),
      })}
      aria-invalid={problem !== undefined}
      title={problem === undefined ? undefined : problemText(problem, time, speech)}
      value={dayTexts(form, line)[column]}
      onChange={(event) => writeDay(line, [{ [column]: event.currentTarget.value }])}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
