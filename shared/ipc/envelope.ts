import { z } from 'zod';
import { faultSentences } from '#shared/kernel/result.ts';
import type { Fault, FaultCode } from '#shared/kernel/result.ts';

/** What every call comes back as, on every wire. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: Fault };

/**
 * What the services tell whoever listens. Events announce, they do not steer: a listener that misses one is
 * out of date, never wrong. `closing` is sent by the host before it closes, so that a window can save first.
 */
export type PlannerEvent = z.infer<typeof plannerEventSchema>;

/**
 * A window's ear. To `closing` it may return a promise: the host waits for it before it closes. Resolving to false,
 * or failing, says that something is not saved.
 */
export type PlannerListener = (event: PlannerEvent) => unknown;

/** The wire as the client sees it: the preload's bridge, HTTP, or a function call in a test. */
export interface Transport {
  /** Settles with an `Envelope`; rejects when the services cannot be reached. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: PlannerListener): () => void;
}

function isFaultCode(value: unknown): value is FaultCode {
  return typeof value === 'string' && Object.hasOwn(faultSentences, value);
}

const problemSchema = z.object({ path: z.string(), found: z.string(), expected: z.string() });

const faultSchema = z.object({
  code: z.custom<FaultCode>(isFaultCode),
  message: z.string(),
  problems: z.array(problemSchema).exactOptional(),
});

/** Checks that a reply has the shape of an envelope; the value inside is checked against the operation. */
export const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), fault: faultSchema }),
]);

export const plannerEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('scenario-changed'), id: z.string(), revision: z.int().nullable() }),
  z.strictObject({ type: z.literal('backup-finished'), file: z.string() }),
  /** Another workspace is about to take the place of this one: save, and answer with `workspace.settle`. */
  z.strictObject({ type: z.literal('workspace-leaving'), turn: z.int() }),
  /** Another workspace is open now, or none. Whatever was read before is of the past. */
  z.strictObject({ type: z.literal('workspace-changed') }),
  /** How far the making of a report has come, and what it is at. */
  z.strictObject({
    type: z.literal('report-progress'),
    job: z.string(),
    fraction: z.number().min(0).max(1),
    step: z.string().exactOptional(),
  }),
  z.strictObject({ type: z.literal('closing') }),
  /** A command of `appCommands` was chosen in the menu of the system. */
  z.strictObject({ type: z.literal('command-chosen'), id: z.string() }),
]);
