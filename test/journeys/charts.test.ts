import { describe, expect, it } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { harnessPage } from './harnessPage.ts';

const { page, open, press } = harnessPage();

async function openCharts(scheme: string): Promise<void> {
  const address = await open('bare').then(() => new URL(page().url()));
  address.search = `?charts&scheme=${scheme}`;
  await page().goto(address.href);
  await page().getByRole('application').nth(6).waitFor();
}

describe('charts', () => {
  it('are read point by point with the arrow keys', async () => {
    await openCharts('light');
    const chart = page().getByRole('application', { name: 'What moves it most' });
    await chart.focus();
    await press('ArrowDown');
    const spoken = chart.locator('[aria-live]');
    expect(await spoken.textContent()).toBe('Volume: Low end 84.0; Plan 93.4; High end 104.9');
    await press('End');
    expect(await spoken.textContent()).toBe('Patience: Low end 94.6; Plan 93.4; High end 92.8');
    await press('Escape');
    expect(await spoken.textContent()).toBe('');
    const staffing = page().getByRole('application', { name: 'Required and effective' });
    await staffing.focus();
    await press('ArrowRight', 'ArrowRight');
    expect(await staffing.locator('[aria-live]').textContent()).toMatch(
      /^2\/27: Required 6\d\.\d; Effective/,
    );
  });

  it('show every kind as a table, and save a heat map as a picture', async () => {
    await openCharts('light');
    await page().getByRole('button', { name: 'From sales to people: Show as table' }).click();
    const table = page().getByRole('group', { name: 'From sales to people' });
    await expect.poll(() => table.getByRole('cell').first().textContent()).toBe('350 deals');
    await page().getByRole('button', { name: 'Save Occupancy in the week' }).click();
    const download = page().waitForEvent('download');
    await page().getByRole('menuitem', { name: 'Save as PNG' }).click();
    expect((await download).suggestedFilename()).toBe('Occupancy in the week.png');
  });

  it.each(['light', 'dark'])('have no fault that axe finds, %s', async (scheme) => {
    await openCharts(scheme);
    expect(await barriers(page())).toEqual([]);
  });
});

describe('the grid', () => {
  it.each(['light', 'dark'])(
    'has no fault that axe finds, also while something is open over it, %s',
    async (scheme) => {
      await open(`bare&scheme=${scheme}`);
      await page().locator('[role=row][aria-rowindex="4"] [aria-colindex="12"]').click();
      expect(await barriers(page())).toEqual([]);
      await press('Control+f');
      await page().getByRole('textbox', { name: 'Find' }).fill('offered');
      expect(await barriers(page())).toEqual([]);
      await press('Escape', 'Shift+F10');
      await page().getByRole('menu').waitFor();
      expect(await barriers(page())).toEqual([]);
    },
  );

  it('can be used at twice the size', async () => {
    await page().setViewportSize({ width: 640, height: 400 });
    await open('bare');
    await page().locator('[role=row][aria-rowindex="3"] [aria-colindex="3"]').click();
    await page().keyboard.type('77\n');
    await expect
      .poll(() => page().locator('[role=row][aria-rowindex="3"] [aria-colindex="3"]').textContent())
      .toBe('77');
  });
});
