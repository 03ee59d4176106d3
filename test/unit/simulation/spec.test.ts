import { describe, expect, it } from 'vitest';
import { createSimulation, simulate } from '#shared/queueing/simulation/simulation.ts';
import type { SimulatedGroup, SimulatedQueue, SimulationSpec } from '#shared/queueing/simulation/spec.ts';

const queue: SimulatedQueue = { id: 'voice', arrivalsPerHour: 100, handleTime: { mean: 200 }, within: 20 };
const group: SimulatedGroup = { id: 'team', agents: 10, skills: [{ queue: 'voice' }] };
const spec: SimulationSpec = { seed: 1, queues: [queue], groups: [group] };

/** A value that the types forbid and that a file or a form can still contain. */
function untyped(value: unknown): number {
  return value as number;
}

const withQueue = (more: Partial<SimulatedQueue>): SimulationSpec => ({
  ...spec,
  queues: [{ ...queue, ...more }],
});
const withGroup = (more: Partial<SimulatedGroup>): SimulationSpec => ({
  ...spec,
  groups: [{ ...group, ...more }],
});

describe('a wrong argument is a fault that names it', () => {
  it.each<[string, SimulationSpec]>([
    ['seed', { ...spec, seed: -1 }],
    ['seed', { ...spec, seed: 1.5 }],
    ['seed', { ...spec, seed: untyped('7') }],
    ['warmUp', { ...spec, warmUp: 1 }],
    ['queues', { ...spec, queues: [], groups: [{ ...group, skills: [] }] }],
    ['groups', { ...spec, groups: [] }],
    ['queues', withQueue({ arrivalsPerHour: 0 })],
    ['queues[0].arrivalsPerHour', withQueue({ arrivalsPerHour: Number.NaN })],
    ['queues[0].arrivalsPerHour', withQueue({ arrivalsPerHour: -1 })],
    ['queues[0].arrivalsPerHour', withQueue({ arrivalsPerHour: untyped('many') })],
    ['queues[0].handleTime.mean', withQueue({ handleTime: { mean: 0 } })],
    ['queues[0].handleTime.mean', withQueue({ handleTime: { mean: [] } })],
    ['queues[0].handleTime.mean[1]', withQueue({ handleTime: { mean: [200, Infinity] } })],
    ['queues[0].handleTime.variation', withQueue({ handleTime: { mean: 200, law: 'lognormal' } })],
    ['queues[0].handleTime.variation', withQueue({ handleTime: { mean: 200, variation: 1 } })],
    ['queues[0].patience.mean', withQueue({ patience: { mean: 0 } })],
    ['queues[0].places', withQueue({ places: 2.5 })],
    ['queues[0].redial.probability', withQueue({ redial: { probability: 1.1, meanDelay: 60 } })],
    ['queues[0].redial.meanDelay', withQueue({ redial: { probability: 1, meanDelay: 0 } })],
    ['queues[0].within', withQueue({ within: -1 })],
    ['queues[0].priority', withQueue({ priority: 0 })],
    ['queues[1].id', { ...spec, queues: [queue, queue] }],
    ['groups[0].agents', withGroup({ agents: 2.5 })],
    ['groups[0].agents', withGroup({ agents: -1 })],
    ['groups[0].skills[0].queue', withGroup({ skills: [{ queue: 'fax' }] })],
    ['groups[0].skills[1].queue', withGroup({ skills: [{ queue: 'voice' }, { queue: 'voice' }] })],
    ['groups[0].skills[0].preference', withGroup({ skills: [{ queue: 'voice', preference: 0 }] })],
    ['intervalSeconds', { ...spec, horizon: 'days' }],
    ['intervalSeconds', withQueue({ arrivalsPerHour: [1, 2] })],
    [
      'groups[0].agents',
      {
        ...withQueue({ arrivalsPerHour: [1, 2] }),
        intervalSeconds: 900,
        groups: [{ ...group, agents: [1] }],
      },
    ],
  ])('%s', (path, wrong) => {
    const created = createSimulation(wrong);
    if (created.ok) throw new Error('It was accepted');
    expect(created.fault.code).toBe('domain');
    expect(created.fault.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(created.fault.message).toContain(`${path}: found `);
  });

  it('names all of them at once', () => {
    const created = createSimulation({ ...withQueue({ within: -1, places: -1 }), seed: -1 });
    expect(created.ok ? [] : created.fault.problems?.map(({ path }) => path)).toEqual([
      'queues[0].places',
      'queues[0].within',
      'seed',
    ]);
  });

  it.each([
    ['customers', { customers: 0 }],
    ['customers', { customers: Number.NaN }],
    ['confidence', { customers: 10, confidence: 1 }],
  ])('%s of a run', (path, options) => {
    const results = simulate(spec, options);
    expect(results.ok ? undefined : results.fault.problems?.[0]?.path).toBe(path);
  });

  it('contacts that pile up for ever end the run with a fault, not the process', () => {
    const results = simulate(withGroup({ agents: 0 }), { customers: 1_500_000 });
    expect(results.ok ? undefined : results.fault.problems?.[0]).toMatchObject({ path: 'queues' });
  });
});
