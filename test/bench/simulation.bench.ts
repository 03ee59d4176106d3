import { createSimulation, type Simulation } from '#shared/queueing/simulation/simulation.ts';
import type { SimulationSpec } from '#shared/queueing/simulation/spec.ts';
import type { Suite } from './suite.ts';

const oneQueue: SimulationSpec = {
  seed: 1,
  queues: [
    {
      id: 'voice',
      arrivalsPerHour: (48 * 3600) / 300,
      handleTime: { mean: 300 },
      patience: { mean: 600 },
      within: 20,
    },
  ],
  groups: [{ id: 'team', agents: 50, skills: [{ queue: 'voice' }] }],
};

const skillsAndChat: SimulationSpec = {
  seed: 1,
  queues: [
    ...oneQueue.queues,
    {
      id: 'chat',
      arrivalsPerHour: 400,
      handleTime: { mean: [300, 360, 450] },
      patience: { mean: 300 },
      within: 30,
      priority: 2,
    },
  ],
  groups: [
    { id: 'team', agents: 40, skills: [{ queue: 'voice' }] },
    { id: 'both', agents: 25, skills: [{ queue: 'voice', preference: 2 }, { queue: 'chat' }] },
  ],
};

function prepared(spec: SimulationSpec): Simulation {
  const created = createSimulation(spec);
  if (!created.ok) throw new Error(created.fault.message);
  return created.value;
}

const CUSTOMERS = 200_000;

/** Each run goes on with the same simulation, so that its lines are as they are in the long run. */
function going(spec: SimulationSpec): () => void {
  const simulation = prepared(spec);
  return () => simulation.run(CUSTOMERS);
}

export const suites: readonly Suite[] = [
  {
    title: 'simulator',
    milliseconds: 1500,
    timed: [
      { name: '50 agents with patience', run: going(oneQueue), perRun: CUSTOMERS, unit: 'customers' },
      { name: 'voice and chat, two skills', run: going(skillsAndChat), perRun: CUSTOMERS, unit: 'customers' },
    ],
  },
];
