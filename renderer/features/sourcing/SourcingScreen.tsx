import { useMemo, useState } from 'react';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { WorkProgress } from '#renderer/state/deciding/Progress.tsx';
import { useDeciding } from '#renderer/state/deciding/useDeciding.ts';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { useErrand } from '#renderer/state/errands.ts';
import type { PlanFigures } from '#renderer/state/figures.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures, usePlanStore } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { ComparisonCharts, ComparisonPart } from './ComparisonPart.tsx';
import { addOffer, offersOf } from './offerCommands.ts';
import { OffersPart } from './OffersPart.tsx';
import { ScorecardPart } from './ScorecardPart.tsx';
import styles from '#renderer/state/deciding/Deciding.module.css';

const partNames = ['offers', 'comparison', 'scorecard'] as const;
type PartName = (typeof partNames)[number];

/** Own people beside any number of partners on one basis. */
export function SourcingScreen() {
  const figures = usePlanFigures();
  return figures === null ? null : <Parts figures={figures} />;
}

function Parts({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useWords();
  const store = usePlanStore();
  const { document } = figures;
  const [part, setPart] = useState<PartName>('comparison');
  const offers = offersOf(document);
  const task = useMemo(() => ({ kind: 'sourcing' as const, document }), [document]);
  const working = useDeciding('sourcing', offers.length === 0 ? null : task);
  const found = offers.length === 0 ? null : (working.answer?.sourcing ?? null);
  const add = (): void => {
    if (store.run(addOffer(document, t('sourcing.newName'))).ok) setPart('offers');
  };
  useErrand((errand) => {
    if (errand === 'addOffer') add();
    return errand === 'addOffer';
  });
  if (offers.length === 0) {
    return (
      <PlanScreen title={t('sourcing.title')}>
        <EmptyState
          title={t('sourcing.none')}
          text={t('sourcing.noneText')}
          action={<Button onClick={add}>{t('sourcing.add')}</Button>}
        />
      </PlanScreen>
    );
  }
  return (
    <PlanScreen
      title={t('sourcing.title')}
      controls={
        <>
          <div className={styles.parts}>
            <SegmentedControl
              aria-label={t('sourcing.parts')}
              data={partNames.map((value) => ({ value, label: t(`sourcing.part.${value}`) }))}
              value={part}
              onChange={(value) => setPart(partNames.find((name) => name === value) ?? 'comparison')}
            />
          </div>
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('sourcing.add')}
          </Button>
        </>
      }
      {...(part === 'comparison' && found !== null ? { charts: <ComparisonCharts found={found} /> } : {})}
    >
      <div key={part} className={styles.frame}>
        <div className={styles.stack}>
          <WorkProgress {...working} />
          {part === 'offers' && <OffersPart figures={figures} />}
          {part === 'comparison' && found !== null && <ComparisonPart found={found} />}
          {part === 'scorecard' && found !== null && <ScorecardPart figures={figures} found={found} />}
        </div>
      </div>
    </PlanScreen>
  );
}
