import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What WCAG 2.2 AA finds wrong with the page as it stands. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`;
  const found = violations.parse(await page.evaluate(run));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Boxes that reach out of the window sideways; what scrolls inside a box of its own is not among them. */
function overflowing(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describeOnEachHost('the overview', (start) => {
  it.each(['light', 'dark'] as const)('says the answer, has no barriers and fits, in %s', async (theme) => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menuitemradio', { name: theme === 'light' ? 'Light' : 'Dark' }).click();
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    await expect.poll(scheme, patient).toBe(theme);

    expect(await page.getByTestId('coverage').innerText()).toMatch(
      /^No\. Prague and Partner are short of people from January 2027/,
    );
    expect(await page.getByTestId('people').innerText()).toMatch(/^FY2028 needs [\d.]+ FTE on average/);
    expect(await page.getByTestId('cost').innerText()).toMatch(
      /^FY2028 costs €[\d,]+, which is €[\d.]+ per handled contact/,
    );
    for (const chart of ['Required and effective', 'Budget by line', 'Service']) {
      await page.getByRole('region', { name: chart, exact: true }).locator('canvas').waitFor(patient);
    }
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    expect(await overflowing(page)).toBe(0);

    await session.restart();
    await session.page().getByTestId('coverage').waitFor(patient);
    await expect
      .poll(() => session.page().locator('html').getAttribute('data-mantine-color-scheme'), patient)
      .toBe(theme);
    expect(session.pageErrors).toEqual([]);
  });

  it('a session through all screens asks nobody but its own host', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    const own: string[] = [];
    page.on('request', (request) => own.push(request.url()));
    for (const screen of ['Demand', 'Staffing', 'People', 'Budget', 'Scenarios', 'Overview'] as const)
      await app.goTo(screen);
    const chart = page.getByRole('region', { name: 'Required and effective' });
    for (const act of ['Save as CSV', 'Save as PNG']) {
      const saved = page.waitForEvent('download');
      await chart.getByRole('button', { name: 'Save Required and effective' }).click();
      await page.getByRole('menuitem', { name: act }).click();
      expect((await saved).suggestedFilename()).toMatch(
        /^Northwind Software 2027–2028 Required and effective\.(?:csv|png)$/,
      );
    }
    await chart.getByRole('button', { name: 'Required and effective: Show as table' }).click();
    await expect.poll(() => chart.getByRole('row').count(), patient).toBe(25);
    await page.getByTestId('cost').getByRole('button').first().click();
    await page
      .getByRole('complementary', { name: 'Explanation' })
      .getByTestId('explained-value')
      .waitFor(patient);
    await app.goTo('Demand');
    await app.type('Small business', 'Deals', 'Feb 27', '2500');
    await app.saved();
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(session.foreignRequests).toEqual([]);
    expect(own.length).toBeGreaterThan(session.host === 'http' ? 3 : 0);
    expect(session.pageErrors).toEqual([]);
  });
});
