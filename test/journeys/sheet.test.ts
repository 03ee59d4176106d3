import { describe, expect, it } from 'vitest';
import { harnessPage } from './harnessPage.ts';

const { page, open, cell, press } = harnessPage();

async function texts(line: number, from: number, to: number): Promise<readonly string[]> {
  const periods = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Promise.all(periods.map(async (period) => (await cell(line, period).textContent()) ?? ''));
}

async function column(period: number, from: number, to: number): Promise<readonly string[]> {
  const lines = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Promise.all(lines.map(async (line) => (await cell(line, period).textContent()) ?? ''));
}

async function putOnClipboard(text: string): Promise<void> {
  await page().evaluate((value) => navigator.clipboard.writeText(value), text);
}

const input = () => page().locator('input[autocomplete=off]');
const activeCell = () => input().getAttribute('aria-label');
const status = () => page().locator('[role=status]').last().textContent();

// Lines of the harness: 0 group, 1 deals, 2 price, 3 contacts, 4 deflection (default), 5 handle time, 6–9 results, 10 group.
describe('typing into the sheet', () => {
  it('keeps every key when numbers are typed without a pause', async () => {
    await open();
    await cell(1, 0).click();
    await page().keyboard.type('12\n13\n14\n0.15\n16\n');
    expect(await column(0, 1, 5)).toEqual(['12', '13', '14.00', '0.2%', '16']);
  });

  it('keeps every key of a long row of numbers ended by Tab, and Enter goes back below the first', async () => {
    await open();
    await cell(1, 0).click();
    for (let number = 100; number < 120; number += 1) {
      await page().keyboard.type(String(number));
      await page().keyboard.press('Tab');
    }
    // Period 12 is the total of the year, which refuses its number.
    const typed = Array.from({ length: 12 }, (_, index) => String(100 + index));
    await press('Control+Home');
    expect(await texts(1, 0, 11)).toEqual(typed);
    await cell(2, 3).click();
    await press('7', 'Tab', '8', 'Tab', '9', 'Enter');
    expect(await activeCell()).toBe('Contacts per customer and month, Apr 2027');
  });

  it('passes over group lines when going on after an entry', async () => {
    await open();
    await cell(9, 0).click();
    await press('Enter');
    expect(await activeCell()).toBe('New deals, Jan 2027');
  });

  it('undoes with Ctrl+Z and leaves Escape without a trace', async () => {
    await open();
    await cell(1, 0).click();
    await page().keyboard.type('77\n');
    expect(await cell(1, 0).textContent()).toBe('77');
    await press('Control+z');
    expect(await cell(1, 0).textContent()).toBe('20');
    await cell(1, 0).click();
    await page().keyboard.type('88');
    await press('Escape');
    expect(await cell(1, 0).textContent()).toBe('20');
  });

  it('edits with F2 at full precision and commits nothing when nothing was changed', async () => {
    await open();
    await cell(4, 0).click();
    await press('F2');
    expect(await input().inputValue()).toBe('12%');
    await press('Enter', 'ArrowUp');
    expect(await cell(4, 0).getAttribute('class')).toContain('default');
    await press('F2', 'ArrowLeft', 'Backspace');
    await page().keyboard.type('5');
    await press('Enter');
    expect(await cell(4, 0).textContent()).toBe('15.0%');
  });

  it('keeps the editor open with the reason when an entry cannot stand', async () => {
    await open();
    await cell(1, 0).click();
    await page().keyboard.type('1x2\n');
    expect(await page().getByRole('alert').textContent()).toBe('"1x2" is not a number.');
    expect(await input().inputValue()).toBe('1x2');
    await press('Backspace', 'Backspace');
    await page().keyboard.type('9\n');
    expect(await page().getByRole('alert').count()).toBe(0);
    expect(await cell(1, 0).textContent()).toBe('19');
    await cell(1, 0).click();
    await page().keyboard.type('-4');
    await cell(5, 5).click();
    expect(await page().getByRole('alert').textContent()).toBe('It cannot be negative.');
    expect(await activeCell()).toBe('New deals, Jan 2027');
  });

  it('refuses to edit results with a quiet hint', async () => {
    await open();
    await cell(6, 0).click();
    const before = await cell(6, 0).textContent();
    await page().keyboard.type('5');
    expect(await status()).toBe('This number is computed. Change one of the blue inputs instead.');
    expect(await input().inputValue()).toBe('');
    await press('Delete');
    expect(await cell(6, 0).textContent()).toBe(before);
  });

  it('stores an open entry when the focus leaves the sheet', async () => {
    await open('');
    await cell(1, 0).click();
    await page().keyboard.type('55');
    await page().getByRole('button', { name: 'Save again' }).click();
    expect(await cell(1, 0).textContent()).toBe('55');
  });

  it('brings the default back with Delete', async () => {
    await open();
    await cell(5, 0).click();
    await press('Delete');
    expect(await cell(5, 0).textContent()).toBe('342');
    expect(await cell(5, 0).getAttribute('class')).toContain('default');
  });
});

describe('moving and selecting', () => {
  it('moves by step, edge, page and to the ends', async () => {
    await open();
    await cell(1, 0).click();
    await press('Control+ArrowRight');
    expect(await activeCell()).toBe('New deals, Year 2028');
    await press('Home', 'Control+ArrowDown');
    expect(await activeCell()).toBe('Wages, Jan 2027');
    await press('Control+End');
    expect(await activeCell()).toBe('Wages, Year 2028');
    await expect.poll(() => cell(59, 25).isVisible()).toBe(true);
    await press('Control+Home', 'PageDown');
    expect(await activeCell()).not.toContain('New deals');
  });

  it('shows the sum of what is selected by keys and by dragging', async () => {
    await open();
    await cell(1, 0).click();
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await expect.poll(() => page().locator('dl').textContent()).toBe('Sum63Average21.00Count3');
    await cell(1, 0).hover();
    await page().mouse.down();
    await cell(2, 1).hover();
    await page().mouse.up();
    // Deals and prices: their sum would mean nothing.
    await expect.poll(() => page().locator('dl').textContent()).toBe('Sum–Average–Count4');
    expect(await page().locator('dd').first().getAttribute('title')).toBe('Not added up.');
    expect(await page().locator('[role=gridcell][aria-selected=true]').count()).toBe(4);
  });

  it('closes and opens groups by button and by Enter, keeping the place', async () => {
    await open();
    await cell(12, 0).click();
    expect(await activeCell()).toBe('Average price of a deal, Jan 2027');
    await page().getByRole('button', { name: 'Close Segment 2' }).click();
    expect(await page().getByRole('grid').getAttribute('aria-rowcount')).toBe('52');
    expect(await activeCell()).toBe('Segment 2, Jan 2027');
    await press('Enter');
    expect(await page().getByRole('grid').getAttribute('aria-rowcount')).toBe('61');
    expect(await activeCell()).toBe('Average price of a deal, Jan 2027');
  });

  it('toggles a group by a click anywhere on its heading, once by a double click, and by Space', async () => {
    await open();
    const rowCount = () => page().getByRole('grid').getAttribute('aria-rowcount');
    const heading = page().getByRole('rowheader', { name: 'Segment 2' });
    await heading.getByText('Segment 2').click();
    expect(await rowCount()).toBe('52');
    await heading.click({ position: { x: 200, y: 13 } });
    expect(await rowCount()).toBe('61');
    await heading.dblclick();
    expect(await rowCount()).toBe('52');
    await press('Space');
    expect(await rowCount()).toBe('61');
    expect(await activeCell()).toBe('Segment 2, Jan 2027');
    expect(await input().inputValue()).toBe('');
    await press('Enter');
    expect(await rowCount()).toBe('52');
  });

  it('selects lines and toggles nothing when a heading is dragged', async () => {
    await open();
    await page().getByRole('rowheader', { name: 'Segment 2' }).hover();
    await page().mouse.down();
    await cell(12, 0).hover();
    await page().mouse.up();
    expect(await page().getByRole('grid').getAttribute('aria-rowcount')).toBe('61');
    expect(await cell(10, 0).getAttribute('aria-selected')).toBe('true');
    expect(await cell(12, 0).getAttribute('aria-selected')).toBe('true');
    expect(await cell(13, 0).getAttribute('aria-selected')).toBe('false');
  });

  it('lets Tab out after the last column and Shift+Tab out before the first', async () => {
    await open('');
    const chart = page().getByRole('application', { name: 'Service' });
    await chart.waitFor();
    const separator = page().getByRole('separator', { name: 'Width of the explanation' });
    const isFocused = (element: ReturnType<typeof input>) =>
      element.evaluate((node) => node === document.activeElement);
    await cell(1, 0).click();
    await press('End', 'Shift+Tab');
    expect(await activeCell()).toBe('New deals, Dec 2028');
    await press('Tab');
    expect(await activeCell()).toBe('New deals, Year 2028');
    expect(await isFocused(input())).toBe(true);
    await press('Tab');
    expect(await isFocused(separator)).toBe(true);
    await press('Shift+Tab');
    expect(await isFocused(input())).toBe(true);
    await press('Home', '7', 'Shift+Tab');
    expect(await cell(1, 0).textContent()).toBe('7');
    expect(await isFocused(input())).toBe(true);
    await press('Shift+Tab');
    expect(await isFocused(chart)).toBe(true);
  });

  it('leaves from any cell with F6 and Shift+F6, storing an open entry', async () => {
    await open('');
    await page().getByRole('application', { name: 'Service' }).waitFor();
    const focusedName = () => page().evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await cell(1, 3).click();
    await press('8', 'F6');
    expect(await focusedName()).toBe('Width of the explanation');
    await expect.poll(() => cell(1, 3).textContent()).toBe('8');
    await press('Shift+Tab');
    expect(await activeCell()).toBe('New deals, Apr 2027');
    await press('Shift+F6');
    expect(await focusedName()).toBe('Service');
  });

  it('goes round to the start of the page with F6 when nothing stands behind the sheet', async () => {
    await open();
    await cell(1, 3).click();
    await press('F6');
    expect(
      await page().evaluate(() => document.activeElement?.closest('[aria-label="Plan tools"]') !== null),
    ).toBe(true);
  });

  it('says the active cell aloud, with the reason of an error', async () => {
    await open();
    await cell(8, 4).click();
    const spoken = page().locator('[aria-live=polite]').first();
    expect(await spoken.textContent()).toMatch(
      /^Service level, May 2027, The load of 58\.7 Erlangs .*, read-only$/,
    );
    expect(await status()).toContain('The load of 58.7 Erlangs');
    await press('Home');
    expect(await spoken.textContent()).toBe('Service level, Jan 2027, 81.2% share, read-only');
  });
});

describe('clipboard and fill', () => {
  it('copies full precision as tab-separated text and pastes it elsewhere', async () => {
    await open();
    await cell(4, 0).click();
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    expect(await page().evaluate(() => navigator.clipboard.readText())).toBe('12%\t12%\r\n23\t24');
    await cell(4, 5).click();
    await press('Control+v');
    expect(await texts(4, 5, 6)).toEqual(['12.0%', '12.0%']);
    expect(await texts(5, 5, 6)).toEqual(['23', '24']);
  });

  it('reads what Excel puts there: quotes, currency, thousands, percent', async () => {
    await open();
    await putOnClipboard('"1,234"\t2,345\r\n"€1,200"\t(5)\r\n');
    await cell(1, 0).click();
    await press('Control+v');
    expect(await status()).toBe(
      'Nothing was pasted. Average price of a deal, Feb 2027: It cannot be negative.',
    );
    expect(await cell(1, 0).textContent()).toBe('20');
    await putOnClipboard('"1,234"\t2,345\r\n"€1,200"\t5\r\n1.5\t2\r\n85\t12.5 %\r\n');
    await press('Control+v');
    expect(await texts(1, 0, 1)).toEqual(['1,234', '2,345']);
    expect(await texts(2, 0, 1)).toEqual(['1,200', '5']);
    expect(await texts(4, 0, 1)).toEqual(['85.0%', '12.5%']);
    await press('Control+z');
    expect(await texts(1, 0, 1)).toEqual(['20', '21']);
  });

  it('fills a range from one cell and leaves computed cells alone', async () => {
    await open();
    await putOnClipboard('50');
    await cell(1, 10).click();
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+v');
    expect(await texts(1, 10, 13)).toEqual(['50', '50', '288', '50']);
    expect(await status()).toBe('');
    await cell(5, 0).click();
    await press('Shift+ArrowDown', 'Control+v');
    expect(await column(0, 5, 5)).toEqual(['50']);
    expect(await status()).toBe('1 computed cells were left as they are.');
  });

  it('pastes months past the total of a year, and back in place what was copied across it', async () => {
    await open();
    await putOnClipboard('1\t2\t3\t4\t5');
    await cell(1, 10).click();
    // There and back, so that the months of the next year are in sight.
    for (const key of ['ArrowRight', 'ArrowLeft']) await press(key, key, key, key, key);
    expect(await activeCell()).toBe('New deals, Nov 2027');
    await press('Control+v');
    const year = await cell(1, 12).textContent();
    expect(await texts(1, 10, 15)).toEqual(['1', '2', year, '3', '4', '5']);
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
    expect(await page().evaluate(() => navigator.clipboard.readText())).toBe('1\t2\t3');
    expect(await status()).toBe('3 cells copied.');
    await press('Delete');
    expect(await texts(1, 10, 15)).toEqual(['24', '24', year, '24', '4', '5']);
    await press('Control+v');
    expect(await texts(1, 10, 15)).toEqual(['1', '2', year, '3', '4', '5']);
  });

  it('fills right with Ctrl+R and down with Ctrl+D', async () => {
    await open();
    await cell(1, 0).click();
    await page().keyboard.type('40');
    await press('Control+Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect(await texts(1, 0, 3)).toEqual(['40', '40', '40', '23']);
    await press('Shift+ArrowDown', 'Control+d');
    expect(await texts(2, 0, 3)).toEqual(['40', '40', '40', '24']);
  });

  it('writes numbers as the locale does', async () => {
    await open('bare&locale=cs');
    await cell(3, 0).click();
    await page().keyboard.type('1234,5\n');
    expect((await cell(3, 0).textContent())?.replace(/\s/g, ' ')).toBe('1 234,50');
    await press('ArrowUp', 'Control+c');
    expect(await page().evaluate(() => navigator.clipboard.readText())).toBe('1234,5');
  });
});
