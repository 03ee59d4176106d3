import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

/** A cost that does not follow from people, as the plan stores it. */
export interface BudgetLine {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

export function budgetLinesOf(document: ScenarioDocument): readonly BudgetLine[] {
  return (document.budgetLines ?? []).map(({ id, name = id, account = '' }) => ({ id, name, account }));
}

/** An id that no line of the plan has yet. */
function freeId(lines: readonly BudgetLine[]): string {
  const taken = new Set(lines.map(({ id }) => id));
  let number = lines.length + 1;
  while (taken.has(`line${number}`)) number += 1;
  return `line${number}`;
}

/** A new line of nothing a month: its amounts are typed into the grid. */
export function addLine(lines: readonly BudgetLine[], name: string): Command {
  return {
    type: 'insertMember',
    path: 'budgetLines',
    place: lines.length,
    member: { id: freeId(lines), name, perMonth: 0 },
  };
}

/** An emptied name or account is taken away, so that the line is called by its id or has no account. */
export function changeLine({ id }: BudgetLine, field: 'name' | 'account', text: string): Command {
  const value = text.trim();
  const path = `budgetLines.${id}.${field}`;
  return value === '' ? { type: 'setInput', path } : { type: 'setInput', path, value };
}

export function removeLine({ id }: BudgetLine): Command {
  return { type: 'setInput', path: `budgetLines.${id}` };
}
