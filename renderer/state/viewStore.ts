import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GoalQuestion } from '#shared/model/goalSeek.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Errand } from './errands.ts';

/** One number of the plan: a node at a place of a grain. */
export interface NumberPlace {
  readonly id: string;
  readonly place: number;
  readonly grain: Grain;
}

export interface ViewState {
  readonly grain: Grain;
  /** Where the cursor of the grids stands; a grid that has the line goes there. */
  readonly selected: NumberPlace | null;
  /** What is being explained: the number asked for, then what was followed from there. */
  readonly trail: readonly NumberPlace[];
  /** Whether the explanation was opened or closed by hand; null while that is left to the screen. */
  readonly isExplainOpen: boolean | null;
  /** Beside or above the grid of every screen that has charts. */
  readonly areChartsOpen: boolean;
  /** Of the names of lines in every grid, as the user made it; null while it is the grid's own. */
  readonly labelWidth: number | null;
  /** What is known of the input or result that is being looked for; null while nothing is. */
  readonly goal: Partial<GoalQuestion> | null;
  /** Keys of the scenarios and versions that are compared, the first being what the others are held against. */
  readonly compared: readonly string[];
  /** What a screen is to do as soon as it is there; null for nothing. */
  readonly errand: Errand | null;
  /** Whether a new scenario is being asked for. */
  readonly isMakingScenario: boolean;
}

export interface ViewStore extends StoreApi<ViewState> {
  setGrain(grain: Grain): void;
  /** Selects a number and explains it from scratch. The grain defaults to the one that is shown. */
  explain(id: string, place: number, grain?: Grain): void;
  /** Goes from the explained number to one that it is made of. */
  follow(next: NumberPlace): void;
  /** Back up to a number on the way. */
  backTo(step: number): void;
  setExplainOpen(isOpen: boolean): void;
  setChartsOpen(isOpen: boolean): void;
  setLabelWidth(width: number): void;
  /** Opens the search for an input, with as much of the question as is known. */
  seekGoal(question: Partial<GoalQuestion>): void;
  closeGoal(): void;
  /** Chooses what is compared; see `compareKeys.ts`. */
  compare(keys: readonly string[]): void;
  /** What was deleted is no longer compared. */
  forget(key: string): void;
  /** Asks the screen that is gone to for something. */
  ask(errand: Errand | null): void;
  setMakingScenario(isMakingScenario: boolean): void;
  /** Forgets what is selected and explained, since it stands on another screen. */
  leave(): void;
  /** Forgets what was selected, for another plan. */
  reset(): void;
}

export function createViewStore(grain: Grain = 'period'): ViewStore {
  const store = createStore<ViewState>(() => ({
    grain,
    selected: null,
    trail: [],
    isExplainOpen: null,
    areChartsOpen: true,
    labelWidth: null,
    goal: null,
    compared: [],
    errand: null,
    isMakingScenario: false,
  }));
  return {
    ...store,
    setGrain: (next) => store.setState({ grain: next, selected: null }),
    explain(id, place, at = store.getState().grain) {
      const selected = { id, place, grain: at };
      store.setState({ selected, trail: [selected] });
    },
    follow: (next) => store.setState(({ trail }) => ({ trail: [...trail, next] })),
    backTo: (step) => store.setState(({ trail }) => ({ trail: trail.slice(0, step + 1) })),
    setExplainOpen: (isExplainOpen) => store.setState({ isExplainOpen }),
    setChartsOpen: (areChartsOpen) => store.setState({ areChartsOpen }),
    setLabelWidth: (labelWidth) => store.setState({ labelWidth }),
    seekGoal: (goal) => store.setState({ goal }),
    closeGoal: () => store.setState({ goal: null }),
    compare: (compared) => store.setState({ compared }),
    forget(key) {
      const { compared } = store.getState();
      if (compared.includes(key)) store.setState({ compared: compared.filter((one) => one !== key) });
    },
    ask: (errand) => store.setState({ errand }),
    setMakingScenario: (isMakingScenario) => store.setState({ isMakingScenario }),
    leave: () => store.setState({ selected: null, trail: [] }),
    reset: () => store.setState({ selected: null, trail: [], goal: null }),
  };
}
