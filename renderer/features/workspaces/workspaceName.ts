import { workspaceName } from '#shared/ipc/operations/workspaces.ts';

const maxLength = 100;

export type NameProblem = 'empty' | 'tooLong' | 'signs' | 'device';

/** Why a workspace cannot have a name, or null. */
export function workspaceNameProblem(name: string): NameProblem | null {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > maxLength) return 'tooLong';
  if (workspaceName.safeParse(wanted).success) return null;
  return /^[\w ]+(?:\.|$)/.test(wanted) ? 'device' : 'signs';
}
