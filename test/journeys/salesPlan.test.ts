import { expect, it } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { describeOnEachHost } from './hostSession.ts';

const patient = { timeout: 15_000 };

describeOnEachHost('the answer to sales', (start) => {
  it('a leader reads it, goes down to why, and keeps the deals as a variant', async () => {
    const session = await start();
    const page = session.page();
    await page.getByRole('link', { name: 'Can we support the sales plan?' }).click(patient);
    await page.getByLabel('Change of deals').fill('abc');
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByText('“abc” is not a number.', { exact: false }).waitFor(patient);
    await page.getByLabel('Deals of').selectOption('Small business');
    await page.getByLabel('Change of deals').fill('30%');
    await page.getByLabel('From', { exact: true }).selectOption('July 2027');
    await page.getByRole('button', { name: 'Answer' }).click();
    const verdict = page.getByTestId('sales-verdict');
    await verdict.waitFor({ timeout: 60_000 });
    const answer = page.getByRole('article', { name: 'Can we support the sales plan?' });
    expect(await verdict.innerText()).toMatch(
      /^No\. The people of the plan are not enough from January 2027 on/,
    );
    expect(await answer.innerText()).toMatch(/The deals of Small business 30\.0% higher from July 2027\./);
    expect(await answer.innerText()).toMatch(
      /Prague: \d+ people start over the whole plan; 44 are planned\./,
    );
    expect(await answer.innerText()).toMatch(/\d+% of the planned deals from July 2027 on/);
    expect(await barriers(page)).toEqual([]);

    await answer.getByRole('button', { name: /^Prague: Required FTE/ }).click();
    const explanation = page.getByRole('complementary', { name: 'Explanation' });
    await explanation.getByRole('button', { name: /Productive FTE required/ }).click(patient);
    await expect.poll(() => explanation.innerText(), patient).toContain('Productive FTE required');

    await answer.getByRole('button', { name: 'Keep as a variant' }).click();
    await page.getByText('The variant is open now.', { exact: false }).waitFor(patient);
    await expect
      .poll(() => page.getByRole('banner').innerText(), patient)
      .toContain('The deals of Small business 30.0% higher');
    expect(session.pageErrors).toEqual([]);
  });
});
