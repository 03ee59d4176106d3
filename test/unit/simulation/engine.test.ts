import { describe, expect, it } from 'vitest';
import { createSimulationEngine } from '#renderer/engine/simulationEngine.ts';
import { inlineSimulationRunner } from '#renderer/engine/simulationRunner.ts';
import { run, specOf } from './settings.ts';

const spec = specOf({ load: 10, agents: 12, aht: 200, patience: 100, within: 20 }, 61);
const request = { spec, customers: 250_000, confidence: 0.95 };

function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('The run failed');
  return result.value;
}

describe('a simulation in slices', () => {
  it('comes to what it comes to in one go, and tells how far it is with the figures so far', async () => {
    const told: number[] = [];
    const widths: number[] = [];
    const results = await inlineSimulationRunner().run(request, (done, soFar) => {
      told.push(done);
      widths.push(soFar.queues[0]?.figures.slOffered?.halfWidth ?? Number.NaN);
    });
    expect(valueOf(results)).toEqual(run(spec, request.customers, 0.95));
    expect(told).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(widths.at(-1)).toBeLessThan(widths[0] ?? 0);
  });

  it('ends early when it is cancelled, and then there is no result', async () => {
    const runner = inlineSimulationRunner();
    const told: number[] = [];
    const running = runner.run({ ...request, customers: 50_000_000 }, (done) => {
      told.push(done);
      if (told.length === 3) void runner.cancel();
    });
    expect(valueOf(await running)).toBeNull();
    expect(told).toHaveLength(3);
  });

  it('is cancelled by the next run', async () => {
    const runner = inlineSimulationRunner();
    const first = runner.run({ ...request, customers: 50_000_000 }, () => undefined);
    const second = runner.run(request, () => undefined);
    expect(valueOf(await first)).toBeNull();
    expect(valueOf(await second)?.customers).toBe(request.customers);
  });

  it('answers a wrong request with the fault that names the argument', async () => {
    const engine = createSimulationEngine(() => Promise.resolve());
    const path = async (wrong: object) => {
      const results = await engine.run({ ...request, ...wrong }, () => undefined);
      return results.ok ? undefined : results.fault.problems?.[0]?.path;
    };
    expect(await path({ customers: -1 })).toBe('customers');
    expect(await path({ confidence: 2 })).toBe('confidence');
    expect(await path({ spec: { ...spec, seed: -1 } })).toBe('seed');
  });
});
