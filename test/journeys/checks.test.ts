import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Command } from '#shared/model/commands.ts';
import { describeOnEachHost } from './hostSession.ts';
import { planPage } from './planPage.ts';

const patient = { timeout: 15_000 };

function bar(page: Page) {
  return page.getByRole('contentinfo', { name: 'Checks of the plan' });
}

const head = z.object({ id: z.string(), revision: z.int() });
const answer = z.object({ ok: z.literal(true), value: z.unknown() });

/** Asks the services past the app, as another window would. */
async function call(page: Page, name: string, input: object): Promise<unknown> {
  const reply: unknown = await page.evaluate(
    async (question): Promise<unknown> => {
      if (window.headroom !== undefined) return window.headroom.call(question.name, question.input);
      const token = window.sessionStorage.getItem('headroom.token') ?? '';
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      return response.json();
    },
    { name, input },
  );
  return answer.parse(reply).value;
}

describeOnEachHost('checks', (start) => {
  it('count what to look at, lead to the number, and tell and apply a cure that can be undone', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    expect(await bar(page).innerText()).toMatch(/5 warnings\s+1 hint/);

    await bar(page).getByRole('button', { name: '1 hint' }).click();
    await page.getByText(/^Partner line needs about 6\.5 agents/).waitFor(patient);
    await page.getByRole('button', { name: 'What would it change?' }).click();
    const effect = page.getByText(/^Required FTE −\d+\.\d on average, total cost of the plan −€[\d,]+\.$/);
    await effect.waitFor(patient);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect.poll(() => bar(page).innerText(), patient).not.toContain('hint');
    await page.keyboard.press('Control+z');
    await expect.poll(() => bar(page).innerText(), patient).toContain('1 hint');

    await bar(page).getByRole('button', { name: '5 warnings' }).click();
    const voice = page.getByRole('listitem').filter({ hasText: 'Voice falls short of 80.0% service level' });
    await voice.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('heading', { name: 'Staffing' }).waitFor(patient);
    await expect.poll(() => page.getByTestId('explained-value').innerText(), patient).toMatch(/^79\.5%/);
    expect(session.pageErrors).toEqual([]);
  });

  it('a share of a queue is edited as a whole: the other group follows, and one step takes both back', async () => {
    const session = await start();
    const app = planPage(session.page());
    await app.page.getByTestId('coverage').waitFor(patient);
    await app.goTo('Staffing');
    const partner = () => app.cell('Who serves it', 'Partner: Share of the queue', 'Mar 27');
    const before = await partner();
    await app.type('Who serves it', 'Prague: Share of the queue', 'Mar 27', '75');
    await expect.poll(partner, patient).toBe('25.0%');
    await app.page.keyboard.press('Control+z');
    await expect.poll(partner, patient).toBe(before);
    expect(await app.cell('Who serves it', 'Prague: Share of the queue', 'Mar 27')).not.toBe('75.0%');
    expect(session.pageErrors).toEqual([]);
  });

  it('a change from elsewhere is shown and said; an edit over its formula is offered with the numbers', async () => {
    const session = await start();
    const app = planPage(session.page());
    const { page } = app;
    await page.getByTestId('coverage').waitFor(patient);
    const [listed] = z.array(head).parse(await call(page, 'scenario.list', {}));
    const commands: readonly Command[] = [
      { type: 'setInput', path: 'segments.smb.deals', value: { formula: '30000 + 5' } },
    ];
    await call(page, 'scenario.apply', { id: listed?.id, baseRevision: listed?.revision, commands });
    await page.getByText('The scenario was changed in another window.').waitFor(patient);
    await app.goTo('Demand');
    const deals = (month: string) => app.cell('Small business', 'Deals', month);
    await expect.poll(() => deals('Mar 27'), patient).toBe('30,005.0');

    await app.type('Small business', 'Deals', 'Mar 27', '123');
    await page.getByText('A formula stands here: Deals.').waitFor(patient);
    expect(await deals('Mar 27')).toBe('30,005.0');
    await page
      .getByRole('button', { name: 'Replace the formula by its numbers, then make the edit' })
      .click();
    await expect.poll(() => deals('Mar 27'), patient).toBe('123.0');
    expect(await deals('Feb 27')).toBe('30,005.0');
    await page.keyboard.press('Control+z');
    await expect.poll(() => deals('Mar 27'), patient).toBe('30,005.0');
    await app.type('Small business', 'Deals', 'Mar 27', '7');
    await page.getByText('A formula stands here: Deals.').waitFor(patient);
    expect(session.pageErrors).toEqual([]);
  });
});
