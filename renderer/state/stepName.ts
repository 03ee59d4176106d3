import { type Command, pathsOf } from '#shared/model/commands.ts';
import { decidingInput } from '#shared/model/deciding/inputLabels.ts';
import { inputLabel } from '#shared/model/inputLabel.ts';
import { lineLabel, type PlanFigures } from './figures.ts';
import { modelText, ofOwner } from './modelText.ts';
import { inputHead } from './planRows.ts';

/** Only decisions read these: they are no nodes of the plan, but people change them as they do inputs. */
const decided = /^(?:initiatives|statusQuoDrift)(?:[.[]|$)|^sourcing[.[]/;

/** An input and whose it is: 'Deals, Small business'. Undefined for what is no input, such as a list. */
export function inputName(figures: PlanFigures, path: string): string | undefined {
  const head = inputHead(figures, path);
  if (head === undefined && decided.test(path)) {
    const { label, member } = inputLabel(figures.document, path);
    return ofOwner(modelText(label), member);
  }
  const told = head === undefined ? decidingInput(path)?.label : undefined;
  const label = head === undefined ? told && modelText(told) : lineLabel(head);
  if (label === undefined) return undefined;
  const { members } = figures.structure;
  // Of a queue and one of its rows of demand, the row.
  const [owner] = members
    .filter(({ inputKey }) => path === inputKey || path.startsWith(`${inputKey}.`))
    .toSorted((one, other) => other.inputKey.length - one.inputKey.length);
  return ofOwner(label, owner?.name ?? '');
}

/** Names of the inputs that a step of undo changes, each once. */
export function stepNames(figures: PlanFigures, commands: readonly Command[]): readonly string[] {
  return [...new Set(commands.flatMap(pathsOf).flatMap((path) => inputName(figures, path) ?? []))];
}
