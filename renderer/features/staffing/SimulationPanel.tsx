import { type FormEvent, useState } from 'react';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayQuestion } from '#shared/model/planView.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { membersOf } from '#renderer/state/members.ts';
import { useIntervalPlan } from '#renderer/state/useIntervalPlan.ts';
import { type SimulationRun, useSimulation } from '#renderer/state/useSimulation.ts';
import { type SimulationChoice, SimulationChoices } from './SimulationChoices.tsx';
import { SimulationResult } from './SimulationResult.tsx';
import { peakOf } from './week.ts';
import styles from './Simulation.module.css';
import { faultText } from '#renderer/state/faultText.ts';

interface SimulationPanelProps {
  readonly figures: PlanFigures;
  readonly queueId: string;
  readonly period: number;
}

/** The same numbers at every run, so that a figure can be found again. */
const seed = 1;

/** Which day to play through, how far it is, and what came out. */
export function SimulationPanel({ figures, queueId, period }: SimulationPanelProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<SimulationChoice>({
    queueId,
    period,
    weekday: null,
    isShared: false,
    customers: 1_000_000,
  });
  const { run, start, stop, clear } = useSimulation();
  const week = useIntervalPlan(choice.queueId, choice.period);
  const openDays = week?.days.filter((day) => day.openDays > 0).map(({ weekday }) => weekday) ?? [];
  const busiest = week ? peakOf(week)?.weekday : undefined;
  const weekday = openDays.find((day) => day === choice.weekday) ?? busiest;
  const queueIds = choice.isShared
    ? membersOf(figures.structure, 'queues').map(({ id }) => id)
    : [choice.queueId];
  const question: DayQuestion | null =
    weekday === undefined ? null : { queueIds, period: choice.period, weekday, seed };
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (question !== null) start(question, choice.customers);
  };
  const change = (part: Partial<SimulationChoice>): void => {
    setChoice({ ...choice, ...part });
    // Figures of another day would mislead.
    clear();
  };
  return (
    <form onSubmit={begin}>
      <Stack gap="sm">
        <Text size="sm">{t('simulation.about')}</Text>
        <SimulationChoices
          figures={figures}
          choice={{ ...choice, weekday: weekday ?? null }}
          openDays={openDays}
          onChange={change}
        />
        <Running run={run} canStart={question !== null} onStop={stop} />
        <Outcome run={run} figures={figures} isClosed={week !== undefined && weekday === undefined} />
      </Stack>
    </form>
  );
}

interface RunningProps {
  readonly run: SimulationRun;
  readonly canStart: boolean;
  readonly onStop: () => void;
}

function Running({ run, canStart, onStop }: RunningProps) {
  const { t } = useTranslation();
  if (run.status !== 'running') {
    return (
      <Group justify="flex-end">
        <Button type="submit" variant={run.status === 'done' ? 'default' : 'filled'} disabled={!canStart}>
          {t('simulation.start')}
        </Button>
      </Group>
    );
  }
  return (
    <Group wrap="nowrap">
      <Progress
        className={styles.progress}
        value={Math.max(2, 100 * run.share)}
        aria-label={t('simulation.running')}
      />
      <Button variant="default" onClick={onStop}>
        {t('simulation.stop')}
      </Button>
    </Group>
  );
}

interface OutcomeProps {
  readonly run: SimulationRun;
  readonly figures: PlanFigures;
  readonly isClosed: boolean;
}

function Outcome({ run, figures, isClosed }: OutcomeProps) {
  const { t } = useTranslation();
  const isNothing = run.status === 'nothing' || (isClosed && run.status === 'idle');
  return (
    <>
      {isNothing && (
        <Alert color="gray" variant="outline" p="xs">
          {t('simulation.nothing')}
        </Alert>
      )}
      {run.fault !== null && (
        <Alert color="red" variant="outline" p="xs">
          {faultText(run.fault, t)}
        </Alert>
      )}
      {run.day !== null && <SimulationResult run={run} day={run.day} figures={figures} />}
    </>
  );
}
