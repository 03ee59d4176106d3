import { paper, seriesColors } from '#shared/kernel/palette.ts';
import type { ReportContent, ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import { titleWithUnit } from '../charts/chartSvg.ts';
import { columnShares, isAfterNumbers, isRoomyTable } from '../content/layout.ts';
import { pageNumberText } from '../content/pageNumber.ts';
import { Presentation, type Slide, type TableCell } from './library.ts';
import { repairPptx } from './repairPptx.ts';
import { addSlideChart } from './slideCharts.ts';
import type { SlideStyle } from './slideParts.ts';

/** Slides are 13.33 by 7.5 inches; all places below are in inches. */
const LEFT = 0.5;
const WIDTH = 12.33;
const BODY_TOP = 1.72;
const BODY_BOTTOM = 6.85;
/** With a chart beside it, the table takes this much. */
const TABLE_WIDTH = 5.6;
const GUTTER = 0.3;
/** The title of the report above the first page. */
const COVER = 0.92;

function hex(color: string | undefined): string {
  return (color ?? paper.text).replace('#', '');
}

/** Fonts that the reader's computer has; PowerPoint replaces single missing signs by itself. */
function fontOf({ language }: ReportContent): string {
  return language === 'zh' ? 'Microsoft YaHei' : 'Arial';
}

/** Width of a sign as a part of its size. */
const SIGN = 0.56;

function addTable(slide: Slide, table: ReportTable, width: number, top: number, font: string): void {
  const { columns, rows } = table;
  const isNarrow = width < WIDTH;
  const isRoomy = !isNarrow && isRoomyTable(table);
  const isBelowCover = top > BODY_TOP + COVER;
  const fontSize = isNarrow ? 10.5 : isRoomy ? (isBelowCover ? 11.5 : 13) : 10;
  const padding = isRoomy ? (isBelowCover ? 3 : 5) : isNarrow && rows.length <= 7 ? 4 : 2;
  const cell = (text: string, place: number, isHead: boolean): TableCell => ({
    text,
    options: {
      align: columns[place]?.align ?? 'left',
      bold: isHead,
      fontFace: font,
      fontSize: isHead ? fontSize - 1 : fontSize,
      color: hex(paper.text),
      valign: 'middle',
      margin: [padding, 4, padding, isAfterNumbers(columns, place) ? 14 : 4],
      ...(isHead ? { fill: { color: 'F4F6F8' } } : {}),
      border: [
        { type: 'none' },
        { type: 'none' },
        { type: 'solid', pt: isHead ? 1 : 0.5, color: hex(isHead ? paper.textQuiet : paper.line) },
        { type: 'none' },
      ],
    },
  });
  slide.addTable(
    [
      columns.map(({ title }, place) => cell(title, place, true)),
      ...rows.map((row) => columns.map((_, place) => cell(row[place] ?? '', place, false))),
    ],
    {
      x: LEFT,
      y: top,
      w: width,
      colW: columnShares(table, (width * 72) / (fontSize * SIGN)).map((share) => share * width),
      autoPage: false,
    },
  );
}

/** Whose report it is and what it is about, large on the first slide. @returns how far it pushes the rest down */
function addCover(slide: Slide, { title, subtitle }: ReportContent, font: string): number {
  const look = { x: LEFT, w: WIDTH, fontFace: font, margin: 0, valign: 'top', fit: 'shrink' } as const;
  slide.addText(title, { ...look, y: 0.25, h: 0.5, fontSize: 28, bold: true, color: hex(paper.text) });
  slide.addText(subtitle, { ...look, y: 0.76, h: 0.42, fontSize: 12, color: hex(paper.textQuiet) });
  slide.addShape('line', {
    x: LEFT,
    y: 1.24,
    w: WIDTH,
    h: 0,
    line: { color: hex(paper.line), width: 1 },
  });
  return COVER;
}

function addRunningHead(slide: Slide, { title, subtitle }: ReportContent, font: string): void {
  slide.addText(`${title} · ${subtitle}`, {
    x: LEFT,
    y: 0.18,
    w: WIDTH,
    h: 0.25,
    fontFace: font,
    fontSize: 9,
    color: hex(paper.textQuiet),
    margin: 0,
  });
}

function addHead(slide: Slide, { title, message }: ReportPage, down: number, font: string): void {
  slide.addText(title, {
    x: LEFT,
    y: 0.42 + down,
    w: WIDTH,
    h: 0.5,
    fontFace: font,
    fontSize: 24,
    bold: true,
    color: hex(seriesColors[0]),
    margin: 0,
    fit: 'shrink',
  });
  slide.addText(message, {
    x: LEFT,
    y: 0.95 + down,
    w: WIDTH,
    h: 0.66,
    fontFace: font,
    fontSize: message.length > 190 ? 12 : 14,
    bold: true,
    color: hex(paper.text),
    margin: 0,
    valign: 'top',
  });
}

function addFoot(
  slide: Slide,
  { stamp, pageText }: ReportContent,
  page: number,
  pages: number,
  font: string,
): void {
  const look = {
    y: 7.08,
    h: 0.25,
    fontFace: font,
    fontSize: 8,
    color: hex(paper.textQuiet),
    margin: 0,
  } as const;
  slide.addText(stamp, { ...look, x: LEFT, w: WIDTH - 1.6 });
  slide.addText(pageNumberText(pageText, page, pages), {
    ...look,
    x: LEFT + WIDTH - 1.5,
    w: 1.5,
    align: 'right',
  });
}

/** Sentences below the message. @returns where what follows them begins */
function addSentences(slide: Slide, sentences: readonly string[], down: number, font: string): number {
  const top = BODY_TOP + down;
  if (sentences.length === 0) return top;
  const height = sentences.length * 0.5;
  slide.addText(
    sentences.map((text) => ({ text, options: { breakLine: true } })),
    {
      x: LEFT,
      y: top - 0.06,
      w: WIDTH,
      h: height,
      fontFace: font,
      fontSize: 13,
      color: hex(paper.text),
      margin: 0,
      valign: 'top',
    },
  );
  return top + height + 0.08;
}

function addFootnotes(slide: Slide, footnotes: readonly string[], font: string): void {
  if (footnotes.length === 0) return;
  const height = footnotes.length * 0.17;
  slide.addText(
    footnotes.map((text) => ({ text, options: { breakLine: true } })),
    {
      x: LEFT,
      y: 7.02 - height,
      w: WIDTH,
      h: height,
      fontFace: font,
      fontSize: 9,
      color: hex(paper.textQuiet),
      margin: 0,
      valign: 'bottom',
    },
  );
}

function addBody(slide: Slide, page: ReportPage, down: number, style: SlideStyle): void {
  const { table, chart, sentences, footnotes } = page;
  const top = addSentences(slide, sentences, down, style.font);
  // A heat map needs the width of the slide, so it stands below the table.
  const isBelow = chart?.kind === 'heat';
  const isBeside = chart !== undefined && !isBelow;
  if (table !== undefined) addTable(slide, table, isBeside ? TABLE_WIDTH : WIDTH, top, style.font);
  if (chart !== undefined) {
    const x = table === undefined || isBelow ? LEFT : LEFT + TABLE_WIDTH + GUTTER;
    const y = isBelow && table !== undefined ? top + (table.rows.length + 1) * 0.36 + 0.25 : top;
    const w = LEFT + WIDTH - x;
    slide.addText(titleWithUnit(chart), {
      x,
      y,
      w,
      h: 0.3,
      fontFace: style.font,
      fontSize: 12,
      bold: true,
      margin: 0,
    });
    addSlideChart(slide, chart, { x, y: y + 0.32, w, h: BODY_BOTTOM - 0.3 - y - 0.32 }, style);
  }
  addFootnotes(slide, footnotes, style.font);
}

/** What the speaker has at hand: what each figure decides and means, and which plan it is. */
function notesOf({ metrics, definitions }: ReportPage, stamp: string): string {
  return [...metrics.map(({ label, decision }) => `${label}: ${decision}`), ...definitions, stamp].join('\n');
}

/** A report as slides with native charts and tables. */
export async function buildPresentation(content: ReportContent, locale: string): Promise<Uint8Array> {
  const font = fontOf(content);
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = `${content.title}: ${content.subtitle}`;
  deck.company = 'Headroom';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  content.pages.forEach((page, place) => {
    const slide = deck.addSlide();
    const down = place === 0 ? addCover(slide, content, font) : 0;
    if (place > 0) addRunningHead(slide, content, font);
    addHead(slide, page, down, font);
    addBody(slide, page, down, { font, locale });
    addFoot(slide, content, place + 1, content.pages.length, font);
    slide.addNotes(notesOf(page, content.stamp));
  });
  const bytes = await deck.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new Error('The presentation was not written as bytes');
  return repairPptx(bytes, locale);
}
