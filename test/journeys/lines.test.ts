import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createPlan } from '#shared/model/plan.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { documentOf, sampleFile } from '#test/support/planFigures.ts';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

/** Other work on the machine must not fail a story. */
const patiently = { timeout: 30_000 };

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

async function openLines(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Lines & KPIs' }).click(patiently);
  const screen = page.getByRole('region', { name: 'Lines & KPIs', exact: true });
  await screen.waitFor();
  return screen;
}

/** The same line by a plan of its own, as the grid writes it. */
function expectedInJanuary(line: NonNullable<ScenarioDocument['ownLines']>[number], digits: number): string {
  const scenario = validateScenario({ ...documentOf(sampleFile), ownLines: [line] });
  const plan = scenario.ok ? createPlan(scenario.value) : scenario;
  if (!plan.ok) throw new Error(plan.fault.message);
  return (plan.value.column(`plan.${line.id}`)[0] ?? Number.NaN).toFixed(digits);
}

function formulaField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Formula', exact: true });
}

/** The grid draws the lines that are in sight; the first line is. */
function firstCell(page: Page): Locator {
  return page.getByRole('grid').locator('[role=row][aria-rowindex="2"] [aria-colindex="3"]');
}

describeOnEachHost('lines of the own', (start) => {
  it('a KPI is written with names offered and its error marked, computed, explained, undone', async () => {
    const session = await start();
    const page = session.page();
    await openLines(page);
    await page.getByRole('button', { name: 'Add a line' }).click();
    const dialog = page.getByRole('dialog', { name: 'New line' });
    await dialog.getByLabel('Name', { exact: true }).fill('Cost per customer');
    expect(await dialog.getByLabel('Name in formulas').inputValue()).toBe('costPerCustomer');

    await formulaField(page).click();
    await page.keyboard.type('totalCost / custmers');
    await dialog.getByText('Character 13: There is no measure').waitFor(patiently);
    expect(await page.getByTestId('formula-error').textContent()).toBe('custmers');
    expect(await page.getByTestId('formula-error').getAttribute('data-position')).toBe('12');
    expect(await findings(page)).toEqual([]);

    for (let letter = 0; letter < 'mers'.length; letter += 1) await page.keyboard.press('Backspace');
    const names = page.getByRole('listbox', { name: 'Names for the formula' });
    await names.waitFor(patiently);
    expect(await names.getByRole('option', { selected: true }).innerText()).toContain('customers');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await formulaField(page).inputValue()).toBe('totalCost / customers');
    await names.waitFor({ state: 'detached' });

    const value = expectedInJanuary(
      { id: 'costPerCustomer', scope: 'plan', formula: 'totalCost / customers' },
      2,
    );
    const preview = dialog.getByRole('table', { name: 'First values' }).getByRole('cell').first();
    await dialog.getByLabel('Unit').selectOption('moneyPerUnit');
    await expect.poll(() => preview.innerText(), patiently).toBe(value);

    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => firstCell(page).innerText(), patiently).toBe(value);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Add a line');
    expect(await findings(page)).toEqual([]);

    await firstCell(page).click();
    const explanation = page.getByRole('complementary', { name: 'Explanation' });
    await explanation.getByText('totalCost ÷ customers').waitFor(patiently);
    await expect.poll(() => page.getByTestId('explained-value').innerText(), patiently).toContain(value);

    await session.restart();
    const again = session.page();
    await openLines(again);
    await expect.poll(() => firstCell(again).innerText(), patiently).toBe(value);
    await again.getByRole('button', { name: 'Delete Cost per customer' }).click();
    await again.getByText('No lines of your own yet').waitFor(patiently);
    await again.keyboard.press('Control+z');
    await expect.poll(() => firstCell(again).innerText(), patiently).toBe(value);
    await again.keyboard.press('Control+y');
    await again.getByText('No lines of your own yet').waitFor(patiently);
    expect(session.pageErrors).toEqual([]);
  });

  it('a line that cannot be is refused in its dialog, with the reason, and the plan stays as it was', async () => {
    const session = await start();
    const page = session.page();
    await openLines(page);
    await page.getByRole('button', { name: 'Add a line' }).click();
    const dialog = page.getByRole('dialog', { name: 'New line' });
    const save = dialog.getByRole('button', { name: 'Save' });
    await save.click();
    await dialog.getByText('Type a formula.').waitFor();

    await dialog.getByLabel('Name', { exact: true }).fill('My total');
    await dialog.getByLabel('Name in formulas').fill('totalCost');
    await dialog.getByText(/expected a name that no measure or input of the same kind has/).waitFor();
    await dialog.getByLabel('Name in formulas').fill('myTotal');
    await formulaField(page).fill('totalCost + nowhere');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/Not saved.*"nowhere"/)
      .waitFor(patiently);

    await formulaField(page).fill('totalCost + myTotal');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/Not saved.*Circular/)
      .waitFor(patiently);

    await formulaField(page).fill('prior(myTotal, 0) + totalCost');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached', ...patiently });
    await page
      .getByRole('table', { name: 'Own lines' })
      .getByText('myTotal = prior(myTotal, 0) + totalCost')
      .waitFor();

    // The columns are as wide as the longest number, also when another line comes.
    const width = async () => Math.round((await firstCell(page).boundingBox())?.width ?? 0);
    expect(await width()).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Change My total' }).click();
    await formulaField(page).fill('1');
    await page.keyboard.press('Enter');
    await expect.poll(width, patiently).toBe(84);
    expect(session.pageErrors).toEqual([]);
  });
});

describeOnEachHost('goal seek', (start) => {
  it("finds how many deals today's team supports, puts it into the plan, and undo takes it back", async () => {
    const session = await start();
    const page = session.page();
    const app = planPage(page);
    const button = page.getByRole('button', {
      name: "How many deals can the team support at Voice's 80% in 30 s?",
    });
    await button.click(patiently);
    const dialog = page.getByRole('dialog', { name: 'Find the input for a result' });
    expect(await dialog.getByRole('combobox', { name: 'Result' }).inputValue()).toBe('Service level, Voice');
    expect(await dialog.getByLabel('Value').inputValue()).toBe('80%');
    expect(await findings(page)).toEqual([]);

    await dialog.getByRole('button', { name: 'Find', exact: true }).click();
    const progress = dialog.getByRole('progressbar', { name: 'Trying values of the input' });
    await progress.waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.getByTestId('goal-answer').count()).toBe(0);

    await dialog.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByTestId('goal-answer').waitFor({ timeout: 90_000 });
    expect(await page.getByTestId('goal-answer').innerText()).toMatch(
      /^Deals, Small business: 0\.9\d+ times what stands there; [\d,.]+ deals per month on average instead of 3,518\.56 deals per month\.$/,
    );
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put it into the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);

    await app.saved();
    await app.goTo('Demand');
    const deals = () => app.cell('Small business', 'Deals', 'Jan 27');
    expect(Number((await deals()).replace(',', ''))).toBeLessThan(2600);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(deals, patiently).toBe('2,600.0');
    expect(session.pageErrors).toEqual([]);
  });

  it('is asked from an explained number, and says when there is no answer', async () => {
    const session = await start();
    const page = session.page();
    const app = planPage(page);
    await page.getByTestId('cost').waitFor(patiently);
    await page.getByTestId('cost').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Find the input for this result' }).click(patiently);
    const dialog = page.getByRole('dialog', { name: 'Find the input for a result' });
    expect(await dialog.getByRole('combobox', { name: 'Result' }).inputValue()).toBe('Total cost');
    await dialog.getByRole('button', { name: 'Find', exact: true }).click();
    await dialog.getByText('Choose or type something here.').first().waitFor();

    await dialog.getByText('at most').click();
    await dialog.getByLabel('Value').fill('€1,000');
    const input = dialog.getByRole('combobox', { name: 'Input' });
    await input.click();
    await input.fill('voice talk');
    await page.getByRole('option', { name: 'Talk time, Voice' }).click();
    await dialog.getByLabel('to', { exact: true }).fill('4:00');
    await dialog.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByTestId('goal-answer').waitFor({ timeout: 90_000 });
    expect(await page.getByTestId('goal-answer').innerText()).toBe(
      'No answer between 0.00 seconds and 240.00 seconds.',
    );
    expect(await dialog.getByRole('region', { name: 'Answer' }).innerText()).toMatch(
      /The closest is .*€[\d,]{7,}/,
    );
    expect(await dialog.getByRole('button', { name: 'Put it into the plan' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await app.answer()).toContain('FY2028');
    expect(session.pageErrors).toEqual([]);
  });
});
