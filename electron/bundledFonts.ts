import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));

/** The copyright notices of the fonts and their licence, which asks to go wherever they go. */
export const fontLicenceFile = fileURLToPath(new URL('../resources/fonts/OFL.txt', import.meta.url));

const fonts = [
  'pdfmake/fonts/Roboto/Roboto-Regular.ttf',
  'pdfmake/fonts/Roboto/Roboto-Medium.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
];

/** Puts the fonts of PDF reports beside the bundle of the services, where the reports look for them. */
export function bundledFonts(): Plugin {
  return {
    name: 'bundled-fonts',
    apply: 'build',
    generateBundle() {
      for (const font of fonts) {
        const source = readFileSync(`${packages}/${font}`);
        this.emitFile({ type: 'asset', fileName: `fonts/${basename(font)}`, source });
      }
      const source = readFileSync(fontLicenceFile);
      this.emitFile({ type: 'asset', fileName: `fonts/${basename(fontLicenceFile)}`, source });
    },
  };
}
