import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { paper, seriesColors } from '#shared/kernel/palette.ts';
import type { ReportChart, ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import { chartSvg, titleWithUnit } from '../charts/chartSvg.ts';
import { columnShares, isAfterNumbers, isRoomyTable } from '../content/layout.ts';
import type { FontRun } from './fonts.ts';

/** A4 landscape, in points. */
export const sheet = { width: 841.89, height: 595.28, margin: 36, top: 58, bottom: 44 } as const;
const contentWidth = sheet.width - 2 * sheet.margin;

export interface PdfStyle {
  readonly locale: string;
  /** Where a text needs no other. */
  readonly font: string;
  readonly runsOf: (text: string) => readonly FontRun[];
}

interface Look {
  readonly fontSize: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly alignment?: 'left' | 'right';
  readonly margin?: [number, number, number, number];
}

function text(style: PdfStyle, content: string, look: Look) {
  const runs = style.runsOf(content);
  const [{ font } = { font: style.font }] = runs;
  // The Chinese font brings its own space between lines.
  const lineHeight = runs.some((run) => run.font.startsWith('Noto')) ? 0.95 : 1.15;
  return { text: runs.length > 1 ? [...runs] : content, font, lineHeight, ...look };
}

/** Between a column of numbers and the words beside it. */
const GAP = 16;

/** Quiet lines between rows, a raised head. */
const tableLayout: CustomTableLayout = {
  hLineWidth: (place) => (place === 1 ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (place) => (place === 1 ? paper.textQuiet : paper.line),
  fillColor: (row) => (row === 0 ? '#f4f6f8' : null),
  paddingTop: () => 2.5,
  paddingBottom: () => 2,
  paddingRight: () => 5,
};

/** Few short rows on a page of their own may take more room. */
const roomyLayout: CustomTableLayout = { ...tableLayout, paddingTop: () => 7, paddingBottom: () => 6 };

/** Width of a sign in the type of tables, as a part of its size. */
const SIGN = 0.54;

function tableContent(style: PdfStyle, table: ReportTable, isAlone: boolean): Content {
  const { columns, rows } = table;
  const isRoomy = isAlone && isRoomyTable(table);
  const [headSize, size] = isRoomy ? [9.5, 10.5] : [8, 8.5];
  const gaps = columns.filter((_, place) => isAfterNumbers(columns, place)).length;
  const room = contentWidth - columns.length * 10 - gaps * (GAP - 5);
  const head: TableCell[] = columns.map(({ title, align }) =>
    text(style, title, { fontSize: headSize, bold: true, alignment: align }),
  );
  const body: TableCell[][] = rows.map((row) =>
    columns.map(({ align }, place) => text(style, row[place] ?? '', { fontSize: size, alignment: align })),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columnShares(table, room / (size * SIGN)).map((share) => room * share),
      body: [head, ...body],
    },
    layout: {
      ...(isRoomy ? roomyLayout : tableLayout),
      paddingLeft: (place) => (isAfterNumbers(columns, place) ? GAP : 5),
    },
    margin: [0, 4, 0, 4],
  };
}

function linesOf(texts: readonly string[], signsAcross: number): number {
  return texts.reduce((sum, line) => sum + Math.ceil(line.length / signsAcross), 0);
}

/** What is left for the chart when everything else on the page has its room. */
function chartHeight(page: ReportPage, style: PdfStyle): number {
  const isWide = style.locale.startsWith('zh');
  const signs = isWide ? 70 : 135;
  const words = linesOf([page.message], signs * 0.85) * 15 + linesOf(page.sentences, signs) * 13;
  const rows = page.table === undefined ? 0 : (page.table.rows.length + 1) * (isWide ? 18.5 : 17.5) + 12;
  const notes = linesOf(page.footnotes, signs * 1.2) * 10;
  const left = sheet.height - sheet.top - sheet.bottom - 30 - 24 - words - rows - notes;
  return Math.max(150, Math.min(290, left));
}

/** A heat map of few rows would float in a tall frame. */
function ownHeight(chart: ReportChart, room: number): number {
  if (chart.kind === 'heat') return Math.min(room, 20 + chart.rows.length * 24);
  return chart.kind === 'funnel' ? Math.min(room, chart.steps.length * 44) : room;
}

function chartContent(style: PdfStyle, chart: ReportChart, room: number): Content[] {
  const height = ownHeight(chart, room);
  return [
    text(style, titleWithUnit(chart), { fontSize: 9, bold: true, margin: [0, 6, 0, 4] }),
    {
      svg: chartSvg(chart, { width: contentWidth, height }, style.locale, style.runsOf),
      width: contentWidth,
      height,
    },
  ];
}

/** Whose report it is and what it is about, above the first page. */
export function coverContent(style: PdfStyle, title: string, subtitle: string): Content {
  return {
    stack: [
      text(style, title, { fontSize: 22, bold: true, margin: [0, -18, 0, 0] }),
      text(style, subtitle, { fontSize: 11, color: paper.textQuiet, margin: [0, 0, 0, 6] }),
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.8, lineColor: paper.line },
        ],
        margin: [0, 0, 0, 8],
      },
    ],
  };
}

/** One page: title, the thing to take away, then what shows it. */
export function pageContent(style: PdfStyle, page: ReportPage, isFirst: boolean): Content {
  const { title, message, sentences, table, chart, footnotes } = page;
  return {
    stack: [
      text(style, title, {
        fontSize: 16,
        bold: true,
        color: seriesColors[0] ?? paper.text,
        margin: [0, 0, 0, 3],
      }),
      text(style, message, { fontSize: 10.5, bold: true, margin: [0, 0, 0, 4] }),
      ...sentences.map((sentence) => text(style, sentence, { fontSize: 10, margin: [0, 0, 0, 3] })),
      ...(chart === undefined ? [] : chartContent(style, chart, chartHeight(page, style))),
      ...(table === undefined ? [] : [tableContent(style, table, chart === undefined)]),
      ...footnotes.map((note) =>
        text(style, note, { fontSize: 7.5, color: paper.textQuiet, margin: [0, 1, 0, 0] }),
      ),
    ],
    ...(isFirst ? {} : { pageBreak: 'before' as const }),
  };
}
