import type { DeclaredFault, Input, OperationName } from '#shared/ipc/contract.ts';
import type { newWorkspace } from '#test/support/workspaces.ts';

export type Workspace = ReturnType<typeof newWorkspace>;

/** Puts a new workspace, whose first scenario has this id, into a state. */
type Prepare<T> = (workspace: Workspace, id: string) => Promise<T>;

/** What is tried on one operation. */
export interface Case<K extends OperationName> {
  /** Input that works on a new workspace whose first scenario has this id. */
  readonly good: (id: string, workspace: Workspace) => Input<K>;
  /** Inputs that must be refused before any handler sees them. */
  readonly bad: readonly unknown[];
  /** One way to each declared fault; what needs a broken disk is provoked in the tests of the services. */
  readonly faults: {
    readonly [F in Exclude<DeclaredFault<K>, 'not-writable' | 'damaged-file'>]: Input<K> | Prepare<Input<K>>;
  };
  readonly prepare?: Prepare<unknown>;
}

/** The cases of operations whose names begin alike. */
export type Cases<P extends string> = {
  readonly [K in Extract<OperationName, `${P}.${string}`>]: Case<K>;
};

export const nobody = { id: 'nobody' };
export const badIds = [
  {},
  { id: 7 },
  { id: '' },
  { id: 'a b' },
  { id: "x'; DROP TABLE scenario; --" },
  { id: 'x'.repeat(65) },
];
export const badNames = [{ name: 7 }, { name: ' ' }, { name: 'x'.repeat(201) }];
export const withId = (inputs: readonly object[]) => inputs.map((input) => ({ id: 'some', ...input }));
