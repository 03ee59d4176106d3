import { expect, it } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { describeOnEachHost } from './hostSession.ts';

const patient = { timeout: 15_000 };

describeOnEachHost('every screen', (start, host) => {
  // The page is the same in every host.
  it.runIf(host === 'http').each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    const session = await start();
    const page = session.page();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByTestId('coverage').waitFor(patient);
    const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
    const found: string[] = [];
    for (const name of await links.allInnerTexts()) {
      await links.filter({ hasText: name }).first().click();
      await page.getByRole('main').getByRole('heading').first().waitFor(patient);
      for (const barrier of await barriers(page)) found.push(`${name}: ${barrier}`);
    }
    expect(found).toEqual([]);
  });

  it.runIf(host === 'http')(
    'fits the window at twice the size, and its content is one key away',
    async () => {
      const session = await start();
      const page = session.page();
      await page.getByTestId('coverage').waitFor(patient);
      await page.setViewportSize({ width: 640, height: 400 });
      const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
      const tooWide: string[] = [];
      for (const name of await links.allInnerTexts()) {
        await links.filter({ hasText: name }).first().click();
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (beyond > 0) tooWide.push(`${name}: ${beyond}`);
      }
      expect(tooWide).toEqual([]);
      await page.reload();
      await page.getByRole('banner').waitFor(patient);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    },
  );
});
