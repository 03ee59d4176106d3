import { type Command, pathsOf } from '#shared/model/commands.ts';
import { lineLabel, type PlanFigures } from './figures.ts';
import { inputHead } from './planRows.ts';

/** An input and whose it is: 'Deals, Small business'. Undefined for what is no input, such as a list. */
export function inputName(figures: PlanFigures, path: string): string | undefined {
  const head = inputHead(figures, path);
  if (head === undefined) return undefined;
  const { members } = figures.structure;
  const owner = members.find(({ inputKey }) => path === inputKey || path.startsWith(`${inputKey}.`));
  return owner === undefined || owner.name === '' ? lineLabel(head) : `${lineLabel(head)}, ${owner.name}`;
}

/** Names of the inputs that a step of undo changes, each once. */
export function stepNames(figures: PlanFigures, commands: readonly Command[]): readonly string[] {
  return [...new Set(commands.flatMap(pathsOf).flatMap((path) => inputName(figures, path) ?? []))];
}
