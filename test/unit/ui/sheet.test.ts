import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTsv, rangeText } from '#renderer/ui/Sheet/clipboard.ts';
import { clearEdits, fillEdits, pasteEdits } from '#renderer/ui/Sheet/edits.ts';
import type { EditOutcome } from '#renderer/ui/Sheet/edits.ts';
import { statsOf, cellsIn } from '#renderer/ui/Sheet/grid.ts';
import type { SheetModel } from '#renderer/ui/Sheet/grid.ts';
import { groupsAround, visibleRows } from '#renderer/ui/Sheet/rowTree.ts';
import { initialState, modelOf, viewOf, withShown } from '#renderer/ui/Sheet/state.ts';
import type { SheetState } from '#renderer/ui/Sheet/state.ts';
import { step } from '#renderer/ui/Sheet/step.ts';
import type { SheetAction } from '#renderer/ui/Sheet/step.ts';
import type { SheetEdit } from '#renderer/ui/Sheet/types.ts';
import { harnessCell, harnessColumns } from '#test/support/sheetHarness/harnessData.ts';
import { range, sheetCase } from '#test/support/sheetHarness/sheetCase.ts';

const inputs = new Map([
  ['g0.0 0', 24],
  ['g0.0 1', 30],
  ['g0.3 0', 0.125],
]);
const props = sheetCase(12, inputs);
const { rows } = props;
const model: SheetModel = modelOf(props, new Set());
const nothing = { computed: 0, lines: [], headings: 0, outside: 0 };

/** Runs acts one after the other, as the component does, and gathers what the app would be told. */
function run(actions: readonly SheetAction[], start: SheetState = initialState(rows)) {
  const edits: (readonly SheetEdit[])[] = [];
  const history: string[] = [];
  const state = actions.reduce((before, action) => {
    const next = step(viewOf(before, modelOf(props, before.collapsed), rows, 10), action);
    if (next.edits !== undefined && next.edits.length > 0) edits.push(next.edits);
    if (next.history !== undefined) history.push(next.history);
    return next.state;
  }, start);
  return { state, edits, history };
}

describe('paste, fill and clear', () => {
  it('repeats one cell, or a block that fits, over the whole range', () => {
    const one = pasteEdits(model, range(1, 0, 2, 1), [['5']]);
    expect(one.kind === 'edits' && one.edits.map(({ value }) => value)).toEqual([5, 5, 5, 5]);
    const block = pasteEdits(model, range(1, 0, 2, 3), [['5', '6']]);
    expect(block.kind === 'edits' && block.edits.map(({ value }) => value)).toEqual([5, 6, 5, 6, 5, 6, 5, 6]);
  });

  it('grows from the first cell when the block does not fit the range', () => {
    const outcome = pasteEdits(model, range(1, 0, 1, 1), [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(
      outcome.kind === 'edits' && outcome.edits.map(({ rowId, columnIndex }) => `${rowId} ${columnIndex}`),
    ).toEqual(['g0.0 0', 'g0.0 1', 'g0.0 2', 'g0.1 0', 'g0.1 1', 'g0.1 2']);
  });

  it('counts computed cells and what hangs over the edge, and writes neither', () => {
    // Column 12 is the year total, 13 is outside; line 6 is computed.
    const outcome = pasteEdits(model, range(5, 11), [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(outcome).toEqual({
      kind: 'edits',
      edits: [{ rowId: 'g0.4', columnIndex: 11, value: 1 }],
      skipped: { computed: 1, lines: ['Offered contacts'], headings: 0, outside: 4 },
    });
  });

  it('changes nothing when one cell is no number or impossible, and names it', () => {
    expect(pasteEdits(model, range(1, 0), [['5', 'x']])).toEqual({
      kind: 'refused',
      message: 'Nothing was pasted. New deals, Feb 2027: "x" is not a number.',
    });
    expect(pasteEdits(model, range(1, 0), [['5', '-1']]).kind).toBe('refused');
  });

  it('fills from the first of the range, or from the neighbour of a single cell', () => {
    const right = fillEdits(model, range(1, 1, 1, 3), 'right');
    expect(right.kind === 'edits' && right.edits).toEqual([
      { rowId: 'g0.0', columnIndex: 2, value: 30 },
      { rowId: 'g0.0', columnIndex: 3, value: 30 },
    ]);
    const single = fillEdits(model, range(1, 2), 'right');
    expect(single.kind === 'edits' && single.edits).toEqual([{ rowId: 'g0.0', columnIndex: 2, value: 30 }]);
    const down = fillEdits(model, range(1, 1, 2, 1), 'down');
    expect(down.kind === 'edits' && down.edits).toEqual([{ rowId: 'g0.1', columnIndex: 1, value: 30 }]);
    expect(fillEdits(model, range(1, 0), 'right')).toEqual({ kind: 'edits', edits: [], skipped: nothing });
  });

  it('clears only what was set', () => {
    expect(clearEdits(model, range(0, 0, 4, 2))).toEqual({
      kind: 'edits',
      edits: [
        { rowId: 'g0.0', columnIndex: 0, value: null },
        { rowId: 'g0.0', columnIndex: 1, value: null },
        { rowId: 'g0.3', columnIndex: 0, value: null },
      ],
      skipped: nothing,
    });
  });

  it('sums the numbers of a range without errors and gaps', () => {
    expect(statsOf(cellsIn(model, range(1, 0, 1, 1)))).toEqual({ sum: 54, average: 27, count: 2 });
    expect(statsOf(cellsIn(model, range(8, 3, 8, 5)))).toMatchObject({ count: 2 });
    expect(statsOf(cellsIn(model, range(8, 4)))).toBeNull();
  });
});

describe('totals between the periods', () => {
  // Months stand in columns 0 to 11 and 13 to 24, the totals of the years in 12 and 25.
  const twoYears = harnessColumns(24);
  const across: SheetModel = {
    ...model,
    columns: twoYears,
    getCell: (rowId, column) => harnessCell(inputs, twoYears, rowId, column),
  };
  const filled: SheetModel = {
    ...across,
    getCell: (rowId, column) =>
      harnessCell(new Map([[`${rowId} ${column}`, 50 + column]]), twoYears, rowId, column),
  };
  const placesOf = (outcome: EditOutcome) => {
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return outcome.edits.map(({ columnIndex, value }) => [columnIndex, value]);
  };

  it('pastes a row of months into months only, past the total among them', () => {
    const outcome = pasteEdits(across, range(1, 10), [['1', '2', '3', '4', '5']]);
    expect(placesOf(outcome)).toEqual([
      [10, 1],
      [11, 2],
      [13, 3],
      [14, 4],
      [15, 5],
    ]);
    expect(outcome).toMatchObject({ skipped: nothing });
  });

  it('repeats a block over the months of a range, and does not count its total', () => {
    expect(placesOf(pasteEdits(across, range(1, 10, 1, 14), [['1', '2']]))).toEqual([
      [10, 1],
      [11, 2],
      [13, 1],
      [14, 2],
    ]);
  });

  it('counts what has no month left and writes nothing from a total on', () => {
    expect(pasteEdits(across, range(1, 24), [['1', '2', '3']])).toEqual({
      kind: 'edits',
      edits: [{ rowId: 'g0.0', columnIndex: 24, value: 1 }],
      skipped: { ...nothing, outside: 2 },
    });
    expect(pasteEdits(across, range(1, 12), [['1', '2', '3']])).toEqual({
      kind: 'edits',
      edits: [],
      skipped: { ...nothing, computed: 3, lines: ['New deals'] },
    });
    expect(pasteEdits(across, range(1, 12), [['1']])).toEqual({
      kind: 'edits',
      edits: [],
      skipped: { ...nothing, computed: 1, lines: ['New deals'] },
    });
  });

  it('pastes back in place what it copied, wherever the range begins and ends', () => {
    const column = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(column, column, fc.boolean(), (one, other, isWhole) => {
        const copied = range(1, Math.min(one, other), 2, Math.max(one, other));
        const text = rangeText(filled, copied);
        const months = twoYears
          .map((_, index) => index)
          .filter((index) => index >= copied.left && index <= copied.right && index % 13 !== 12);
        const target = isWhole ? copied : range(1, months[0] ?? copied.left);
        expect(placesOf(pasteEdits(across, target, parseTsv(text)))).toEqual(
          [1, 2].flatMap(() => months.map((index) => [index, 50 + index])),
        );
      }),
    );
  });

  it('copies totals only when nothing else is selected', () => {
    expect(rangeText(across, range(1, 11, 1, 13))).toBe('24\t24');
    expect(rangeText(across, range(1, 12))).toBe('288');
  });

  it('fills right past a total, from the month before it too', () => {
    expect(placesOf(fillEdits(filled, range(1, 11, 1, 14), 'right'))).toEqual([
      [13, 61],
      [14, 61],
    ]);
    expect(fillEdits(filled, range(1, 11, 1, 14), 'right')).toMatchObject({ skipped: nothing });
    expect(placesOf(fillEdits(filled, range(1, 13), 'right'))).toEqual([[13, 61]]);
    expect(fillEdits(filled, range(1, 12), 'right')).toEqual({
      kind: 'edits',
      edits: [],
      skipped: { ...nothing, computed: 1, lines: ['New deals'] },
    });
  });

  it('clears the months around a total without speaking of the total', () => {
    expect(clearEdits(filled, range(1, 11, 1, 13))).toEqual({
      kind: 'edits',
      edits: [
        { rowId: 'g0.0', columnIndex: 11, value: null },
        { rowId: 'g0.0', columnIndex: 13, value: null },
      ],
      skipped: nothing,
    });
  });
});

describe('the acts of a user', () => {
  it('commits an entry by arrow and starts the next one', () => {
    const { edits, state } = run([
      { type: 'type', text: '1' },
      { type: 'type', text: '12' },
      { type: 'commit', direction: 'right' },
      { type: 'type', text: '5' },
      { type: 'enter', direction: 'down' },
    ]);
    expect(edits).toEqual([
      [{ rowId: 'g0.0', columnIndex: 0, value: 12 }],
      [{ rowId: 'g0.0', columnIndex: 1, value: 5 }],
    ]);
    expect(state.active).toEqual({ rowId: 'g0.1', columnIndex: 1 });
  });

  it('takes an emptied entry as a wish for the default', () => {
    const { edits } = run([{ type: 'editEmpty' }, { type: 'enter', direction: 'down' }]);
    expect(edits).toEqual([[{ rowId: 'g0.0', columnIndex: 0, value: null }]]);
  });

  it('fills the selection with one entry', () => {
    const { edits } = run([
      { type: 'move', motion: { by: 'step', direction: 'right' }, extends: true },
      { type: 'type', text: '9' },
      { type: 'fillSelection' },
    ]);
    expect(edits).toEqual([
      [
        { rowId: 'g0.0', columnIndex: 0, value: 9 },
        { rowId: 'g0.0', columnIndex: 1, value: 9 },
      ],
    ]);
  });

  it('stays on an impossible entry whatever would leave it', () => {
    const leaving: readonly SheetAction[] = [
      { type: 'enter', direction: 'down' },
      { type: 'tab', direction: 'right' },
      { type: 'finish' },
      { type: 'point', active: { row: 4, column: 4 }, end: { row: 4, column: 4 } },
    ];
    for (const action of leaving) {
      const { edits, state } = run([{ type: 'type', text: '-3' }, action]);
      expect(edits).toEqual([]);
      expect(state.editor?.problem).toBe('It cannot be negative.');
    }
  });

  it('writes only to editable cells, in the range of the sheet, whatever is done', () => {
    const point = fc.record({
      row: fc.integer({ min: 0, max: 19 }),
      column: fc.integer({ min: 0, max: 12 }),
    });
    const text = fc.constantFrom('', '5', '7.5', '-1', 'x');
    const cells = fc.constantFrom(
      [['']],
      [['5']],
      [['x']],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    );
    const action: fc.Arbitrary<SheetAction> = fc.oneof(
      fc.record({ type: fc.constant('point' as const), active: point, end: point }),
      fc.record({ type: fc.constant('type' as const), text }),
      fc.record({ type: fc.constant('paste' as const), cells }),
      fc.record({ type: fc.constant('dragFill' as const), to: point }),
      fc.record({
        type: fc.constant('spread' as const),
        total: fc.integer({ min: 0, max: 999 }),
        method: fc.constantFrom('byDays' as const, 'evenly' as const, 'byShape' as const),
      }),
      fc.record({
        type: fc.constantFrom('enter' as const, 'tab' as const),
        direction: fc.constantFrom('up' as const, 'down' as const),
      }),
      fc.record({
        type: fc.constantFrom(
          'clear' as const,
          'fillRight' as const,
          'fillDown' as const,
          'edit' as const,
          'cancel' as const,
          'fillSelection' as const,
          'selectAll' as const,
        ),
      }),
      fc.record({ type: fc.constant('toggle' as const), rowId: fc.constantFrom('g0', 'g1') }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
        for (const edit of run(actions).edits.flat()) {
          expect(props.getCell(edit.rowId, edit.columnIndex).state).not.toBe('result');
          expect(edit.value === null || edit.value >= 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stores an open entry where it was typed when a group is closed around it', () => {
    const { edits, state } = run([
      { type: 'type', text: '7' },
      { type: 'toggle', rowId: 'g0' },
      { type: 'enter', direction: 'down' },
    ]);
    expect(edits).toEqual([[{ rowId: 'g0.0', columnIndex: 0, value: 7 }]]);
    expect(state.editor).toBeNull();
  });

  it('hides what is in a closed group and opens it again when something inside is shown', () => {
    const closed = run([{ type: 'toggle', rowId: 'g0' }]).state;
    expect(
      visibleRows(rows, closed.collapsed)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['g0', 'g1']);
    const shown = withShown(closed, rows, { rowId: 'g0.5', columnIndex: 3 });
    expect(viewOf(shown, modelOf(props, shown.collapsed), rows, 10).active?.row.label).toBe(
      'Offered contacts',
    );
  });

  it('knows the groups around a row at any depth', () => {
    const row = (id: string, level: number, kind: 'group' | 'result') =>
      ({ id, level, kind, label: id, unit: '', format: { style: 'number' } }) as const;
    const tree = [
      row('a', 0, 'group'),
      row('b', 1, 'group'),
      row('b1', 2, 'result'),
      row('c', 1, 'group'),
      row('c1', 2, 'result'),
      row('z', 0, 'result'),
    ];
    expect(groupsAround(tree, 'c1')).toEqual(['c', 'a']);
    expect(groupsAround(tree, 'z')).toEqual([]);
    expect(visibleRows(tree, new Set(['b'])).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'c1', 'z']);
    expect(visibleRows(tree, new Set(['a', 'b'])).map(({ id }) => id)).toEqual(['a', 'z']);
  });
});
