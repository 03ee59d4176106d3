/** One question to any queueing model in the form `{ model, inputs }`, checked strictly: the door for batches of cases. */

import { isDomainError } from '#shared/kernel/domainError.ts';
import type { Result } from '#shared/kernel/result.ts';
import { garnett, halfinWhitt, type GarnettResult } from './approximations.ts';
import { carryOver, type CarryOverResult } from './carryOver.ts';
import { createCaseReader, type CaseFault, type CaseReader } from './caseReader.ts';
import { chat, type ChatResult } from './chat.ts';
import { deferredWork, type DeferredWorkResult } from './deferredWork.ts';
import { erlangA, type ErlangAResult } from './erlangA.ts';
import { erlangB } from './erlangB.ts';
import { erlangC, type ErlangCResult } from './erlangC.ts';
import { erlangX, type ErlangXResult } from './erlangX.ts';
import { finiteQueue, type FiniteQueueResult } from './finiteQueue.ts';
import {
  requiredChatCase,
  requiredErlangACase,
  requiredErlangBCase,
  requiredErlangCCase,
  requiredErlangXCase,
  type RequiredCaseValue,
} from './requiredCases.ts';

/** The answer in the fields of its model; null where the model has no steady state. */
export type CaseValue =
  | { readonly pBlock: number }
  | { readonly pWait: number }
  | GarnettResult
  | ErlangCResult
  | ErlangAResult
  | ErlangXResult
  | FiniteQueueResult
  | ChatResult
  | CarryOverResult
  | DeferredWorkResult
  | RequiredCaseValue
  | null;

/** Reads the inputs at once and answers later, so that every fault of form comes before any of range. */
type CaseModel = (inputs: CaseReader) => () => CaseValue;

const models: ReadonlyMap<string, CaseModel> = new Map<string, CaseModel>([
  ['erlangB', erlangBCase],
  ['erlangC', erlangCCase],
  ['erlangA', erlangACase],
  ['erlangX', erlangXCase],
  ['finiteQueue', finiteQueueCase],
  ['chat', chatCase],
  ['sbc', carryOverCase],
  ['backlog', deferredWorkCase],
  ['qed', qedCase],
  ['requiredErlangB', requiredErlangBCase],
  ['requiredErlangC', requiredErlangCCase],
  ['requiredErlangA', requiredErlangACase],
  ['requiredErlangX', requiredErlangXCase],
  ['requiredChat', requiredChatCase],
]);

/**
 * The names that `evaluateCase` knows.
 *
 * @example caseModels().includes('erlangA') // true
 */
export function caseModels(): readonly string[] {
  return [...models.keys()];
}

/**
 * Answers one case, or says which argument is wrong and why. Never throws for what a file or a person can contain.
 *
 * @param model one of `caseModels()`
 * @param inputs the fields of that model: loads in Erlangs, times in seconds (`backlog` in hours), shares 0 to 1
 * @returns the value, or a fault with its path: unknown or missing field, wrong type, out of range
 * @example evaluateCase('erlangB', { load: 1, agents: 2 }) // { ok: true, value: { pBlock: 0.2 } }
 */
export function evaluateCase(model: string, inputs: unknown): Result<CaseValue, CaseFault> {
  const known = models.get(model);
  if (known === undefined) {
    const message = `model: found "${model}", expected one of ${caseModels().join(', ')}.`;
    return { ok: false, fault: { code: 'unknown-model', path: 'model', message } };
  }
  const reader = createCaseReader(inputs, '');
  const answer = known(reader);
  const fault = reader.finish();
  if (fault !== null) return { ok: false, fault };
  try {
    return { ok: true, value: answer() };
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    return { ok: false, fault: { code: 'out-of-range', path: thrown.argument, message: thrown.message } };
  }
}

function erlangBCase({ number }: CaseReader) {
  const [load, agents] = [number('load'), number('agents')];
  return () => ({ pBlock: erlangB(load, agents) });
}

function erlangCCase({ number, optionalNumber }: CaseReader) {
  const base = {
    load: number('load'),
    agents: number('agents'),
    aht: number('aht'),
    within: number('within'),
  };
  const percentile = optionalNumber('percentile');
  return () => erlangC(percentile === undefined ? base : { ...base, percentile });
}

function patientInputs({ number }: CaseReader) {
  return {
    load: number('load'),
    agents: number('agents'),
    aht: number('aht'),
    patience: number('patience'),
    within: number('within'),
  };
}

function erlangACase(reader: CaseReader) {
  const inputs = patientInputs(reader);
  return () => erlangA(inputs);
}

function erlangXCase(reader: CaseReader) {
  const inputs = { ...patientInputs(reader), retry: reader.number('retry') };
  return () => erlangX(inputs);
}

function finiteQueueCase({ number, optionalNumber }: CaseReader) {
  const inputs = {
    load: number('load'),
    agents: number('agents'),
    places: number('places'),
    aht: number('aht'),
    within: number('within'),
    patience: optionalNumber('patience'),
  };
  return () => finiteQueue(inputs);
}

function chatCase({ number, numbers, optionalNumber }: CaseReader) {
  const inputs = {
    load: number('load'),
    agents: number('agents'),
    ahtByConcurrency: numbers('ahtByConcurrency'),
    within: number('within'),
    patience: optionalNumber('patience'),
  };
  return () => chat(inputs);
}

function carryOverCase({ number, numbers }: CaseReader) {
  const inputs = {
    loads: numbers('loads'),
    agents: numbers('agents'),
    aht: number('aht'),
    within: number('within'),
  };
  return () => carryOver(inputs);
}

function deferredWorkCase({ number, numbers, optionalNumber }: CaseReader) {
  const inputs = {
    hours: number('hours'),
    work: numbers('work'),
    capacity: numbers('capacity'),
    deadline: number('deadline'),
    initial: optionalNumber('initial'),
  };
  return () => deferredWork(inputs);
}

function qedCase({ number, optionalNumber }: CaseReader) {
  const beta = number('beta');
  const thetaOverMu = optionalNumber('thetaOverMu');
  return () => (thetaOverMu === undefined ? { pWait: halfinWhitt(beta) } : garnett(beta, thetaOverMu));
}
