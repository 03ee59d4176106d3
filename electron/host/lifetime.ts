/** How long the host waits for somebody, in milliseconds. */
export const patience = {
  /** For the first window: a browser on a slow disk, or a user who opens the address by hand. */
  firstWindow: 600_000,
  /** Without any window: a reload closes the stream for a moment, and a laptop lid for longer; a closed window stays closed. */
  withoutWindow: 30_000,
};

export interface Lifetime {
  /** How many windows there are now. */
  onWindows(count: number): void;
  stop(): void;
}

/**
 * Ends a host that nobody uses: to which no window ever came, or from which the last one went. It serves pay and plans, so it does not
 * stay for ever behind the back of a user who thinks it is closed.
 *
 * @param end told whether there ever was a window
 */
export function createLifetime(
  end: (hadWindow: boolean) => void,
  { firstWindow, withoutWindow } = patience,
): Lifetime {
  let hadWindow = false;
  const wait = (milliseconds: number): NodeJS.Timeout => setTimeout(() => end(hadWindow), milliseconds);
  let waiting = wait(firstWindow);
  return {
    onWindows(count) {
      hadWindow ||= count > 0;
      if (!hadWindow) return;
      clearTimeout(waiting);
      if (count === 0) waiting = wait(withoutWindow);
    },
    stop: () => clearTimeout(waiting),
  };
}
