import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectFolder } from '#test/architecture/sources.ts';

// `npm start` as it is on a machine where everything is installed already.

interface Started {
  readonly process: ChildProcess;
  readonly printed: () => string;
  readonly exitCode: Promise<number | null>;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: readonly string[]): Started {
  const child = spawn(process.execPath, ['electron/start.mjs', ...args], { cwd: projectFolder });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    process: child,
    printed: () => text,
    exitCode: new Promise((done) => child.once('exit', (code) => done(code))),
  };
}

async function addressOf(started: Started): Promise<URL> {
  const pattern = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/;
  await vi.waitUntil(() => pattern.test(started.printed()) || started.process.exitCode !== null, {
    timeout: 60_000,
  });
  const [address] = pattern.exec(started.printed()) ?? [];
  if (address === undefined) throw new Error(`The start ended early:\n${started.printed()}`);
  return new URL(address);
}

describe('npm start -- --headless', () => {
  it('serves within 3 seconds when everything is built, and a plain kill ends it and its host', async () => {
    const workspace = ['--headless', '--workspace', join(folder, 'workspace.headroom')];
    const first = start(...workspace);
    await addressOf(first);
    first.process.kill('SIGTERM');
    expect(await first.exitCode).toBe(0);

    const startedAt = performance.now();
    const second = start(...workspace);
    const address = await addressOf(second);
    const milliseconds = performance.now() - startedAt;
    expect((await fetch(address)).status).toBe(200);
    expect(milliseconds).toBeLessThan(3_000);

    const third = start(...workspace);
    // It shows in its window why, and what can be done; so it serves as well.
    expect((await fetch(await addressOf(third))).status).toBe(200);
    expect(third.printed()).toContain('open in another window or process');
    third.process.kill('SIGTERM');
    expect(await third.exitCode).toBe(0);

    second.process.kill('SIGTERM');
    expect(await second.exitCode).toBe(0);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('finds the file from where the user stands, and takes no option for a file', async () => {
    vi.stubEnv('INIT_CWD', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const args of [['--workspace=a.headroom'], ['--workspace', 'a.headroom']]) {
      const started = start('--headless', ...args);
      await addressOf(started);
      expect(started.printed()).toContain(`Plans are stored in ${join(folder, 'a.headroom')}`);
      started.process.kill('SIGTERM');
      expect(await started.exitCode).toBe(0);
    }
    for (const args of [
      ['--workspace', '--headless'],
      ['--workspace=', '--headless'],
      ['--headless', '--workspace=-x'],
    ]) {
      const started = start(...args);
      expect(await started.exitCode).toBe(2);
      expect(started.printed()).toContain('--workspace');
    }
  });

  it('says which option it did not understand, and where a port is in use', async () => {
    const unknown = start('--headles');
    expect(await unknown.exitCode).toBe(2);
    expect(unknown.printed()).toContain('--headles');

    const first = start('--headless', '--workspace', join(folder, 'first.headroom'));
    const { port } = await addressOf(first);
    const second = start('--headless', '--port', port, '--workspace', join(folder, 'second.headroom'));
    expect(await second.exitCode).toBe(1);
    expect(second.printed()).toContain('That port is in use');
    first.process.kill('SIGTERM');
    expect(await first.exitCode).toBe(0);
  });
});
