/** What a simulation is told: contacts that come, agents who are there, and who serves what. Times in seconds. */

/**
 * How long something takes or is put up with. `exponential` and `fixed` need the mean only; `lognormal` its standard
 * deviation as a multiple of the mean too.
 */
export interface Duration {
  /** Seconds, > 0. */
  readonly mean: number;
  /** Absent: exponential. */
  readonly law?: 'exponential' | 'lognormal' | 'fixed';
  /** Standard deviation ÷ mean, > 0; for `lognormal`, and only there. */
  readonly variation?: number;
}

export interface HandleTime extends Omit<Duration, 'mean'> {
  /**
   * Mean seconds, > 0. A list means contacts handled at once, such as chats: the seconds that one takes while its agent
   * holds 1, 2, … of them. An agent holds at most as many as the list is long.
   */
  readonly mean: number | readonly number[];
}

export interface Redial {
  /** Share of those who hang up, or find every place taken, that try again; 0 to 1. */
  readonly probability: number;
  /** Mean seconds until then, > 0, exponential. */
  readonly meanDelay: number;
}

export interface SimulatedQueue {
  readonly id: string;
  /** Contacts in an hour, >= 0: one number, or one for each interval. Poisson. */
  readonly arrivalsPerHour: number | readonly number[];
  readonly handleTime: HandleTime;
  /** Absent: nobody hangs up. */
  readonly patience?: Duration | undefined;
  /** Waiting places, whole, >= 0; who finds them taken is turned away. Absent: as many as needed. */
  readonly places?: number | undefined;
  readonly redial?: Redial | undefined;
  /** Threshold of the service level, >= 0. */
  readonly within: number;
  /** 1 is served first. Absent: 1. */
  readonly priority?: number | undefined;
}

export interface Skill {
  readonly queue: string;
  /**
   * 1 is preferred: a contact goes to those who prefer it before it goes to others; an agent picks by the queues'
   * priorities first and by this among equals. Absent: 1.
   */
  readonly preference?: number | undefined;
}

export interface SimulatedGroup {
  readonly id: string;
  /** Whole, >= 0: one number, or one for each interval. Who is busy when a shift ends finishes first. */
  readonly agents: number | readonly number[];
  readonly skills: readonly Skill[];
}

export interface SimulationSpec {
  /** Whole, 0 to 2^53 − 1. The same seed gives the same contacts, whatever the staff. */
  readonly seed: number;
  readonly queues: readonly SimulatedQueue[];
  readonly groups: readonly SimulatedGroup[];
  /** Length of an interval in seconds, > 0; needed where anything is given by interval. */
  readonly intervalSeconds?: number | undefined;
  /**
   * `continuous`: the last interval is followed by the first, without end. `days`: each run through the intervals starts
   * with nobody waiting and ends when the contacts that came are served. Absent: continuous.
   */
  readonly horizon?: 'continuous' | 'days' | undefined;
  /** Share of a continuous run that is left out of the figures because it started empty; 0 to 0.9. Absent: 0.1. */
  readonly warmUp?: number | undefined;
}
