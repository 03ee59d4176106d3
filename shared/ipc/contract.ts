import { z } from 'zod';
import type { Fault, FaultCode, Result } from '#shared/kernel/result.ts';
import { commandSchema } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

function op<I extends z.ZodType, O extends z.ZodType, F extends FaultCode>(operation: {
  readonly input: I;
  readonly output: O;
  readonly faults: readonly F[];
}): { readonly input: I; readonly output: O; readonly faults: readonly F[] } {
  return operation;
}

/** Longest name of a scenario, in characters. */
export const maxNameLength = 200;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing = z.strictObject({});
const scenarioId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const scenarioName = z.string().trim().min(1).max(maxNameLength);
const isoInstant = z.iso.datetime();
const revision = z.int().min(0);

/** A document has been validated before it was stored, so the wire checks only that it is one. */
const document = z.custom<ScenarioDocument>(
  (value) => isRecord(value) && value['format'] === 'headroom/scenario',
  {
    error: 'expected a scenario document',
  },
);

const head = z.strictObject({ id: scenarioId, name: z.string(), revision });

const listed = z.strictObject({
  ...head.shape,
  createdAt: isoInstant,
  updatedAt: isoInstant,
  parentId: scenarioId.nullable(),
});

const journalEntry = z.strictObject({
  /** Grows with every edit of the workspace; give the smallest one seen as `before` to read on. */
  sequence: z.int(),
  /** Revision of the scenario after the edit. */
  revision,
  at: isoInstant,
  who: z.string(),
  command: commandSchema,
  inverse: commandSchema,
});

const settingValues = {
  theme: z.enum(['light', 'dark', 'auto']),
  language: z.string().min(2).max(35),
  lastScenarioId: scenarioId,
  grain: z.enum(['period', 'month', 'quarter', 'year']),
  explainPanelWidth: z.int().min(0).max(4000),
  /** The name under which edits are journalled; absent means the name of the system's user. */
  profileName: z.string().trim().min(1).max(80),
};

/** What is remembered about the window and its user. A key that was never set is absent. */
export const settingsSchema = z.strictObject({
  theme: settingValues.theme.exactOptional(),
  language: settingValues.language.exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.exactOptional(),
  grain: settingValues.grain.exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.exactOptional(),
  profileName: settingValues.profileName.exactOptional(),
});

const settingChanges = z.strictObject({
  theme: settingValues.theme.nullable().exactOptional(),
  language: settingValues.language.nullable().exactOptional(),
  lastScenarioId: settingValues.lastScenarioId.nullable().exactOptional(),
  grain: settingValues.grain.nullable().exactOptional(),
  explainPanelWidth: settingValues.explainPanelWidth.nullable().exactOptional(),
  profileName: settingValues.profileName.nullable().exactOptional(),
});

const backup = z.strictObject({
  file: z.string(),
  kind: z.enum(['manual', 'daily', 'migration']),
  createdAt: isoInstant,
  bytes: z.int().min(0),
});

/** Every call between the UI and the services. Handlers, client, routes and wire tests derive from it. */
export const contract = {
  'app.info': op({
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      nodeVersion: z.string(),
      sqliteVersion: z.string(),
      schemaVersion: z.int(),
      /** Name of the workspace file, without its folder. */
      workspaceFile: z.string(),
      /** The name under which edits are journalled. */
      profile: z.string(),
    }),
    faults: [],
  }),
  'scenario.list': op({ input: nothing, output: z.array(listed), faults: [] }),
  'scenario.open': op({
    input: z.strictObject({ id: scenarioId }),
    output: z.strictObject({ ...head.shape, document }),
    faults: ['not-found'],
  }),
  /** Without a document the new scenario starts from the built-in starter plan. A taken name gets a number. */
  'scenario.create': op({
    input: z.strictObject({ name: scenarioName, document: document.exactOptional() }),
    output: head,
    faults: ['invalid-plan', 'not-writable'],
  }),
  'scenario.duplicate': op({
    input: z.strictObject({ id: scenarioId, name: scenarioName.exactOptional() }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  /** An edit like any other: journalled, and the revision grows. */
  'scenario.rename': op({
    input: z.strictObject({ id: scenarioId, name: scenarioName }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  /** Hides the scenario; it can be restored for 30 days. */
  'scenario.delete': op({
    input: z.strictObject({ id: scenarioId }),
    output: z.strictObject({ id: scenarioId }),
    faults: ['not-found', 'not-writable'],
  }),
  'scenario.restoreDeleted': op({
    input: z.strictObject({ id: scenarioId }),
    output: head,
    faults: ['not-found', 'not-writable'],
  }),
  'scenario.apply': op({
    input: z.strictObject({
      id: scenarioId,
      baseRevision: revision,
      commands: z.array(commandSchema).min(1).max(500),
    }),
    output: z.strictObject({ revision }),
    faults: ['not-found', 'stale-revision', 'invalid-plan', 'not-writable'],
  }),
  /** Newest first. */
  'scenario.journal': op({
    input: z.strictObject({
      id: scenarioId,
      limit: z.int().min(1).max(500),
      before: z.int().exactOptional(),
    }),
    output: z.array(journalEntry),
    faults: ['not-found'],
  }),
  'setting.get': op({ input: nothing, output: settingsSchema, faults: [] }),
  /** Sets the keys that are given, forgets those given as null, and returns all of them. */
  'setting.set': op({
    input: settingChanges,
    output: settingsSchema,
    faults: ['not-writable'],
  }),
  'backup.create': op({ input: nothing, output: backup, faults: ['not-writable', 'damaged-file'] }),
  /** Newest first. */
  'backup.list': op({ input: nothing, output: z.array(backup), faults: [] }),
} as const;

export type OperationName = keyof typeof contract;

/** What a caller may send. */
export type Input<K extends OperationName> = z.input<(typeof contract)[K]['input']>;
/** What a handler receives after the input was parsed. */
export type ParsedInput<K extends OperationName> = z.output<(typeof contract)[K]['input']>;
export type Output<K extends OperationName> = z.output<(typeof contract)[K]['output']>;
/** The faults that an operation declares. */
export type DeclaredFault<K extends OperationName> = (typeof contract)[K]['faults'][number];

/** One function an operation; a missing one, or a fault that was not declared, is a type error. */
export type Handlers = {
  readonly [K in OperationName]: (
    input: ParsedInput<K>,
  ) => Result<Output<K>, Fault<DeclaredFault<K>>> | Promise<Result<Output<K>, Fault<DeclaredFault<K>>>>;
};

/** The contract seen operation by operation, for code that is generic over its name. */
export const operations: {
  readonly [K in OperationName]: {
    readonly input: z.ZodType<ParsedInput<K>>;
    readonly output: z.ZodType<Output<K>>;
    readonly faults: readonly DeclaredFault<K>[];
  };
} = { ...contract };

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}
