import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { usePlanSession } from '#renderer/state/usePlan.ts';

const NewScenarioDialog = lazy(async () => ({
  default: (await import('./NewScenarioDialog.tsx')).NewScenarioDialog,
}));

/** The dialog for a new scenario, wherever it was asked for; its packs are loaded when somebody wants one. */
export function NewScenario() {
  const { view } = usePlanSession();
  const isOpen = useStore(view, (state) => state.isMakingScenario);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <NewScenarioDialog onClose={() => view.setMakingScenario(false)} />
    </Suspense>
  );
}
