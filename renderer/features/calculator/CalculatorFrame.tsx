import type { ReactNode } from 'react';
import { SegmentedControl } from '@mantine/core';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { StatTile } from '#renderer/ui/panels/StatTile.tsx';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { calculatorForm, type CalculatorForm, type CalculatorMode } from './calculatorForm.ts';
import { CalculatorChart, type ChartSpec } from './CalculatorChart.tsx';
import { CopyButton } from './CopyButton.tsx';
import { InputPanel } from './InputPanel.tsx';
import type { FormProblem } from './readForm.ts';
import type { Tile } from './tiles.ts';
import { problemText, type Speech } from './words.ts';
import styles from './Calculator.module.css';

interface CalculatorFrameProps {
  readonly form: CalculatorForm;
  readonly problems: readonly FormProblem[];
  readonly speech: Speech;
  readonly tiles: readonly Tile[];
  /** Null while there is nothing to copy. */
  readonly copyText: (() => string) | null;
  readonly controls?: ReactNode;
  readonly charts: readonly ChartSpec[];
  readonly children: ReactNode;
}

/** Inputs to the left, answers above, charts, and the table that takes what is left. */
export function CalculatorFrame(props: CalculatorFrameProps) {
  const { form, problems, speech, tiles, copyText, controls, charts, children } = props;
  const { t } = speech;
  const modes = [
    { value: 'interval', label: t('calculator.mode.interval') },
    { value: 'day', label: t('calculator.mode.day') },
  ] as const;
  return (
    <div className={styles.screen}>
      <InputPanel form={form} problems={problems} speech={speech} />
      <div className={styles.results}>
        <PlanScreen
          title={t('calculator.title')}
          controls={
            <>
              <SegmentedControl<CalculatorMode>
                aria-label={t('calculator.modes')}
                data={[...modes]}
                value={form.mode}
                onChange={(mode) => calculatorForm.setState({ mode })}
              />
              <CopyButton text={copyText} />
              {controls}
            </>
          }
          summary={
            <div className={styles.summary} role="status" aria-label={t('calculator.answers')}>
              {problems.length > 0 ? (
                <Problems problems={problems} form={form} speech={speech} />
              ) : (
                tiles.map(({ id, ...tile }) => <StatTile key={id} {...tile} />)
              )}
            </div>
          }
          charts={charts.map((one) => (
            <CalculatorChart key={one.title} {...one} speech={speech} />
          ))}
        >
          <div className={styles.main}>{children}</div>
        </PlanScreen>
      </div>
    </div>
  );
}

/** More than these are not read at once. */
const mostShown = 4;

function Problems({ problems, form, speech }: Pick<CalculatorFrameProps, 'problems' | 'form' | 'speech'>) {
  const { t, locale } = speech;
  const timeAt = (line: number | undefined) =>
    line === undefined ? undefined : timeOfDay(locale, form.opensMinute + line * form.intervalMinutes);
  const more = problems.length - mostShown;
  return (
    <div className={styles.problems}>
      <p>{t('calculator.cannotCompute')}</p>
      <ul>
        {problems.slice(0, mostShown).map((one) => (
          <li key={`${one.field} ${one.line ?? ''}`}>{problemText(one, timeAt(one.line), speech)}</li>
        ))}
        {more > 0 && <li>{t('calculator.moreProblems', { count: more })}</li>}
      </ul>
    </div>
  );
}
