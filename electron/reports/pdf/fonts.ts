import { fileURLToPath } from 'node:url';
import type { ReportLanguage } from '#shared/model/packs/content.ts';

/**
 * The fonts of PDF reports, embedded in every file. Run from the sources they lie in their packages; the build copies
 * them, with their licences, into a folder beside the bundle.
 */

const ROBOTO = 'Roboto';
const NOTO = 'NotoSansSC';

const isBundled = !import.meta.url.endsWith('.ts');

function fontFile(name: string, packagePath: string): string {
  return fileURLToPath(
    new URL(isBundled ? `./fonts/${name}` : `../../../node_modules/${packagePath}`, import.meta.url),
  );
}

function roboto(weight: string): string {
  return fontFile(`Roboto-${weight}.ttf`, `pdfmake/fonts/Roboto/Roboto-${weight}.ttf`);
}

const noto = fontFile(
  'NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

/** Families as the PDF library wants them. Noto has one weight: headings in it stand out by size and colour. */
export const fontFamilies = {
  [ROBOTO]: {
    normal: roboto('Regular'),
    bold: roboto('Medium'),
    italics: roboto('Regular'),
    bolditalics: roboto('Medium'),
  },
  [NOTO]: { normal: noto, bold: noto, italics: noto, bolditalics: noto },
};

const fontFiles: ReadonlySet<string> = new Set(
  Object.values(fontFamilies).flatMap(({ normal, bold }) => [normal, bold]),
);

/** The only files that a report may read. */
export function isFontFile(path: string): boolean {
  return fontFiles.has(path);
}

/** Chinese, Japanese and Korean signs, which Roboto has not. */
const EAST_ASIAN = /[\u2E80-\u9FFF\uF900-\uFFEF]/;
/** Letters of Latin, Greek and Cyrillic that the Chinese font has not. */
const EUROPEAN = /[\u0100-\u052F\u1E00-\u1FFF]/;

/** A stretch of text in one font. */
export interface FontRun {
  readonly text: string;
  readonly font: string;
}

function fontOfSign(sign: string, usual: string): string {
  if (EAST_ASIAN.test(sign)) return NOTO;
  return EUROPEAN.test(sign) ? ROBOTO : usual;
}

/** The font of a report where nothing else is needed. */
export function usualFont(language: ReportLanguage): string {
  return language === 'zh' ? NOTO : ROBOTO;
}

/** A text by font: names of a plan may be in any script, and in several, whatever the language of the report. */
export function fontRuns(language: ReportLanguage): (text: string) => readonly FontRun[] {
  const usual = usualFont(language);
  return (text) => {
    if (!EAST_ASIAN.test(text) && (usual === ROBOTO || !EUROPEAN.test(text))) return [{ text, font: usual }];
    const runs: { text: string; font: string }[] = [];
    for (const sign of text) {
      const last = runs.at(-1);
      // A space goes on in the font before it.
      const font = sign === ' ' && last !== undefined ? last.font : fontOfSign(sign, usual);
      if (last?.font === font) last.text += sign;
      else runs.push({ text: sign, font });
    }
    return runs;
  };
}
