import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };
const sample = 'Northwind Software 2027–2028';

describeOnEachHost('the list of scenarios', (start) => {
  it('makes, duplicates, renames, deletes and brings back', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    const table = page.getByRole('table', { name: 'Scenarios' });
    const names = () =>
      table
        .getByRole('row')
        .getByRole('button', { name: /^(?!Rename|Duplicate|Delete|More)/ })
        .allInnerTexts();
    await expect.poll(names, patient).toContain(sample);
    const atFirst = await names();

    await page.getByRole('main').getByRole('button', { name: 'New scenario' }).click();
    await page.getByRole('button', { name: 'Create the plan' }).click(patient);
    await expect.poll(names, patient).toContain('New scenario');
    await expect.poll(() => page.title(), patient).toContain('New scenario');

    await page.getByRole('button', { name: `Duplicate ${sample}`, exact: true }).click();
    await expect.poll(names, patient).toContain(`${sample} copy`);

    await page.getByRole('button', { name: `Rename ${sample} copy`, exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('new SCENARIO');
    await expect.poll(() => page.getByText('Another scenario has this name.').count(), patient).toBe(1);
    await page.getByRole('textbox', { name: 'Name' }).fill('Budget 2028');
    await page.keyboard.press('Enter');
    await expect.poll(names, patient).toContain('Budget 2028');

    await page.getByRole('button', { name: 'Delete Budget 2028', exact: true }).click();
    await expect.poll(names, patient).not.toContain('Budget 2028');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(names, patient).toContain('Budget 2028');
    expect((await names()).toSorted()).toEqual([...atFirst, 'New scenario', 'Budget 2028'].toSorted());

    await page.reload();
    await expect.poll(names, patient).toContain('Budget 2028');
    expect(session.pageErrors).toEqual([]);
  });

  it('switches from the top bar, and opens what was open last', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    const first = await app.answer();
    await page.getByRole('button', { name: `Scenario: ${sample}` }).click();
    await page.getByRole('menuitemradio', { name: 'Northwind Software, faster growth' }).click();
    await expect.poll(() => page.title(), patient).toContain('faster growth');
    await expect.poll(() => app.answer(), patient).not.toBe(first);
    await session.restart();
    await expect.poll(() => session.page().title(), patient).toContain('faster growth');
  });

  it('without any scenario says so and makes one', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('button', { name: `Delete ${sample}` }).click();
    const question = page.getByRole('dialog');
    await expect.poll(() => question.innerText(), patient).toContain('faster growth');
    await question.getByRole('button', { name: 'Delete all 2' }).click();
    await page.getByText('No scenarios').waitFor(patient);
    await app.goTo('Overview');
    await page.getByRole('main').getByRole('button', { name: 'New scenario' }).click();
    await page.getByRole('button', { name: 'Create the plan' }).click(patient);
    await page.getByTestId('cost').waitFor(patient);
    expect(await page.title()).toContain('New scenario');
    expect(session.pageErrors).toEqual([]);
  });
});
