import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';

/** Other work on the machine must not fail a story. */
const patiently = { timeout: 15_000 };

async function openCalculator(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Calculator' }).click();
  await page.getByRole('table', { name: 'Results of one interval' }).waitFor();
}

/** Types into fields by their labels. */
async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole('form', { name: 'Inputs of the calculator' });
  for (const [label, text] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(text);
}

/** The cells of a line of a table, without its label and unit. */
async function line(table: Locator, label: string): Promise<readonly string[]> {
  const row = table
    .getByRole('row')
    .filter({ has: table.page().getByRole('rowheader', { name: label, exact: true }) });
  return row.getByRole('cell').allTextContents();
}

function answers(page: Page): Promise<string> {
  return page.getByRole('status', { name: 'Answers' }).innerText();
}

/** What was copied, as it arrives where it is pasted. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.setAttribute('aria-label', 'Spreadsheet');
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.press('Control+v');
  const area = page.getByLabel('Spreadsheet');
  await expect.poll(() => area.inputValue(), patiently).not.toBe('');
  const text = await area.inputValue();
  await area.evaluate((element) => element.remove());
  return text;
}

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

const published = {
  Contacts: '400',
  'Handle time': '4:17',
  Patience: '120',
  'Service level': '80',
  'Answered within': '20',
  'Max. occupancy': '85',
  'Max. abandoned': '',
  'Max. mean wait': '',
  'Present team': '64',
  Shrinkage: '30',
};

describeOnEachHost('the calculator', (start) => {
  it('answers a published case that is typed in, names an overload and a wrong input, and remembers all of it', async () => {
    const session = await start();
    const page = session.page();
    await openCalculator(page);
    await type(page, { Contacts: '1', 'Handle time': '1', Shrinkage: '0' });
    await type(page, published);
    const table = page.getByRole('table', { name: 'Results of one interval' });
    await expect.poll(() => answers(page), patiently).toContain('57.11');
    expect(await answers(page)).toContain('97.1 with shrinkage');
    expect((await line(table, 'Agents')).slice(1, 5)).toEqual(['67', '68', '69', '64']);
    expect((await line(table, 'What decides'))[1]).toBe('occupancy');
    expect((await line(table, 'Service level, of offered'))[2]).toBe('95.3%');
    expect((await line(table, 'Agents with shrinkage'))[2]).toBe('97.1');

    await type(page, { 'Present team': '57' });
    await expect.poll(() => answers(page), patiently).toContain('Overload under Erlang C');
    const waits = await line(table, 'Mean wait of the answered');
    expect(waits[4]).toBe('overload');
    expect(Number(waits[8])).toBeGreaterThan(0);

    await type(page, { 'Service level': '100' });
    await expect.poll(() => answers(page), patiently).toContain('No number of agents: service level');

    await type(page, { 'Service level': '80', 'Handle time': 'abc' });
    const message = 'Handle time: “abc” is not a number. Enter 1 to 86,400\u00a0seconds.';
    await expect.poll(() => answers(page), patiently).toContain(message);
    const field = page.getByLabel('Handle time', { exact: true });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described.split(' ').at(-1)}"]`).textContent()).toBe(message);
    expect(new Set((await line(table, 'Occupancy')).slice(1))).toEqual(new Set(['–', '']));
    expect(await page.getByRole('button', { name: 'Copy as table' }).isDisabled()).toBe(true);

    await page.getByRole('link', { name: 'Scenarios' }).click();
    await openCalculator(page);
    expect(await field.inputValue()).toBe('abc');
    await page.getByRole('button', { name: 'Back to the example' }).click();
    expect(await field.inputValue()).toBe('257');
    expect(await findings(page)).toEqual([]);
    expect(session.pageErrors).toEqual([]);
    expect(session.foreignRequests).toEqual([]);
  });

  it('copies its table, takes a day from a spreadsheet, and carries over what an overload leaves', async () => {
    const session = await start();
    const page = session.page();
    await openCalculator(page);
    await page.getByRole('button', { name: 'Copy as table' }).click();
    await page.getByText('Copied. Paste it into a spreadsheet.').waitFor();
    const copied = (await pasted(page)).split(/\r?\n/).map((text) => text.split('\t'));
    expect(copied[0]).toEqual(['Contacts', '400', '/ interval']);
    expect(copied.find(([label]) => label === 'Agents')).toEqual([
      'Agents',
      'agents',
      '67',
      '68',
      '69',
      '64',
      '66',
      '67',
      '68',
      '64',
      '1',
    ]);

    await page.getByText('One day').click();
    const day = page.getByRole('table', { name: 'The day by interval' });
    await day.waitFor();
    const rows = 'From\tCalls\tAgents\n08:00\t300\t60\n08:30\t450\t60\n09:00\t300\t60\n09:30\t300\t60';
    await page.evaluate((text) => {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
    }, rows);
    await page.keyboard.press('Control+c');
    await page.evaluate(() => document.querySelector('body > textarea')?.remove());
    await day.getByLabel('08:00, Contacts').focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => day.getByLabel('09:30, On duty').inputValue(), patiently).toBe('60');
    await page.getByLabel('Closes').selectOption('10:00');
    await expect.poll(() => answers(page), patiently).toContain('1 interval overloaded');
    expect(await answers(page)).toContain('1,350');
    const overloaded = await line(day, '08:30');
    expect(overloaded[6]).toBe('overload');
    const [carried = '', inTime = ''] = overloaded.slice(-2);
    expect(Number(carried)).toBeGreaterThan(30);
    expect(inTime).toMatch(/^\d+\.\d%$/);
    expect((await line(day, '09:30')).slice(-2)).toEqual(['', '']);

    await day.getByLabel('08:30, On duty').fill('76');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('09:00, On duty');
    await expect.poll(() => line(day, '08:30'), patiently).not.toContain('overload');
    await page.keyboard.type('x');
    await expect.poll(() => answers(page), patiently).toContain('09:00, On duty: “x” is not a number.');
    await page.getByRole('button', { name: 'Fill “On duty”' }).click();
    await page.getByRole('menuitem', { name: 'Empty it' }).click();
    await expect.poll(() => answers(page), patiently).toContain('No agents on duty are entered.');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    expect(await findings(page)).toEqual([]);
    expect(session.pageErrors).toEqual([]);
  });
});
