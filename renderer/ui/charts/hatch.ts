import type { Palette } from '../palette.ts';

/** How an area is marked beside its colour. */
export type Hatch = 'rising' | 'falling' | 'dots' | 'lines';

/** By position among the parts of a stack: neighbours always differ, and the first stays plain. */
const hatches: readonly (Hatch | undefined)[] = [
  undefined,
  'rising',
  undefined,
  'dots',
  undefined,
  'falling',
  undefined,
  'lines',
];

export function hatchOf(position: number): Hatch | undefined {
  return hatches[position % hatches.length];
}

const tileSize = 8;

function drawHatch(context: CanvasRenderingContext2D, hatch: Hatch): void {
  const line = (fromX: number, fromY: number, toX: number, toY: number): void => {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  };
  context.beginPath();
  if (hatch === 'dots') {
    context.arc(2, 2, 1.2, 0, 2 * Math.PI);
    context.arc(6, 6, 1.2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  if (hatch === 'lines') line(0, 4, tileSize, 4);
  // Drawn beyond the tile, so that the corners meet.
  if (hatch === 'rising') {
    for (const shift of [-tileSize, 0, tileSize]) line(shift - 1, tileSize + 1, shift + tileSize + 1, -1);
  }
  if (hatch === 'falling') {
    for (const shift of [-tileSize, 0, tileSize]) line(shift - 1, -1, shift + tileSize + 1, tileSize + 1);
  }
  context.stroke();
}

/** The colour with the hatching over it in that of the page; the plain colour where no pattern can be made. */
export function hatched(color: string, hatch: Hatch | undefined, palette: Palette): string | CanvasPattern {
  if (hatch === undefined) return color;
  const tile = document.createElement('canvas');
  tile.width = tileSize;
  tile.height = tileSize;
  const context = tile.getContext('2d');
  if (context === null) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, tileSize, tileSize);
  context.globalAlpha = 0.6;
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.surface;
  context.lineWidth = 1.2;
  drawHatch(context, hatch);
  return context.createPattern(tile, 'repeat') ?? color;
}
