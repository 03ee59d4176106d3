import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGitBranch } from '@tabler/icons-react';
import { applyCommand } from '#shared/model/commands.ts';
import { standingStillEdits } from '#shared/model/deciding/case/standingStill.ts';
import type { StandingStill } from '#shared/model/deciding/case/waiting.ts';
import type { CaseAnswer, DepthAnswer } from '#shared/model/deciding/decidingWork.ts';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { FigureValue } from '#renderer/state/deciding/FigureValue.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { usePlanSession } from '#renderer/state/usePlan.ts';
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
        {(figures.document.statusQuoDrift ?? []).length > 0 && <StillScenario figures={figures} />}
        <DriftRows figures={figures} />
      </Section>
      {depth !== null && <Delays depth={depth} />}
    </>
  );
}

/** Makes the plan in which nothing is done a variant of the open one, and opens it. */
function StillScenario({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const { library, plan } = usePlanSession();
  const make = async (): Promise<void> => {
    const { id } = plan.getState();
    if (id === null) return;
    const name = t('businessCase.stillName', { name: figures.document.name });
    const still = standingStillEdits(figures.document).reduce((document, command) => {
      const applied = applyCommand(document, command);
      if (!applied.ok) throw new Error(applied.fault.message);
      return applied.value.next;
    }, figures.document);
    if (await library.createVariant(id, name, { ...still, name }))
      notifications.show({ message: t('businessCase.stillMade') });
  };
  return (
    <p className={styles.note}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconGitBranch size={14} aria-hidden />}
        onClick={() => void make()}
      >
        {t('businessCase.stillScenario')}
      </Button>{' '}
      {t('businessCase.stillScenarioNote')}
    </p>
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
  const rows = [
    still.total,
    still.presentValue,
    ...(answer.parts.length === 0 ? [] : [answer.bases.everything.npv]),
  ];
  return (
    <div className={styles.cards}>
      <FigureTable label={t('businessCase.still')} figures={rows} />
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
