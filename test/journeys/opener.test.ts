import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openerAddress } from '#electron/host/opener.ts';
import { builtPage, startHost } from '#electron/host/server.ts';
import { startServices } from '#electron/services/composeServices.ts';
import { projectFolder } from '#test/architecture/sources.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { keptLog } from '#test/support/workspaces.ts';
import { buildOnce } from './hostSession.ts';

const timeout = 20_000;

it('the page that only this user can read leads a browser to the plan, once; the key is seen nowhere', async () => {
  await buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'headroom-opener-'));
  const workspaceFile = join(folder, 'workspace.headroom');
  const services = startServices({ workspaceFile, ports: { log: keptLog() } });
  const host = await startHost({
    services,
    page: builtPage(join(projectFolder, 'dist', 'renderer')),
    port: 0,
  });
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    await host.close();
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const opener = openerAddress(
    { ticketAddress: host.ticketAddress, knowsPeers: false },
    join(folder, 'window'),
  );
  const token = new URL(host.address).hash.slice(1);

  const page = await browser.newPage();
  await page.goto(opener);
  await expect.poll(() => page.locator('body').innerText(), { timeout }).toContain('Northwind');
  expect(page.url()).not.toContain('ticket');
  expect(page.url()).not.toContain(token);
  await page.reload();
  await expect.poll(() => page.locator('body').innerText(), { timeout }).toContain('Northwind');

  // Whoever finds the address later, in a history or a list of processes, is too late.
  const late = await (await browser.newContext()).newPage();
  await late.goto(opener);
  await expect.poll(() => late.locator('body').innerText(), { timeout }).toContain('no key to the plan');
});
