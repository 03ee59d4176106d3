import { describe, expect, it } from 'vitest';
import { createDispatch } from '#electron/services/dispatch.ts';
import { createClient } from '#shared/ipc/client.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { Envelope } from '#shared/ipc/envelope.ts';
import { ok } from '#shared/kernel/result.ts';
import { fakeClock, firstScenario, keptLog, newWorkspace, valueOf } from '#test/support/workspaces.ts';

const unused = (): never => {
  throw new Error('this handler is not part of the test');
};

const inert: Partial<Handlers> = {
  'app.info': unused,
  'scenario.list': unused,
  'scenario.open': unused,
  'scenario.create': unused,
  'scenario.createVariant': unused,
  'scenario.previewParent': unused,
  'scenario.setParent': unused,
  'scenario.listDeleted': unused,
  'scenario.duplicate': unused,
  'scenario.rename': unused,
  'scenario.delete': unused,
  'scenario.restoreDeleted': unused,
  'scenario.apply': unused,
  'scenario.journal': unused,
  'scenario.editors': unused,
  'scenario.giveReason': unused,
  'scenario.restoreTo': unused,
  'version.list': unused,
  'version.open': unused,
  'version.save': unused,
  'version.setStatus': unused,
  'version.rename': unused,
  'version.delete': unused,
  'version.verify': unused,
  'setting.get': unused,
  'setting.set': unused,
  'backup.create': unused,
  'backup.list': unused,
};

function dispatching(handlers: Partial<Handlers>) {
  const clock = fakeClock();
  const log = keptLog();
  return { clock, log, dispatch: createDispatch(() => ({ ...inert, ...handlers }), { clock, log }) };
}

function codeOf(envelope: Envelope): string {
  return envelope.ok ? 'ok' : envelope.fault.code;
}

describe('the only door', () => {
  it.each(['', 'scenario', 'scenario.openAll', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])(
    'does not know the operation "%s"',
    async (name) => {
      expect(codeOf(await dispatching({}).dispatch(name, {}))).toBe('unknown-operation');
    },
  );

  it('turns a thrown error into a short fault and keeps the stack for the log', async () => {
    const { dispatch, log } = dispatching({});
    const envelope = await dispatch('app.info', {});
    expect(codeOf(envelope)).toBe('internal');
    expect(JSON.stringify(envelope)).not.toContain('not part of the test');
    expect(log.errors).toHaveLength(1);
    expect(log.errors[0]).toMatch(/^app\.info failed\. Error: this handler is not part of the test\n\s+at /);
  });

  it('does the same with a rejection', async () => {
    const { dispatch, log } = dispatching({ 'backup.create': () => Promise.reject(new Error('late')) });
    expect(codeOf(await dispatch('backup.create', {}))).toBe('internal');
    expect(log.errors[0]).toContain('late');
  });

  it('does not let out what the contract does not describe', async () => {
    const secret = { theme: 'dark' as const, secret: 1 };
    const { dispatch, log } = dispatching({ 'setting.get': () => ok(secret) });
    expect(codeOf(await dispatch('setting.get', {}))).toBe('internal');
    expect(log.errors).toHaveLength(1);
  });

  it('does not let out a fault that the operation does not declare', async () => {
    // What a handler in JavaScript, or a fault passed on from elsewhere, could return past the types.
    const undeclared = { ok: false, fault: JSON.parse('{"code":"newer-file","message":"x"}') } as const;
    const { dispatch, log } = dispatching({ 'backup.list': () => undeclared });
    expect(codeOf(await dispatch('backup.list', {}))).toBe('internal');
    expect(log.errors[0]).toContain('newer-file');
  });

  it('logs what takes longer than 50 ms, and nothing else', async () => {
    const taking = (milliseconds: number) => {
      const made = dispatching({
        'backup.list': () => {
          made.clock.advance({ milliseconds });
          return ok([]);
        },
      });
      return made;
    };
    const [fast, slow] = [taking(50), taking(51)];
    await fast.dispatch('backup.list', {});
    await slow.dispatch('backup.list', {});
    expect(fast.log.lines).toEqual([]);
    expect(slow.log.lines).toEqual(['backup.list took 51 ms.']);
  });

  it('survives hostile inputs', async () => {
    const { dispatch } = dispatching({});
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    let deep: unknown = 0;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const commands = [{ type: 'setInput', path: 'name', value: deep }];
    const trap = new Proxy({}, { get: unused, ownKeys: unused, getOwnPropertyDescriptor: unused });
    const polluted: unknown = JSON.parse('{"id":"x","__proto__":{"polluted":true}}');
    for (const input of [
      circular,
      { id: 'x', baseRevision: 0, commands },
      trap,
      polluted,
      Symbol('x'),
      10n,
      unused,
    ]) {
      expect(['invalid-input', 'internal']).toContain(codeOf(await dispatch('scenario.apply', input)));
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('the client', () => {
  const over = (reply: () => unknown) =>
    createClient({ call: async () => reply(), subscribe: () => () => undefined });

  it.each([
    ['nothing', undefined],
    ['a page of text', '<html>'],
    ['a fault with a code of its own', { ok: false, fault: { code: 'teapot', message: '' } }],
    ['a value of another operation', { ok: true, value: [] }],
    [
      'a fault that the operation does not declare',
      { ok: false, fault: { code: 'stale-revision', message: 'x' } },
    ],
  ])('turns %s into a fault instead of trusting it', async (_what, reply) => {
    const result = await over(() => reply).call('scenario.open', { id: 'x' });
    expect(result).toMatchObject({ ok: false, fault: { code: 'internal' } });
  });

  it('turns an unreachable host into a fault', async () => {
    const client = over(() => {
      throw new TypeError('fetch failed');
    });
    const result = await client.call('scenario.list', {});
    expect(result).toMatchObject({
      ok: false,
      fault: { code: 'internal', message: expect.stringContaining('do not answer') },
    });
  });

  it('passes faults on with their problems', async () => {
    const reply = {
      ok: false,
      fault: { code: 'not-found', message: 'gone', problems: [{ path: 'a', found: 'b', expected: 'c' }] },
    };
    expect(await over(() => reply).call('scenario.open', { id: 'x' })).toStrictEqual(reply);
  });

  it('hears what the services announce until it stops listening; a listener that throws does not disturb others', async () => {
    const { client, services } = newWorkspace({ log: { ...keptLog(), error: () => undefined } });
    const heard: string[] = [];
    services.subscribe(() => {
      throw new Error('clumsy listener');
    });
    const stop = client.subscribe((event) => heard.push(event.type));
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.delete', { id, variants: 'delete' }));
    expect(heard).toContain('scenario-changed');
    stop();
    heard.length = 0;
    valueOf(await client.call('scenario.restoreDeleted', { id }));
    expect(heard).toEqual([]);
  });
});
