import { useMemo, useState } from 'react';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewMember } from '#shared/model/planView.ts';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { MemberChoice } from '#renderer/state/MemberChoice.tsx';
import { membersOf } from '#renderer/state/members.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { PlanSheet } from '#renderer/state/PlanSheet.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { GroupOutlooks } from './GroupOutlooks.tsx';
import { HiringClasses } from './HiringClasses.tsx';
import { comeAndGoChart, coverageChart, headcountChart } from './peopleCharts.ts';
import { peopleRows } from './peopleRows.ts';

interface ChartsProps {
  readonly figures: PlanFigures;
  /** Without one the charts are about all groups. */
  readonly group: ViewMember | undefined;
}

function Charts({ figures, group }: ChartsProps) {
  const { t } = useTranslation();
  const [isHeadcount, setHeadcount] = useState(true);
  const coverage = useMemo(() => coverageChart(figures, group), [figures, group]);
  const second = useMemo(
    () => (isHeadcount ? headcountChart(figures, group, t) : comeAndGoChart(figures, group)),
    [figures, group, isHeadcount, t],
  );
  return (
    <>
      <PlanChartCard title={t('people.coverageChart')} unit={t('unit.fte')} chart={coverage} />
      <PlanChartCard
        title={isHeadcount ? t('people.headcountChart') : t('people.comeAndGoChart')}
        unit={t('unit.people')}
        chart={second}
        actions={
          <NativeSelect
            size="xs"
            aria-label={t('people.chartChoice')}
            data={[
              { value: 'headcount', label: t('people.headcountChoice') },
              { value: 'comeAndGo', label: t('people.comeAndGoChoice') },
            ]}
            value={isHeadcount ? 'headcount' : 'comeAndGo'}
            onChange={(event) => setHeadcount(event.currentTarget.value === 'headcount')}
          />
        }
      />
    </>
  );
}

type Part = 'periods' | 'classes';

/** Requirement to people: who is there, who comes and goes, and what is missing. */
export function PeopleScreen() {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const [part, setPart] = useState<Part>('periods');
  const [groupId, setGroupId] = useState('');
  const structure = figures?.structure;
  useErrand((errand) => {
    if (errand === 'classes') setPart('classes');
    return errand === 'classes';
  });
  const rows = useMemo(() => (structure === undefined ? [] : peopleRows(structure, t)), [structure, t]);
  if (figures === null) return null;
  const parts = [
    { value: 'periods', label: t('people.periods') },
    { value: 'classes', label: t('people.classes') },
  ] as const;
  const isPeriods = part === 'periods';
  const groups = membersOf(figures.structure, 'groups');
  const group = groups.find(({ id }) => id === groupId);
  return (
    <PlanScreen
      title={t('people.title')}
      controls={
        <SegmentedControl aria-label={t('people.parts')} data={[...parts]} value={part} onChange={setPart} />
      }
      summary={<GroupOutlooks figures={figures} />}
      {...(isPeriods ? { charts: <Charts figures={figures} group={group} /> } : {})}
      chartControls={
        <MemberChoice
          label={t('people.groupChoice')}
          members={groups}
          value={groupId}
          onChange={setGroupId}
          allLabel={t('people.allGroups')}
        />
      }
    >
      {isPeriods ? <PlanSheet label={t('people.grid')} rows={rows} /> : <HiringClasses figures={figures} />}
    </PlanScreen>
  );
}
