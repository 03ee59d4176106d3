import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Screen = 'Overview' | 'Demand' | 'Staffing' | 'People' | 'Budget' | 'Scenarios';

/** The page of the app as a user knows it: screens, grid lines, the top bar. */
export interface PlanPage {
  readonly page: Page;
  goTo(screen: Screen): Promise<void>;
  /** Text of a cell: the first line of that label, in the column of that name. */
  cell(group: string, label: string, column: string): Promise<string>;
  type(group: string, label: string, column: string, text: string): Promise<void>;
  /** Waits until everything is on disk. */
  saved(): Promise<void>;
  answer(): Promise<string>;
}

/** Where the lines of a label are, among those that are drawn. */
function rowIndexes(page: Page, label: string): Promise<readonly number[]> {
  return page
    .getByRole('rowheader')
    .evaluateAll(
      (heads, wanted) =>
        heads
          .filter((head) => head.textContent.trim() === wanted)
          .map((head) => Number(head.closest('[role=row]')?.getAttribute('aria-rowindex'))),
      label,
    );
}

async function columnIndex(page: Page, label: string): Promise<string | undefined> {
  const headers = page.getByRole('grid').getByRole('columnheader');
  const [index] = await headers.evaluateAll(
    (elements, wanted) =>
      elements
        .filter((element) => element.textContent.trim() === wanted)
        .map((element) => element.getAttribute('aria-colindex') ?? ''),
    label,
  );
  return index;
}

async function scroll(page: Page, move: { readonly x: number; readonly y: number } | 'start'): Promise<void> {
  await page.getByRole('grid').evaluate((grid, by) => {
    const scroller = grid.parentElement?.parentElement;
    if (by === 'start') scroller?.scrollTo(0, 0);
    else scroller?.scrollBy(by.x, by.y);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, move);
}

/** The cell of a line inside a group; scrolls the grid until both the line and the column are drawn. */
async function findCell(page: Page, group: string, label: string, column: string): Promise<Locator> {
  await page.getByRole('grid').waitFor();
  await scroll(page, 'start');
  let below: number | undefined;
  for (let step = 0; step < 60; step += 1) {
    below ??= (await rowIndexes(page, group))[0];
    const lines = await rowIndexes(page, label);
    const row = lines.find((index) => below !== undefined && index > below);
    const place = await columnIndex(page, column);
    if (row !== undefined && place !== undefined) {
      return page.locator(`[role=row][aria-rowindex="${row}"] [role=gridcell][aria-colindex="${place}"]`);
    }
    await scroll(page, { x: place === undefined ? 300 : 0, y: row === undefined ? 150 : 0 });
  }
  throw new Error(`The grid has no cell "${group}", "${label}", "${column}".`);
}

export function planPage(page: Page): PlanPage {
  return {
    page,
    async goTo(screen) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
      if (screen !== 'Overview' && screen !== 'Scenarios') await page.getByRole('grid').waitFor();
    },
    async cell(group, label, column) {
      return (await findCell(page, group, label, column)).innerText();
    },
    async type(group, label, column, text) {
      await (await findCell(page, group, label, column)).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async saved() {
      await expect.poll(() => page.getByRole('banner').innerText(), { timeout: 15_000 }).toContain('Saved');
    },
    answer: () => page.getByRole('region', { name: 'The plan in three sentences' }).innerText(),
  };
}
