import { type MouseEvent, Suspense, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { ChecksBar } from '#renderer/features/checks/ChecksBar.tsx';
import { RefusalBanner } from '#renderer/features/checks/RefusalBanner.tsx';
import { NewScenario } from '#renderer/features/scenarios/NewScenario.tsx';
import { ScenarioFault } from '#renderer/features/scenarios/ScenarioFault.tsx';
import { ReadOnlyBanner } from '#renderer/features/workspaces/ReadOnlyBanner.tsx';
import { EmptyState } from '#renderer/ui/panels/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/panels/ErrorState.tsx';
import { SplitPane } from '#renderer/ui/panels/SplitPane.tsx';
import { isOwnLine } from '#renderer/state/ownLines.ts';
import { useLibrary, usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import { ActionsProvider } from './commands/ActionsProvider.tsx';
import { Loading } from './Loading.tsx';
import { Navigation } from './Navigation.tsx';
import { pathOfNumber } from '#renderer/state/pathOfNumber.ts';
import { type Route, routeAt } from './routes.ts';
import { ExplainPanel, GoalSeek, preloadScreens } from './screens.ts';
import { TopBar } from './TopBar.tsx';
import { useClosing } from './useClosing.ts';
import { useExplainWanted } from './useExplainWanted.ts';
import { useCutShort } from './useCutShort.ts';
import { useOtherWindows } from './useOtherWindows.ts';
import { useLeaving } from './useLeaving.ts';
import { useHistoryKeys } from './useHistoryKeys.ts';
import { useSession } from './useSession.ts';
import styles from './Shell.module.css';
import { faultText } from '#renderer/state/faultText.ts';

/** The address holds the screen, so the link moves the focus itself. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** Goes to the screen of a number and explains it there. */
function useShowNumber(): (number: NumberPlace) => void {
  const { plan, view } = usePlanSession();
  const [, goTo] = useLocation();
  return useCallback(
    ({ id, place, grain }: NumberPlace) => {
      // Every grid has the totals of the years beside its periods.
      if (grain !== view.getState().grain && grain !== 'year') view.setGrain(grain);
      view.explain(id, place, grain);
      goTo(isOwnLine(plan.getState(), id) ? '/lines' : pathOfNumber(id));
    },
    [plan, view, goTo],
  );
}

/** What is around every screen: navigation, top bar, explanation, checks. */
export function Shell() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const route = routeAt(path);
  const isReady = usePlan((state) => state.status === 'ready');
  const name = usePlan((state) => state.document?.name);
  const isWanted = useExplainWanted(route);
  const isExplainShown = isReady && isWanted && route.needsNoPlan !== true;
  const show = useShowNumber();
  useLeaving(path);
  useHistoryKeys();
  useClosing();
  useOtherWindows();
  useCutShort();
  useEffect(preloadScreens, []);
  useEffect(() => {
    document.title = name === undefined ? t('app.name') : `${name} – ${t('app.name')}`;
  }, [name, t]);
  return (
    <ActionsProvider onShow={show}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content" onClick={skipToContent}>
          {t('palette.skip')}
        </a>
        <TopBar showsPlan={route.needsNoPlan !== true} isExplainShown={isExplainShown} />
        <Navigation />
        <div className={styles.content}>
          <SplitPane
            side={
              <Suspense fallback={<Loading text={t('app.opening')} />}>
                <ExplainPanel onShow={show} />
              </Suspense>
            }
            sideLabel={t('explain.title')}
            resizeLabel={t('explain.resize')}
            isOpen={isExplainShown}
          >
            <main className={styles.main} id="content" tabIndex={-1}>
              <ReadOnlyBanner />
              <ScenarioFault />
              <RefusalBanner />
              <div className={styles.screen}>
                <Screen route={route} />
              </div>
            </main>
          </SplitPane>
        </div>
        <ChecksBar onShow={show} />
        <Suspense fallback={null}>
          <GoalSeek />
        </Suspense>
        <NewScenario />
      </div>
    </ActionsProvider>
  );
}

/** The screen, or why there is none. */
function Screen({ route }: { readonly route: Route }) {
  const { t } = useTranslation();
  const status = usePlan((state) => state.status);
  const Current = route.screen;
  if (route.needsNoPlan === true || status === 'ready') {
    return (
      <Suspense fallback={<Loading text={t('app.opening')} />}>
        <Current />
      </Suspense>
    );
  }
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
      text={fault === null ? '' : faultText(fault, t)}
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
  const { view } = useSession();
  const isEmpty = useLibrary((state) => state.scenarios.length === 0);
  const [, goTo] = useLocation();
  return (
    <EmptyState
      title={t('app.nothingOpen')}
      text={isEmpty ? t('app.noScenarios') : t('app.chooseScenario')}
      action={
        <Button onClick={() => (isEmpty ? view.setMakingScenario(true) : goTo('/scenarios'))}>
          {isEmpty ? t('scenarios.new') : t('app.otherScenario')}
        </Button>
      }
    />
  );
}
