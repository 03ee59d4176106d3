import type { z } from 'zod';
import type { Fault, Result } from '#shared/kernel/result.ts';
import { appOperations } from './operations/app.ts';
import { backupOperations } from './operations/backups.ts';
import { journalOperations } from './operations/journal.ts';
import { reportOperations } from './operations/reports.ts';
import { scenarioOperations } from './operations/scenarios.ts';
import { settingOperations } from './operations/settings.ts';
import { versionOperations } from './operations/versions.ts';
import { workspaceOperations } from './operations/workspaces.ts';

/** Every call between the UI and the services. Handlers, client, routes and wire tests derive from it. */
export const contract = {
  ...appOperations,
  ...scenarioOperations,
  ...journalOperations,
  ...versionOperations,
  ...settingOperations,
  ...backupOperations,
  ...workspaceOperations,
  ...reportOperations,
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
