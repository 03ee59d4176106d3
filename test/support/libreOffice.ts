import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readXlsx, type Workbook } from 'hucre/xlsx';

/** LibreOffice as a second opinion on workbooks: it recalculates them from scratch and says what it makes of them. */

const run = promisify(execFile);
const TIMEOUT_MILLISECONDS = 120_000;
const PLACES = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

const program = PLACES.find((place) => existsSync(place));

/** Why tests that need LibreOffice cannot run here; undefined where they can. */
export const noLibreOffice =
  program === undefined
    ? 'LibreOffice is not installed, so workbooks were not recalculated. Install libreoffice-calc and run the tests again.'
    : undefined;

interface RecalculationOptions {
  /**
   * LibreOffice 7.4 works groups of formulas out in several threads, and in a plan of a hundred queues leaves one cell
   * with an error that it does not have when one thread does it. True to have it done by one.
   */
  readonly isInOneThread?: boolean;
}

const ONE_THREAD =
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation"><prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop></item>';

/** By default LibreOffice believes the values that a file carries; this makes it work out every formula anew. */
const recalculate = (more: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>${more}</oor:items>`;

/** A workbook as LibreOffice saves it after recalculating every formula. */
export async function recalculatedFile(
  bytes: Uint8Array,
  { isInOneThread = false }: RecalculationOptions = {},
): Promise<Uint8Array> {
  if (program === undefined) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'headroom-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    const settingsFile = join(profile, 'user', 'registrymodifications.xcu');
    writeFileSync(settingsFile, recalculate(isInOneThread ? ONE_THREAD : ''));
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    const output = join(folder, 'out');
    const settings = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const conversion = ['--convert-to', 'xlsx', '--outdir', output, join(folder, 'book.xlsx')];
    await run(program, [settings, '--headless', ...conversion], { timeout: TIMEOUT_MILLISECONDS });
    return Uint8Array.from(readFileSync(join(output, 'book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a workbook says after LibreOffice has recalculated it. */
export async function recalculated(bytes: Uint8Array, options?: RecalculationOptions): Promise<Workbook> {
  return readXlsx(await recalculatedFile(bytes, options), { readStyles: false });
}
