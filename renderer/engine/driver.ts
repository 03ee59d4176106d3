import type { HiringProgress, HiringTurns } from '#shared/model/hiringPlan.ts';

export interface Patience {
  /** Work between two looks at the messages. */
  readonly turnMilliseconds: number;
  /** How long a search goes on before anybody is told. */
  readonly quietMilliseconds: number;
}

const PATIENCE: Patience = { turnMilliseconds: 40, quietMilliseconds: 300 };

/** Does long work in turns, one at a time: the next begun gives up the one before. */
export interface Driver {
  /** @returns undefined when other work has overtaken it */
  drive<T>(turns: HiringTurns<T>): Promise<T | undefined>;
  /** Told how a search comes on, and null once it is over. */
  watch(listener: (progress: HiringProgress | null) => void): void;
  /** Lets the search end with the best plan so far. */
  cancel(): void;
}

/** @param pause lets messages that are waiting come in */
export function createDriver(
  pause: () => Promise<void>,
  { turnMilliseconds, quietMilliseconds }: Patience = PATIENCE,
): Driver {
  let tell: (progress: HiringProgress | null) => void = () => undefined;
  let latest = 0;
  let isCancelled = false;
  return {
    async drive(turns) {
      latest += 1;
      const own = latest;
      isCancelled = false;
      const started = performance.now();
      let before = started;
      let turn = turns.next(true);
      while (turn.done !== true) {
        const now = performance.now();
        if (now - before >= turnMilliseconds) {
          if (now - started >= quietMilliseconds) tell(turn.value);
          await pause();
          if (own !== latest) return undefined;
          before = performance.now();
        }
        turn = turns.next(!isCancelled);
      }
      tell(null);
      return turn.value;
    },
    watch(listener) {
      tell = listener;
    },
    cancel() {
      isCancelled = true;
    },
  };
}
