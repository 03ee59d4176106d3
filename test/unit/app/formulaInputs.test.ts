import { describe, expect, it } from 'vitest';
import { editCommands, planCell } from '#renderer/state/planRows.ts';
import { editsWithoutFormulas, withoutFormula } from '#renderer/state/formulaInputs.ts';
import { refusalOf } from '#renderer/state/refusals.ts';
import { periodColumns } from '#renderer/state/periodColumns.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile } from '#test/support/planFigures.ts';

const path = 'segments.smb.deals';

function applied(start: ScenarioDocument, commands: readonly Command[]): ScenarioDocument {
  let next = start;
  for (const command of commands) {
    const result = applyCommand(next, command);
    if (!result.ok) throw new Error(result.fault.message);
    next = result.value.next;
  }
  return next;
}

const document = applied(documentOf(sampleFile), [
  { type: 'setInput', path, value: { formula: '100 + 10 * 2' } },
]);
const figures = figuresOf(document);
const typed: Command = { type: 'setPeriods', path, from: 3, values: [7] };

describe('an input that is a formula', () => {
  it('can be typed over where the edit is offered again, so the cell itself does not refuse it', () => {
    expect(applyCommand(document, typed).ok).toBe(false);
    expect(refusalOf(document, path, [typed])).toBeNull();
  });

  it('is replaced by the numbers that it has', () => {
    const command = withoutFormula(figures, path);
    expect(command).toEqual({
      type: 'setInput',
      path,
      value: { values: Array.from({ length: 24 }, () => 120) },
    });
  });

  it('is replaced before the edit that it was in the way of, in one act', () => {
    const edits = editsWithoutFormulas(figures, [typed]);
    const values = inputAt(applied(document, edits ?? []), `${path}.values`);
    expect(values).toEqual(Array.from({ length: 24 }, (_, at) => (at === 3 ? 7 : 120)));
  });

  it('stays where it has no number in some period, and where there is no formula', () => {
    const broken = applied(document, [{ type: 'setInput', path, value: { formula: '1 / (1 - 1)' } }]);
    expect(withoutFormula(figuresOf(broken), path)).toBeNull();
    expect(editsWithoutFormulas(figuresOf(broken), [typed])).toBeNull();
    expect(withoutFormula(figures, 'segments.smb.winRate')).toBeNull();
    expect(editsWithoutFormulas(figures, [{ ...typed, path: 'segments.smb.winRate' }])).toBeNull();
  });
});

describe('shares in a grid', () => {
  const { structure, locale, texts } = figures;
  const columns = periodColumns({ structure, locale, texts: texts.periods, fiscalYearStart: 1 }, 'period');
  const prague = 'staffGroups.prague.queues.partners.share';
  const partner = 'staffGroups.partner.queues.partners.share';
  const columnIndex = columns.findIndex(({ kind, place }) => kind === 'period' && place === 2);

  it('follow one that is typed, in one act', () => {
    const commands = editCommands(figures, columns, [{ rowId: prague, columnIndex, value: 0.75 }]);
    expect(commands).toEqual([
      { type: 'setPeriods', path: prague, from: 2, values: [0.75] },
      { type: 'setPeriods', path: partner, from: 2, values: [0.25] },
    ]);
    expect(refusalOf(document, prague, commands)).toBeNull();
  });

  it('are refused where they are typed when they are no shares', () => {
    const commands = editCommands(figures, columns, [{ rowId: prague, columnIndex, value: 1.5 }]);
    expect(refusalOf(document, prague, commands)).toMatchObject({
      problems: [
        {
          found: '1.5',
          expected: 'a number from 0 to 1',
        },
      ],
    });
  });

  it('emptied are none of the queue', () => {
    const commands = editCommands(figures, columns, [{ rowId: prague, columnIndex, value: null }]);
    expect(commands).toMatchObject([{ values: [0] }, { path: partner, values: [1] }]);
  });

  it('of a group alone cannot be typed over', () => {
    const column = columns[columnIndex];
    if (column === undefined) throw new Error('There is no such column.');
    expect(planCell(figures, 'staffGroups.prague.queues.chat.share', column)).toEqual({
      value: 1,
      state: 'result',
    });
    expect(planCell(figures, prague, column).state).toBe('input');
  });
});
