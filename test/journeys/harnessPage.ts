import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { serveHarness } from '#test/support/sheetHarness/serveHarness.ts';
import type { ServedHarness } from '#test/support/sheetHarness/serveHarness.ts';

export interface HarnessPage {
  readonly page: () => Page;
  /** Opens the harness page with a query and waits for its grid. */
  readonly open: (query?: string) => Promise<void>;
  /** The cell of a line and a period as the grid numbers them; line 0 is the first row under the header. */
  readonly cell: (line: number, period: number) => Locator;
  readonly press: (...keys: readonly string[]) => Promise<void>;
}

/** A fresh page on the harness for each test of the file; what the page reports as an error fails the test. */
export function harnessPage(): HarnessPage {
  let harness: ServedHarness;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const pageErrors: string[] = [];

  beforeAll(async () => {
    [harness, browser] = await Promise.all([serveHarness(), launchChromium()]);
    // The page is built first, which takes its time on a busy machine.
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await harness?.close();
  });

  beforeEach(async () => {
    pageErrors.length = 0;
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(harness.address).origin,
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => pageErrors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  });

  afterEach(async () => {
    await context.close();
    if (pageErrors.length > 0) throw new Error(`The page reported: ${pageErrors.join('; ')}`);
  });

  return {
    page: () => page,
    open: async (query = 'bare') => {
      await page.goto(`${harness.address}?${query}`);
      await page.getByRole('grid').waitFor();
    },
    cell: (line, period) =>
      page.locator(`[role=row][aria-rowindex="${line + 2}"] [aria-colindex="${period + 3}"]`),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}
