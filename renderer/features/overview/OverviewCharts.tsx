import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Select } from '@mantine/core';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { costChart } from '#renderer/state/costChart.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { queuesWithGoal, serviceChart, staffingChart } from './overviewCharts.ts';
import styles from './Overview.module.css';

/** People, money and service over the plan. */
export function OverviewCharts({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const staffing = useMemo(() => staffingChart(figures), [figures]);
  const budget = useMemo(() => costChart(figures, t), [figures, t]);
  const { grain } = figures;
  const { currency } = figures.structure;
  return (
    <div className={styles.charts}>
      <PlanChartCard title={t('overview.chart.staffing')} unit={t('unit.fte')} chart={staffing} />
      <PlanChartCard
        title={t('overview.chart.budget')}
        unit={t(`overview.chart.moneyPer.${grain === 'period' ? figures.structure.grain : grain}`, {
          currency,
        })}
        chart={budget}
      />
      <ServiceCard figures={figures} />
    </div>
  );
}

const allQueues = '';

/** The chosen queue, until one is chosen the first with a goal, and its chart. */
function serviceView(figures: PlanFigures, chosen: string | null, t: TFunction) {
  const queues = queuesWithGoal(figures);
  const queue = chosen === allQueues ? undefined : (queues.find(({ key }) => key === chosen) ?? queues[0]);
  const percent = (value: number) => formatNumber(value, { style: 'percent', digits: 0 }, figures.locale);
  const chart = serviceChart(figures, queue, {
    serviceLevel: t('overview.chart.serviceLevel'),
    abandonment: t('overview.chart.abandonment'),
    goal: (value) => t('overview.chart.goal', { value: percent(value) }),
  });
  return { queues, queue, chart };
}

function ServiceCard({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const { queues, queue, chart } = useMemo(() => serviceView(figures, chosen, t), [figures, chosen, t]);
  return (
    <PlanChartCard
      title={t('overview.chart.service')}
      unit=""
      chart={chart}
      actions={
        <Select
          aria-label={t('overview.chart.queue')}
          className={styles.queue}
          allowDeselect={false}
          data={[
            ...queues.map(({ key, name }) => ({ value: key, label: name })),
            { value: allQueues, label: t('overview.chart.allQueues') },
          ]}
          value={queue?.key ?? allQueues}
          onChange={choose}
        />
      }
    />
  );
}
