import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactText, rangeHtml, storedNumber } from '#renderer/ui/Sheet/clipboard.ts';
import { continued, dragFillEdits, fillTarget } from '#renderer/ui/Sheet/fill.ts';
import { findMatches, nextMatch } from '#renderer/ui/Sheet/find.ts';
import { cellsIn, statsOf } from '#renderer/ui/Sheet/grid.ts';
import { actionOf } from '#renderer/ui/Sheet/keys.ts';
import { cellMarks } from '#renderer/ui/Sheet/marks.ts';
import { menuChoices } from '#renderer/ui/Sheet/panels.ts';
import { stuckGroup } from '#renderer/ui/Sheet/rowTree.ts';
import { canSpread, partsOf, spreadEdits } from '#renderer/ui/Sheet/spread.ts';
import { initialState, modelOf, viewOf } from '#renderer/ui/Sheet/state.ts';
import { step } from '#renderer/ui/Sheet/step.ts';
import type { SheetAction } from '#renderer/ui/Sheet/step.ts';
import { harnessTexts } from '#test/support/sheetHarness/harnessData.ts';
import { range, sheetCase } from '#test/support/sheetHarness/sheetCase.ts';

// Months stand in columns 0 to 11 and 13 to 24, the totals of the years in 12 and 25.
const inputs = new Map([
  ['g0.0 0', 10],
  ['g0.0 1', 20],
  ['g0.1 9', 1500],
  ['g0.4 1', 300],
]);
const props = sheetCase(24, inputs);
const { rows, columns } = props;
const model = modelOf(props, new Set());

function view(row: number, column: number, endRow = row, endColumn = column) {
  const state = {
    ...initialState(rows),
    active: { rowId: rows[row]?.id ?? '', columnIndex: column },
    end: { rowId: rows[endRow]?.id ?? '', columnIndex: endColumn },
  };
  return viewOf(state, model, rows, 10);
}

describe('the fill handle', () => {
  it('leads along the axis in which the pointer is farther away, and nowhere inside', () => {
    expect(fillTarget(range(1, 1), { row: 1, column: 1 })).toBeNull();
    expect(fillTarget(range(1, 1), { row: 2, column: 4 })).toEqual({
      range: range(1, 2, 1, 4),
      direction: 'right',
    });
    expect(fillTarget(range(1, 3), { row: 1, column: 0 })?.direction).toBe('left');
    expect(fillTarget(range(1, 1), { row: 6, column: 2 })).toEqual({
      range: range(2, 1, 6, 1),
      direction: 'down',
    });
    expect(fillTarget(range(5, 1), { row: 1, column: 1 })?.direction).toBe('up');
  });

  it('repeats one number, goes on with even steps, and repeats any other pattern', () => {
    expect([1, 2, 3].map((place) => continued([7], place))).toEqual([7, 7, 7]);
    expect([1, 2].map((place) => continued([10, 20, 30], place))).toEqual([40, 50]);
    expect([1, 2, 3].map((place) => continued([1, 5, 2], place))).toEqual([1, 5, 2]);
    expect(continued([0.1, 0.2, 0.3], 1)).toBeCloseTo(0.4, 12);
    expect([1, 2].map((place) => continued([4, null], place))).toEqual([4, null]);
  });

  it('goes on over the months, past the total of a year', () => {
    const target = fillTarget(range(1, 0, 1, 1), { row: 1, column: 14 });
    if (target === null) throw new Error('The pointer is outside the source');
    const outcome = dragFillEdits(model, range(1, 0, 1, 1), target);
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    const written = outcome.edits.map(({ columnIndex }) => columnIndex);
    expect(written).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14]);
    expect(outcome.edits.map(({ value }) => value).slice(0, 3)).toEqual([30, 40, 50]);
    expect(outcome.edits.at(-1)?.value).toBe(140);
  });

  it('goes backwards to the left, and writes nothing at all once a number cannot stand', () => {
    const back = fillTarget(range(1, 1, 1, 1), { row: 1, column: 0 });
    expect(back && dragFillEdits(model, range(1, 1), back)).toMatchObject({
      edits: [{ columnIndex: 0, value: 20 }],
    });
    const falling = {
      ...model,
      getCell: (id: string, at: number) => ({ ...model.getCell(id, at), value: 5 - at * 5 }),
    };
    const target = fillTarget(range(1, 0, 1, 1), { row: 1, column: 4 });
    expect(target && dragFillEdits(falling, range(1, 0, 1, 1), target)).toEqual({
      kind: 'refused',
      message: 'Nothing was pasted. New deals, Mar 2027: It cannot be negative.',
    });
  });

  it('leaves computed lines alone when it is dragged down, and selects what it filled', () => {
    const { edits, state } = step(view(5, 0), { type: 'dragFill', to: { row: 7, column: 0 } });
    expect(edits).toEqual([]);
    expect(state.message).toBe('2 computed cells were left as they are.');
    const filled = step(view(1, 0), { type: 'dragFill', to: { row: 1, column: 2 } });
    expect(filled.state).toMatchObject({
      end: { rowId: 'g0.0', columnIndex: 2 },
      message: '2 cells filled.',
    });
  });
});

describe('finding', () => {
  const all = { rows, columns, getCell: props.getCell, locale: 'en' };

  it('finds names in any case and accent, also of headings', () => {
    expect(findMatches(all, 'OFFERED')).toEqual([
      { rowId: 'g0.5', columnIndex: 0 },
      { rowId: 'g1.5', columnIndex: 0 },
    ]);
    expect(findMatches(all, 'segment 2')).toEqual([{ rowId: 'g1', columnIndex: 0 }]);
    const czech = { ...all, rows: [{ ...rows[1]!, label: 'Příchozí hovory' }] };
    expect(findMatches(czech, 'prichozi')).toHaveLength(1);
  });

  it('finds numbers as they are shown, with or without signs between thousands', () => {
    expect(findMatches(all, '1500')).toEqual([{ rowId: 'g0.1', columnIndex: 9 }]);
    expect(findMatches(all, '1,500')).toEqual([{ rowId: 'g0.1', columnIndex: 9 }]);
    expect(findMatches(all, '')).toEqual([]);
    expect(findMatches(all, 'nothing like it')).toEqual([]);
  });

  it('goes round in reading order from where the cursor stands', () => {
    const matches = findMatches(all, 'offered');
    expect(nextMatch(matches, rows, { rowId: 'g0.5', columnIndex: 0 }, 'next')).toBe(1);
    expect(nextMatch(matches, rows, { rowId: 'g1.8', columnIndex: 0 }, 'next')).toBe(0);
    expect(nextMatch(matches, rows, { rowId: 'g0.5', columnIndex: 0 }, 'previous')).toBe(1);
    expect(nextMatch([], rows, null, 'next')).toBe(-1);
  });

  it('opens the closed group around what it found, and says when there is nothing', () => {
    const closed = { ...initialState(rows), collapsed: new Set(['g1']), query: 'wages' };
    const at = { ...closed, active: { rowId: 'g0.8', columnIndex: 0 } };
    const next = step(viewOf(at, modelOf(props, at.collapsed), rows, 10), {
      type: 'findNext',
      direction: 'next',
    });
    expect(next.state.active).toEqual({ rowId: 'g1.8', columnIndex: 0 });
    expect(next.state.collapsed.size).toBe(0);
    const none = step(
      { ...view(1, 0), state: { ...view(1, 0).state, query: 'zzz' } },
      {
        type: 'findNext',
        direction: 'next',
      },
    );
    expect(none.state.message).toBe('"zzz" is not here.');
  });
});

describe('spreading a total', () => {
  it('parts it by weights, and whole numbers wholly', () => {
    expect(partsOf(100, [31, 28, 31], true)).toEqual([35, 31, 34]);
    expect(partsOf(90, [1, 1, 1], false)).toEqual([30, 30, 30]);
    expect(partsOf(10, [0, 0], false)).toEqual([5, 5]);
  });

  it('never loses or adds a whole number', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), weights, (total, parts) => {
        const spread = partsOf(total, parts, true);
        expect(spread.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(spread.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('goes over the year of the cell, or over the periods that are selected', () => {
    const year = spreadEdits(model, view(1, 3).selection, 365, 'byDays');
    expect(year).toMatchObject({ kind: 'edits', edits: expect.objectContaining({ length: 12 }) });
    expect(year.kind === 'edits' && year.edits.map(({ value }) => value).slice(0, 3)).toEqual([31, 28, 31]);
    // From the total of a year on, it is the year of that total.
    const fromTotal = spreadEdits(model, view(1, 25).selection, 120, 'evenly');
    expect(fromTotal.kind === 'edits' && fromTotal.edits.map(({ columnIndex }) => columnIndex)).toEqual([
      13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ]);
    const some = spreadEdits(model, view(1, 0, 1, 1).selection, 90, 'byShape');
    expect(some.kind === 'edits' && some.edits.map(({ value }) => value)).toEqual([30, 60]);
  });

  it('is offered for amounts only, and refused as a whole where a part cannot stand', () => {
    expect(canSpread(model, view(1, 0).selection)).toBe(true);
    expect(canSpread(model, view(4, 0).selection)).toBe(false);
    expect(canSpread(model, view(2, 0).selection)).toBe(false);
    expect(canSpread(model, view(6, 0).selection)).toBe(false);
    expect(spreadEdits(model, view(1, 0).selection, -12, 'evenly').kind).toBe('refused');
  });
});

describe('sum, average and count of the selection', () => {
  it('adds no rates, no people over months and no different units', () => {
    expect(statsOf(cellsIn(model, range(4, 0, 4, 1)))).toEqual({ sum: null, average: 0.12, count: 2 });
    expect(statsOf(cellsIn(model, range(7, 0, 7, 1)))).toMatchObject({ sum: null, count: 2 });
    expect(statsOf(cellsIn(model, range(7, 0)))?.sum).toBeCloseTo(41.3);
    expect(statsOf(cellsIn(model, range(1, 0, 2, 0)))).toEqual({ sum: null, average: null, count: 2 });
  });

  it('does not count the total of a year beside its months', () => {
    expect(statsOf(cellsIn(model, range(9, 11, 9, 13)))?.count).toBe(2);
    expect(statsOf(cellsIn(model, range(9, 12)))?.count).toBe(1);
  });
});

describe('the heading that stays in sight', () => {
  it('is that of the first line seen, once its own line has scrolled away', () => {
    expect(stuckGroup(rows, 0)).toBe(-1);
    expect(stuckGroup(rows, 0.5)).toBe(0);
    expect(stuckGroup(rows, 4)).toBe(0);
    expect(stuckGroup(rows, 9.4)).toBe(0);
    expect(stuckGroup(rows, 9.6)).toBe(10);
    expect(stuckGroup(rows, 10)).toBe(-1);
    expect(stuckGroup(rows, 12.2)).toBe(10);
    expect(stuckGroup([], 3)).toBe(-1);
  });
});

describe('what a cell says of itself', () => {
  it('names what the base plan has, and a missing source', () => {
    const marksAt = (row: number, column: number) => {
      const { active } = view(row, column);
      return active === null ? [] : cellMarks(active, harnessTexts, 'en');
    };
    expect(marksAt(2, 9)).toEqual(['differs from the base, 1,200']);
    expect(marksAt(5, 1)).toEqual(['no source']);
    expect(marksAt(1, 5)).toEqual(['default']);
    expect(marksAt(1, 0)).toEqual([]);
  });

  it('resets what differs from the base plan, and nothing else', () => {
    expect(step(view(1, 8, 2, 10), { type: 'reset' }).resets).toEqual([{ rowId: 'g0.1', columnIndex: 9 }]);
    expect(step(view(1, 0), { type: 'reset' }).resets).toBeUndefined();
  });

  it('offers what is possible there', () => {
    expect(menuChoices(view(1, 0))).toEqual({
      canWrite: true,
      canEditSeries: true,
      canSpread: true,
      canReset: false,
    });
    expect(menuChoices(view(6, 0))).toEqual({
      canWrite: false,
      canEditSeries: false,
      canSpread: false,
      canReset: false,
    });
    expect(menuChoices(view(2, 9))).toMatchObject({ canReset: true, canSpread: false });
  });

  it('opens the editor of a series only where there is one', () => {
    const open: SheetAction = { type: 'open', what: 'series' };
    expect(step(view(1, 0), open).state.panel).toEqual({ kind: 'series' });
    expect(step(view(6, 0), open).state).toMatchObject({ panel: null, message: harnessTexts.readOnly });
  });
});

describe('keys of the panels', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const place = { isGroup: false, isFirstColumn: false, isLastColumn: false };

  it.each([
    [
      { key: 'f', ctrlKey: true },
      { type: 'open', what: 'find' },
    ],
    [{ key: 'F3' }, { type: 'findNext', direction: 'next' }],
    [
      { key: 'F3', shiftKey: true },
      { type: 'findNext', direction: 'previous' },
    ],
    [{ key: 'ContextMenu' }, { type: 'open', what: 'menu' }],
    [
      { key: 'F10', shiftKey: true },
      { type: 'open', what: 'menu' },
    ],
    [{ key: 'F10' }, null],
    [
      { key: 'Enter', altKey: true },
      { type: 'open', what: 'series' },
    ],
    [
      { key: 'ArrowRight', altKey: true, shiftKey: true },
      { type: 'widenLabels', by: 16 },
    ],
    [
      { key: 'ArrowLeft', altKey: true, shiftKey: true },
      { type: 'widenLabels', by: -16 },
    ],
    [{ key: 'ArrowLeft', altKey: true }, null],
    [{ key: 'Enter', altKey: true, ctrlKey: true }, null],
  ])('%j', (press, action) => {
    expect(actionOf({ ...none, ...press }, place)).toEqual(action);
  });
});

describe('what a spreadsheet copied', () => {
  it.each([
    ['1,234.57', 1234.5678, 'en', '1234.5678'],
    ['1\u00a0234,57', 1234.5678, 'cs', '1234,5678'],
    ['1.234,57', 1234.5678, 'ro', '1234,5678'],
    ['12,5 %', 0.12468, 'ru', '12,468%'],
    ['13%', 0.125, 'zh', '12.5%'],
    ['(1,234)', -1234.4, 'en', '-1234.4'],
    ['1 234,50 Kč', 1234.5, 'en', '1234.5'],
    // What is seen is not that number: a date, a time, a number in thousands.
    ['01/02/2027', 46389, 'en', '01/02/2027'],
    ['04:30', 0.1875, 'en', '04:30'],
    ['1.2', 1_200_000, 'en', '1.2'],
    ['retail', null, 'en', 'retail'],
  ])('%s with %d behind it is typed in %s as %s', (text, value, locale, typed) => {
    expect(exactText({ text, value }, locale)).toBe(typed);
  });

  it.each([
    ['1234.5678', 1234.5678],
    ['1234,5678', 1234.5678],
    ['1e-7', 1e-7],
    ['', null],
    [null, null],
    ['1.234,5', null],
  ])('stored %j as the number %j', (text, value) => {
    expect(storedNumber(text)).toBe(value);
  });

  it('is given the numbers themselves beside their texts', () => {
    const html = rangeHtml({ ...model, locale: 'cs' }, range(3, 0, 4, 0));
    expect(html).toContain('<td x:num="1.35" sdval="1.35" sdnum="1033;">1,35</td>');
    expect(html).toContain('<td x:num="0.12" sdval="0.12" sdnum="1033;0;0.00%">12%</td>');
  });
});
