import { readFileSync, statSync, truncateSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

/** The name in the top bar, once that workspace is open and its plan shown. */
async function opened(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Workspace: ${name}`, exact: true }).waitFor();
  await expect.poll(() => page.getByRole('banner').innerText(), { timeout: 15_000 }).toContain('Saved');
}

async function makeWorkspace(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: 'New workspace…' }).click();
  await page.getByLabel('Name of the workspace').fill(name);
  await page.getByRole('button', { name: 'Make and open' }).click();
  await opened(page, name);
}

async function showFiles(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Workspace' }).click();
  await page.getByRole('heading', { name: 'All workspaces' }).waitFor();
}

async function renameScenario(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Scenario: / }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('banner').getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Scenario: ${name}` }).waitFor();
  await expect.poll(() => page.getByRole('banner').innerText(), { timeout: 15_000 }).toContain('Saved');
}

describeOnEachHost('workspaces as files', (start) => {
  it('a backup is restored, and that is undone, without losing an edit', async () => {
    const session = await start();
    const page = session.page();
    await opened(page, 'workspace');
    await page.getByRole('button', { name: 'Workspace: workspace' }).click();
    await page.getByRole('menuitem', { name: 'Back up now' }).click();
    await page.getByText(/^Backed up at/).waitFor();
    await renameScenario(page, 'After the backup');
    await showFiles(page);
    await page
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('button', { name: /^Scenario: Northwind/ }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await page.getByRole('button', { name: 'Scenario: After the backup' }).waitFor();
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });

  it('another workspace takes the place of the first, whose last edit is saved before', async () => {
    const session = await start();
    const page = session.page();
    await opened(page, 'workspace');
    await renameScenario(page, 'In the first');
    await makeWorkspace(page, 'Budget 2028');
    await page.getByRole('button', { name: /^Scenario: Northwind/ }).waitFor();
    await showFiles(page);
    await page.getByRole('button', { name: 'Open workspace', exact: true }).click();
    await opened(page, 'workspace');
    await page.getByRole('button', { name: 'Scenario: In the first' }).waitFor();
  });

  it('one that is only looked at shows everything and takes no edit, until a copy of it is made', async () => {
    const session = await start();
    const page = session.page();
    const plan = planPage(page);
    await opened(page, 'workspace');
    await makeWorkspace(page, 'Budget 2028');
    const before = readFileSync(session.workspaceFile);
    await showFiles(page);
    await page.getByRole('button', { name: 'Look at workspace without changing it' }).click();
    await page.getByText('This workspace is open for reading only.', { exact: false }).first().waitFor();
    await plan.goTo('Demand');
    const deals = await plan.cell('Small business', 'Deals', 'Jan 27');
    await plan.type('Small business', 'Deals', 'Jan 27', '1');
    await page.getByText(/^Not changed: this workspace is open for reading only/).waitFor();
    expect(await plan.cell('Small business', 'Deals', 'Jan 27')).toBe(deals);
    expect(readFileSync(session.workspaceFile).equals(before)).toBe(true);
    await page.getByRole('button', { name: 'Save a copy to edit' }).click();
    await page.getByRole('button', { name: 'Save the copy' }).click();
    await opened(page, 'workspace copy');
    await plan.goTo('Demand');
    await plan.type('Small business', 'Deals', 'Jan 27', '1');
    await plan.saved();
    expect(readFileSync(session.workspaceFile).equals(before)).toBe(true);
  });

  it('a damaged file at the start is explained, and a backup brings everything back', async () => {
    const session = await start();
    await opened(session.page(), 'workspace');
    await renameScenario(session.page(), 'Worth keeping');
    await session.page().getByRole('button', { name: 'Workspace: workspace' }).click();
    await session.page().getByRole('menuitem', { name: 'Back up now' }).click();
    await session
      .page()
      .getByText(/^Backed up at/)
      .waitFor();
    await makeWorkspace(session.page(), 'Budget 2028');
    truncateSync(session.workspaceFile, Math.floor(statSync(session.workspaceFile).size / 2));
    const broken = readFileSync(session.workspaceFile);
    await session.restart();
    const page = session.page();
    await page.getByRole('heading', { name: 'The end of the workspace file is missing' }).waitFor();
    expect(readFileSync(session.workspaceFile).equals(broken)).toBe(true);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The end of the workspace file is missing' }).waitFor();
    await page
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await opened(page, 'workspace');
    await page.getByRole('button', { name: 'Scenario: Worth keeping' }).waitFor();
  });

  it('goes out as a download and comes in again as a file, after a look at what is in it', async () => {
    const session = await start();
    const page = session.page();
    await opened(page, 'workspace');
    await renameScenario(page, 'On its way');
    await showFiles(page);
    // What the page hands over to the user, noted where it does so.
    await page.evaluate(() => {
      const original = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        Reflect.set(window, 'handedOver', blob);
        return original(blob);
      };
    });
    await page.getByRole('button', { name: 'Download a copy' }).click();
    await page.waitForFunction(() => Reflect.has(window, 'handedOver'));
    const content = await page.evaluate(async () => {
      const blob: unknown = Reflect.get(window, 'handedOver');
      if (!(blob instanceof Blob)) throw new Error('Nothing was handed over.');
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'From Eva.headroom',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content, 'base64'),
      });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('On its way').waitFor();
    await dialog.getByRole('button', { name: 'Take in and open' }).click();
    await opened(page, 'From Eva');
    await page.getByRole('button', { name: 'Scenario: On its way' }).waitFor();
  });
});
