import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { closeAfterSaving, watchPage } from '#electron/platform/pageLife.ts';

/** A window as Electron has them, as far as its end goes. */
function aWindow() {
  const done: string[] = [];
  const webContents = Object.assign(new EventEmitter(), {
    isCrashed: () => false,
    forcefullyCrashRenderer() {
      done.push('ended');
      webContents.emit('render-process-gone', {}, { reason: 'killed' });
    },
    reload: () => done.push('reloaded'),
  });
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    close() {
      let isStopped = false;
      window.emit('close', { preventDefault: () => void (isStopped = true) });
      if (!isStopped) done.push('closed');
    },
  });
  return { window, webContents, done };
}

async function settled(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}

describe('closing', () => {
  it('waits for the page, and asks once when it could not save, however often it is tried', async () => {
    const { window, done } = aWindow();
    const answers: ((mayLose: boolean) => void)[] = [];
    closeAfterSaving(window, {
      settle: async () => false,
      wantsToLoseEdits: () => new Promise((answer) => answers.push(answer)),
    });
    window.close();
    window.close();
    await settled();
    expect([answers.length, done]).toEqual([1, []]);
    answers[0]?.(false);
    await settled();
    expect(done).toEqual([]);
    window.close();
    await settled();
    answers[1]?.(true);
    await settled();
    expect(done).toEqual(['closed']);
  });
});

describe('a page', () => {
  function watched(answer: { readonly reopen?: boolean; readonly goOn?: boolean }) {
    const { window, webContents, done } = aWindow();
    const asked: string[] = [];
    const signals: AbortSignal[] = [];
    watchPage(window, {
      onGone: () => void done.push('gone'),
      wantsToReopen: async (signal) => {
        asked.push('hangs');
        signals.push(signal);
        await settled();
        return answer.reopen === true;
      },
      wantsToGoOn: async (reason) => {
        asked.push(reason);
        return answer.goOn === true;
      },
    });
    return { window, webContents, done, asked, signals };
  }

  it('that hangs is asked about once, and nothing happens to it as long as the user waits', async () => {
    const { window, done, asked, signals } = watched({ reopen: false });
    window.emit('unresponsive');
    window.emit('unresponsive');
    window.emit('responsive');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await settled();
    await settled();
    expect([asked, done]).toEqual([['hangs'], []]);
    // The next time it is asked about again.
    window.emit('unresponsive');
    expect(asked).toEqual(['hangs', 'hangs']);
  });

  it('that hangs is ended before it is opened again, since it would not reload, and that is no crash', async () => {
    const { window, webContents, done, asked } = watched({ reopen: true });
    window.emit('unresponsive');
    await settled();
    await settled();
    expect([asked, done]).toEqual([['hangs'], ['ended', 'gone', 'reloaded']]);
    // The next end is not on purpose.
    webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(asked).toEqual(['hangs', 'oom']);
  });

  it('that ended by itself is opened again, or the window goes with it', async () => {
    for (const [goOn, outcome] of [
      [true, 'reloaded'],
      [false, 'closed'],
    ] as const) {
      const { webContents, done, asked } = watched({ goOn });
      webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      await settled();
      expect([asked, done]).toEqual([['crashed'], ['gone', outcome]]);
    }
    const { webContents, asked } = watched({});
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(asked).toEqual([]);
  });

  it('that gives its place to another is forgotten; one that only moves to another screen is not', () => {
    const { webContents, done } = watched({});
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    webContents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(done).toEqual([]);
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(done).toEqual(['gone']);
  });
});
