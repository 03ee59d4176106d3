import type { CellStyle } from 'hucre/xlsx';
import { type Unit, units } from '#shared/model/units.ts';

/** How a number is shown: by its unit, or as a date, a whole number or a factor. */
export type Shown = Unit | 'date' | 'month' | 'whole' | 'exact' | 'code';

/** What a cell is: an input to change, a result, a number from the engine, a step on the way. */
export type Tone = 'input' | 'result' | 'detail' | 'engine' | 'fixed';

const BLUE = '0000FF';
const BLACK = '000000';
const GREY = '595959';
const PURPLE = '7030A0';

const COLOURS: Readonly<Record<Tone, string>> = {
  input: BLUE,
  result: BLACK,
  detail: GREY,
  engine: PURPLE,
  fixed: GREY,
};

const INPUT_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E5' } } as const;
const ENGINE_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3EEF8' } } as const;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3864' } } as const;
const TOTAL_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F8' } } as const;
const SECTION_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E2F0' } } as const;

function decimals(digits: number): string {
  return digits === 0 ? '' : `.${'0'.repeat(digits)}`;
}

/** The number format of a unit; negative numbers keep their sign and are red. */
export function numberFormat(shown: Shown): string {
  if (shown === 'date') return 'yyyy-mm-dd';
  if (shown === 'month') return 'mmm yyyy';
  if (shown === 'whole') return '#,##0';
  if (shown === 'exact') return '0.0######';
  if (shown === 'code') return '0.0000E+00';
  const { style, digits } = units[shown];
  const body = style === 'percent' ? `0${decimals(digits)}%` : `#,##0${decimals(digits)}`;
  return `${body};[Red]-${body};${body}`;
}

const FONT = { name: 'Calibri', size: 10 } as const;

function makeNumberStyle(shown: Shown, tone: Tone, isTotal: boolean): CellStyle {
  const fill =
    tone === 'input' ? INPUT_FILL : tone === 'engine' ? ENGINE_FILL : isTotal ? TOTAL_FILL : undefined;
  return {
    font: { ...FONT, color: { rgb: COLOURS[tone] }, bold: isTotal && tone === 'result' },
    numFmt: numberFormat(shown),
    alignment: { horizontal: 'right', vertical: 'top' },
    ...(fill === undefined ? {} : { fill }),
    protection: { locked: tone !== 'input' },
  };
}

const numberStyles = new Map<Shown, Map<Tone, readonly [plain: CellStyle, total: CellStyle]>>();

/** The style of a number. Asked for every cell of a workbook, so found without putting a key together. */
export function numberStyle(shown: Shown, tone: Tone, isTotal = false): CellStyle {
  const ofShown = numberStyles.get(shown) ?? new Map<Tone, readonly [CellStyle, CellStyle]>();
  const pair = ofShown.get(tone);
  if (pair !== undefined) return pair[isTotal ? 1 : 0];
  const made = [makeNumberStyle(shown, tone, false), makeNumberStyle(shown, tone, true)] as const;
  ofShown.set(tone, made);
  numberStyles.set(shown, ofShown);
  return made[isTotal ? 1 : 0];
}

export type TextTone =
  | 'title'
  | 'head'
  | 'section'
  | 'label'
  | 'detail'
  | 'note'
  | 'state'
  | 'wrapped'
  | 'unit'
  | 'strong';

const TEXT_STYLES: Readonly<Record<TextTone, CellStyle>> = {
  title: { font: { ...FONT, size: 14, bold: true } },
  head: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: HEAD_FILL,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  section: { font: { ...FONT, bold: true }, fill: SECTION_FILL },
  label: { font: FONT, alignment: { vertical: 'top' } },
  strong: { font: { ...FONT, bold: true }, alignment: { vertical: 'top' } },
  detail: {
    font: { ...FONT, color: { rgb: GREY } },
    alignment: { horizontal: 'left', vertical: 'top', indent: 1 },
  },
  note: { font: { ...FONT, italic: true, color: { rgb: GREY } } },
  state: { font: { ...FONT, bold: true, color: { rgb: PURPLE } } },
  unit: { font: FONT, alignment: { horizontal: 'left', vertical: 'top', indent: 1 } },
  wrapped: { font: FONT, alignment: { vertical: 'top', wrapText: true } },
};

/** About how wide a text is, in digits; Chinese signs take two. */
export function textWidth(text: string): number {
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return text.length + 0.9 * wide;
}

export function textStyle(tone: TextTone): CellStyle {
  return TEXT_STYLES[tone];
}

const headStyles = new Map<Shown, CellStyle>();

export function headStyle(shown: Shown): CellStyle {
  const found = headStyles.get(shown);
  if (found !== undefined) return found;
  const made = { ...TEXT_STYLES.head, numFmt: numberFormat(shown) };
  headStyles.set(shown, made);
  return made;
}
