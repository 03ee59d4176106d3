import { figureText, type NumberWords } from '#renderer/state/deciding/figureWords.ts';
import type { Palette } from '#renderer/ui/palette.ts';
import { systemFonts } from '#renderer/ui/theme.ts';
import type { PageSection } from './casePage.ts';

const scale = 2;
const width = 900;
const lineHeight = 22;
const gap = 14;
const valueWidth = 380;

function heightOf(sections: readonly PageSection[], notes: readonly string[]): number {
  const lines = sections.reduce((sum, { rows }) => sum + rows.length + 1, notes.length);
  return lines * lineHeight + sections.length * gap + gap;
}

/** The text, shortened until it fits. */
function fitted(context: CanvasRenderingContext2D, text: string, most: number): string {
  if (context.measureText(text).width <= most) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > most) length -= 1;
  return `${text.slice(0, length)}…`;
}

/** The page as a picture, at double scale, for slides and mails. */
export function drawPage(
  sections: readonly PageSection[],
  notes: readonly string[],
  words: NumberWords,
  palette: Palette,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = heightOf(sections, notes) * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no drawing surface for the picture.');
  context.scale(scale, scale);
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, width, canvas.height);
  context.fillStyle = palette.text;
  context.textBaseline = 'top';
  let y = 0;
  const write = (text: string, x: number, most: number, isBold: boolean): void => {
    context.font = `${isBold ? '600 ' : ''}13px ${systemFonts}`;
    context.fillText(fitted(context, text, most), x, y);
  };
  for (const note of notes) {
    write(note, 0, width, false);
    y += lineHeight;
  }
  for (const { title, rows } of sections) {
    y += gap;
    write(title, 0, width, true);
    y += lineHeight;
    for (const { label, figure } of rows) {
      write(label, 0, width - valueWidth - gap, false);
      context.textAlign = 'right';
      write(figureText(figure, words), width, valueWidth, false);
      context.textAlign = 'left';
      y += lineHeight;
    }
  }
  return canvas;
}
