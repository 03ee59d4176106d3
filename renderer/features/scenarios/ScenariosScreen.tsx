import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Tabs, Title } from '@mantine/core';
import { IconFileImport, IconGitBranch, IconPlus } from '@tabler/icons-react';
import { useErrand } from '#renderer/state/errands.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { useLibrary, usePlan } from '#renderer/state/usePlan.ts';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { DeletedScenarios } from './DeletedScenarios.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { JournalPanel } from './JournalPanel.tsx';
import { OwnValues } from './OwnValues.tsx';
import { ScenarioTable } from './ScenarioTable.tsx';
import { useScenarioActs } from './useScenarioActs.tsx';
import { VersionsPanel } from './VersionsPanel.tsx';
import styles from './Scenarios.module.css';

/** All scenarios of the workspace, and of the open one what is its own, its versions and its journal. */
export function ScenariosScreen() {
  const { t } = useTranslation();
  const { scenarios, isLoaded } = useLibrary((state) => state);
  const openId = usePlan((state) => state.id);
  const acts = useScenarioActs();
  const [isImporting, setImporting] = useState(false);
  const current = scenarios.find(({ id }) => id === openId);
  return (
    <PlanScreen
      title={t('scenarios.title')}
      acts={
        <>
          <Button
            variant="default"
            leftSection={<IconFileImport size={14} aria-hidden />}
            onClick={() => setImporting(true)}
          >
            {t('scenarios.import')}
          </Button>
          {current !== undefined && (
            <Button
              variant="default"
              leftSection={<IconGitBranch size={14} aria-hidden />}
              onClick={() => void acts.createVariant(current)}
            >
              {t('scenarios.newVariant')}
            </Button>
          )}
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={acts.create}>
            {t('scenarios.new')}
          </Button>
        </>
      }
    >
      <div className={styles.screen}>
        {isLoaded && scenarios.length === 0 ? (
          <EmptyState title={t('scenarios.none')} text={t('scenarios.noneText')} />
        ) : (
          <ScenarioTable scenarios={scenarios} />
        )}
        <DeletedScenarios />
        {current !== undefined && <Details key={current.id} name={current.name} />}
        <ImportDialog isOpen={isImporting} onClose={() => setImporting(false)} />
      </div>
    </PlanScreen>
  );
}

/** What is known of the open scenario. */
function Details({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const isVariant = usePlan((state) => state.variant !== null);
  const isReady = usePlan((state) => state.status === 'ready' || state.status === 'failed');
  const [chosen, setTab] = useState<string | null>(null);
  useErrand((errand) => {
    if (errand !== 'versions' && errand !== 'journal') return false;
    setTab(errand);
    return true;
  });
  if (!isReady) return null;
  const first = isVariant ? 'own' : 'versions';
  // Put on its own, a variant has no values of its own any more.
  const tab = chosen === null || (chosen === 'own' && !isVariant) ? first : chosen;
  return (
    <section aria-label={t('scenarios.details', { name })}>
      <Title order={2} size="h5" mt="lg" mb="xs">
        {name}
      </Title>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          {isVariant && <Tabs.Tab value="own">{t('scenarios.own.title')}</Tabs.Tab>}
          <Tabs.Tab value="versions">{t('scenarios.versions.title')}</Tabs.Tab>
          <Tabs.Tab value="journal">{t('scenarios.journal.title')}</Tabs.Tab>
        </Tabs.List>
        {isVariant && (
          <Tabs.Panel value="own" pt="xs">
            <OwnValues />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="versions" pt="xs">
          <VersionsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="journal" pt="xs">
          <JournalPanel />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
