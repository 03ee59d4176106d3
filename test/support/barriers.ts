import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What WCAG 2.2 AA finds wrong with the page as it stands. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`;
  const found = violations.parse(await page.evaluate(run));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`);
}
