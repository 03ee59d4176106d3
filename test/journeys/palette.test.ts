import { expect, it } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { describeOnEachHost } from './hostSession.ts';

const patient = { timeout: 15_000 };

describeOnEachHost('the finder, the menu and the languages', (start) => {
  it('finds a number and explains it, by keys alone, and gives the focus back', async () => {
    const session = await start();
    const page = session.page();
    await page.getByTestId('coverage').waitFor(patient);
    await page.keyboard.press('Control+k');
    const finder = page.getByRole('combobox', { name: 'Find and do anything' });
    await finder.waitFor(patient);
    await page.keyboard.type('occup voice');
    await page.getByRole('option', { name: /^Occupancy\s*Voice/ }).waitFor(patient);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: 'Staffing', exact: true })
      .and(page.locator('[aria-current=page]'))
      .waitFor(patient);
    const explanation = page.getByRole('complementary', { name: 'Explanation' });
    await expect.poll(() => explanation.innerText(), patient).toContain('Occupancy');

    await page.keyboard.press('Control+k');
    await finder.waitFor(patient);
    await page
      .getByRole('option', { name: /^Occupancy\s*Voice/ })
      .and(page.locator('[aria-selected=true]'))
      .waitFor(patient);
    await page.keyboard.press('Escape');
    await finder.waitFor({ state: 'detached', ...patient });

    await page.keyboard.press('Control+k');
    await finder.waitFor(patient);
    await page.keyboard.type('simulate');
    await page.getByRole('option', { name: 'Simulate a day…' }).waitFor(patient);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Check with simulation' }).waitFor(patient);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Ctrl+K').waitFor(patient);
    await page.keyboard.press('Escape');
    expect(session.pageErrors).toEqual([]);
  });

  it('someone goes on in Czech on the same screen, and starts in Czech the next time', async () => {
    const session = await start();
    const page = session.page();
    await page.getByRole('link', { name: 'Staffing', exact: true }).click(patient);
    await page.getByRole('grid').waitFor(patient);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Čeština' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang'), patient).toBe('cs');
    expect(new URL(page.url()).hash).toBe('#/staffing');
    await page.getByRole('rowheader', { name: 'Vytížení' }).first().waitFor(patient);
    await expect.poll(() => page.getByRole('grid').innerText(), patient).toMatch(/\d,\d\s%/);

    await session.restart();
    await expect.poll(() => session.page().locator('html').getAttribute('lang'), patient).toBe('cs');
    expect(session.pageErrors).toEqual([]);
  });

  it.each([
    ['ro', 'Română'],
    ['ru', 'Русский'],
    ['zh-Hans', '简体中文'],
  ])('the app starts and works in %s', async (lang, name) => {
    const session = await start();
    const page = session.page();
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang'), patient).toBe(lang);
    await page.getByTestId('coverage').waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });
});
