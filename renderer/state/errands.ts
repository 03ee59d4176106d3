import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { usePlanSession } from './usePlan.ts';

/** What can be asked for from anywhere and is done on a screen: its name, and where that screen stands. */
export const errands = {
  addSegment: '/setup',
  addQueue: '/setup',
  addGroup: '/setup',
  holidays: '/setup',
  events: '/setup',
  week: '/staffing',
  simulate: '/staffing',
  classes: '/people',
  addInitiative: '/business-case',
  addOffer: '/sourcing',
  addLine: '/lines',
  versions: '/scenarios',
  journal: '/scenarios',
  bridge: '/compare',
  assumptions: '/compare',
  benchmarks: '/library',
} as const;

export type Errand = keyof typeof errands;

function isErrand(name: string): name is Errand {
  return Object.hasOwn(errands, name);
}

export const errandNames: readonly Errand[] = Object.keys(errands).filter(isErrand);

/** Those that change the plan, which a workspace that is only read does not let happen. */
export const changingErrands: ReadonlySet<Errand> = new Set([
  'addSegment',
  'addQueue',
  'addGroup',
  'addInitiative',
  'addOffer',
  'addLine',
]);

/** Does what was asked for elsewhere, once, as soon as the part of a screen that can do it is there. */
export function useErrand(run: (errand: Errand) => boolean): void {
  const { view } = usePlanSession();
  const errand = useStore(view, (state) => state.errand);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (errand !== null && latest.current(errand)) view.ask(null);
  }, [errand, view]);
}
