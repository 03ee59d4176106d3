import type { Scale } from 'chart.js';
import { formatCompact } from '../numbers.ts';
import type { NumberFormat } from '../numbers.ts';
import type { Palette } from '../palette.ts';
import { systemFonts } from '../theme.ts';
import type { ChartLook } from './types.ts';
import { wrapName } from './wrapName.ts';

/** The values of an axis in short, with as many digits as it takes to tell them apart. */
export function tickTexts(
  values: readonly number[],
  format: NumberFormat,
  locale: string,
): readonly string[] {
  const withDigits = (more: number) => values.map((value) => formatCompact(value, format, locale, more));
  const areApart = (texts: readonly string[]) => new Set(texts).size === new Set(values).size;
  return [0, 1].map(withDigits).find(areApart) ?? withDigits(2);
}

export function valueAxis(format: NumberFormat, look: ChartLook, palette: Palette, title?: string) {
  return {
    type: 'linear' as const,
    border: { display: false },
    grid: { color: palette.line },
    ticks: {
      color: palette.textQuiet,
      maxTicksLimit: 6,
      // Ends that are no round number would crowd the round ones beside them.
      includeBounds: false,
      callback: (_: string | number, place: number, ticks: readonly { readonly value: number }[]) =>
        tickTexts(
          ticks.map(({ value }) => value),
          format,
          look.locale,
        )[place] ?? '',
    },
    title: { display: title !== undefined, text: title ?? '', color: palette.textQuiet, font: { size: 11 } },
  };
}

export function periodAxis(palette: Palette, stacked: boolean) {
  return {
    type: 'category' as const,
    stacked,
    border: { color: palette.line },
    grid: { display: false },
    ticks: { color: palette.textQuiet, maxRotation: 0, autoSkip: true, autoSkipPadding: 12 },
  };
}

/** Names of lying bars, beside them: every one is shown. */
export function nameAxis(palette: Palette) {
  return {
    ...periodAxis(palette, true),
    ticks: { color: palette.text, maxRotation: 40, autoSkip: false, autoSkipPadding: 0 },
  };
}

const nameFontSize = 11;

/** Names of standing bars, below them: every one is shown, in lines as wide as the bar has room for. */
export function nameAxisBelow(palette: Palette) {
  return {
    ...periodAxis(palette, true),
    ticks: {
      color: palette.text,
      font: { size: nameFontSize },
      maxRotation: 0,
      autoSkip: false,
      autoSkipPadding: 0,
      callback(this: Scale, value: string | number): string[] {
        const { ctx } = this.chart;
        ctx.font = `${nameFontSize}px ${systemFonts}`;
        const room = this.width / Math.max(1, this.getLabels().length) - 6;
        return wrapName(this.getLabelForValue(Number(value)), room, (text) => ctx.measureText(text).width);
      },
    },
  };
}
