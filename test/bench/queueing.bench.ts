import { erlangA, erlangAServiceLevel } from '#shared/queueing/erlangA.ts';
import { erlangCServiceLevel } from '#shared/queueing/erlangC.ts';
import { intervalServiceA } from '#shared/queueing/intervalService.ts';
import { requiredAgents } from '#shared/queueing/required.ts';
import type { Suite } from './suite.ts';

/** Evaluations in one run, so that calls a second are runs a second times this. */
const BATCH = 1000;
const sizes = [50, 500, 5_000, 100_000];

/** Calls f for a batch of neighbouring loads, none twice, so that nothing is remembered. */
function batch(f: (wobble: number) => number): () => number {
  return () => {
    let sum = 0;
    for (let i = 0; i < BATCH; i += 1) sum += f((i % 97) / 97);
    return sum;
  };
}

function suiteFor(agents: number): Suite {
  const root = Math.sqrt(agents);
  const goal = { serviceLevel: 0.8, within: 20 };
  const rule = { load: agents, aht: 300, patience: 120, goal };
  const solve = (model: 'erlangC' | 'erlangA', rounding: 'up' | 'fractional') => (wobble: number) =>
    requiredAgents({ ...rule, model, load: agents - root * wobble, goal: { ...goal, rounding } }).agents ?? 0;
  const evaluations: readonly (readonly [string, (wobble: number) => number])[] = [
    [
      'service level, Erlang C',
      (wobble) => erlangCServiceLevel(agents - root * (1 + wobble), agents, 1 / 15),
    ],
    ['service level, Erlang A', (wobble) => erlangAServiceLevel(agents - root * wobble, agents, 0.4, 1 / 15)],
    [
      'service level, Erlang A, real agents',
      (wobble) => erlangAServiceLevel(agents - root, agents + wobble, 0.4, 1 / 15),
    ],
    ['interval, Erlang A', (wobble) => intervalServiceA(agents, agents + wobble, 300, 20, 120).inTime],
    ['all measures, Erlang A', (wobble) => erlangA({ ...rule, agents: agents + wobble, within: 20 }).pWait],
    ['agents for 80/20, Erlang C', solve('erlangC', 'up')],
    ['agents for 80/20, Erlang A', solve('erlangA', 'up')],
    ['agents for 80/20, Erlang C, fractional', solve('erlangC', 'fractional')],
    ['agents for 80/20, Erlang A, fractional', solve('erlangA', 'fractional')],
  ];
  return {
    title: `queueing, ${agents} agents`,
    timed: evaluations.map(([name, f]) => ({ name, run: batch(f), perRun: BATCH, unit: 'evaluations' })),
  };
}

export const suites: readonly Suite[] = sizes.map(suiteFor);
