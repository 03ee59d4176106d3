import { useMemo, useState } from 'react';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { periodName } from '#renderer/state/periodName.ts';
import { PlanChartCard } from '#renderer/state/PlanChartCard.tsx';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { PlanSheet } from '#renderer/state/PlanSheet.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { costChart } from '#renderer/state/costChart.ts';
import { perContactChart } from './budgetCharts.ts';
import { BudgetLines } from './BudgetLines.tsx';
import { budgetRows } from './budgetRows.ts';
import { PaidHours } from './PaidHours.tsx';

interface ChartsProps {
  readonly figures: PlanFigures;
}

function Charts({ figures }: ChartsProps) {
  const { t } = useTranslation();
  const { currency } = figures.structure;
  const cost = useMemo(() => costChart(figures, t), [figures, t]);
  const perContact = useMemo(() => perContactChart(figures, t), [figures, t]);
  return (
    <>
      <PlanChartCard title={t('budget.costChart')} unit={t('unit.money', { currency })} chart={cost} />
      <PlanChartCard
        title={t('budget.perContactChart')}
        unit={t('unit.moneyPerContact', { currency })}
        chart={perContact}
      />
    </>
  );
}

type Part = 'periods' | 'hours' | 'lines';

/** The first fiscal year that is in the plan as a whole; where there is none, the first. */
function firstWholeYear({ structure }: PlanFigures): number {
  return Math.max(
    0,
    structure.groups.year.findIndex(({ isComplete }) => isComplete),
  );
}

interface YearChoiceProps {
  readonly figures: PlanFigures;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

function YearChoice({ figures, year, onYear }: YearChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('budget.yearChoice')}
      data={figures.structure.groups.year.map((_, place) => ({
        value: String(place),
        label: periodName(figures, 'year', place),
      }))}
      value={String(year)}
      onChange={(event) => onYear(Number(event.currentTarget.value))}
    />
  );
}

/** People to money: what it costs, what a contact and an agent cost, and where the paid hours go. */
export function BudgetScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Parts figures={figures} />;
}

function Parts({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const [part, setPart] = useState<Part>('periods');
  const [chosenYear, setYear] = useState<number | null>(null);
  const { structure, document } = figures;
  const rows = useMemo(() => budgetRows(structure, document, t), [structure, document, t]);
  const year = Math.min(chosenYear ?? firstWholeYear(figures), structure.groups.year.length - 1);
  const parts = [
    { value: 'periods', label: t('budget.periods') },
    { value: 'hours', label: t('budget.hoursPart') },
    { value: 'lines', label: t('budget.budgetLines') },
  ] as const;
  return (
    <PlanScreen
      title={t('budget.title')}
      controls={
        <>
          <SegmentedControl
            aria-label={t('budget.parts')}
            data={[...parts]}
            value={part}
            onChange={setPart}
          />
          {part === 'hours' && <YearChoice figures={figures} year={year} onYear={setYear} />}
        </>
      }
      {...(part === 'periods' ? { charts: <Charts figures={figures} /> } : {})}
    >
      {part === 'periods' && <PlanSheet label={t('budget.grid')} rows={rows} />}
      {part === 'hours' && <PaidHours figures={figures} year={year} />}
      {part === 'lines' && <BudgetLines figures={figures} />}
    </PlanScreen>
  );
}
