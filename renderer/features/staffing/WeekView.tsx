import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IntervalPlan } from '#shared/model/intervalPlan.ts';
import type { ViewMember } from '#shared/model/planView.ts';
import { timeOfDay } from '#renderer/ui/timeOfDay.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { usePlanSession, useView } from '#renderer/state/usePlan.ts';
import { longWeekday } from './calendarNames.ts';
import { HeatTable } from './HeatTable.tsx';
import { peakOf, type WeekMeasure } from './week.ts';
import styles from './WeekView.module.css';

interface WeekViewProps {
  readonly queue: ViewMember;
  /** Place among the periods of the plan, and its name. */
  readonly period: number;
  readonly periodName: string;
  readonly week: IntervalPlan | null | undefined;
  readonly measure: WeekMeasure;
}

function Sentence({ queue, period, periodName, week }: WeekViewProps & { readonly week: IntervalPlan }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const { explain } = useView();
  const peak = peakOf(week);
  const figure = (value: number, digits: number) => formatPlain(value, { style: 'number', digits }, locale);
  const named = { queue: queue.name, period: periodName, hours: figure(week.agentHours, 0) };
  const text =
    peak === undefined
      ? t('staffing.weekClosed', named)
      : t('staffing.weekSentence', {
          ...named,
          day: longWeekday(locale, peak.weekday),
          time: timeOfDay(locale, peak.minuteOfDay),
          contacts: figure(peak.need.contacts, 1),
          load: figure(peak.need.load, 1),
          agents: figure(peak.need.agents, Number.isInteger(peak.need.agents) ? 0 : 1),
        });
  return (
    <p className={styles.sentence}>
      {text}
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => explain(`${queue.key}.baseHours`, period, 'period')}
      >
        {t('staffing.explainHours')}
      </Button>
    </p>
  );
}

/** When in the week a queue needs how many agents. */
export function WeekView(props: WeekViewProps) {
  const { queue, periodName, week, measure } = props;
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  if (week === undefined) return null;
  if (week === null) return <EmptyState title={t('staffing.noWeekTitle')} text={t('staffing.noWeekText')} />;
  return (
    <div className={styles.week}>
      <Sentence {...props} week={week} />
      <div className={styles.table}>
        <HeatTable
          label={t('staffing.weekTable', { queue: queue.name, period: periodName })}
          week={week}
          measure={measure}
          locale={locale}
        />
      </div>
    </div>
  );
}
