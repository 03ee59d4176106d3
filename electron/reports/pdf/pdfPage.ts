import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { paper, seriesColors } from '#shared/kernel/palette.ts';
import type { ReportChart, ReportPage, ReportTable } from '#shared/model/packs/content.ts';
import { chartSvg } from '../charts/chartSvg.ts';

/** A4 landscape, in points. */
export const sheet = { width: 841.89, height: 595.28, margin: 36, top: 58, bottom: 44 } as const;
const contentWidth = sheet.width - 2 * sheet.margin;

export interface PdfStyle {
  readonly locale: string;
  readonly fontFor: (text: string) => string;
}

interface Look {
  readonly fontSize: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly alignment?: 'left' | 'right';
  readonly margin?: [number, number, number, number];
}

function text(style: PdfStyle, content: string, look: Look) {
  // The Chinese font brings its own space between lines.
  const font = style.fontFor(content);
  return { text: content, font, lineHeight: font.startsWith('Noto') ? 0.95 : 1.15, ...look };
}

/** Quiet lines between rows, a raised head. */
const tableLayout: CustomTableLayout = {
  hLineWidth: (place) => (place === 1 ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (place) => (place === 1 ? paper.textQuiet : paper.line),
  fillColor: (row) => (row === 0 ? '#f4f6f8' : null),
  paddingTop: () => 2.5,
  paddingBottom: () => 2,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};

/** Few rows on a page of their own may take more room. */
const ROOMY_ROWS = 8;

function tableContent(style: PdfStyle, { columns, rows }: ReportTable, isRoomy: boolean): Content {
  const weight = columns.reduce((sum, column) => sum + column.weight, 0);
  const room = contentWidth - columns.length * 10;
  const head: TableCell[] = columns.map(({ title, align }) =>
    text(style, title, { fontSize: isRoomy ? 9.5 : 8, bold: true, alignment: align }),
  );
  const body: TableCell[][] = rows.map((row) =>
    columns.map(({ align }, place) =>
      text(style, row[place] ?? '', { fontSize: isRoomy ? 10.5 : 8.5, alignment: align }),
    ),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map((column) => (room * column.weight) / weight),
      body: [head, ...body],
    },
    layout: isRoomy ? 'roomy' : 'headroom',
    margin: [0, 4, 0, 4],
  };
}

export const tableLayouts = {
  headroom: tableLayout,
  roomy: { ...tableLayout, paddingTop: () => 7, paddingBottom: () => 6 },
};

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
  const title = chart.unit === '' ? chart.title : `${chart.title} (${chart.unit})`;
  const height = ownHeight(chart, room);
  return [
    text(style, title, { fontSize: 9, bold: true, margin: [0, 6, 0, 4] }),
    {
      svg: chartSvg(chart, { width: contentWidth, height }, style.locale, style.fontFor),
      width: contentWidth,
      height,
    },
  ];
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
      ...(table === undefined
        ? []
        : [tableContent(style, table, chart === undefined && table.rows.length <= ROOMY_ROWS)]),
      ...footnotes.map((note) =>
        text(style, note, { fontSize: 7.5, color: paper.textQuiet, margin: [0, 1, 0, 0] }),
      ),
    ],
    ...(isFirst ? {} : { pageBreak: 'before' as const }),
  };
}
