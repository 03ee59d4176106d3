import { describe, expect, it } from 'vitest';
import { isDomainError } from '#shared/kernel/domainError.ts';
import { caseModels, evaluateCase } from '#shared/queueing/cases.ts';
import { bestConcurrency, chat } from '#shared/queueing/chat.ts';
import { carryOver } from '#shared/queueing/carryOver.ts';
import { deferredWork } from '#shared/queueing/deferredWork.ts';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { erlangB, erlangBRow } from '#shared/queueing/erlangB.ts';
import { erlangC } from '#shared/queueing/erlangC.ts';
import { erlangX } from '#shared/queueing/erlangX.ts';
import { finiteQueue } from '#shared/queueing/finiteQueue.ts';
import { intervalService } from '#shared/queueing/intervalService.ts';
import { largestLoad } from '#shared/queueing/largestLoad.ts';
import { patienceFromAbandonment } from '#shared/queueing/patience.ts';
import { requiredAgents } from '#shared/queueing/required.ts';

function argumentRefused(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    if (isDomainError(thrown)) return thrown.argument;
    throw thrown;
  }
  return 'nothing';
}

const A = { load: 10, agents: 12, aht: 300, patience: 120, within: 20 };
const rule = { model: 'erlangA' as const, load: 10, aht: 300, patience: 120 };

describe('an argument outside its range is refused by name', () => {
  it.each<[string, () => unknown]>([
    ['load', () => erlangB(-1, 3)],
    ['agents', () => erlangB(1, Number.NaN)],
    ['most', () => erlangBRow(1, 2.5)],
    ['load', () => erlangC({ ...A, load: Infinity })],
    ['aht', () => erlangC({ ...A, aht: 0 })],
    ['within', () => erlangC({ ...A, within: -1 })],
    ['percentile', () => erlangC({ ...A, percentile: 1 })],
    ['agents', () => erlangA({ ...A, agents: -0.5 })],
    ['patience', () => erlangA({ ...A, patience: 0 })],
    ['patience', () => intervalService({ ...A, patience: Number.NaN })],
    ['retry', () => erlangX({ ...A, retry: 1.1 })],
    ['places', () => finiteQueue({ ...A, places: 1.5 })],
    ['places', () => finiteQueue({ ...A, places: 1e7 })],
    ['agents', () => finiteQueue({ ...A, agents: 0, places: 3 })],
    ['agents', () => chat({ ...A, agents: 1.5, ahtByConcurrency: [300] })],
    ['ahtByConcurrency', () => chat({ ...A, ahtByConcurrency: [] })],
    ['ahtByConcurrency', () => chat({ ...A, ahtByConcurrency: [300, 700] })],
    ['ahtByConcurrency[1]', () => bestConcurrency([300, -1])],
    ['agents[1]', () => carryOver({ loads: [1, 2], agents: [1, -1], aht: 300, within: 20 })],
    ['agents', () => carryOver({ loads: [1, 2], agents: [1], aht: 300, within: 20 })],
    ['work[0]', () => deferredWork({ hours: 1, work: [-1], capacity: [1], deadline: 1 })],
    ['capacity', () => deferredWork({ hours: 1, work: [1], capacity: [], deadline: 1 })],
    ['patience', () => requiredAgents({ model: 'erlangA', load: 10, aht: 300, goal: {} })],
    ['goal.within', () => requiredAgents({ ...rule, goal: { serviceLevel: 0.8 } })],
    ['goal.serviceLevel', () => requiredAgents({ ...rule, goal: { serviceLevel: -0.1, within: 20 } })],
    ['goal.minAgents', () => requiredAgents({ ...rule, goal: { minAgents: -1 } })],
    [
      'goal.maxAbandon',
      () => requiredAgents({ model: 'erlangC', load: 10, aht: 300, goal: { maxAbandon: 0.1 } }),
    ],
    [
      'goal.maxAbandon',
      () => largestLoad({ model: 'erlangC', agents: 10, aht: 300, goal: { maxAbandon: 0.1 } }),
    ],
    ['pAbandon', () => patienceFromAbandonment({ load: 1, agents: 1, aht: 300, pAbandon: 2 })],
  ])('%s', (argument, call) => {
    expect(argumentRefused(call)).toBe(argument);
  });
});

describe('evaluateCase answers a bad case with its fault, never with a throw', () => {
  const good = { load: 10, agents: 12, aht: 300, within: 20 };
  it.each<[string, unknown, string, string]>([
    ['erlangD', good, 'unknown-model', 'model'],
    ['erlangC', { ...good, load: -1 }, 'out-of-range', 'load'],
    ['erlangC', { ...good, load: Number.NaN }, 'wrong-type', 'load'],
    ['erlangC', { ...good, agents: '12' }, 'wrong-type', 'agents'],
    ['erlangC', { ...good, aht: null }, 'wrong-type', 'aht'],
    ['erlangC', { ...good, patience: 60 }, 'unknown-field', 'patience'],
    ['erlangC', { load: 10, agents: 12, aht: 300 }, 'missing-field', 'within'],
    ['erlangC', { ...good, percentile: 1 }, 'out-of-range', 'percentile'],
    ['erlangA', { ...good, patience: 0 }, 'out-of-range', 'patience'],
    ['erlangC', [1, 2], 'wrong-type', 'inputs'],
    ['erlangC', null, 'wrong-type', 'inputs'],
    ['chat', { ...good, ahtByConcurrency: 300 }, 'wrong-type', 'ahtByConcurrency'],
    ['chat', { ...good, ahtByConcurrency: [300, 'x'] }, 'wrong-type', 'ahtByConcurrency[1]'],
    ['sbc', { loads: [1], agents: [1, 2], aht: 300, within: 20 }, 'out-of-range', 'agents'],
    ['qed', { beta: 1, thetaOverMu: 0 }, 'out-of-range', 'thetaOverMu'],
    [
      'requiredErlangC',
      { load: 1, aht: 300, within: 20, goal: { serviceLevel: 'high' } },
      'wrong-type',
      'goal.serviceLevel',
    ],
    [
      'requiredErlangC',
      { load: 1, aht: 300, within: 20, goal: { maxAbandon: 0.1 } },
      'unknown-field',
      'goal.maxAbandon',
    ],
    ['requiredErlangC', { load: 1, aht: 300, within: -20, goal: {} }, 'out-of-range', 'within'],
    [
      'requiredErlangC',
      { load: 1, aht: 300, within: 20, goal: {}, rounding: 'down' },
      'out-of-range',
      'rounding',
    ],
    ['requiredErlangC', { load: 1, aht: 300, within: 20 }, 'missing-field', 'goal'],
    ['requiredErlangB', { load: 1, goal: {} }, 'missing-field', 'goal.maxBlocking'],
    [
      'requiredErlangX',
      { load: 1, aht: 300, patience: 60, within: 20, retry: 2, goal: {} },
      'out-of-range',
      'retry',
    ],
  ])('%s %j', (model, inputs, code, path) => {
    const answer = evaluateCase(model, inputs);
    expect(answer.ok ? 'accepted' : [answer.fault.code, answer.fault.path]).toEqual([code, path]);
    expect(answer.ok ? '' : answer.fault.message).toContain(path);
  });

  it('survives any shape of input for every model', () => {
    for (const model of caseModels()) {
      for (const inputs of [undefined, 0, 'x', {}, { goal: 1 }, { load: {} }, { goal: { goal: [] } }]) {
        expect(evaluateCase(model, inputs).ok).toBe(false);
      }
    }
  });
});
