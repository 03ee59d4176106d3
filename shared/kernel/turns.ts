/** Long work that gives way each time it yields, and goes on where it was; whoever drives it may also just drop it. */
export type Turns<T> = Generator<undefined, T, undefined>;

/** The result of work that nobody waits for in between. */
export function finished<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
