import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellBox, geometryOf, hitAt, scrollFor } from '#renderer/ui/Sheet/geometry.ts';
import { actionOf, editorActionOf } from '#renderer/ui/Sheet/keys.ts';
import { moved } from '#renderer/ui/Sheet/motion.ts';
import type { Motion } from '#renderer/ui/Sheet/motion.ts';

const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const inside = { isGroup: false, isFirstColumn: false, isLastColumn: false };

describe('moving', () => {
  const filled = new Set(['0 1', '0 2', '0 3', '0 6', '4 1']);
  const bounds = {
    rowCount: 5,
    columnCount: 8,
    pageRows: 3,
    hasValue: ({ row, column }: { row: number; column: number }) => filled.has(`${row} ${column}`),
  };

  it.each([
    [
      { row: 0, column: 1 },
      { by: 'edge', direction: 'right' },
      { row: 0, column: 3 },
    ],
    [
      { row: 0, column: 3 },
      { by: 'edge', direction: 'right' },
      { row: 0, column: 6 },
    ],
    [
      { row: 0, column: 6 },
      { by: 'edge', direction: 'right' },
      { row: 0, column: 7 },
    ],
    [
      { row: 0, column: 6 },
      { by: 'edge', direction: 'left' },
      { row: 0, column: 3 },
    ],
    [
      { row: 0, column: 1 },
      { by: 'edge', direction: 'down' },
      { row: 4, column: 1 },
    ],
    [
      { row: 1, column: 5 },
      { by: 'page', direction: 'down' },
      { row: 4, column: 5 },
    ],
    [
      { row: 1, column: 5 },
      { by: 'step', direction: 'up' },
      { row: 0, column: 5 },
    ],
    [{ row: 1, column: 5 }, { by: 'rowEnd' }, { row: 1, column: 7 }],
    [{ row: 1, column: 5 }, { by: 'last' }, { row: 4, column: 7 }],
  ] as const)('from %o by %o comes to %o', (from, motion, to) => {
    expect(moved(from, motion, bounds)).toEqual(to);
  });

  it('never leaves the sheet', () => {
    const direction = fc.constantFrom('up' as const, 'down' as const, 'left' as const, 'right' as const);
    const motion: fc.Arbitrary<Motion> = fc.oneof(
      fc.record({ by: fc.constantFrom('step' as const, 'edge' as const, 'page' as const), direction }),
      fc.record({
        by: fc.constantFrom('rowStart' as const, 'rowEnd' as const, 'first' as const, 'last' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(motion, { maxLength: 40 }), (motions) => {
        const at = motions.reduce((point, next) => moved(point, next, bounds), { row: 2, column: 3 });
        expect(at.row >= 0 && at.row < 5 && at.column >= 0 && at.column < 8).toBe(true);
      }),
    );
  });

  it('lets typed characters and foreign shortcuts through to the browser', () => {
    expect(actionOf({ ...press, key: '7' }, inside)).toBeNull();
    expect(actionOf({ ...press, key: 'c', ctrlKey: true }, inside)).toBeNull();
    expect(actionOf({ ...press, key: 'ArrowLeft', altKey: true }, inside)).toBeNull();
    expect(editorActionOf({ ...press, key: 'ArrowLeft' }, 'editing')).toBeNull();
    expect(editorActionOf({ ...press, key: 'ArrowLeft' }, 'typing')).toEqual({
      type: 'commit',
      direction: 'left',
    });
  });
});

describe('keys that depend on the place', () => {
  it('leaves Tab at the last column and Shift+Tab at the first to the browser, and to the entry when one is open', () => {
    const forwards = { ...press, key: 'Tab' };
    const backwards = { ...forwards, shiftKey: true };
    const first = { ...inside, isFirstColumn: true };
    const last = { ...inside, isLastColumn: true };
    expect(actionOf(forwards, last)).toBeNull();
    expect(actionOf(backwards, first)).toBeNull();
    expect(actionOf(forwards, first)).toEqual({ type: 'tab', direction: 'right' });
    expect(actionOf(backwards, last)).toEqual({ type: 'tab', direction: 'left' });
    expect(editorActionOf(forwards, 'typing')).toEqual({ type: 'tab', direction: 'right' });
    expect(editorActionOf(backwards, 'editing')).toEqual({ type: 'tab', direction: 'left' });
  });

  it('takes Space on a group heading as Enter, and elsewhere as a typed character', () => {
    const space = { ...press, key: ' ' };
    const heading = { ...inside, isGroup: true };
    expect(actionOf(space, heading)).toEqual(actionOf({ ...press, key: 'Enter' }, heading));
    expect(actionOf(space, inside)).toBeNull();
    expect(actionOf({ ...space, shiftKey: true }, heading)).toEqual({ type: 'selectRow' });
  });
});

describe('places on the screen', () => {
  const geometry = geometryOf({});
  const viewport = { left: 500, top: 300, width: 900, height: 400 };
  const size = { rowCount: 500, columnCount: 120 };

  it('finds under the pointer the cell that is drawn there', () => {
    const point = fc.record({
      row: fc.integer({ min: 12, max: 24 }),
      column: fc.integer({ min: 7, max: 12 }),
    });
    fc.assert(
      fc.property(point, (at) => {
        const box = cellBox(geometry, at);
        const pointer = { x: box.left - viewport.left + 1, y: box.top - viewport.top + 1 };
        expect(hitAt(geometry, viewport, pointer, size)).toEqual({ zone: 'cell', point: at });
      }),
    );
  });

  it('scrolls a cell free of the frozen parts, and not at all when it is seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 499 }), fc.integer({ min: 0, max: 119 }), (row, column) => {
        const { left, top } = scrollFor(geometry, viewport, { row, column });
        const box = cellBox(geometry, { row, column });
        expect(box.left - left).toBeGreaterThanOrEqual(geometry.labelWidth + geometry.unitWidth);
        expect(box.top - top).toBeGreaterThanOrEqual(geometry.headerHeight);
        expect(box.left + box.width - left).toBeLessThanOrEqual(viewport.width);
        expect(box.top + box.height - top).toBeLessThanOrEqual(viewport.height);
        const again = scrollFor(geometry, { ...viewport, left, top }, { row, column });
        expect(again).toEqual({ left, top });
      }),
    );
  });
});
