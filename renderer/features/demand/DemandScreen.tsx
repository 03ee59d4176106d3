import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersOf } from '#renderer/state/members.ts';
import { MemberChoice } from '#renderer/state/MemberChoice.tsx';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { PlanSheet } from '#renderer/state/PlanSheet.tsx';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { usePlan, usePlanFigures } from '#renderer/state/usePlan.ts';
import { customersChart, offeredChart } from './demandCharts.ts';
import { demandRows } from './demandRows.ts';

interface ChartProps {
  readonly figures: PlanFigures;
}

function Customers({ figures }: ChartProps) {
  const { t } = useTranslation();
  const [segment, setSegment] = useState('');
  const chart = useMemo(
    () => customersChart(figures, segment, t('demand.allSegments')),
    [figures, segment, t],
  );
  return (
    <PlanChartCard
      title={t('demand.customersChart')}
      unit=""
      chart={chart}
      actions={
        <MemberChoice
          label={t('demand.segmentChoice')}
          members={membersOf(figures.structure, 'segments')}
          value={segment}
          onChange={setSegment}
          allLabel={t('demand.allSegments')}
        />
      }
    />
  );
}

function Offered({ figures }: ChartProps) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState('');
  const chart = useMemo(() => offeredChart(figures, queue, t('demand.allQueues')), [figures, queue, t]);
  return (
    <PlanChartCard
      title={t('demand.offeredChart')}
      unit=""
      chart={chart}
      actions={
        <MemberChoice
          label={t('demand.queueChoice')}
          members={membersOf(figures.structure, 'queues')}
          value={queue}
          onChange={setQueue}
          allLabel={t('demand.allQueues')}
        />
      }
    />
  );
}

/** Sales projection to customers to contacts. */
export function DemandScreen() {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const structure = usePlan((state) => state.structure);
  const rows = useMemo(() => (structure === null ? [] : demandRows(structure, t)), [structure, t]);
  if (figures === null) return null;
  return (
    <PlanScreen
      title={t('demand.title')}
      charts={
        <>
          <Customers figures={figures} />
          <Offered figures={figures} />
        </>
      }
    >
      <PlanSheet label={t('demand.grid')} rows={rows} />
    </PlanScreen>
  );
}
