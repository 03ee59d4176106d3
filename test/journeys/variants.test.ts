import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };
const sample = 'Northwind Software 2027–2028';
const faster = 'Northwind Software, faster growth';

describeOnEachHost('variants, versions and the journal', (start) => {
  it('a variant follows its base, keeps its own value, and goes back', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: faster, exact: true }).click();
    const own = page.getByRole('table', { name: 'Own values' });
    const line = own.getByRole('row').filter({ hasText: 'Deals, Enterprise' });
    await expect.poll(() => line.innerText(), patient).toContain('evenly to 90');
    expect(await line.innerText()).toContain('evenly to 60');

    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Jan 27', '30');
    await app.saved();
    await app.goTo('Scenarios');
    const added = own.getByRole('row').filter({ hasText: 'Win rate, Small business' });
    await added.waitFor(patient);
    await added.getByRole('button', { name: /^Back to the base/ }).click();
    await expect.poll(() => added.count(), patient).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await added.waitFor(patient);
    await app.saved();
    await session.restart();
    const later = planPage(session.page());
    await later.page.getByTestId('coverage').waitFor(patient);
    await later.goTo('Scenarios');
    await later.page
      .getByRole('table', { name: 'Own values' })
      .getByText('Win rate, Small business')
      .waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });

  it('an approved version is verified, and any moment of the journal can be brought back', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    const first = await app.answer();
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: 'Save a version…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Budget');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('approved');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const versions = page.getByRole('table', { name: 'Versions' });
    await expect.poll(() => versions.innerText(), patient).toMatch(/Budget.*Approved/is);
    await page.getByRole('button', { name: 'More about Budget' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).not.toContain('Delete');
    await page.getByRole('menuitem', { name: 'Verify' }).click();
    await page.getByText('every number comes out the same').waitFor(patient);
    await page.keyboard.press('Escape');

    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Jan 27', '90');
    await app.type('Small business', 'Win rate', 'Jan 27', '95');
    await app.saved();
    await app.goTo('Overview');
    await expect.poll(() => app.answer(), patient).not.toBe(first);
    await app.goTo('Scenarios');
    await page.getByRole('tab', { name: 'Journal' }).click();
    const journal = page.getByRole('table', { name: 'Journal' });
    const entries = journal.getByRole('row').filter({ hasText: 'Win rate, Small business' });
    await expect.poll(() => entries.count(), patient).toBe(2);
    await entries
      .last()
      .getByRole('button', { name: /^Restore what/ })
      .click();
    await app.saved();
    await app.goTo('Overview');
    await expect.poll(() => app.answer(), patient).toBe(first);
    expect(session.pageErrors).toEqual([]);
  });

  it('why a change was made is said by keys, mended in the journal, and stands in the explanation', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Jan 27', '90');
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Why was this changed?' });
    await dialog.getByText('The last change: Win rate, Small business.', { exact: false }).waitFor(patient);
    await page.keyboard.type('Agreed with sales');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached', ...patient });

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find and do anything' }).waitFor(patient);
    await page.keyboard.type('show the journal');
    await page.getByRole('option', { name: 'Show the journal' }).waitFor(patient);
    await page.keyboard.press('Enter');
    const entry = page
      .getByRole('table', { name: 'Journal' })
      .getByRole('row')
      .filter({ hasText: 'Win rate, Small business' });
    await entry.getByRole('button', { name: /Agreed with sales$/ }).click(patient);
    const field = entry.getByRole('textbox', { name: 'Reason for the change: Win rate, Small business' });
    await field.fill('Agreed with sales in May');
    await field.press('Enter');
    await entry.getByRole('button', { name: /in May$/ }).waitFor(patient);

    await app.goTo('Demand');
    await app.type('Small business', 'Win rate', 'Jan 27', '91');
    const explanation = page.getByRole('complementary', { name: 'Explanation' });
    await page.keyboard.press('ArrowUp');
    await explanation.getByText('Agreed with sales in May').waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });

  it('a file comes in as a variant that holds only what differs', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: `More about ${sample}` }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export as a file' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(Buffer.from(chunk));
    const document: object = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const changed = { ...document, name: 'From a colleague', discountRate: 0.11 };

    await page.getByRole('button', { name: 'Import a file…' }).click();
    const dialog = page.getByRole('dialog');
    const choose = async (text: string) => {
      const chooser = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: 'Scenario file' }).click();
      const buffer = Buffer.from(text);
      await (await chooser).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
    };
    await choose('{"format": "headroom/scenario", ');
    await expect.poll(() => dialog.innerText(), patient).toContain('nothing was stored');
    await choose(JSON.stringify(changed));
    await dialog.getByRole('radio', { name: 'As a variant' }).click();
    await expect.poll(() => dialog.innerText(), patient).toContain('One value differs');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(() => page.title(), patient).toContain('From a colleague');
    const own = page.getByRole('table', { name: 'Own values' });
    await expect.poll(() => own.getByRole('row').count(), patient).toBe(2);
    expect(session.pageErrors).toEqual([]);
  });
});
