import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inputRow, numberXml, withCells } from '#test/support/workbookCells.ts';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 30_000 };
const wage = 'staffGroups.prague.pay.hourlyWage';

/** The file that comes when a button is pressed. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return buffer(await (await waiting).createReadStream());
}

/** A workbook in which somebody typed another wage. */
async function withWage(workbook: Buffer, value: number): Promise<Buffer> {
  const read = await readXlsx(workbook, { readStyles: false });
  const row = [wage, `${wage}.base`].flatMap((path) => rowOf(read, path))[0] ?? 0;
  return Buffer.from(await withCells(workbook, 'Inputs', new Map([[`C${row + 1}`, numberXml(value)]])));
}

function rowOf(workbook: Parameters<typeof inputRow>[0], path: string): readonly number[] {
  try {
    return [inputRow(workbook, path)];
  } catch {
    return [];
  }
}

describeOnEachHost('reports', (start) => {
  it('a finance partner makes a pack, changes a wage in the workbook and brings it back as a variant', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    const preview = page.getByRole('region', { name: 'Preview of the report' });
    await preview.getByText(/^Page 1 of \d+$/).waitFor(patient);
    expect(await preview.getByRole('heading', { name: 'Budget by line' }).count()).toBe(1);

    await page.getByRole('button', { name: 'Make 2 files' }).click();
    await page.getByRole('button', { name: 'Save the report' }).waitFor(patient);
    const pdf = await saved(page, 'Save the report');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const workbook = await saved(page, 'Save the workbook');
    await page.getByRole('button', { name: /^Finance: XLSX, PDF, last made on/ }).waitFor(patient);

    await app.goTo('Scenarios');
    await page.getByRole('button', { name: 'Import a file…' }).click();
    const dialog = page.getByRole('dialog');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Scenario file' }).click();
    const content = await withWage(workbook, 19.5);
    await (await chooser).setFiles({ name: 'Plan - finance.xlsx', mimeType: '', buffer: content });
    const changes = dialog.getByRole('table', { name: 'Inputs that were changed in the workbook' });
    await changes.waitFor(patient);
    const line = await changes.getByRole('row').last().innerText();
    expect(line).toMatch(/Inputs!C\d+/);
    expect(line).toMatch(/wage/i);
    expect(line).toContain('19.5');
    expect(await changes.getByRole('row').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(() => page.title(), patient).toContain('from a workbook');
    const own = page.getByRole('table', { name: 'Own values' });
    await expect.poll(() => own.innerText(), patient).toContain('19.5');
    expect(session.pageErrors).toEqual([]);
  });

  it('can be cancelled without half a file, hands all files out at once, and saves any grid', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('combobox', { name: 'Who it is for' }).selectOption('leaders');
    await page.getByRole('checkbox', { name: 'Slides (PPTX)' }).check();
    await page.getByRole('button', { name: 'Make 3 files' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. No file was made.').waitFor(patient);
    expect(await page.getByRole('list', { name: 'Files that were made' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Make 3 files' }).click();
    await page.getByRole('button', { name: 'Save all in one ZIP file' }).waitFor(patient);
    const zip = await JSZip.loadAsync(await saved(page, 'Save all in one ZIP file'), { checkCRC32: true });
    const endings = Object.keys(zip.files).map((name) => name.replace(/^.* - leaders\./, ''));
    expect(endings).toEqual(['xlsx', 'pdf', 'pptx']);

    await app.goTo('Demand');
    const cell = page.getByRole('grid').getByRole('gridcell').first();
    await cell.click({ button: 'right' });
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save the grid as CSV' }).click();
    const csv = (await buffer(await (await waiting).createReadStream())).toString('utf8');
    expect(csv).toMatch(/^\uFEFFGroup,Line,Unit,January 2027,/);
    expect(csv.split('\r\n').length).toBeGreaterThan(20);
    expect(session.pageErrors).toEqual([]);
  });

  it('says when a plan has nothing for a reader, and remembers what was chosen', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('combobox', { name: 'Who it is for' }).selectOption('agents');
    await page.getByRole('checkbox', { name: 'Report (PDF)' }).uncheck();
    await page.getByRole('button', { name: 'Make the file' }).waitFor(patient);
    // Coming back, the screen reads what is stored.
    await app.goTo('Scenarios');
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    const stored = page.getByRole('checkbox', { name: 'Report (PDF)' });
    await stored.waitFor(patient);
    await expect.poll(() => stored.isChecked(), patient).toBe(false);
    await session.restart();
    const later = session.page();
    await later.getByTestId('coverage').waitFor(patient);
    await later.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    const reader = later.getByRole('combobox', { name: 'Who it is for' });
    await reader.waitFor(patient);
    expect(await reader.inputValue()).toBe('agents');
    expect(await later.getByRole('checkbox', { name: 'Report (PDF)' }).isChecked()).toBe(false);

    const again = planPage(later);
    await again.goTo('Scenarios');
    await later.getByRole('button', { name: 'Import a file…' }).click();
    const dialog = later.getByRole('dialog');
    const chooser = later.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Scenario file' }).click();
    await (await chooser).setFiles('resources/sample/starter.scenario.json');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(() => later.title(), patient).not.toContain('Northwind');
    await later.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Reports' }).click();
    await reader.selectOption('partner');
    await later.getByRole('heading', { name: 'This plan has nothing for this reader' }).waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });
});
