import { expect, it } from 'vitest';
import { describeOnEachHost } from './hostSession.ts';

describeOnEachHost('the app', (start) => {
  it('opens its page, talks to its services, and asks nobody else', async () => {
    const session = await start();
    const page = session.page();
    await expect.poll(() => page.title()).toContain('Headroom');
    await expect.poll(() => page.locator('body').innerText()).toContain('Northwind');
    expect(session.foreignRequests).toEqual([]);
    expect(session.pageErrors).toEqual([]);
  });

  it('opens again after a reload and after a restart', async () => {
    const session = await start();
    await session.page().reload();
    await expect.poll(() => session.page().locator('body').innerText()).toContain('Northwind');
    await session.restart();
    await expect.poll(() => session.page().locator('body').innerText()).toContain('Northwind');
    expect(session.pageErrors).toEqual([]);
  });
});
