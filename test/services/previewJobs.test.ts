import { expect, it } from 'vitest';
import { firstScenario, newWorkspace, valueOf } from '#test/support/workspaces.ts';

it('a preview that is not needed any more ends: by the next of its name, and when it is cancelled', async () => {
  const { client } = newWorkspace();
  const { id } = await firstScenario(client);
  const asked = { plan: { kind: 'scenario', id }, language: 'en', job: 'screen' } as const;
  const packs = ['finance', 'leaders', 'managers', 'agents'] as const;
  const answers = await Promise.all(packs.map((pack) => client.call('report.preview', { ...asked, pack })));
  expect(answers.slice(0, -1).map((answer) => (answer.ok ? 'made' : answer.fault.code))).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
  const last = answers.at(-1);
  expect(last?.ok === true && last.value.pack).toBe('agents');

  const left = client.call('report.preview', { ...asked, pack: 'finance' });
  valueOf(await client.call('report.cancel', { job: 'screen' }));
  expect(await left).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
});

it('previews of two windows do not end each other', async () => {
  const { client } = newWorkspace();
  const { id } = await firstScenario(client);
  const asked = { plan: { kind: 'scenario', id }, pack: 'agents', language: 'en' } as const;
  const answers = await Promise.all([
    client.call('report.preview', { ...asked, job: 'one' }),
    client.call('report.preview', { ...asked, job: 'two' }),
    client.call('report.preview', asked),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
});
