/*
 * What happens to the page of a window between its first call and its end, without Electron: whether it has something to save, when
 * the window may close, and what is asked when it hangs or has ended.
 */

/** Asks the page to save, and hears whether it could. */
export interface PageSaving {
  /** The page has called: from now on it may have something to save. */
  wake(): void;
  /** The page has ended. What comes in its place has nothing to save until it calls. */
  forget(): void;
  answer(isSaved: boolean): void;
  /** Resolves to whether all is saved; a page that does not answer in time has not saved. */
  settle(milliseconds: number): Promise<boolean>;
}

export function createPageSaving(ask: () => void): PageSaving {
  let isAwake = false;
  let onAnswer: (isSaved: boolean) => void = () => {};
  return {
    wake: () => void (isAwake = true),
    forget: () => void (isAwake = false),
    answer: (isSaved) => onAnswer(isSaved),
    async settle(milliseconds) {
      if (!isAwake) return true;
      return new Promise((done) => {
        const timer = setTimeout(() => done(false), milliseconds);
        onAnswer = (isSaved) => {
          clearTimeout(timer);
          done(isSaved);
        };
        ask();
      });
    },
  };
}

interface ClosingWindow {
  readonly webContents: { isCrashed(): boolean };
  on(name: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  close(): void;
}

/** Closing waits for the page to save. When it cannot, the user decides, because closing would lose edits. */
export function closeAfterSaving(
  window: ClosingWindow,
  saving: { readonly settle: () => Promise<boolean>; readonly wantsToLoseEdits: () => Promise<boolean> },
): void {
  let mayClose = false;
  let isAsking = false;
  async function settleAndClose(): Promise<void> {
    isAsking = true;
    mayClose = (await saving.settle()) || (await saving.wantsToLoseEdits());
    isAsking = false;
    if (mayClose) window.close();
  }
  window.on('close', (event) => {
    // A page that is gone has nothing left to save.
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (!isAsking) void settleAndClose();
  });
}

interface WatchedWindow {
  readonly webContents: {
    on(
      name: 'render-process-gone',
      listener: (event: unknown, details: { readonly reason: string }) => void,
    ): unknown;
    on(
      name: 'did-start-navigation',
      listener: (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
    ): unknown;
    forcefullyCrashRenderer(): void;
    reload(): void;
  };
  on(name: 'unresponsive' | 'responsive', listener: () => void): unknown;
  isDestroyed(): boolean;
  close(): void;
}

interface PageEnds {
  /** Whether a page that does not answer shall be opened again. The question goes away with the signal. */
  readonly wantsToReopen: (signal: AbortSignal) => Promise<boolean>;
  /** The page has ended, whoever ended it, or another one comes in its place. */
  readonly onGone: () => void;
  /** It ended by itself, and not in order. Whether it shall be opened again; the window is closed otherwise. */
  readonly wantsToGoOn: (reason: string) => Promise<boolean>;
}

/** A page that ended or hangs is told as soon as it is noticed. When it answers again by itself, the question goes away. */
export function watchPage(window: WatchedWindow, ends: PageEnds): void {
  let question: AbortController | undefined;
  let isReplacing = false;
  async function askAboutHanging(): Promise<void> {
    if (question !== undefined) return;
    question = new AbortController();
    const isWanted = await ends.wantsToReopen(question.signal);
    question = undefined;
    if (!isWanted || window.isDestroyed()) return;
    isReplacing = true;
    // A page that hangs would not let itself be reloaded.
    window.webContents.forcefullyCrashRenderer();
    window.webContents.reload();
  }
  async function askAboutCrash(reason: string): Promise<void> {
    const isWanted = await ends.wantsToGoOn(reason);
    if (window.isDestroyed()) return;
    if (isWanted) window.webContents.reload();
    else window.close();
  }
  window.on('unresponsive', () => void askAboutHanging());
  window.on('responsive', () => question?.abort());
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) ends.onGone();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    ends.onGone();
    if (reason !== 'clean-exit' && !isReplacing) void askAboutCrash(reason);
    isReplacing = false;
  });
}
