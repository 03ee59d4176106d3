import { paper } from '#shared/kernel/palette.ts';

/** Pieces of SVG for print. Numbers are points; text is measured by rule, since there is no screen to ask. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What drawing needs to know of the report. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** A text by the families that its signs need. */
  readonly runsOf: (text: string) => readonly { readonly text: string; readonly font: string }[];
  /** A value of an axis or a label, short. */
  readonly compact: (value: number) => string;
  /** A value in full. */
  readonly full: (value: number) => string;
}

export const fontSize = 8;

const CHINESE = /[\u2E80-\u9FFF\uF900-\uFFEF]/;

export function textWidth(text: string, size = fontSize): number {
  return (
    Array.from(text).reduce(
      (sum, sign) => sum + (CHINESE.test(sign) ? 1 : /[A-ZА-Я]/.test(sign) ? 0.66 : 0.53),
      0,
    ) * size
  );
}

export function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Control characters are not allowed in XML at all.
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
  );
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly color?: string;
  readonly size?: number;
}

export function textAt(drawing: Drawing, x: number, y: number, text: string, style: TextStyle = {}): string {
  const { anchor = 'start', color = paper.text, size = fontSize } = style;
  const runs = drawing.runsOf(text);
  const [{ font } = { font: '' }] = runs;
  const inside =
    runs.length < 2
      ? escaped(text)
      : runs.map((run) => `<tspan font-family="${run.font}">${escaped(run.text)}</tspan>`).join('');
  return `<text x="${round(x)}" y="${round(y)}" font-family="${font}" font-size="${size}" fill="${color}" text-anchor="${anchor}" xml:space="preserve">${inside}</text>`;
}

/** What adding a margin and taking it off again may change in a width. */
const ROUNDING = 1e-6;

/** A text cut to a width, with an ellipsis where it was cut. */
export function fitted(text: string, width: number, size = fontSize): string {
  if (textWidth(text, size) <= width + ROUNDING) return text;
  const signs = Array.from(text);
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('')}…`;
}

export function lineTo(
  from: readonly [number, number],
  to: readonly [number, number],
  color: string,
  width = 0.5,
): string {
  return `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${color}" stroke-width="${width}"/>`;
}

export function rectangle({ x, y, width, height }: Box, color: string, opacity = 1): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" fill="${color}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}/>`;
}

export function polyline(points: readonly (readonly [number, number])[], color: string, dash = ''): string {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polyline points="${list}" fill="none" stroke="${color}" stroke-width="1.6"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
}

export function polygon(
  points: readonly (readonly [number, number])[],
  color: string,
  opacity: number,
): string {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${list}" fill="${color}" fill-opacity="${opacity}" stroke="none"/>`;
}

export function svg({ width, height }: Drawing, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}
