import { expect, it } from 'vitest';
import { runInWorker } from '#electron/services/threads/runInWorker.ts';
import { faultOf, valueOf } from '#test/support/workspaces.ts';

it('runs a task in another thread and tells how far it is', async () => {
  const heard: number[] = [];
  const result = await runInWorker('echo', 'Přehled', { onProgress: (fraction) => heard.push(fraction) });
  expect(valueOf(result)).toBe('Přehled');
  expect(heard).toEqual([1]);
});

it('does not start what was cancelled before, and ends what is cancelled on the way', async () => {
  expect(faultOf(await runInWorker('echo', '', { signal: AbortSignal.abort() })).code).toBe('cancelled');
  const control = new AbortController();
  const running = runInWorker('echo', '', { signal: control.signal });
  control.abort();
  expect(faultOf(await running).code).toBe('cancelled');
});
