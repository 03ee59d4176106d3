import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };

describeOnEachHost('explaining', (start) => {
  it('walks from the total cost of a year down to a wage, and back up', async () => {
    const session = await start();
    const { page } = planPage(session.page());
    await page.getByTestId('cost').getByRole('button').first().click();
    const panel = page.getByRole('complementary', { name: 'Explanation' });
    const value = panel.getByTestId('explained-value');
    const down = async (node: string) => {
      await panel.locator(`[data-node="${node}"]`).click();
      await expect.poll(() => panel.locator(`[data-node="${node}"]`).count(), patient).toBe(0);
    };
    await expect.poll(() => value.innerText(), patient).toContain('6,156,590');
    // The months of a year are numbers of the same line.
    await panel.locator('[data-node="plan.totalCost"]').first().click();
    await panel.locator('[data-node="groups.prague.cost.total"]').waitFor(patient);
    await down('groups.prague.cost.total');
    await down('groups.prague.cost.wages');
    await down('staffGroups.prague.pay.hourlyWage');
    await expect.poll(() => panel.innerText(), patient).toContain('growing by 4.5% a year');
    const steps = panel.getByRole('navigation', { name: 'Way to this number' }).getByRole('button');
    expect(await steps.count()).toBe(4);
    await steps.first().click();
    await expect.poll(() => value.innerText(), patient).toContain('6,156,590');
    expect(session.pageErrors).toEqual([]);
  });

  it('follows the number while the plan changes', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Demand');
    await page.getByRole('grid').waitFor();
    const panel = page.getByRole('complementary', { name: 'Explanation' });
    // Until a number is asked for, the months have the room.
    expect(await panel.count()).toBe(0);
    await app.type('Small business', 'Deals', 'Feb 27', '3000');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => panel.getByTestId('explained-value').innerText(), patient).toContain('3,000.0');
    expect(await panel.innerText()).toContain('One value for each of 24 periods.');
    await page.keyboard.press('Control+z');
    await expect.poll(() => panel.innerText(), patient).toContain('growing by 35% a year');
  });

  it('is cleared on a screen where its number does not stand, and kept where it does', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('cost').getByRole('button').first().click();
    const panel = app.page.getByRole('complementary', { name: 'Explanation' });
    const value = panel.getByTestId('explained-value');
    await expect.poll(() => value.innerText(), patient).toContain('6,156,590');
    await app.goTo('Budget');
    await expect.poll(() => value.innerText(), patient).toContain('6,156,590');
    await app.goTo('Demand');
    await expect.poll(() => panel.innerText(), patient).toContain('Select any number');
    expect(await value.count()).toBe(0);
  });

  it('the checks lead to the month in which people are missing', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await page.getByRole('button', { name: /warnings$/ }).click();
    const partner = page.getByRole('listitem').filter({ hasText: 'Partner is short from January 2027' });
    await partner.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('grid').waitFor();
    const panel = page.getByRole('complementary', { name: 'Explanation' });
    await expect.poll(() => panel.innerText(), patient).toContain('Surplus or gap');
    expect(await panel.innerText()).toContain('Partner · January 2027');
    await expect.poll(() => page.getByRole('gridcell', { selected: true }).count(), patient).toBe(1);
  });
});
