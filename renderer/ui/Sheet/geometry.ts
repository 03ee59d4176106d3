import type { Point, Range } from './grid.ts';

/** Every size is fixed, so places are computed, not measured. */
export interface Geometry {
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly labelWidth: number;
  readonly unitWidth: number;
  readonly columnWidth: number;
}

export function geometryOf(widths: {
  readonly labelWidth?: number | undefined;
  readonly unitWidth?: number | undefined;
  readonly columnWidth?: number | undefined;
}): Geometry {
  return {
    rowHeight: 26,
    headerHeight: 30,
    labelWidth: widths.labelWidth ?? 232,
    unitWidth: widths.unitWidth ?? 84,
    columnWidth: widths.columnWidth ?? 84,
  };
}

export function frozenWidth({ labelWidth, unitWidth }: Geometry): number {
  return labelWidth + unitWidth;
}

export function cellBox(geometry: Geometry, { row, column }: Point) {
  return {
    left: frozenWidth(geometry) + column * geometry.columnWidth,
    top: geometry.headerHeight + row * geometry.rowHeight,
    width: geometry.columnWidth,
    height: geometry.rowHeight,
  };
}

/** The part of a scrolled element that is seen. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where to scroll so that a cell stands free of the frozen parts, moving as little as possible. */
export function scrollFor(
  geometry: Geometry,
  viewport: Viewport,
  point: Point,
  /** What stays in sight below the header: the heading of the group. */
  stuckHeight = 0,
): { left: number; top: number } {
  const box = cellBox(geometry, point);
  const least = (start: number, size: number, seenFrom: number, seenSize: number, frozen: number) => {
    if (start < seenFrom + frozen) return start - frozen;
    return start + size > seenFrom + seenSize ? start + size - seenSize : seenFrom;
  };
  return {
    left: least(box.left, box.width, viewport.left, viewport.width, frozenWidth(geometry)),
    top: least(box.top, box.height, viewport.top, viewport.height, geometry.headerHeight + stuckHeight),
  };
}

export const labelWidths = { least: 120, most: 640 } as const;

/** The rectangle that a range covers. */
export function rangeBox(geometry: Geometry, { top, bottom, left, right }: Range) {
  const from = cellBox(geometry, { row: top, column: left });
  return {
    left: from.left,
    top: from.top,
    width: (right - left + 1) * geometry.columnWidth,
    height: (bottom - top + 1) * geometry.rowHeight,
  };
}

export interface Hit {
  readonly zone: 'cell' | 'rowLabel' | 'columnHeader' | 'corner';
  readonly point: Point;
}

/** What lies under a pointer at x, y from the corner of the viewport; clamped to the sheet for drags beyond it. */
export function hitAt(
  geometry: Geometry,
  viewport: Viewport,
  at: { readonly x: number; readonly y: number },
  size: { readonly rowCount: number; readonly columnCount: number },
): Hit {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(value)));
  const row = clamp((viewport.top + at.y - geometry.headerHeight) / geometry.rowHeight, size.rowCount);
  const column = clamp(
    (viewport.left + at.x - frozenWidth(geometry)) / geometry.columnWidth,
    size.columnCount,
  );
  const isLabel = at.x < frozenWidth(geometry);
  const isHeader = at.y < geometry.headerHeight;
  const zone = isLabel && isHeader ? 'corner' : isLabel ? 'rowLabel' : isHeader ? 'columnHeader' : 'cell';
  return { zone, point: { row, column } };
}
