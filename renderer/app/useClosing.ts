import { useEffect } from 'react';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { hasUnsaved } from './session.ts';

/** Closing a window saves first, and asks when that has not worked. */
export function useClosing(): void {
  const store = usePlanStore();
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void store.flush();
    };
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      // The shell asks by itself, and would be stopped silently here.
      if (window.headroom !== undefined || !hasUnsaved(store)) return;
      void store.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onBeforeUnload);
    };
  }, [store]);
}
