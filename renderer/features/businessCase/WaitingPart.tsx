import { useMemo } from 'react';
import type { StandingStill } from '#shared/model/deciding/case/waiting.ts';
import type { CaseAnswer, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { delayChart, stillChart } from './caseCharts.ts';
import { DriftRows } from './DriftRows.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface WaitingPartProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer | null;
  readonly depth: DepthAnswer | null;
}

/** What it costs to do nothing, beside the case, and what it costs to begin later. */
export function WaitingPart({ figures, answer, depth }: WaitingPartProps) {
  const { t } = useWords();
  return (
    <>
      <Section title={t('businessCase.still')} note={t('businessCase.stillNote')}>
        {answer !== null && answer.standingStill === undefined && (
          <p className={styles.note}>{t('businessCase.noDrift')}</p>
        )}
        {answer?.standingStill !== undefined && (
          <Still figures={figures} answer={answer} still={answer.standingStill} />
        )}
        <DriftRows figures={figures} />
      </Section>
      {depth !== null && <Delays depth={depth} />}
    </>
  );
}

interface StillProps {
  readonly figures: PlanFigures;
  readonly answer: CaseAnswer;
  readonly still: StandingStill;
}

function Still({ figures, answer, still }: StillProps) {
  const { t, currency } = useWords();
  const chart = useMemo(() => stillChart(figures, still, t), [figures, still, t]);
  const rows = [still.total, still.presentValue, answer.bases.everything.npv];
  return (
    <div className={styles.cards}>
      <table className={styles.table}>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{figure.label}</th>
              <td>
                <FigureValue figure={figure} showsReason />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PlanChartCard
        title={t('businessCase.stillChart')}
        unit={t('unit.money', { currency })}
        chart={chart}
        height={200}
      />
    </div>
  );
}

function Delays({ depth }: { readonly depth: DepthAnswer }) {
  const words = useWords();
  const { t, currency } = words;
  const chart = useMemo(() => delayChart(depth, words), [depth, words]);
  return (
    <Section title={t('businessCase.delay')} note={t('businessCase.delayNote')}>
      <div className={styles.cards}>
        <PlanChartCard
          title={t('businessCase.delayChart')}
          unit={t('unit.money', { currency })}
          chart={chart}
          height={240}
        />
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.laterBy')}</th>
              <th scope="col">{t('businessCase.delayCost')}</th>
              <th scope="col">{t('businessCase.afterPlan')}</th>
            </tr>
          </thead>
          <tbody>
            {depth.delays.slice(1).map(({ months, cost, startingAfterPlan }) => (
              <tr key={months}>
                <th scope="row">{t('businessCase.delayMonths', { count: months })}</th>
                <td>
                  <FigureValue figure={cost} showsReason />
                </td>
                <td>{startingAfterPlan === 0 ? '–' : startingAfterPlan}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
