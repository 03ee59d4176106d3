/** One thing that is timed. */
export interface Timed {
  readonly name: string;
  readonly run: () => unknown;
  /** How many of `unit` one run does, so that a rate can be given. */
  readonly perRun?: number;
  readonly unit?: string;
}

/** Things timed beside each other: their ratios in one run are what counts, since machines differ. */
export interface Suite {
  readonly title: string;
  readonly timed: readonly Timed[];
  /** Milliseconds spent on each; slow ones run at least three times all the same. */
  readonly milliseconds?: number;
}

/** One figure that a suite measured itself, with what it must stay below. */
export interface Figure {
  readonly name: string;
  readonly milliseconds: number;
  readonly below: number;
}

/** What cannot be repeated in a loop: a browser that is driven and watched. */
export interface MeasuredSuite {
  readonly title: string;
  readonly measure: () => Promise<readonly Figure[]>;
}
