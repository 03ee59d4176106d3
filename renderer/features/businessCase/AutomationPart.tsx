import { useMemo, useState } from 'react';
import { Alert, Button, NativeSelect } from '@mantine/core';
import { automationCommands, type AutomationChange } from '#shared/model/deciding/automation/description.ts';
import type { AutomationStudy } from '#shared/model/deciding/automation/study.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { useCommit } from '#renderer/state/deciding/fields.tsx';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { faultText } from '#renderer/state/faultText.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { AutomationFields } from './AutomationFields.tsx';
import { AutomationFigures, AutomationPeriods } from './AutomationFigures.tsx';
import { adoptionChart, fteChart, handleTimeChart, workloadChart } from './automationCharts.ts';
import { initiativesOf, type StoredInitiative } from './initiativeCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

interface AutomationPartProps {
  readonly figures: PlanFigures;
  /** The initiative that is looked at; the last automation without one. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
}

/** Chatbots and self-service: from what their vendors count to what the plan gets of them. */
export function AutomationPart({ figures, chosen, onChoose, onAdd }: AutomationPartProps) {
  const { t } = useWords();
  const automations = initiativesOf(figures.document).filter(({ automation }) => automation !== undefined);
  const initiative = automations.find(({ id }) => id === chosen) ?? automations.at(-1);
  if (initiative === undefined) {
    return (
      <EmptyState
        title={t('automation.none')}
        text={t('automation.noneText')}
        action={<Button onClick={onAdd}>{t('automation.add')}</Button>}
      />
    );
  }
  return (
    <>
      {automations.length > 1 && (
        <NativeSelect
          size="xs"
          maw={320}
          label={t('automation.which')}
          data={automations.map(({ id, name = id }) => ({ value: id, label: name }))}
          value={initiative.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
      )}
      <Automation key={initiative.id} figures={figures} initiative={initiative} />
    </>
  );
}

interface AutomationProps {
  readonly figures: PlanFigures;
  readonly initiative: StoredInitiative;
}

/** Changes an automation together with the effects and the cost that follow from it; says why where that is impossible. */
function useChange(figures: PlanFigures, id: string, study: AutomationStudy | null) {
  const { t } = useWords();
  const commit = useCommit();
  const [problem, setProblem] = useState<string | null>(null);
  const change = (wanted: AutomationChange): string | null => {
    const scenario = validateScenario(figures.document);
    if (study === null || !scenario.ok) return t('automation.notYet');
    const initiative = scenario.value.initiatives.find((one) => one.id === id);
    if (initiative === undefined) return null;
    const commands = automationCommands(scenario.value, initiative, study.present, wanted);
    if (!commands.ok) return faultText(commands.fault, t);
    return commands.value.length === 0 ? null : commit(`initiatives.${id}.automation`, commands.value);
  };
  return { change, again: () => setProblem(change({})), problem };
}

function Automation({ figures, initiative }: AutomationProps) {
  const { t } = useWords();
  const { document } = figures;
  const { id, isCounted } = initiative;
  const task = useMemo(() => ({ kind: 'automation' as const, document, initiativeId: id }), [document, id]);
  const working = useDeciding('automation', task);
  const study = working.answer?.automation ?? null;
  const { change, again, problem } = useChange(figures, id, study);
  return (
    <>
      <WorkProgress {...working} />
      {isCounted === false && <Alert variant="light">{t('automation.leftOut')}</Alert>}
      {study !== null && !study.isCurrent && (
        <Alert variant="light" color="yellow" title={t('automation.notCurrent')}>
          {t('automation.notCurrentText')}{' '}
          <Button size="compact-xs" variant="default" onClick={again}>
            {t('automation.workOutAgain')}
          </Button>
          {problem !== null && <div role="alert">{problem}</div>}
        </Alert>
      )}
      <AutomationFields figures={figures} initiative={initiative} study={study} onChange={change} />
      {study !== null && (
        <>
          <AutomationFigures study={study} />
          <Charts figures={figures} study={study} />
          <AutomationPeriods figures={figures} study={study} />
        </>
      )}
    </>
  );
}

function Charts({ figures, study }: { readonly figures: PlanFigures; readonly study: AutomationStudy }) {
  const { t } = useWords();
  const charts = useMemo(
    () => ({
      workload: workloadChart(figures, study, t),
      fte: fteChart(figures, study, t),
      handleTime: handleTimeChart(figures, study, t),
      adoption: adoptionChart(figures, study, t),
    }),
    [figures, study, t],
  );
  return (
    <div className={styles.cards}>
      <PlanChartCard
        title={t('automation.workloadChart')}
        unit={t('unit.hours')}
        chart={charts.workload}
        height={220}
      />
      <PlanChartCard title={t('automation.fteChart')} unit={t('unit.fte')} chart={charts.fte} height={220} />
      <PlanChartCard
        title={t('automation.handleTimeChart')}
        unit={t('unit.seconds')}
        chart={charts.handleTime}
        height={220}
      />
      <PlanChartCard title={t('automation.adoptionChart')} unit="" chart={charts.adoption} height={220} />
    </div>
  );
}
