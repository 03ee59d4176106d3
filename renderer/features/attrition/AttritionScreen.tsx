import { type ReactNode, useMemo, useState } from 'react';
import type { AttritionCase } from '#shared/model/deciding/attrition/attritionCase.ts';
import { FigureTable } from '#renderer/state/deciding/FigureTable.tsx';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { Section } from '#renderer/state/deciding/Section.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { MemberChoice } from '#renderer/state/MemberChoice.tsx';
import { membersOf } from '#renderer/state/members.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { Causes } from './Causes.tsx';
import { leaverChart, causeChart } from './attritionCharts.ts';
import { RetentionForm } from './RetentionForm.tsx';
import { Vacancy } from './Vacancy.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

/** What a leaver costs in full, why people leave, and what it would be worth to keep them. */
export function AttritionScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Groups figures={figures} />;
}

function Groups({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const { document, structure } = figures;
  const own = new Set(
    (document.staffGroups ?? []).filter(({ vendor }) => vendor === undefined).map(({ id }) => id),
  );
  const groups = membersOf(structure, 'groups').filter(({ id }) => own.has(id));
  const [wanted, setGroup] = useState('');
  const groupId = groups.find(({ id }) => id === wanted)?.id ?? groups[0]?.id;
  if (groupId === undefined)
    return <EmptyState title={t('attrition.noGroup')} text={t('attrition.noGroupText')} />;
  return (
    <Group
      key={groupId}
      figures={figures}
      groupId={groupId}
      choice={
        <MemberChoice label={t('attrition.group')} members={groups} value={groupId} onChange={setGroup} />
      }
    />
  );
}

interface GroupProps {
  readonly figures: PlanFigures;
  readonly groupId: string;
  readonly choice: ReactNode;
}

function Group({ figures, groupId, choice }: GroupProps) {
  const { t } = useWords();
  const { document } = figures;
  const task = useMemo(() => ({ kind: 'attrition' as const, document, groupId }), [document, groupId]);
  const working = useDeciding('attrition', task);
  const found = working.answer?.attrition ?? null;
  return (
    <PlanScreen
      title={t('attrition.title')}
      controls={choice}
      {...(found === null ? {} : { charts: <Charts found={found} /> })}
    >
      <div className={styles.frame}>
        <div className={styles.stack}>
          <WorkProgress {...working} />
          {found !== null && (
            <div className={styles.cards}>
              <Leaver found={found} />
              <Yearly found={found} />
            </div>
          )}
          <Vacancy groupId={groupId} />
          {found !== null && <Causes document={document} found={found} />}
          <RetentionForm document={document} groupId={groupId} />
        </div>
      </div>
    </PlanScreen>
  );
}

function Charts({ found }: { readonly found: AttritionCase }) {
  const { t, currency } = useWords();
  const leaver = useMemo(() => leaverChart(found, t, currency), [found, t, currency]);
  const causes = useMemo(() => causeChart(found, t, currency), [found, t, currency]);
  return (
    <>
      <PlanChartCard
        title={t('attrition.leaverChart')}
        unit={t('unit.moneyPerPerson', { currency })}
        chart={leaver}
      />
      <PlanChartCard
        title={t('attrition.causeChart')}
        unit={t('unit.moneyPerYear', { currency })}
        chart={causes}
      />
    </>
  );
}

/** The full cost of one leaver in its parts, beside what most budgets show. */
function Leaver({ found: { leaver } }: { readonly found: AttritionCase }) {
  const { t } = useWords();
  return (
    <Section title={t('attrition.leaver')} note={t('attrition.leaverNote')}>
      <FigureTable
        label={t('attrition.leaver')}
        figures={leaver.parts}
        totals={[leaver.full, leaver.counted, leaver.hidden]}
      />
    </Section>
  );
}

function Yearly({ found }: { readonly found: AttritionCase }) {
  const { t } = useWords();
  const { leavers, yearly, yearlyCounted, avoidable, regrettable } = found;
  const { pointByCost, pointInPlan, pointFte, pointHires, hiringMode } = found;
  const rows = [leavers, yearly, yearlyCounted, avoidable, regrettable];
  const points = [pointByCost, pointInPlan, pointFte, pointHires];
  return (
    <div className={styles.stack}>
      <Section title={t('attrition.yearly')}>
        <FigureTable label={t('attrition.yearly')} figures={rows} />
      </Section>
      <Section
        title={t('attrition.point')}
        note={hiringMode === 'manual' ? t('attrition.pointByHand') : t('attrition.pointFollows')}
      >
        <FigureTable label={t('attrition.point')} figures={points} />
      </Section>
    </div>
  );
}
