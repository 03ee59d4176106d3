import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import { WorkspaceDialogs } from '#renderer/features/workspaces/WorkspaceDialogs.tsx';
import { ErrorState } from '#renderer/ui/panels/ErrorState.tsx';
import { theme } from '#renderer/ui/theme.ts';
import { PlanProvider } from '#renderer/state/PlanProvider.tsx';
import { Loading } from './Loading.tsx';
import type { Session } from './session.ts';
import { SessionContext } from './useSession.ts';
import { Shell } from './Shell.tsx';
import { useLanguage } from './useLanguage.ts';
import { ThemeFollower } from './ThemeSwitch.tsx';
import { WorkspaceStart } from './WorkspaceStart.tsx';
import { faultText } from '#renderer/state/faultText.ts';

/** The workspace remembers the theme; the address of the page, and with it the browser's memory, changes at every start. */
const rememberNothing: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The app in one window. */
export function App({ session }: { readonly session: Session }) {
  useEffect(() => void session.start(), [session]);
  const locale = useLanguage(session);
  const planSession = useMemo(() => ({ ...session, locale }), [session, locale]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={rememberNothing}>
      <SessionContext value={session}>
        <ThemeFollower />
        {/* Above the bar of checks. */}
        <Notifications position="bottom-center" mb={30} />
        <PlanProvider session={planSession}>
          {/* The router calls the hook itself. */}
          {/* oxlint-disable-next-line react/hooks */}
          <Router hook={useHashLocation}>
            <Started session={session} />
          </Router>
          <WorkspaceDialogs />
        </PlanProvider>
      </SessionContext>
    </MantineProvider>
  );
}

function Started({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { status, fault } = useStore(session.app);
  if (status === 'starting') return <Loading text={t('app.starting')} />;
  if (status === 'ready') return <Shell />;
  if (status === 'no-workspace') return <WorkspaceStart />;
  return (
    <ErrorState
      title={t('app.notStarted')}
      text={fault === null ? '' : faultText(fault, t)}
      action={<Button onClick={() => void session.start()}>{t('app.tryAgain')}</Button>}
    />
  );
}
