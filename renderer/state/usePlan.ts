import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Client } from '#shared/ipc/client.ts';
import type { PlanFigures } from './figures.ts';
import { effectiveGrain } from './figures.ts';
import { figureTexts } from './figureTexts.ts';
import type { PlanState } from './planState.ts';
import type { PlanStore } from './planStore.ts';
import type { LibraryState, ScenarioLibrary } from './scenarioLibrary.ts';
import type { ViewState, ViewStore } from './viewStore.ts';
import type { Workspaces, WorkspacesState } from './workspaces.ts';

export interface PlanSession {
  readonly client: Client;
  readonly plan: PlanStore;
  readonly view: ViewStore;
  readonly library: ScenarioLibrary;
  readonly workspaces: Workspaces;
  /** For numbers and dates; the language of the texts may be another one. */
  readonly locale: string;
}

export const PlanSessionContext = createContext<PlanSession | null>(null);

export function usePlanSession(): PlanSession {
  const session = useContext(PlanSessionContext);
  if (session === null) throw new Error('There is no plan session around this component');
  return session;
}

export function usePlanStore(): PlanStore {
  return usePlanSession().plan;
}

/** A part of the open plan; the component renders again only when that part changes. */
export function usePlan<T>(selector: (state: PlanState) => T): T {
  return useStore(usePlanStore(), selector);
}

/** A part of the list of scenarios. */
export function useLibrary<T>(selector: (state: LibraryState) => T): T {
  return useStore(usePlanSession().library, selector);
}

/** A part of what is known of the workspace files. */
export function useWorkspaces<T>(selector: (state: WorkspacesState) => T): T {
  return useStore(usePlanSession().workspaces, selector);
}

export type View = ViewState &
  Pick<
    ViewStore,
    | 'setGrain'
    | 'explain'
    | 'follow'
    | 'backTo'
    | 'setExplainOpen'
    | 'setChartsOpen'
    | 'setLabelWidth'
    | 'seekGoal'
    | 'closeGoal'
    | 'compare'
  >;

/** A part of what is looked at; the component renders again only when that part changes. */
export function useViewPart<T>(selector: (state: ViewState) => T): T {
  return useStore(usePlanSession().view, selector);
}

/** What is looked at: grain, selected cell, explained number; and the acts that change it. */
export function useView(): View {
  const { view } = usePlanSession();
  const state = useStore(view);
  const { setGrain, explain, follow, backTo, setExplainOpen, setChartsOpen, seekGoal, closeGoal } = view;
  const { setLabelWidth, compare } = view;
  return {
    ...state,
    setGrain,
    explain,
    follow,
    backTo,
    setExplainOpen,
    setChartsOpen,
    setLabelWidth,
    seekGoal,
    closeGoal,
    compare,
  };
}

/** The open plan as grids and charts need it, at the grain that is shown; null while there is none. */
export function usePlanFigures(): PlanFigures | null {
  const { view, locale } = usePlanSession();
  const { t } = useTranslation();
  const document = usePlan((state) => state.document);
  const variant = usePlan((state) => state.variant);
  const structure = usePlan((state) => state.structure);
  const nodes = usePlan((state) => state.nodes);
  const values = usePlan((state) => state.values);
  const wanted = useStore(view, (state) => state.grain);
  return useMemo(() => {
    if (document === null || structure === null) return null;
    const grain = effectiveGrain(structure, wanted);
    return { document, variant, structure, nodes, values, grain, locale, texts: figureTexts(t) };
  }, [document, variant, structure, nodes, values, wanted, locale, t]);
}
