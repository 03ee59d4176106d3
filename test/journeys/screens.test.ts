import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';

/** Other work on the machine must not fail a story. */
const patiently = { timeout: 15_000 };

const screens = [
  { name: 'Demand', grid: 'Customers and contacts by period', parts: [] },
  { name: 'Staffing', grid: 'Requirement and service by period', parts: ['Typical week'] },
  { name: 'People', grid: 'Requirement and staff by period', parts: ['Hiring classes'] },
  { name: 'Budget', grid: 'Cost by period', parts: ['Paid hours', 'Budget lines'] },
] as const;

async function goTo(page: Page, name: string): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();
  const screen = page.getByRole('region', { name, exact: true });
  await screen.waitFor();
  return screen;
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

/** Goes on with Tab until the cursor stands in the grid. */
async function tabIntoGrid(page: Page): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const isInGrid = await page.evaluate(
      () =>
        document.activeElement instanceof HTMLInputElement &&
        Boolean(document.activeElement.parentElement?.querySelector('[role=grid]')),
    );
    if (isInGrid) return;
  }
  throw new Error('Tab does not lead into the grid.');
}

/** The first line with a name below a heading, scrolled into sight: lines out of sight are not on the page. */
async function lineBelow(page: Page, heading: string, line: string): Promise<Locator> {
  const grid = page.getByRole('grid');
  const index = await grid.evaluate(
    async (element, [headingText, lineText]) => {
      const scrolls = (box: Element) =>
        box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== 'visible';
      let scroller = element.parentElement;
      while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement;
      if (scroller === null) throw new Error('The grid has nothing to scroll.');
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let isBelow = false;
      for (let top = 0; top < scroller.scrollHeight; top += scroller.clientHeight / 2) {
        scroller.scrollTop = top;
        await drawn();
        for (const row of element.querySelectorAll('[role=row]')) {
          const name = row.querySelector('[role=rowheader]')?.textContent ?? '';
          if (name === headingText) isBelow = true;
          if (isBelow && name === lineText) return row.getAttribute('aria-rowindex');
        }
      }
      return null;
    },
    [heading, line] as const,
  );
  if (index === null) throw new Error(`There is no line "${line}" below "${heading}".`);
  return grid.locator(`[role=row][aria-rowindex="${index}"]`);
}

function firstPeriod(row: Locator): Locator {
  return row.locator('[aria-colindex="3"]');
}

async function valueOf(page: Page, heading: string, line: string): Promise<string> {
  return (await firstPeriod(await lineBelow(page, heading, line)).textContent()) ?? '';
}

async function type(page: Page, heading: string, line: string, text: string): Promise<void> {
  await firstPeriod(await lineBelow(page, heading, line)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describeOnEachHost('the screens of a plan', (start, host) => {
  it('answer an edit with the numbers that depend on it', async () => {
    const session = await start();
    const page = session.page();
    const edits = [
      { screen: 'Demand', at: ['Small business', 'Deals', '26000'], seen: ['Whole plan', 'Customers'] },
      {
        screen: 'Staffing',
        at: ['Voice', 'Service level goal', '95'],
        seen: ['Voice', 'Agent hours required'],
      },
      { screen: 'People', at: ['Prague', 'Hires per month', '40'], seen: ['Prague', 'Closing headcount'] },
      {
        screen: 'Budget',
        at: ['Budget lines', 'Knowledge base (6420)', '90000'],
        seen: ['Whole plan', 'Total cost'],
      },
    ] as const;
    for (const { screen, at, seen } of edits) {
      await goTo(page, screen);
      const before = await valueOf(page, seen[0], seen[1]);
      expect(before).toMatch(/\d/);
      await type(page, at[0], at[1], at[2]);
      await expect.poll(() => valueOf(page, seen[0], seen[1]), patiently).not.toBe(before);
    }
    expect(session.pageErrors).toEqual([]);
  });

  // How a screen looks and what its parts do is the same page on every host.
  if (host !== 'http') return;

  it.each(['light', 'dark'] as const)(
    'show the sample, can be used by everybody, and complain about nothing in %s',
    async (colorScheme) => {
      const session = await start();
      const page = session.page();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const { name, grid, parts } of screens) {
        const screen = await goTo(page, name);
        await page.getByRole('grid', { name: grid }).waitFor();
        expect(await screen.locator('canvas').count()).toBe(2);
        await tabIntoGrid(page);
        await page.keyboard.press('ArrowDown');
        await expect
          .poll(
            () => page.getByRole('complementary', { name: 'Explanation' }).getByRole('heading').count(),
            patiently,
          )
          .toBeGreaterThan(1);
        expect(await findings(page)).toEqual([]);
        for (const part of parts) {
          await screen.getByText(part, { exact: true }).first().click();
          await expect.poll(() => page.getByRole('grid', { name: grid }).count(), patiently).toBe(0);
          expect(await findings(page)).toEqual([]);
        }
      }
      expect(session.pageErrors).toEqual([]);
      expect(session.foreignRequests).toEqual([]);
    },
  );

  it('say when in the week a queue needs its agents, and answer an edit there', async () => {
    const session = await start();
    const page = session.page();
    const screen = await goTo(page, 'Staffing');
    await screen.getByText('Typical week').click();
    const sentence = screen.getByText(/agent hours required; most on/);
    const voice = await sentence.textContent();
    await screen.getByLabel('Queue').selectOption({ label: 'Chat' });
    await expect.poll(() => sentence.textContent(), patiently).not.toBe(voice);
    const table = screen.getByRole('table', { name: 'Chat, January 2027: requirement by weekday and time' });
    expect(await table.getByRole('columnheader').count()).toBe(8);
    expect(await table.getByRole('columnheader', { name: 'Sun' }).textContent()).toContain('closed');
    await screen.getByText('Load', { exact: true }).click();
    await expect
      .poll(async () => (await table.getByRole('cell').first().textContent()) ?? '', patiently)
      .toMatch(/^\d+\.\d$/);
    await screen.getByRole('button', { name: 'Explain the hours' }).click();
    const explained = page.getByRole('complementary', { name: 'Explanation' });
    await expect.poll(() => explained.innerText(), patiently).toContain('Agent hours required');
    expect(session.pageErrors).toEqual([]);
  });

  it('keep hiring classes and budget lines as lists, and take a removal back', async () => {
    const session = await start();
    const page = session.page();
    const people = await goTo(page, 'People');
    await people.getByText('Hiring classes', { exact: true }).click();
    await people.getByRole('button', { name: 'Add a class to Partner' }).click();
    const size = people.getByLabel('People of class 1 of Partner');
    await size.fill('12');
    await size.press('Enter');
    await expect.poll(() => people.getByText('12 people start in 1 class').count(), patiently).toBe(1);
    await size.fill('many');
    await size.press('Enter');
    await expect.poll(() => people.getByText('Type a number of at least 0.').count(), patiently).toBe(1);
    await size.press('Escape');
    expect(await size.inputValue()).toBe('12');

    const budget = await goTo(page, 'Budget');
    await budget.getByText('Budget lines', { exact: true }).first().click();
    await budget.getByRole('button', { name: 'Remove Knowledge base' }).click();
    await expect.poll(() => budget.getByLabel('Name of Knowledge base').count(), patiently).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => budget.getByLabel('Name of Knowledge base').count(), patiently).toBe(1);
    expect(session.pageErrors).toEqual([]);
  });

  it('put their charts away and keep them away', async () => {
    const session = await start();
    const page = session.page();
    const demand = await goTo(page, 'Demand');
    await demand.getByRole('button', { name: 'Charts', exact: true }).click();
    await expect.poll(() => demand.locator('canvas').count(), patiently).toBe(0);
    const budget = await goTo(page, 'Budget');
    expect(await budget.locator('canvas').count()).toBe(0);
    await budget.getByRole('button', { name: 'Charts', exact: true }).click();
    await expect.poll(() => budget.locator('canvas').count(), patiently).toBe(2);
  });
});
