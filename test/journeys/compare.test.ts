import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { readXlsx } from 'hucre/xlsx';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

/** Other work on the machine must not fail a story. */
const patient = { timeout: 20_000 };
const faster = 'Northwind Software, faster growth';

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('region', { name, exact: true }).waitFor(patient);
}

/** What axe finds on the page as it is. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // The page got axe as a global from the source above.
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
    );
  });
}

/** Cents, or hundredths of an FTE, as they stand in a table. */
function hundredths(text: string): number {
  return Math.round(Number(text.replaceAll(/[^\d.-]/g, '')) * 100);
}

/** Lines of a bridge as people read them: name, change, level. */
async function linesOf(table: Locator): Promise<readonly (readonly string[])[]> {
  const rows = await table.getByRole('row').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
  return cells.filter((line) => line.length === 3);
}

async function addsUp(table: Locator): Promise<boolean> {
  const lines = await linesOf(table);
  const [first, last] = [lines[0]?.[2] ?? '', lines.at(-1)?.[2] ?? ''];
  const sum = lines.reduce((total, [, change = '']) => total + (change === '' ? 0 : hundredths(change)), 0);
  return lines.length > 2 && sum !== 0 && hundredths(first) + sum === hundredths(last);
}

describeOnEachHost('comparing and sourcing', (start) => {
  it('a finance partner compares with the approved version and reads the bridge', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: 'Save a version…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Budget 2027');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('approved');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('table', { name: 'Versions' }).waitFor(patient);
    await app.goTo('Demand');
    await app.type('Small business', 'Deals', 'Jan 27', '5000');
    await app.saved();

    await page.getByRole('button', { name: 'Compare with…' }).click();
    const others = page.getByRole('dialog', { name: 'Compare with…' });
    await others.getByRole('textbox').fill('budget');
    const found = others.getByRole('button', { name: /Budget 2027, approved/ });
    await found.waitFor(patient);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await goTo(page, 'Compare');
    await page.getByRole('button', { name: 'What changed since “Budget 2027”?' }).click();
    await page.getByText('They are not computed again.').waitFor(patient);
    const grid = page.getByRole('grid', { name: 'Side by side' });
    await expect.poll(() => grid.getByRole('row').count(), patient).toBeGreaterThan(8);
    expect(await findings(page)).toEqual([]);

    const saving = page.waitForEvent('download', patient);
    await page.getByRole('button', { name: 'Workbook (XLSX)' }).click();
    const workbook = await saving;
    expect(workbook.suggestedFilename()).toMatch(/, Budget 2027 - finance\.xlsx$/);
    const { sheets } = await readXlsx(readFileSync(await workbook.path()), { readStyles: false });
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Comparison', 'Differences', 'Bridge', 'Checks', 'Plan A', 'Plan B']),
    );

    await page.getByRole('tab', { name: 'Bridge' }).click();
    const cost = page.getByRole('table', { name: 'Bridge of Total cost' });
    const people = page.getByRole('table', { name: 'Bridge of Required FTE' });
    await expect.poll(() => addsUp(cost), patient).toBe(true);
    expect(await addsUp(people)).toBe(true);
    expect((await linesOf(cost)).map(([name]) => name)).toContain('Volume');
    await page.getByText('Without an order').click();
    await page.getByText('Shapley value').waitFor(patient);
    await expect.poll(() => addsUp(cost), patient).toBe(true);
    await page.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'March 2027' });
    await expect.poll(() => addsUp(people), patient).toBe(true);
    expect(await findings(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Assumptions' }).click();
    const differences = page.getByRole('table', { name: 'Assumptions' });
    await differences.getByText('Deals, Small business').waitFor(patient);
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), patient)
      .toContain('One assumption differs.');
    expect(await findings(page)).toEqual([]);

    await session.restart();
    const later = session.page();
    await later.getByTestId('coverage').waitFor(patient);
    await goTo(later, 'Compare');
    const sides = later.getByRole('group', { name: 'What is compared' });
    await expect
      .poll(() => sides.getByRole('combobox', { name: 'First' }).inputValue(), patient)
      .toContain('Budget 2027');
    await later.getByRole('region', { name: 'Total cost' }).waitFor(patient);
    expect(await findings(later)).toEqual([]);
    expect(session.pageErrors).toEqual([]);
  });

  it('an overridden cell is seen, reset, and brought back by undo', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: faster, exact: true }).click();
    await page.getByRole('table', { name: 'Own values' }).waitFor(patient);
    await app.goTo('Demand');
    const marked = page.getByRole('grid').locator('[role=gridcell][title^="Differs from the base plan"]');
    await expect.poll(() => marked.count(), patient).toBeGreaterThan(0);
    // The explanation that opens leaves the grid less room: only then are the cells counted.
    await marked.first().click();
    await page.getByRole('complementary', { name: 'Explanation' }).waitFor(patient);
    await expect.poll(() => marked.count(), patient).toBeLessThan(18);
    const before = await marked.count();
    const own = await marked.first().innerText();
    await marked.first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Back to the base plan' }).click();
    await expect.poll(() => marked.count(), patient).toBe(before - 1);
    await app.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => marked.count(), patient).toBe(before);
    await expect.poll(() => marked.first().innerText(), patient).toBe(own);
    expect(session.pageErrors).toEqual([]);
  });

  it('an input gets its source, and a benchmark takes its place in one step', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await goTo(page, 'Library');
    const register = page.getByRole('table', { name: 'Assumptions register' });
    const winRate = register.getByRole('row').filter({ hasText: 'Win rate, Small business' });
    await expect.poll(() => winRate.innerText(), patient).toMatch(/no source/i);
    await winRate.getByRole('button', { name: /^Source of/ }).click();
    await page.keyboard.type('CRM, closed deals of 2026');
    await page.keyboard.press('Enter');
    await expect.poll(() => winRate.innerText(), patient).toMatch(/fine/i);
    expect(await findings(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Benchmarks' }).click();
    const card = page.getByRole('region', { name: 'First-contact resolution' });
    const line = card.getByRole('row').filter({ hasText: 'Voice' });
    const before = await line.innerText();
    await line.getByRole('button', { name: /^Use as source/ }).click();
    await page.getByRole('menuitem', { name: 'Set to 80.0%, with this source' }).click();
    await expect.poll(() => line.innerText(), patient).toMatch(/80%.*SQM, 2021/s);
    await expect.poll(() => page.getByRole('menu').count(), patient).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => line.innerText(), patient).toBe(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => line.innerText(), patient).toMatch(/SQM, 2021/);
    await app.saved();

    await line.getByRole('button').first().click();
    const panel = page.getByRole('complementary', { name: 'Explanation' });
    await panel.getByRole('button', { name: /^Source of .*SQM, 2021/ }).waitFor(patient);
    const changes = panel.getByRole('region', { name: 'Last changes' });
    await changes
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click();
    await expect.poll(() => line.innerText(), patient).toMatch(/Voice\s+72%/);
    expect(await findings(page)).toEqual([]);
    expect(session.pageErrors).toEqual([]);
  });
});
