import { formatPlain } from '../numbers.ts';
import type { Palette } from '../palette.ts';
import { systemFonts } from '../theme.ts';
import { heatShare, highestOf } from './heatScale.ts';
import type { HeatChartData } from './types.ts';

const cell = { width: 84, height: 24, labelWidth: 120, headHeight: 38 };

/** A heat map as a picture: the table on the page is text, which cannot be copied onto a canvas. */
export function heatPicture(heat: HeatChartData, locale: string, palette: Palette): HTMLCanvasElement {
  const scale = 2;
  const canvas = document.createElement('canvas');
  canvas.width = scale * (cell.labelWidth + heat.columns.length * cell.width);
  canvas.height = scale * (cell.headHeight + heat.rows.length * cell.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no drawing surface for the picture.');
  context.scale(scale, scale);
  context.textBaseline = 'middle';
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  drawHeads(context, heat, palette);
  drawCells(context, heat, locale, palette);
  return canvas;
}

function drawHeads(context: CanvasRenderingContext2D, heat: HeatChartData, palette: Palette): void {
  heat.columns.forEach(({ label, note }, place) => {
    const right = cell.labelWidth + (place + 1) * cell.width - 8;
    context.textAlign = 'right';
    context.fillStyle = palette.text;
    context.font = `600 12px ${systemFonts}`;
    context.fillText(label, right, note === undefined ? cell.headHeight / 2 : 12);
    context.fillStyle = palette.textQuiet;
    context.font = `11px ${systemFonts}`;
    if (note !== undefined) context.fillText(note, right, 28);
  });
  context.textAlign = 'left';
  heat.rows.forEach(({ label }, place) =>
    context.fillText(label, 8, cell.headHeight + (place + 0.5) * cell.height, cell.labelWidth - 12),
  );
}

function drawCells(
  context: CanvasRenderingContext2D,
  heat: HeatChartData,
  locale: string,
  palette: Palette,
): void {
  const highest = highestOf(heat);
  context.textAlign = 'right';
  context.font = `12px ${systemFonts}`;
  heat.rows.forEach(({ values }, row) => {
    heat.columns.forEach((_, column) => {
      const value = values[column] ?? null;
      if (value === null) return;
      const left = cell.labelWidth + column * cell.width;
      const top = cell.headHeight + row * cell.height;
      context.globalAlpha = heatShare(value, highest) * 0.42;
      context.fillStyle = palette.series[0] ?? palette.text;
      context.fillRect(left, top, cell.width - 1, cell.height - 1);
      context.globalAlpha = 1;
      context.fillStyle = palette.text;
      context.fillText(formatPlain(value, heat.format, locale), left + cell.width - 8, top + cell.height / 2);
    });
  });
}
