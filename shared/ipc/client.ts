import { fault, ok } from '#shared/kernel/result.ts';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { operations } from './contract.ts';
import type { DeclaredFault, Input, OperationName, Output } from './contract.ts';
import { envelopeSchema } from './envelope.ts';
import type { PlannerListener, Transport } from './envelope.ts';

/** Faults that any call can come back with, besides those that its operation declares. */
type CommonFault = 'invalid-input' | 'unknown-operation' | 'no-workspace' | 'internal';

const commonFaults: ReadonlySet<string> = new Set<CommonFault>([
  'invalid-input',
  'unknown-operation',
  'no-workspace',
  'internal',
]);

export type CallResult<K extends OperationName> = Result<Output<K>, Fault<DeclaredFault<K> | CommonFault>>;

export interface Client {
  /** Never rejects: an unreachable host or a reply that makes no sense comes back as the fault `internal`. */
  call<K extends OperationName>(name: K, input: Input<K>): Promise<CallResult<K>>;
  subscribe(listener: PlannerListener): () => void;
}

function declares<K extends OperationName>(name: K, found: Fault): found is Fault<DeclaredFault<K>> {
  const declared: readonly string[] = operations[name].faults;
  return declared.includes(found.code);
}

function isCommon(found: Fault): found is Fault<CommonFault> {
  return commonFaults.has(found.code);
}

function read<K extends OperationName>(name: K, reply: unknown): CallResult<K> {
  const envelope = envelopeSchema.safeParse(reply);
  if (!envelope.success)
    return fault('internal', `The answer to ${name} was not understood. Start Headroom again.`);
  if (envelope.data.ok) {
    const value = operations[name].output.safeParse(envelope.data.value);
    if (value.success) return ok(value.data);
    return fault('internal', `The answer to ${name} was not what it should be. Start Headroom again.`);
  }
  const found: Fault = envelope.data.fault;
  if (declares(name, found) || isCommon(found)) return { ok: false, fault: found };
  return fault('internal', found.message);
}

/** Typed calls over any wire. */
export function createClient(transport: Transport): Client {
  return {
    async call(name, input) {
      try {
        return read(name, await transport.call(name, input));
      } catch {
        return fault(
          'internal',
          'Headroom’s services do not answer. Your work is kept in this window; start Headroom again.',
        );
      }
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}
