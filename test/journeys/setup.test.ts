import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };

function numberOf(text: string): number {
  const value = Number(text.replaceAll(/[^\d.-]/g, ''));
  if (text.trim() === '' || Number.isNaN(value)) throw new Error(`"${text}" is not a number.`);
  return value;
}

describeOnEachHost('setup', (start) => {
  it('a newcomer makes a plan from a template and eight numbers, and sees first what it comes to', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Scenarios');
    await page.getByRole('main').getByRole('button', { name: 'New scenario' }).click();
    const dialog = page.getByRole('dialog', { name: 'New scenario' });
    const preview = () => dialog.getByTestId('preview').innerText(patient);
    const fteNeeded = async () => numberOf((await preview()).split('\n')[1] ?? '');
    await dialog.getByRole('combobox', { name: 'Start from' }).selectOption({ label: 'Bank' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('My bank');
    const before = await fteNeeded();
    await dialog.getByRole('textbox', { name: 'Customers', exact: true }).fill('many');
    await dialog.getByText('A number from 1').waitFor(patient);
    expect(await dialog.getByRole('button', { name: 'Create the plan' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Customers', exact: true }).fill('500000');
    await expect.poll(fteNeeded, patient).toBeGreaterThan(before * 1.5);
    const promised = await fteNeeded();
    await dialog.getByRole('button', { name: 'Create the plan' }).click();
    await expect.poll(() => page.title(), patient).toContain('My bank');
    await app.goTo('People');
    const [first = ''] = await page
      .getByRole('columnheader')
      .filter({ hasText: /^\w{3} \d\d$/ })
      .allInnerTexts();
    expect(numberOf(await app.cell('Whole plan', 'Required FTE', first))).toBe(promised);
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });

  it('a planner adds a queue, gives it contacts, paints its week, and closes the gap by hiring', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    await app.goTo('People');
    const gap = async () => numberOf(await app.cell('Prague', 'Surplus or gap', 'Jan 28'));
    const atFirst = await gap();
    const setup = () =>
      page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Plan setup' }).click();
    await setup();
    await page.getByRole('button', { name: 'Add a queue' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a queue' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Returns');
    await dialog.getByRole('combobox', { name: 'Served by' }).selectOption({ label: 'Prague' });
    await dialog.getByRole('button', { name: 'Add the queue' }).click();
    await page.getByRole('heading', { name: 'Returns' }).waitFor(patient);
    const contacts = page.getByRole('region', { name: 'Contacts', exact: true });
    await contacts.getByRole('textbox', { name: 'Other contacts' }).fill('-5');
    await contacts.getByRole('textbox', { name: 'Other contacts' }).press('Enter');
    await contacts.getByText('at least 0').waitFor(patient);
    await contacts.getByRole('textbox', { name: 'Other contacts' }).fill('9000');
    await contacts.getByRole('textbox', { name: 'Other contacts' }).press('Enter');

    const week = page.getByRole('grid', { name: 'Profile of the week' });
    const cell = (name: string) => week.getByRole('gridcell', { name: new RegExp(`^${name}:`) });
    await week.scrollIntoViewIfNeeded();
    expect(await cell('Sat 10:00').getAttribute('aria-label')).toBe('Sat 10:00: 0.00');
    const from = await cell('Sat 10:00').boundingBox();
    const to = await cell('Sat 12:00').boundingBox();
    if (from === null || to === null) throw new Error('The week is not drawn.');
    await page.mouse.move(from.x + 4, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + 8);
    await page.mouse.up();
    const painted = async (name: string) =>
      numberOf((await cell(name).getAttribute('aria-label'))?.split(': ')[1] ?? '');
    for (const time of ['10:00', '10:30', '11:30', '12:00']) {
      await expect.poll(() => painted(`Sat ${time}`), patient).toBeGreaterThan(0);
    }
    expect(await painted('Sat 12:30')).toBe(0);

    await app.goTo('People');
    await expect.poll(gap, patient).toBeLessThan(atFirst - 5);
    const short = await gap();
    await app.type('Prague', 'Hires per month', 'Jul 27', '40');
    await expect.poll(gap, patient).toBeGreaterThan(short + 10);
    await app.saved();

    await setup();
    const parts = page.getByRole('navigation', { name: 'Parts of the plan' });
    const length = page.getByRole('textbox', { name: 'Length' });
    const before = await length.inputValue();
    await length.fill('30');
    await length.press('Enter');
    const longer = page.getByRole('dialog', { name: `From ${before} to 30 periods` });
    await longer.getByText('Hires per month, Prague').waitFor(patient);
    await longer.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => length.inputValue(), patient).toBe(before);
    await length.fill('30');
    await length.press('Enter');
    await longer.getByRole('button', { name: 'Change the length' }).click();
    await expect.poll(() => length.inputValue(), patient).toBe('30');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => length.inputValue(), patient).toBe(before);
    await parts.getByRole('button', { name: 'Returns' }).click();
    await page.getByRole('button', { name: 'Remove Returns' }).click();
    const question = page.getByRole('dialog', { name: 'Remove Returns' });
    await question.getByText('Its place among the queues of the group “Prague”').waitFor(patient);
    await question.getByRole('button', { name: 'Remove all of this' }).click();
    await expect.poll(() => parts.getByRole('button', { name: 'Returns' }).count(), patient).toBe(0);
    await page.keyboard.press('Control+z');
    await parts.getByRole('button', { name: 'Returns' }).waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });
});
