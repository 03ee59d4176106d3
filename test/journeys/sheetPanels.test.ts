import { describe, expect, it } from 'vitest';
import { harnessPage } from './harnessPage.ts';

const { page, open, cell, press } = harnessPage();

async function texts(line: number, from: number, to: number): Promise<readonly string[]> {
  const periods = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Promise.all(periods.map(async (period) => (await cell(line, period).textContent()) ?? ''));
}

const input = () => page().locator('input[inputmode=decimal]');
const activeCell = () => input().getAttribute('aria-label');
const status = () => page().locator('[role=status]').last().textContent();
const isFocused = () => input().evaluate((node) => node === document.activeElement);

/** From the middle of the fill handle to a cell. */
async function dragHandleTo(line: number, period: number): Promise<void> {
  await page().locator('[data-fill-handle]').hover();
  await page().mouse.down();
  await cell(line, period).hover();
  await expect.poll(() => page().getByTestId('filling').count()).toBe(1);
  await page().mouse.up();
}

/** Puts a table on the clipboard as a spreadsheet does: what is seen, and the same as HTML. */
async function copyOutside(plain: string, html: string): Promise<void> {
  await page().evaluate(
    ([text, table]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text ?? ''], { type: 'text/plain' }),
          'text/html': new Blob([table ?? ''], { type: 'text/html' }),
        }),
      ]),
    [plain, html],
  );
}

describe('the fill handle', () => {
  it('goes on with an even step along a line, and takes all of it back with one undo', async () => {
    await open();
    await cell(1, 0).click();
    await page().keyboard.type('100');
    await press('Tab');
    await page().keyboard.type('110\n');
    await cell(1, 0).click();
    await press('Shift+ArrowRight');
    await dragHandleTo(1, 4);
    expect(await texts(1, 0, 5)).toEqual(['100', '110', '120', '130', '140', '25']);
    expect(await status()).toBe('3 cells filled.');
    expect(await page().locator('[role=gridcell][aria-selected=true]').count()).toBe(5);
    await press('Control+z');
    expect(await texts(1, 0, 5)).toEqual(['100', '110', '22', '23', '24', '25']);
  });

  it('copies one number down and leaves computed lines alone', async () => {
    await open();
    await cell(3, 0).click();
    await page().keyboard.type('2');
    await press('Control+Enter');
    await dragHandleTo(6, 0);
    expect(await cell(5, 0).textContent()).toBe('2');
    expect(await status()).toBe('1 computed cells were left as they are.');
  });
});

describe('finding', () => {
  it('finds by name and number, goes round, opens closed groups and returns to the cells', async () => {
    await open();
    await page().getByRole('button', { name: 'Close Segment 2' }).click();
    await cell(1, 0).click();
    await press('Control+f');
    const field = page().getByRole('textbox', { name: 'Find' });
    await field.fill('offered');
    await expect.poll(() => page().locator('[role=search] [aria-live]').textContent()).toBe('0 of 6');
    await press('Enter');
    expect(await activeCell()).toBe('Offered contacts, Jan 2027');
    await expect.poll(() => page().locator('[role=search] [aria-live]').textContent()).toBe('1 of 6');
    await press('Enter');
    expect(await page().getByRole('grid').getAttribute('aria-rowcount')).toBe('61');
    await press('Shift+Enter', 'Shift+Enter');
    await expect.poll(() => page().locator('[role=search] [aria-live]').textContent()).toBe('6 of 6');
    await expect.poll(() => cell(56, 0).isVisible()).toBe(true);
    await press('Escape');
    expect(await page().locator('[role=search]').count()).toBe(0);
    expect(await isFocused()).toBe(true);
    await press('F3');
    expect(await activeCell()).toBe('Offered contacts, Jan 2027');
    await press('Control+f');
    await field.fill('no such thing');
    await expect
      .poll(() => page().locator('[role=search] [aria-live]').textContent())
      .toBe('"no such thing" is not here.');
  });
});

describe('the menu of the cells', () => {
  it('opens by right click, Menu key and Shift+F10, and gives the focus back', async () => {
    await open();
    await cell(2, 3).click({ button: 'right' });
    await page().getByRole('menu').waitFor();
    expect(await activeCell()).toBe('Average price of a deal, Apr 2027');
    await press('Escape');
    await expect.poll(isFocused).toBe(true);
    await press('Shift+F10');
    await page().getByRole('menuitem', { name: 'Clear' }).waitFor();
    await press('Escape');
    await expect.poll(() => page().getByRole('menu').count()).toBe(0);
    await press('ContextMenu');
    await page().getByRole('menuitem', { name: 'Select the line' }).click();
    await expect.poll(() => page().locator('[role=gridcell][aria-selected=true]').count()).toBeGreaterThan(5);
    expect(await isFocused()).toBe(true);
  });

  it('copies, clears and pastes as the keys do', async () => {
    await open();
    await cell(1, 2).click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Copy' }).click();
    await expect.poll(status).toBe('1 cells copied.');
    await cell(1, 6).click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Paste' }).click();
    await expect.poll(() => cell(1, 6).textContent()).toBe('22');
    await cell(1, 6).click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Clear' }).click();
    await expect.poll(() => cell(1, 6).textContent()).toBe('24');
  });

  it('keeps the selection when the click is inside it', async () => {
    await open();
    await cell(1, 0).click();
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await cell(1, 1).click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Fill right' }).click();
    await expect.poll(() => texts(1, 0, 3)).toEqual(['20', '20', '20', '23']);
  });

  it('spreads a total over the year by days', async () => {
    await open();
    await cell(1, 0).click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Spread a total' }).click();
    const total = page().getByRole('textbox', { name: 'Total' });
    await total.waitFor();
    await page().getByRole('radio', { name: 'by days' }).check();
    await total.fill('365x');
    await press('Enter');
    await page().getByText('"365x" is not a number.').waitFor();
    await total.fill('365');
    await press('Enter');
    await expect.poll(() => texts(1, 0, 3)).toEqual(['31', '28', '31', '30']);
    expect(await isFocused()).toBe(true);
    await press('Control+z');
    expect(await texts(1, 0, 3)).toEqual(['20', '21', '22', '23']);
  });

  it('offers no total for rates, and no reset where nothing differs', async () => {
    await open();
    await cell(4, 0).click({ button: 'right' });
    const spread = page().getByRole('menuitem', { name: 'Spread a total' });
    expect(await spread.getAttribute('data-disabled')).toBe('true');
    expect(
      await page().getByRole('menuitem', { name: 'Back to the base' }).getAttribute('data-disabled'),
    ).toBe('true');
  });

  it('takes an overridden input back to its base', async () => {
    await open();
    await cell(2, 9).click();
    await press('ArrowRight', 'ArrowLeft');
    expect(await cell(2, 9).getAttribute('title')).toBe('differs from the base, 1,200');
    await press('Shift+F10');
    await page().getByRole('menuitem', { name: 'Back to the base' }).click();
    await expect.poll(() => cell(2, 9).textContent()).toBe('1,200');
  });
});

describe('the editor of a series', () => {
  it('opens over the cell by Alt+Enter and from the name, and Escape returns to the cell', async () => {
    await open();
    await cell(1, 4).click();
    await press('Alt+Enter');
    const growth = page().getByRole('textbox', { name: /Growth of g0\.0/ });
    await growth.waitFor();
    await expect.poll(() => growth.evaluate((node) => node === document.activeElement)).toBe(true);
    await press('Escape');
    await expect.poll(isFocused).toBe(true);
    expect(await activeCell()).toBe('New deals, May 2027');
    await page().getByRole('rowheader', { name: 'New deals' }).first().hover();
    await page().getByRole('button', { name: 'Edit New deals as a series' }).first().click();
    await growth.waitFor();
  });
});

describe('names and headings', () => {
  it('makes the names wider by dragging their edge and by keys', async () => {
    await open();
    await cell(1, 0).click();
    const width = async () => (await page().getByRole('columnheader', { name: 'Line' }).boundingBox())?.width;
    expect(await width()).toBe(232);
    const edge = await page().getByRole('separator', { name: 'Width of the names' }).boundingBox();
    if (edge === null) throw new Error('The names have no edge to drag');
    await page().mouse.move(edge.x + 3, edge.y + 8);
    await page().mouse.down();
    await page().mouse.move(edge.x + 103, edge.y + 8);
    await page().mouse.up();
    expect(await width()).toBe(332);
    await press('Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft');
    expect(await width()).toBe(300);
    expect(await cell(1, 0).textContent()).toBe('20');
  });

  it('keeps the heading of the group in sight, out of the way of the cursor', async () => {
    await open();
    await cell(1, 0).click();
    for (let down = 0; down < 35; down += 1) await press('ArrowDown');
    const stuck = page().locator('[data-toggles][aria-hidden]');
    await stuck.waitFor();
    const name = (await stuck.textContent()) ?? '';
    expect(name).toMatch(/^Segment \d$/);
    for (let up = 0; up < 12; up += 1) await press('ArrowUp');
    const box = await input().boundingBox();
    const heading = await stuck.boundingBox();
    if (box === null || heading === null) throw new Error('Cursor or heading is not in sight');
    expect(box.y).toBeGreaterThanOrEqual(heading.y + heading.height - 1);
    await stuck.click();
    await expect.poll(() => page().getByRole('grid').getAttribute('aria-rowcount')).toBe('52');
  });
});

describe('what other programs copied', () => {
  it('takes the number behind a rounded text of LibreOffice, in any locale of the sheet', async () => {
    const html =
      '<html><body><table><tr><td sdval="1234.5678" sdnum="1029;0;# ##0,00">1 234,57</td>' +
      '<td sdval="0.12468" sdnum="1029;0;0 %">12 %</td></tr></table></body></html>';
    await open();
    await copyOutside('1 234,57\t12 %', html);
    await cell(3, 0).click();
    await press('Control+v', 'F2');
    expect(await input().inputValue()).toBe('1234.5678');
    await press('Escape', 'ArrowRight', 'F2');
    expect(await input().inputValue()).toBe('0.12468');
  });

  it('names line, period and what was found when a cell is no number, and changes nothing', async () => {
    await open();
    await page().evaluate(() => navigator.clipboard.writeText('1\t2\n3\t"two\nlines"\n'));
    await cell(1, 0).click();
    await press('Control+v');
    expect(await status()).toBe(
      'Nothing was pasted. Average price of a deal, Feb 2027: "two lines" is not a number.',
    );
    expect(await cell(1, 0).textContent()).toBe('20');
  });

  it('says what fell on headings and beyond the end', async () => {
    await open();
    await page().evaluate(() => navigator.clipboard.writeText('1\n2\n3\n'));
    await cell(9, 0).click();
    await press('Control+v');
    await expect.poll(status).toBe('1 computed cells were left as they are. 1 cells fell on headings.');
    expect(await cell(11, 0).textContent()).toBe('3');
  });
});
