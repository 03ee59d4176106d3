import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';

/** Other work on the machine must not fail a story. */
const patiently = { timeout: 60_000 };

async function openCheck(page: Page) {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Staffing' }).click();
  await page.getByRole('button', { name: 'Check with simulation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check with simulation' });
  await dialog.waitFor();
  return dialog;
}

describeOnEachHost('checking the staffing with a simulation', (start) => {
  it('shows simulated figures with their intervals beside those of the plan, stops on demand, and knows closed queues', async () => {
    const session = await start();
    const page = session.page();
    const dialog = await openCheck(page);
    await dialog.getByLabel('How many').selectOption('100000');
    const begin = dialog.getByRole('button', { name: 'Simulate', exact: true });
    await begin.click();
    await dialog.getByText(/^100,000 contacts on \d+ days simulated\.$/).waitFor(patiently);
    const table = dialog.getByRole('table', { name: 'Voice' });
    const row = table.getByRole('row').filter({ hasText: 'Service level' });
    const [plan = '', whole = '', simulated = '', chance = '', , verdict = ''] = await row
      .getByRole('cell')
      .allTextContents();
    const share = Number.parseFloat;
    expect(share(plan)).toBeGreaterThan(50);
    expect(chance).toMatch(/^± \d\.\d\d pts$/);
    expect(Math.abs(share(whole) - share(simulated))).toBeLessThan(4 * share(chance.slice(2)) + 1);
    expect(['chance', 'more than chance']).toContain(verdict);

    await dialog.getByLabel('How many').selectOption('4000000');
    expect(await table.count()).toBe(0);
    await begin.click();
    await expect
      .poll(async () => (await table.count()) > 0 && (await row.innerText()), patiently)
      .toMatch(/± \d/);
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await dialog.getByText(/^Stopped after [\d,]+ contacts/).waitFor(patiently);

    await dialog.getByLabel('Queue', { exact: true }).selectOption({ label: 'E-mail' });
    await begin.click();
    await dialog.getByText('There is nothing to simulate').waitFor(patiently);
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });
});
