import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { ChecksBar } from '#renderer/features/checks/ChecksBar.tsx';
import { ExplainPanel } from '#renderer/features/explain/ExplainPanel.tsx';
import { GoalSeek } from '#renderer/features/goalSeek/GoalSeek.tsx';
import { RefusalBanner } from '#renderer/features/checks/RefusalBanner.tsx';
import { ScenarioFault } from '#renderer/features/scenarios/ScenarioFault.tsx';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/panels/ErrorState.tsx';
import { SplitPane } from '#renderer/ui/panels/SplitPane.tsx';
import { isOwnLine } from '#renderer/state/ownLines.ts';
import { useLibrary, usePlan, usePlanStore, useView } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { Loading } from './Loading.tsx';
import { Navigation } from './Navigation.tsx';
import { pathOfNumber } from './pathOfNumber.ts';
import { type Route, routeAt } from './routes.ts';
import { TopBar } from './TopBar.tsx';
import { useClosing } from './useClosing.ts';
import { useOtherWindows } from './useOtherWindows.ts';
import { useLeaving } from './useLeaving.ts';
import { useHistoryKeys } from './useHistoryKeys.ts';
import { useSession } from './useSession.ts';
import styles from './Shell.module.css';

/** What is around every screen: navigation, top bar, explanation, checks. */
export function Shell() {
  const { t } = useTranslation();
  const [path, goTo] = useLocation();
  const route = routeAt(path);
  const view = useView();
  const store = usePlanStore();
  const isReady = usePlan((state) => state.status === 'ready');
  const name = usePlan((state) => state.document?.name);
  const isWide = useMediaQuery('(min-width: 900px)', true);
  // On the overview there is nothing to explain until a number is asked for; a narrow window has room for the plan only.
  const isWanted = view.isExplainOpen ?? (isWide && (route.key !== 'overview' || view.trail.length > 0));
  const isExplainShown = isReady && isWanted && route.needsNoPlan !== true;
  const show = ({ id, place, grain }: NumberPlace): void => {
    // Every grid has the totals of the years beside its periods.
    if (grain !== view.grain && grain !== 'year') view.setGrain(grain);
    view.explain(id, place, grain);
    goTo(isOwnLine(store.getState(), id) ? '/lines' : pathOfNumber(id));
  };
  useLeaving(path);
  useHistoryKeys();
  useClosing();
  useOtherWindows();
  useEffect(() => {
    document.title = name === undefined ? t('app.name') : `${name} – ${t('app.name')}`;
  }, [name, t]);
  return (
    <div className={styles.shell}>
      <TopBar showsPlan={route.needsNoPlan !== true} isExplainShown={isExplainShown} />
      <Navigation />
      <div className={styles.content}>
        <SplitPane
          side={<ExplainPanel onShow={show} />}
          sideLabel={t('explain.title')}
          resizeLabel={t('explain.resize')}
          isOpen={isExplainShown}
        >
          <main className={styles.main}>
            <ScenarioFault />
            <RefusalBanner />
            <div className={styles.screen}>
              <Screen route={route} />
            </div>
          </main>
        </SplitPane>
      </div>
      <ChecksBar onShow={show} />
      <GoalSeek />
    </div>
  );
}

/** The screen, or why there is none. */
function Screen({ route }: { readonly route: Route }) {
  const { t } = useTranslation();
  const status = usePlan((state) => state.status);
  const Current = route.screen;
  if (route.needsNoPlan === true || status === 'ready') return <Current />;
  if (status === 'failed') return <OpeningFailed />;
  return status === 'loading' ? <Loading text={t('app.opening')} /> : <NothingOpen />;
}

function OpeningFailed() {
  const { t } = useTranslation();
  const { library } = useSession();
  const [, goTo] = useLocation();
  const fault = usePlan((state) => state.fault);
  const id = useLibrary((state) => state.wantedId);
  return (
    <ErrorState
      title={t('app.notOpened')}
      text={fault?.message ?? ''}
      {...(fault?.problems === undefined
        ? {}
        : {
            detail: fault.problems
              .map(({ path, found, expected }) => t('refusal.problem', { path, found, expected }))
              .join('\n'),
          })}
      action={
        <>
          {id !== null && <Button onClick={() => void library.open(id)}>{t('app.tryAgain')}</Button>}
          <Button variant="default" onClick={() => goTo('/scenarios')}>
            {t('app.otherScenario')}
          </Button>
        </>
      }
    />
  );
}

function NothingOpen() {
  const { t } = useTranslation();
  const { library } = useSession();
  const isEmpty = useLibrary((state) => state.scenarios.length === 0);
  const [, goTo] = useLocation();
  return (
    <EmptyState
      title={t('app.nothingOpen')}
      text={isEmpty ? t('app.noScenarios') : t('app.chooseScenario')}
      action={
        <Button onClick={() => (isEmpty ? void library.create(t('scenarios.newName')) : goTo('/scenarios'))}>
          {isEmpty ? t('scenarios.new') : t('app.otherScenario')}
        </Button>
      }
    />
  );
}
