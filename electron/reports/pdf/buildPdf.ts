import pdfmake from 'pdfmake';
import { paper } from '#shared/kernel/palette.ts';
import type { ReportContent } from '#shared/model/packs/content.ts';
import { pageNumberText } from '../content/pageNumber.ts';
import { fontFamilies, fontRuns, isFontFile, usualFont } from './fonts.ts';
import { coverContent, pageContent, type PdfStyle, sheet } from './pdfPage.ts';

function edgeText(style: PdfStyle, text: string, alignment: 'left' | 'right', width: number | '*') {
  return { text: [...style.runsOf(text)], fontSize: 7, color: paper.textQuiet, alignment, width };
}

/**
 * A report as PDF: A4 landscape, charts as vectors, fonts embedded, stamp and page number on every page. Reads its own
 * fonts and nothing else, from neither disk nor network.
 */
export async function buildPdf(content: ReportContent, locale: string): Promise<Uint8Array> {
  const style: PdfStyle = { locale, font: usualFont(content.language), runsOf: fontRuns(content.language) };
  const { title, subtitle, stamp, pageText, pages } = content;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  pdfmake.setFonts(fontFamilies);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [sheet.margin, sheet.top, sheet.margin, sheet.bottom],
    defaultStyle: { font: style.font, color: paper.text, fontSize: 9 },
    info: { title: `${title}: ${subtitle}`, creator: 'Headroom', producer: 'Headroom' },
    language: locale,
    // The first page has them as its title.
    header: (page) =>
      page === 1
        ? ''
        : {
            columns: [edgeText(style, title, 'left', 180), edgeText(style, subtitle, 'right', '*')],
            margin: [sheet.margin, 26, sheet.margin, 0],
          },
    footer: (page, count) => ({
      columns: [
        edgeText(style, stamp, 'left', '*'),
        edgeText(style, pageNumberText(pageText, page, count), 'right', 90),
      ],
      margin: [sheet.margin, 12, sheet.margin, 0],
    }),
    content: [
      coverContent(style, title, subtitle),
      ...pages.map((page, place) => pageContent(style, page, place === 0)),
    ],
  });
  return document.getBuffer();
}
