import { afterEach, describe, expect, it } from 'vitest';
import type { Transport } from '#shared/ipc/envelope.ts';
import { startSession, type HostSession } from './hostSession.ts';

declare global {
  interface Window {
    readonly headroom?: Transport;
  }
}

// What the shell allows and refuses, seen from its page. The other journeys prove that the app works in it.

let session: HostSession | undefined;

afterEach(async () => {
  await session?.close();
  session = undefined;
});

async function openShell(answer?: (question: string) => number | string): Promise<HostSession> {
  session = await startSession('shell-double', answer === undefined ? {} : { answer });
  return session;
}

describe('the page in the shell', () => {
  it('sees two functions of the shell and nothing of Node or Electron', async () => {
    const { page } = await openShell();
    const seen = await page().evaluate(() => ({
      bridge: Object.entries(window.headroom ?? {}).map(([name, member]) => `${name}: ${typeof member}`),
      foreign: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    }));
    expect(seen).toEqual({ bridge: ['call: function', 'subscribe: function'], foreign: [] });
  });

  it('gets an answer from the services, and a fault for what the contract does not know', async () => {
    const { page } = await openShell();
    const [known, unknown] = await page().evaluate(() =>
      Promise.all([
        window.headroom?.call('app.info', {}),
        window.headroom?.call('file.read', { path: '/etc/passwd' }),
      ]),
    );
    expect(known).toMatchObject({ ok: true, value: { workspaceFile: 'workspace.headroom' } });
    expect(unknown).toMatchObject({ ok: false, fault: { code: 'unknown-operation' } });
  });

  it('cannot send what cannot be cloned', async () => {
    const { page } = await openShell();
    const outcome = await page().evaluate(async () => {
      try {
        return await window.headroom?.call('app.info', { node: document.body });
      } catch (error) {
        return error instanceof Error ? error.name : 'other';
      }
    });
    expect(outcome).toBe('DataCloneError');
  });

  it('is answered in its main frame only', async () => {
    const { page } = await openShell();
    const outcome = await page().evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const bridge: unknown = Reflect.get(frame.contentWindow ?? {}, 'headroom');
      if (
        typeof bridge !== 'object' ||
        bridge === null ||
        !('call' in bridge) ||
        typeof bridge.call !== 'function'
      ) {
        return 'no bridge';
      }
      return Promise.resolve(bridge.call('app.info', {})).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    });
    expect(outcome).toContain('Only the main frame of the app is answered');
  });

  it('cannot ask another machine, leave its address, or open another window', async () => {
    const { page } = await openShell();
    const before = page().url();
    const requested = await page().evaluate(() =>
      Promise.allSettled([fetch('https://example.com/'), fetch('http://127.0.0.1:9/')]).then((outcomes) =>
        outcomes.map(({ status }) => status),
      ),
    );
    expect(requested).toEqual(['rejected', 'rejected']);
    const opened = page().context().waitForEvent('page');
    await page().evaluate(() => void window.open('about:blank#elsewhere'));
    await expect.poll(async () => (await opened).isClosed()).toBe(true);
    await page().evaluate(() => window.location.assign('https://example.com/'));
    expect(await page().evaluate(() => document.getElementById('root') !== null)).toBe(true);
    expect(page().url()).toBe(before);
  });
});

describe('closing the window of the shell', () => {
  it('lets the page finish what it is saving', async () => {
    const questions: string[] = [];
    const { page, restart } = await openShell((question) => questions.push(question));
    await page().evaluate(() => {
      window.headroom?.subscribe((event) => {
        if (event.type !== 'closing') return undefined;
        return new Promise((done) => setTimeout(done, 300)).then(() =>
          window.headroom?.call('setting.set', { profileName: 'Saved at the last moment' }),
        );
      });
    });
    await restart();
    const settings = await page().evaluate(() => window.headroom?.call('setting.get', {}));
    expect(settings).toMatchObject({ ok: true, value: { profileName: 'Saved at the last moment' } });
    expect(questions).toEqual([]);
  });

  it('asks when something is not saved, and stays open for who wants to keep it', async () => {
    const questions: string[] = [];
    const { page, close } = await openShell((question) => {
      questions.push(question);
      // Keep open at first; then close again, as a user who has given up.
      if (questions.length === 1)
        setTimeout(() => void page().evaluate(() => window.headroom?.call('app.info', {})), 0);
      return questions.length === 1 ? 0 : 1;
    });
    await page().evaluate(() => window.headroom?.subscribe(() => false));
    const closed = close();
    await expect.poll(() => questions).toEqual(['Some edits are not saved.']);
    expect(await page().evaluate(() => window.headroom?.call('app.info', {}))).toMatchObject({ ok: true });
    await Promise.all([closed, close()]);
    expect(questions).toHaveLength(2);
    session = undefined;
  });
});
