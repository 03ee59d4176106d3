import { expect, it } from 'vitest';
import { addLine, budgetLinesOf, changeLine, removeLine } from '#renderer/features/budget/budgetLines.ts';
import {
  addClass,
  changeClass,
  classesOf,
  isInsidePlan,
  nextStart,
  removeClass,
} from '#renderer/features/people/hiringClasses.ts';
import { membersOf } from '#renderer/state/members.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { documentOf, figuresOf, sampleFile } from '#test/support/planFigures.ts';

const sample = documentOf(sampleFile);
const { structure } = figuresOf(sample);
const [prague, partner] = membersOf(structure, 'groups');
if (prague === undefined || partner === undefined) throw new Error('The sample has two groups.');

/** After a command, which must be possible; taking it back must give what was there. */
function after(document: ScenarioDocument, command: Command): ScenarioDocument {
  const applied = applyCommand(document, command);
  if (!applied.ok) throw new Error(applied.fault.message);
  expect(validateScenario(applied.value.next).ok).toBe(true);
  const back = applyCommand(applied.value.next, applied.value.inverse);
  expect(back.ok && back.value.next).toEqual(document);
  return applied.value.next;
}

it('a class is added, changed and removed, also where there was no list yet', () => {
  const added = after(sample, addClass(prague, 1, '2027-02-01', 8));
  expect(classesOf(added, 'prague')).toEqual([
    { place: 1, start: '2027-02-01', people: 8 },
    { place: 0, start: '2027-08-23', people: 4 },
  ]);
  const moved = after(added, changeClass(prague, 1, 'start', '2028-01-03'));
  expect(classesOf(moved, 'prague')?.map(({ start }) => start)).toEqual(['2027-08-23', '2028-01-03']);
  expect(classesOf(after(moved, removeClass(prague, 0)), 'prague')).toEqual([
    { place: 0, start: '2028-01-03', people: 8 },
  ]);
  expect(classesOf(after(sample, addClass(partner, 0, '2027-03-01', 5)), 'partner')).toHaveLength(1);
});

it('a class outside the plan is known as one, and a new one is put after the last', () => {
  expect(isInsidePlan(structure, '2027-01-01')).toBe(true);
  expect(isInsidePlan(structure, '2028-12-31')).toBe(true);
  expect(isInsidePlan(structure, '2029-01-01')).toBe(false);
  expect(isInsidePlan(structure, '')).toBe(false);
  expect(nextStart(structure, [])).toBe('2027-01-01');
  expect(nextStart(structure, classesOf(sample, 'prague') ?? [])).toBe('2027-09-01');
  expect(nextStart(structure, [{ place: 0, start: '2028-12-20', people: 1 }])).toBe('2028-12-01');
});

it('hiring that follows the requirement has no classes', () => {
  const following: ScenarioDocument = {
    ...sample,
    staffGroups: (sample.staffGroups ?? []).map((group) => ({ ...group, hiring: { mode: 'follow' } })),
  };
  expect(classesOf(following, 'prague')).toBeUndefined();
});

it('a budget line is added under a free id, named, given an account, and removed', () => {
  const lines = budgetLinesOf(sample);
  expect(lines).toEqual([
    { id: 'kb', name: 'Knowledge base', account: '6420' },
    { id: 'wfm', name: 'WFM licences', account: '6410' },
  ]);
  const added = after(sample, addLine(lines, 'Travel'));
  const [, , travel] = budgetLinesOf(added);
  if (travel === undefined) throw new Error('The line was not added.');
  expect(travel).toEqual({ id: 'line3', name: 'Travel', account: '' });
  const numbered = after(added, changeLine(travel, 'account', ' 6700 '));
  expect(budgetLinesOf(numbered)[2]?.account).toBe('6700');
  expect(budgetLinesOf(after(numbered, changeLine(travel, 'account', '')))[2]?.account).toBe('');
  const [first] = lines;
  if (first === undefined) throw new Error('The sample has budget lines.');
  const fewer = after(numbered, removeLine(first));
  expect(budgetLinesOf(fewer).map(({ id }) => id)).toEqual(['wfm', 'line3']);
  expect(budgetLinesOf(after(fewer, addLine(budgetLinesOf(fewer), 'Fair')))[2]?.id).toBe('line4');
});
