import type { PlanStore } from '#renderer/state/planStore.ts';
import type { Workspaces } from '#renderer/state/workspaces.ts';

/**
 * A plan store that takes no edits while the workspace is open for reading only: they would look done and could never be
 * stored. Everything else, looking and computing, works as ever.
 */
export function refusingEdits(plan: PlanStore, workspaces: Workspaces): PlanStore {
  const isReadOnly = (): boolean => workspaces.getState().info?.open?.access === 'read-only';
  return {
    ...plan,
    run: (commands) => (isReadOnly() ? { ok: false, fault: workspaces.refuseEdit() } : plan.run(commands)),
    undo: () => (isReadOnly() ? void workspaces.refuseEdit() : plan.undo()),
    redo: () => (isReadOnly() ? void workspaces.refuseEdit() : plan.redo()),
  };
}
