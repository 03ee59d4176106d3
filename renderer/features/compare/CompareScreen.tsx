import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Tabs } from '@mantine/core';
import { fewestCompared } from '#renderer/state/compareKeys.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { useErrand } from '#renderer/state/errands.ts';
import { sourceOptions } from '#renderer/state/planSources.ts';
import { type ComparedSide, useCompareSides } from '#renderer/state/useCompareSides.ts';
import { useComparison } from '#renderer/state/useComparison.ts';
import { useLibrary, usePlan, useView } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { BesideTab } from './BesideTab.tsx';
import { BridgeTab } from './BridgeTab.tsx';
import { approvedVersion, firstChoice, knownKeys } from './compareOptions.ts';
import { DifferencesTab } from './DifferencesTab.tsx';
import { Notices } from './Notices.tsx';
import { SidesChoice } from './SidesChoice.tsx';
import { WorkbookExport } from './WorkbookExport.tsx';
import styles from './Compare.module.css';
import { faultText } from '#renderer/state/faultText.ts';

const noVersions: readonly never[] = [];

/** Two to four scenarios or versions side by side: their numbers, their assumptions, and what leads from one to the other. */
export function CompareScreen() {
  const { t } = useTranslation();
  const scenarios = useLibrary((state) => state.scenarios);
  const openId = usePlan((state) => state.id);
  const { compared, compare } = useView();
  const stored = useStored('version.list', {});
  const versions = stored.value ?? noVersions;
  const options = useMemo(() => sourceOptions({ scenarios, versions }, t), [scenarios, versions, t]);
  const keys = useMemo(() => {
    const known = { scenarios, versions, openId };
    const chosen = knownKeys(compared, known);
    return chosen.length >= fewestCompared ? chosen : firstChoice(known);
  }, [scenarios, versions, openId, compared]);
  const isKnown = stored.value !== null || stored.fault !== null;
  return (
    <PlanScreen title={t('compare.title')}>
      {isKnown && keys.length < fewestCompared && (
        <EmptyState title={t('compare.nothing')} text={t('compare.nothingText')} />
      )}
      {isKnown && keys.length >= fewestCompared && (
        <div className={styles.screen}>
          <SidesChoice
            keys={keys}
            options={options}
            approved={approvedVersion(versions, openId)}
            openId={openId}
            onChange={compare}
          />
          <Compared keys={keys} />
        </div>
      )}
    </PlanScreen>
  );
}

function Compared({ keys }: { readonly keys: readonly string[] }) {
  const { t } = useTranslation();
  const { sides, fault } = useCompareSides(keys);
  if (fault !== null) {
    return (
      <Alert color="red" variant="outline" m="sm" title={t('compare.notRead')}>
        {faultText(fault, t)}
      </Alert>
    );
  }
  return sides === null ? <p className={styles.notices}>{t('compare.reading')}</p> : <Parts sides={sides} />;
}

function Parts({ sides }: { readonly sides: readonly ComparedSide[] }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<string | null>('beside');
  useErrand((errand) => {
    if (errand !== 'bridge' && errand !== 'assumptions') return false;
    setTab(errand);
    return true;
  });
  const task = useMemo(() => ({ kind: 'beside' as const, sides }), [sides]);
  const { answered, share } = useComparison(task);
  const answer = answered?.answer ?? null;
  return (
    <>
      <Notices sides={answered?.task.sides ?? sides} answer={answer} share={share} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles.tabs}>
        {/* A list of tabs holds nothing but tabs. */}
        <div className={styles.tabRow}>
          <Tabs.List className={styles.tabList}>
            <Tabs.Tab value="beside">{t('compare.beside')}</Tabs.Tab>
            <Tabs.Tab value="bridge">{t('compare.bridge.title')}</Tabs.Tab>
            <Tabs.Tab value="assumptions">{t('compare.assumptions.title')}</Tabs.Tab>
          </Tabs.List>
          <WorkbookExport sides={sides} />
        </div>
        <Tabs.Panel value="beside" className={styles.panel}>
          {answered?.answer.ok === true && answered.answer.value.kind === 'beside' && (
            <BesideTab sides={answered.task.sides} answer={answered.answer.value} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="bridge" className={styles.panel}>
          <BridgeTab sides={sides} />
        </Tabs.Panel>
        <Tabs.Panel value="assumptions" className={styles.panel}>
          <DifferencesTab sides={sides} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
