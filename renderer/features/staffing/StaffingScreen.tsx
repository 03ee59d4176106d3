import { useMemo, useState, type ReactNode } from 'react';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanStructure, ViewMember } from '#shared/model/planView.ts';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { MemberChoice } from '#renderer/state/MemberChoice.tsx';
import { membersOf } from '#renderer/state/members.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { PlanSheet } from '#renderer/state/PlanSheet.tsx';
import { useChosenMember } from '#renderer/state/useChosenMember.ts';
import { useIntervalPlan } from '#renderer/state/useIntervalPlan.ts';
import { usePlan, usePlanFigures, useView } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { occupancyChart, serviceChart } from './staffingCharts.ts';
import { staffingRows } from './staffingRows.ts';
import { DayCurves } from './DayCurves.tsx';
import { SimulationCheck } from './SimulationCheck.tsx';
import type { WeekMeasure } from './week.ts';
import { WeekView } from './WeekView.tsx';

type Part = 'periods' | 'week';

interface PartProps {
  readonly figures: PlanFigures;
  readonly queue: ViewMember;
  readonly onQueue: (id: string) => void;
  readonly partChoice: ReactNode;
}

function Periods({ figures, queue, onQueue, partChoice }: PartProps) {
  const { t } = useTranslation();
  const [period] = useChosenPeriod(figures.structure);
  const { structure } = figures;
  const rows = useMemo(() => staffingRows(structure, t), [structure, t]);
  const service = useMemo(() => serviceChart(figures, queue, t), [figures, queue, t]);
  const occupancy = useMemo(() => occupancyChart(figures, queue, t), [figures, queue, t]);
  return (
    <PlanScreen
      title={t('staffing.title')}
      controls={
        <>
          {partChoice}
          <SimulationCheck figures={figures} queue={queue} period={period} />
        </>
      }
      chartControls={<QueueChoice structure={structure} queue={queue} onQueue={onQueue} />}
      charts={
        <>
          <PlanChartCard title={t('staffing.serviceChart')} unit="" chart={service} />
          <PlanChartCard title={t('staffing.occupancyChart')} unit="" chart={occupancy} />
        </>
      }
    >
      <PlanSheet label={t('staffing.grid')} rows={rows} />
    </PlanScreen>
  );
}

interface QueueChoiceProps {
  readonly structure: PlanStructure;
  readonly queue: ViewMember;
  readonly onQueue: (id: string) => void;
}

function QueueChoice({ structure, queue, onQueue }: QueueChoiceProps) {
  const { t } = useTranslation();
  return (
    <MemberChoice
      label={t('staffing.queueChoice')}
      members={membersOf(structure, 'queues')}
      value={queue.id}
      onChange={onQueue}
    />
  );
}

/** The period of the selected number, until another is chosen by hand. */
function useChosenPeriod({ groups }: PlanStructure): readonly [number, (period: number) => void] {
  const { selected } = useView();
  const [choice, setChoice] = useState<{ readonly period: number; readonly at: NumberPlace | null } | null>(
    null,
  );
  const ofSelection = selected === null ? undefined : groups[selected.grain][selected.place]?.first;
  const isNewer = choice === null || choice.at !== selected;
  const period = (isNewer ? ofSelection : undefined) ?? choice?.period ?? ofSelection ?? 0;
  return [Math.min(period, groups.period.length - 1), (next) => setChoice({ period: next, at: selected })];
}

function Week({ figures, queue, onQueue, partChoice }: PartProps) {
  const { t } = useTranslation();
  const [period, setPeriod] = useChosenPeriod(figures.structure);
  const [measure, setMeasure] = useState<WeekMeasure>('agents');
  const week = useIntervalPlan(queue.id, period);
  const names = figures.structure.periods.map(({ index }) => periodName(figures, 'period', index));
  const measures = [
    { value: 'agents', label: t('staffing.agents') },
    { value: 'contacts', label: t('staffing.contacts') },
    { value: 'load', label: t('staffing.load') },
  ] as const;
  return (
    <PlanScreen
      title={t('staffing.title')}
      controls={
        <>
          {partChoice}
          <QueueChoice structure={figures.structure} queue={queue} onQueue={onQueue} />
          <NativeSelect
            size="xs"
            aria-label={t('staffing.periodChoice')}
            data={names.map((label, place) => ({ value: String(place), label }))}
            value={String(period)}
            onChange={(event) => setPeriod(Number(event.currentTarget.value))}
          />
          <SegmentedControl
            aria-label={t('staffing.measureChoice')}
            data={[...measures]}
            value={measure}
            onChange={setMeasure}
          />
          <SimulationCheck figures={figures} queue={queue} period={period} />
        </>
      }
      {...(week ? { charts: <DayCurves week={week} measure={measure} /> } : {})}
    >
      <WeekView
        queue={queue}
        period={period}
        periodName={names[period] ?? ''}
        week={week}
        measure={measure}
      />
    </PlanScreen>
  );
}

/** Contacts to agents: goals, hours required, and the service that the planned staff gives. */
export function StaffingScreen() {
  const structure = usePlan((state) => state.structure);
  const figures = usePlanFigures();
  if (structure === null || figures === null) return null;
  return <Parts structure={structure} figures={figures} />;
}

function Parts({ structure, figures }: { readonly structure: PlanStructure; readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [part, setPart] = useState<Part>('periods');
  const [queue, setQueue] = useChosenMember(structure, 'queues');
  useErrand((errand) => {
    if (errand === 'week') setPart('week');
    return errand === 'week';
  });
  const parts = [
    { value: 'periods', label: t('staffing.periods') },
    { value: 'week', label: t('staffing.week') },
  ] as const;
  if (queue === undefined) return null;
  const shared = {
    figures,
    queue,
    onQueue: setQueue,
    partChoice: (
      <SegmentedControl aria-label={t('staffing.parts')} data={[...parts]} value={part} onChange={setPart} />
    ),
  };
  return part === 'periods' ? <Periods {...shared} /> : <Week {...shared} />;
}
