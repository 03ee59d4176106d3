import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '@mantine/core';
import { useErrand } from '#renderer/state/errands.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { BenchmarksTab } from './BenchmarksTab.tsx';
import { RegisterTab } from './RegisterTab.tsx';
import styles from './Assumptions.module.css';

/** What the plan rests on, and what others publish about it. */
export function LibraryScreen() {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const [tab, setTab] = useState<string | null>('register');
  useErrand((errand) => {
    if (errand === 'benchmarks') setTab(errand);
    return errand === 'benchmarks';
  });
  if (figures === null) return null;
  return (
    <PlanScreen title={t('assumptions.title')}>
      <div className={styles.screen}>
        <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles.tabs}>
          <Tabs.List>
            <Tabs.Tab value="register">{t('assumptions.register')}</Tabs.Tab>
            <Tabs.Tab value="benchmarks">{t('assumptions.benchmarks')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="register" className={styles.panel}>
            <RegisterTab figures={figures} />
          </Tabs.Panel>
          <Tabs.Panel value="benchmarks" className={styles.panel}>
            <BenchmarksTab figures={figures} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </PlanScreen>
  );
}
