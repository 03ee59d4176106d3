import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { composeServices } from '#electron/services/composeServices.ts';
import type { Services } from '#electron/services/composeServices.ts';
import type { Clock, Log, Ports } from '#electron/services/ports.ts';
import { createClient } from '#shared/ipc/client.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { PlannerEvent, Transport } from '#shared/ipc/envelope.ts';
import { problemLine } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';

/** A folder of its own that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a result that must have succeeded; otherwise the test fails with the fault's text. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const problems = (result.fault.problems ?? []).map(problemLine).join(' ');
  throw new Error(`Expected success, got ${result.fault.code}: ${result.fault.message} ${problems}`);
}

/** The code of a result that must have failed. */
export function faultOf(result: Result<unknown>): Fault {
  if (!result.ok) return result.fault;
  throw new Error(`Expected a fault, got ${JSON.stringify(result.value)?.slice(0, 200)}`);
}

export interface FakeClock extends Clock {
  advance(by: { readonly days?: number; readonly milliseconds?: number }): void;
}

/** Stands still until it is told to go on. */
export function fakeClock(start = '2027-03-01T08:00:00.000Z'): FakeClock {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant).toISOString(),
    elapsedMilliseconds: () => instant,
    advance: ({ days = 0, milliseconds = 0 }) => {
      instant += days * 86_400_000 + milliseconds;
    },
  };
}

export interface KeptLog extends Log {
  readonly lines: readonly string[];
  readonly errors: readonly string[];
}

export function keptLog(): KeptLog {
  const lines: string[] = [];
  const errors: string[] = [];
  return {
    lines,
    errors,
    info: (message) => lines.push(message),
    warn: (message) => lines.push(message),
    error: (message, error) => errors.push(`${message} ${error instanceof Error ? error.stack : ''}`),
  };
}

/** What crosses a wire must survive both ways of copying it unchanged: no Date, undefined, NaN, class instance. */
export function wireProbe(value: unknown): void {
  expect(structuredClone(value)).toStrictEqual(value);
  expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
}

/** A wire that checks and copies what passes, as a real one does. */
export function probedTransport(services: Services): Transport {
  return {
    call: async (name, input) => {
      wireProbe(input);
      const envelope = await services.dispatch(name, structuredClone(input));
      wireProbe(envelope);
      return structuredClone(envelope);
    },
    subscribe: (listener) =>
      services.subscribe((event) => {
        wireProbe(event);
        listener(event);
      }),
  };
}

export interface OpenedWorkspace {
  readonly file: string;
  readonly services: Services;
  readonly client: Client;
  readonly events: readonly PlannerEvent[];
  readonly clock: FakeClock;
  readonly log: KeptLog;
  readonly close: () => void;
}

/** Opens services with a fake clock, counted ids and a kept log; at the end of the test none may have logged an error. */
export function openServices(
  file: string,
  ports: Partial<Ports> & { readonly clock?: FakeClock } = {},
): OpenedWorkspace {
  const clock = ports.clock ?? fakeClock();
  const log = keptLog();
  let ids = 0;
  const newId = () => `id-${Date.parse(clock.now())}-${(ids += 1)}`;
  const services = valueOf(
    composeServices({ workspaceFile: file, ports: { log, newId, userName: 'ana', ...ports, clock } }),
  );
  const transport = probedTransport(services);
  const events: PlannerEvent[] = [];
  transport.subscribe((event) => events.push(event));
  onTestFinished(() => {
    services.close();
    expect(log.errors).toEqual([]);
  });
  return {
    file,
    services,
    client: createClient(transport),
    events,
    clock,
    log,
    close: () => services.close(),
  };
}

/** Services over a new workspace in a folder of its own. */
export function newWorkspace(ports: Partial<Ports> & { readonly clock?: FakeClock } = {}): OpenedWorkspace {
  return openServices(join(temporaryFolder(), 'workspace.headroom'), ports);
}

/** The first scenario of a workspace, opened. */
export async function firstScenario(client: Client) {
  const [first] = valueOf(await client.call('scenario.list', {}));
  if (first === undefined) throw new Error('The workspace holds no scenario.');
  return valueOf(await client.call('scenario.open', { id: first.id }));
}

/** Lets every variant stand on its own, for tests about scenarios that have nothing to do with each other. */
export async function standAlone(client: Client): Promise<void> {
  for (const { id, parentId } of valueOf(await client.call('scenario.list', {}))) {
    if (parentId !== null) valueOf(await client.call('scenario.setParent', { id, parentId: null }));
  }
}
