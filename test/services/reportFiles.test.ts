import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { buildContent } from '#electron/reports/content/buildContent.ts';
import { createSource } from '#electron/reports/content/createSource.ts';
import { buildPresentation } from '#electron/reports/presentation/buildPresentation.ts';
import { previewReport, produceReport, type ReportOrder } from '#electron/reports/produceReport.ts';
import { repairPptx } from '#electron/reports/presentation/repairPptx.ts';
import { stampOf } from '#electron/services/reportStamp.ts';
import { type ReportFormat, type ReportLanguage, reportLanguages } from '#shared/model/packs/content.ts';
import { type PackId, packIds } from '#shared/model/packs/define.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { hasPdfTools, pdfFonts, pdfPages } from '#test/support/pdfText.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { valueOf } from '#test/support/workspaces.ts';

const plan = referenceScenario('salesGrowth');

function orderOf(
  document: ScenarioDocument,
  pack: PackId,
  language: ReportLanguage,
  formats: readonly ReportFormat[] = ['pdf', 'pptx'],
): ReportOrder {
  return {
    input: { document, stamp: stampOf(document, '2027-03-01T08:00:00.000Z') },
    pack,
    language,
    formats,
  };
}

async function filesOf(order: ReportOrder): Promise<Readonly<Record<string, Uint8Array>>> {
  const files = valueOf(await produceReport(order, () => {}));
  return Object.fromEntries(files.map(({ format, bytes }) => [format, bytes]));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

const own = packIds.filter((pack) => pack !== 'partner');
const wanted: readonly (readonly [PackId, ReportLanguage])[] = [
  ...own.map((pack) => [pack, 'en'] as const),
  ...(['finance', 'leaders', 'agents'] as const).flatMap((pack) =>
    (['cs', 'ru', 'zh'] as const).map((language) => [pack, language] as const),
  ),
];

describe.each(referencePlans)('packs of %s', (name) => {
  const document = referenceScenario(name);
  const stamp = stampOf(document, '2027-03-01T08:00:00.000Z');
  // Computed once: some of these plans take longer than all their presentations together.
  const computed = valueOf(createPlan(document));

  it.each(wanted)('%s in %s: a sound presentation with as many slides as pages', async (pack, language) => {
    const source = valueOf(createSource(computed, { document, stamp }, { pack, language }));
    const content = buildContent(source);
    const pptx = await buildPresentation(content, source.words.locale);
    expect(await packageProblems(pptx)).toEqual([]);
    const zip = await JSZip.loadAsync(pptx);
    const slides = Object.keys(zip.files).filter((part) => /^ppt\/slides\/slide\d+\.xml$/.test(part));
    expect(slides).toHaveLength(content.pages.length);
    for (const slide of slides) expect(await zip.file(slide)?.async('string')).toContain(stamp.inputsSha256);
  });
});

describe.skipIf(!hasPdfTools())('the PDF', () => {
  it.each(reportLanguages)(
    'in %s has its words, its stamp and its number on every page',
    async (language) => {
      const order = orderOf(plan, 'finance', language, ['pdf']);
      const { pdf = new Uint8Array() } = await filesOf(order);
      const content = valueOf(previewReport(order));
      const pages = pdfPages(pdf);
      expect(pages).toHaveLength(content.pages.length);
      for (const [place, page] of pages.entries()) {
        const text = oneLine(page);
        expect(text).toContain(oneLine(content.pages[place]?.title ?? 'nothing'));
        expect(text).toContain(order.input.stamp.inputsSha256);
        const number = content.pageText
          .replace('{{page}}', String(place + 1))
          .replace('{{pages}}', String(pages.length));
        expect(text).toContain(oneLine(number));
      }
    },
  );

  it.each(reportLanguages)('in %s carries every font it uses', async (language) => {
    const { pdf = new Uint8Array() } = await filesOf(orderOf(plan, 'leaders', language, ['pdf']));
    const fonts = pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(fonts.every(({ name }) => name.includes(language === 'zh' ? 'NotoSansSC' : 'Roboto'))).toBe(true);
  });

  it('prints Chinese and Russian names in an English report', async () => {
    const queues = plan.queues.map((queue, place) =>
      place === 0 ? { ...queue, name: '语音 Голос' } : queue,
    );
    const { pdf = new Uint8Array() } = await filesOf(orderOf({ ...plan, queues }, 'managers', 'en', ['pdf']));
    expect(pdfPages(pdf).join('')).toContain('语音 Голос');
  });
});

describe('hostile names', () => {
  const nasty = '=HYPERLINK("http://x","y") <b>&"\u0007\u202E';
  const queues = plan.queues.map((queue, place) => (place === 0 ? { ...queue, name: nasty } : queue));
  const document = { ...plan, name: '../../etc/passwd\u0000: "a|b" <x>', queues };

  it('give sound files with harmless names', async () => {
    const files = valueOf(
      await produceReport(orderOf(document, 'managers', 'en', ['pdf', 'pptx', 'xlsx', 'csv']), () => {}),
    );
    // oxlint-disable-next-line no-control-regex
    for (const { name } of files) expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001F]|^\./);
    for (const { format, bytes } of files) {
      if (format === 'pptx' || format === 'xlsx') expect(await packageProblems(bytes), format).toEqual([]);
    }
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1'])(
    'CSV: %j at the beginning of a cell gets an apostrophe',
    async (start) => {
      const named = { ...plan, queues: plan.queues.map((queue) => ({ ...queue, name: `${start}"a",b` })) };
      const { csv = new Uint8Array() } = await filesOf(orderOf(named, 'agents', 'en', ['csv']));
      const text = new TextDecoder().decode(csv);
      expect(text).toContain(`'${start.replaceAll('"', '""')}""a"",b`);
      expect(text.split('\r\n')[0]).toBe('measure,member,period,value,unit,label,name');
    },
  );
});

it('a presentation whose chart lost a number is refused, not written', async () => {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file('ppt/slides/slide1.xml', '<p:sld w="NaN"/>');
  await expect(repairPptx(await zip.generateAsync({ type: 'uint8array' }), 'en-GB')).rejects.toThrow(
    /slide1/,
  );
});
