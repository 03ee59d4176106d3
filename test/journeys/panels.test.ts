import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { harnessPage } from './harnessPage.ts';

const { page, open, cell, press } = harnessPage();

async function saved(
  menu: string,
  item: string,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  await page().getByRole('button', { name: menu }).click();
  const choice = page().getByRole('menu', { name: menu }).getByRole('menuitem', { name: item });
  const [download] = await Promise.all([page().waitForEvent('download'), choice.click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

describe('charts and panels', () => {
  it('shows a chart as a table and saves CSV and PNG', async () => {
    await open('');
    await page().getByRole('button', { name: 'Required and effective: Show as table' }).click();
    const card = page().getByRole('region', { name: 'Required and effective' });
    expect(await card.getByRole('row').count()).toBe(25);
    expect(await card.getByRole('row').nth(1).textContent()).toBe('1/2760.068.095.0');
    const csv = await saved('Save Required and effective', 'Save as CSV');
    expect(csv.name).toBe('staffing.csv');
    expect(csv.content.toString('utf8').split('\r\n').slice(0, 2)).toEqual([
      '\ufeffPeriod,Required (FTE),Effective (FTE),Seats (FTE)',
      '1/27,60,68,95',
    ]);
    const png = await saved('Save Budget by line', 'Save as PNG');
    expect(png.name).toBe('budget.png');
    // Width and height stand at bytes 16 to 23 of a PNG; the picture is the chart with a margin and its title.
    expect([...png.content.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(300);
    expect(png.content.readUInt32BE(20)).toBeGreaterThan(240);
  });

  it('resizes the side panel by keyboard', async () => {
    await open('');
    const bar = page().getByRole('separator', { name: 'Width of the explanation' });
    await bar.focus();
    await press('ArrowLeft', 'ArrowLeft');
    expect(await bar.getAttribute('aria-valuenow')).toBe('352');
  });

  it.each(['light', 'dark'])('has no accessibility findings in %s', async (scheme) => {
    await open(`scheme=${scheme}`);
    await cell(8, 4).click();
    await page().locator('canvas').first().waitFor();
    await page().evaluate(axe.source);
    const findings = await page().evaluate(async () => {
      // The page got axe as a global from the source above.
      const { violations } = await Reflect.get(window, 'axe').run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      });
      return violations.map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
      );
    });
    expect(findings).toEqual([]);
  });
});
