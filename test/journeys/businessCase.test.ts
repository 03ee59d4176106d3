import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

/** Other work on the machine must not fail a story. */
const patiently = { timeout: 60_000 };

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

async function goTo(page: Page, screen: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Screens' });
  await navigation.getByRole('link', { name: screen, exact: true }).click(patiently);
}

async function part(page: Page, name: string): Promise<void> {
  const parts = page.getByRole('radiogroup', { name: 'Part of the business case' });
  await parts.getByText(name, { exact: true }).click();
}

async function worked(page: Page): Promise<void> {
  await expect.poll(() => page.getByText('Working it out').count(), patiently).toBe(0);
}

async function addFromLibrary(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an initiative…' }).first().click(patiently);
  const dialog = page.getByRole('dialog', { name: 'Library of initiatives' });
  await dialog.getByLabel('Initiative', { exact: true }).selectOption({ label: name });
  await dialog.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor(patiently);
}

/** A figure of the line as people read it: "€53,077". */
async function figure(page: Page, section: string, line: string): Promise<string> {
  const row = page.getByRole('region', { name: section, exact: true }).getByRole('row', { name: line });
  const button = row.first().getByRole('button').first();
  await button.waitFor(patiently);
  return button.innerText();
}

function amount(text: string): number {
  return Number(text.replaceAll(/[^\d.-]/g, ''));
}

describeOnEachHost('the business case', (start) => {
  it('two initiatives are weighed, one is made cash by cancelling hires, and the page is taken along', async () => {
    const session = await start();
    const page = session.page();
    await goTo(page, 'Business case');
    await addFromLibrary(page, 'Billing portal');
    await addFromLibrary(page, 'Automatic call summaries');

    await part(page, 'Case');
    const cashBefore = amount(await figure(page, 'What it is worth', 'Net present value'));
    expect(await figure(page, 'What it is worth', 'Payback')).toMatch(/months|–/);
    await page
      .getByRole('region', { name: 'What it is worth' })
      .getByRole('button', { name: /^Net present value/ })
      .first()
      .click();
    expect(await page.getByRole('dialog').innerText()).toContain('Discount rate');
    await page.keyboard.press('Escape');

    await part(page, 'Waiting');
    await page.getByRole('button', { name: 'Add what drifts' }).click(patiently);
    await page.getByRole('combobox', { name: 'Add an effect on' }).fill('Talk time, Voice');
    await page.getByRole('option', { name: 'Talk time, Voice' }).first().click();
    const drift = page.getByRole('textbox', { name: 'Value for Talk time, Voice' });
    await drift.fill('1.1');
    await drift.press('Enter');
    await expect
      .poll(
        async () => amount(await figure(page, 'Cost of standing still', 'Cost of standing still')),
        patiently,
      )
      .toBeGreaterThan(0);
    expect(amount(await figure(page, 'Cost of delay', '12 months'))).not.toBe(0);
    await worked(page);
    expect(await findings(page)).toEqual([]);

    await part(page, 'Cash');
    await page
      .getByRole('button', { name: 'Make it cashable: Automatic call summaries' })
      .or(page.getByRole('button', { name: 'Make it cashable: Billing portal' }))
      .first()
      .click(patiently);
    await page.getByText('Hires are cancelled for it: this is cash.').first().waitFor(patiently);
    await part(page, 'Case');
    await expect
      .poll(async () => amount(await figure(page, 'What it is worth', 'Net present value')), patiently)
      .not.toBe(cashBefore);
    const cashAfter = await figure(page, 'What it is worth', 'Net present value');

    await part(page, 'One page');
    await worked(page);
    const [file] = await Promise.all([
      page.waitForEvent('download', patiently),
      page.getByRole('button', { name: 'Save as table' }).click(patiently),
    ]);
    const csv = readFileSync(await file.path(), 'utf8');
    const line = csv.split('\r\n').find((text) => text.startsWith('Cash,Net present value,')) ?? '';
    expect(Math.round(Number(line.split(',')[2]))).toBe(amount(cashAfter));
    const [picture] = await Promise.all([
      page.waitForEvent('download', patiently),
      page.getByRole('button', { name: 'Save as picture' }).click(),
    ]);
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(await findings(page)).toEqual([]);

    // Cancelling was one step.
    await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
    await part(page, 'Case');
    await expect
      .poll(async () => amount(await figure(page, 'What it is worth', 'Net present value')), patiently)
      .toBe(cashBefore);
    await planPage(page).saved();
    expect(session.pageErrors).toEqual([]);
  });

  it('a chatbot is told honestly, left out and taken back, and doing nothing becomes a scenario', async () => {
    const session = await start();
    const page = session.page();
    await goTo(page, 'Business case');
    await part(page, 'Automation');
    await page.getByRole('button', { name: 'Add a chatbot or self-service…' }).click(patiently);
    const dialog = page.getByRole('dialog', { name: 'Library of initiatives' });
    await dialog.getByRole('button', { name: 'Add to the plan' }).click();
    // Its numbers can be typed once the plan has said what it is in front of.
    await page.getByText('The plan says', { exact: false }).first().waitFor(patiently);
    for (const [name, value] of [
      [/^Containment/, '30%'],
      [/^Handle time of the contained/, '180'],
      [/^Come back to an agent/, '40%'],
      [/^Extra of those who come back/, '60'],
      [/^Contacts now/, '100000'],
      [/^Handle time now/, '360'],
    ] as const) {
      const field = page.getByRole('textbox', { name });
      await field.fill(value);
      await field.press('Enter');
    }
    const monthly = 'Once all who will use it do';
    await expect.poll(() => figure(page, monthly, 'Workload with it'), patiently).toBe('9,300 hours');
    expect(await figure(page, monthly, 'Workload now')).toBe('10,000 hours');
    await page.getByRole('button', { name: 'Handle time that remains: 408.3 seconds. Explain' }).waitFor();
    await page.getByRole('textbox', { name: /^Containment/ }).fill('120%');
    await page.getByRole('textbox', { name: /^Containment/ }).press('Enter');
    await page.getByText(/a share from 0 to 1/).waitFor();
    await page.getByRole('textbox', { name: /^Containment/ }).press('Escape');
    await worked(page);
    expect(await findings(page)).toEqual([]);

    await part(page, 'Initiatives');
    const counted = page.getByRole('switch', { name: 'Count Chatbot' });
    await page
      .getByText('Count Chatbot')
      .or(counted)
      .first()
      .waitFor({ state: 'attached', ...patiently });
    await counted.uncheck({ force: true });
    await planPage(page).saved();
    await page.reload();
    await goTo(page, 'Business case');
    await part(page, 'Initiatives');
    await expect.poll(() => counted.isChecked(), patiently).toBe(false);
    await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => counted.isChecked(), patiently).toBe(true);

    await part(page, 'Waiting');
    await page.getByRole('button', { name: 'Add what drifts' }).click(patiently);
    await page.getByRole('button', { name: 'Make it a scenario' }).click(patiently);
    await page.getByText('Standing still is a scenario of its own now.', { exact: false }).waitFor(patiently);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /: standing still$/ })
      .waitFor(patiently);
    await part(page, 'Initiatives');
    await expect.poll(() => counted.isChecked(), patiently).toBe(false);
    expect(session.pageErrors).toEqual([]);
  });

  it('extreme input has an answer in words on every part of the screen', async () => {
    const session = await start();
    const page = session.page();
    await goTo(page, 'Business case');
    await addFromLibrary(page, 'Automatic call summaries');
    const fill = async (name: string | RegExp, value: string): Promise<void> => {
      const field = page.getByRole('textbox', { name }).first();
      await field.fill(value);
      await field.press('Enter');
    };
    const everyPart = async (): Promise<string> => {
      const texts: string[] = [];
      for (const name of [
        'Case',
        'Automation',
        'What it rests on',
        'Waiting',
        'Cash',
        'Promise and actual',
        'One page',
      ]) {
        await part(page, name);
        await worked(page);
        texts.push(await page.getByRole('main').innerText());
      }
      await part(page, 'Initiatives');
      return texts.join('\n');
    };
    // Nothing is invested, and the change does harm: no rate of return, no payback.
    await fill(/^One-off cost/, '0');
    await fill(/^Running cost/, '0');
    await fill('Value for Wrap-up time, Voice', '1.5');
    const harmful = await everyPart();
    expect(harmful).toContain('Nothing is invested, so there is no return on it.');
    expect(harmful).toMatch(/never change sides/);
    expect(harmful).toMatch(/does not come back within the plan/);
    // It begins after the plan: nothing is paid and nothing gained.
    await fill('Confidence for Wrap-up time, Voice', '100%');
    await fill(/^One-off cost/, '500000');
    await page.getByRole('textbox', { name: 'Start' }).first().fill('2040-01-01');
    await page.getByRole('textbox', { name: 'Start' }).first().press('Enter');
    const late = await everyPart();
    expect(late).toContain('Starts after the plan ends');
    for (const text of [harmful, late]) expect(text).not.toMatch(/NaN|Infinity|undefined|∞/);
    expect(session.pageErrors).toEqual([]);
  });

  it('an offer is held against own people, and service and leavers have their price', async () => {
    const session = await start();
    const page = session.page();
    await goTo(page, 'Sourcing');
    await page.getByRole('button', { name: 'Add an offer' }).click(patiently);
    const price = page.getByRole('textbox', { name: /^Price \(/ });
    await price.fill('not a price');
    await price.press('Enter');
    await page.getByText('Type a number.').waitFor();
    await price.fill('27.50');
    await price.press('Enter');
    expect(await findings(page)).toEqual([]);
    await page
      .getByRole('radiogroup', { name: 'Part of the screen' })
      .getByText('Comparison', { exact: true })
      .click();
    await page.getByRole('button', { name: /^Break-even price: .*Explain$/ }).waitFor(patiently);
    await worked(page);
    expect(await findings(page)).toEqual([]);

    await goTo(page, 'Attrition');
    await page.getByRole('button', { name: /^Full cost of one leaver: .*Explain$/ }).waitFor(patiently);
    await page.getByRole('button', { name: 'Add it to the business case' }).click(patiently);
    await worked(page);
    expect(await findings(page)).toEqual([]);

    await goTo(page, 'Service value');
    await page.getByRole('button', { name: /^Best goal: .*Explain$/ }).waitFor(patiently);
    await page
      .getByRole('textbox', { name: 'Abandoned contacts per customer, and churn' })
      .fill('0.1;2 %\n0.2;2.4 %\n0.3;2.7 %\n0.4;3.2 %');
    await page.getByText('Whether fewer hang-ups would keep customers, only a trial can tell.').waitFor();
    await worked(page);
    expect(await findings(page)).toEqual([]);

    await goTo(page, 'Business case');
    await part(page, 'Initiatives');
    await page.getByRole('button', { name: 'Remove Retention programme' }).waitFor(patiently);
    expect(session.pageErrors).toEqual([]);
  });
});
