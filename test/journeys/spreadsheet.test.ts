import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { harnessPage } from './harnessPage.ts';

const { page, open, cell, press } = harnessPage();

const fixtures = fileURLToPath(new URL('../fixtures/clipboard', import.meta.url));
const countries = ['cs-CZ', 'ro-RO', 'ru-RU', 'zh-CN', 'en-US'] as const;

/** What LibreOffice of each country wrote of the same sheet, and what stands in it. */
const block = [
  [1234.5678, 0.12468, -1234.5, 1_000_000, 0.1],
  [7, 0.5, 12.3456789012345, -0.07, 250_000.25],
];

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const input = () => page().locator('input[inputmode=decimal]');

/** As the cursor's editor has it, in full precision and in the signs of the sheet. */
async function exactAt(line: number, period: number): Promise<string> {
  await cell(line, period).click();
  await press('F2');
  const text = await input().inputValue();
  await press('Escape');
  return text;
}

async function putOnClipboard(html: string): Promise<void> {
  await page().evaluate(
    (table) =>
      navigator.clipboard.write([
        new ClipboardItem({
          // Nothing that could be read in its place.
          'text/plain': new Blob(['#'], { type: 'text/plain' }),
          'text/html': new Blob([table], { type: 'text/html' }),
        }),
      ]),
    html,
  );
}

describe('a block from LibreOffice', () => {
  it.each(['cs', 'ro', 'ru', 'zh', 'en'])(
    'is pasted without loss into a sheet in %s, from any country',
    async (locale) => {
      await open(`bare&signed&locale=${locale}`);
      const decimal = ['cs', 'ro', 'ru'].includes(locale) ? ',' : '.';
      for (const country of countries) {
        await putOnClipboard(readFileSync(join(fixtures, `libreoffice-${country}.html`), 'utf8'));
        // Contacts per customer, which takes any number, and the share below it.
        await cell(3, 0).click();
        await press('Delete', 'Control+v');
        const typed = (value: number) => String(value).replace('.', decimal);
        const percent = (value: number) =>
          `${typed(value)}${['cs', 'ro', 'ru'].includes(locale) ? '\u00a0' : ''}%`;
        expect(await exactAt(3, 0), country).toBe(typed(1234.5678));
        expect(await exactAt(3, 1), country).toBe(typed(0.12468));
        expect(await exactAt(3, 2), country).toBe(typed(-1234.5));
        expect(await exactAt(3, 3), country).toBe(typed(1_000_000));
        // A number is a percentage in a line of shares; what LibreOffice showed as one is the share itself.
        expect(await exactAt(4, 0), country).toBe(percent(7));
        expect(await exactAt(4, 1), country).toBe(percent(50));
        expect(await exactAt(4, 2), country).toBe(percent(12.3456789012345));
      }
    },
  );
});

const run = promisify(execFile);

/** What LibreOffice of a country has in its cells after reading a table, in full precision. */
async function readBy(country: string, html: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    const locale = `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${country}</value></prop></item>`;
    writeFileSync(
      join(profile, 'user', 'registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${locale}</oor:items>`,
    );
    writeFileSync(join(folder, 'block.html'), html);
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--infilter=HTML (StarCalc)',
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      join(folder, 'block.html'),
    ]);
    return readFileSync(join(folder, 'block.fods'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasLibreOffice())('a block for LibreOffice (skipped where soffice is not installed)', () => {
  it.each(['cs-CZ', 'en-US'])('arrives without loss in %s', async (country) => {
    await open('bare&signed&locale=cs');
    await putOnClipboard(readFileSync(join(fixtures, 'libreoffice-ru-RU.html'), 'utf8'));
    await cell(3, 0).click();
    await press('Control+v');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
    const html = await page().evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const found = await item?.getType('text/html');
      return found?.text() ?? '';
    });
    const sheet = await readBy(country, html);
    const values = [...sheet.matchAll(/office:value="([^"]+)"/g)].map(([, value]) => Number(value));
    expect(values).toEqual(block[0]);
  });
});
