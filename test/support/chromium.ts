import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findBrowser } from '#electron/host/browser.ts';

/**
 * Keeps the browser itself from using the network, so that whatever is seen leaving the machine is the page's doing. No name but this
 * machine's own can be resolved at all.
 */
const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

function launchOptions(): {
  readonly executablePath: string;
  readonly headless: true;
  readonly args: string[];
} {
  const installed = findBrowser();
  if (installed === undefined)
    throw new Error('There is no Chromium, Chrome or Edge here; npm test says how to get one.');
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: installed.file,
    headless: true,
    args: [...quietArguments, ...(isRoot ? ['--no-sandbox'] : [])],
  };
}

/** Starts the installed Chromium, Chrome or Edge without a window. Whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** The same, with a profile folder and one page, and open to a second driver whose port is in the folder's DevToolsActivePort. */
export async function launchChromiumProfile(
  folder: string,
  size: { readonly width: number; readonly height: number },
): Promise<BrowserContext> {
  const options = launchOptions();
  const args = [...options.args, '--remote-debugging-port=0', `--window-size=${size.width},${size.height}`];
  return chromium.launchPersistentContext(folder, { ...options, args, viewport: size });
}
