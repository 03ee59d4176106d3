import type { ReactNode } from 'react';
import { PlanSessionContext, type PlanSession } from './usePlan.ts';

interface PlanProviderProps {
  readonly session: PlanSession;
  readonly children: ReactNode;
}

/** Puts the open plan within reach of every screen. */
export function PlanProvider({ session, children }: PlanProviderProps) {
  return <PlanSessionContext value={session}>{children}</PlanSessionContext>;
}
