import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '#test/support/chromium.ts';
import { largeScenario } from '#test/support/largePlan.ts';
import { serveHarness } from '#test/support/sheetHarness/serveHarness.ts';
import type { Figure, MeasuredSuite } from './suite.ts';

/** What the workbench promises, measured in Chromium: scrolling, the way from key to result, and the start of a window. */

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const windowSize = { width: 1280, height: 800 };
/** One frame of 60 a second, and a little for the clock. */
const frameMilliseconds = 1000 / 60 + 1;
/** The first edits in a new window, before anything is warm, count as well. */
const typedEdits = 60;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds between the frames while the grid is scrolled by a wheel, so far at each turn. */
async function scrollFrames(
  page: Page,
  by: { readonly x: number; readonly y: number },
): Promise<readonly number[]> {
  await page.getByRole('grid').hover({ position: { x: 600, y: 300 } });
  await page.evaluate(() => {
    const frames: number[] = [];
    Reflect.set(globalThis, 'benchFrames', frames);
    const tick = (now: number): void => {
      frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(by.x, by.y);
    await page.waitForTimeout(16);
  }
  const frames: unknown = await page.evaluate(() => Reflect.get(globalThis, 'benchFrames'));
  if (!Array.isArray(frames)) throw new Error('The page counted no frames');
  const times = frames.map(Number);
  return times.slice(1).map((time, at) => time - (times[at] ?? time));
}

async function scrolling(): Promise<readonly Figure[]> {
  const harness = await serveHarness();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: windowSize });
    // 50 groups of ten lines; 111 months and the totals of nine years.
    await page.goto(`${harness.address}?bare&groups=50&months=111`);
    await page.getByRole('grid').waitFor();
    const figures: Figure[] = [];
    for (const [name, by] of [
      ['down', { x: 0, y: 120 }],
      ['sideways', { x: 90, y: 0 }],
    ] as const) {
      const frames = await scrollFrames(page, by);
      figures.push(
        {
          name: `frame while scrolling ${name}, median`,
          milliseconds: quantile(frames, 0.5),
          below: frameMilliseconds,
        },
        {
          name: `frame while scrolling ${name}, 95 of 100`,
          milliseconds: quantile(frames, 0.95),
          below: 2 * frameMilliseconds,
        },
      );
    }
    return figures;
  } finally {
    await browser.close();
    await harness.close();
  }
}

interface Served {
  readonly address: string;
  readonly end: () => Promise<void>;
}

async function serveApp(workspace: string): Promise<Served> {
  const host: ChildProcess = spawn(
    process.execPath,
    ['electron/host/main.ts', '--headless', '--workspace', workspace],
    { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise<string>((done, fail) => {
    let printed = '';
    host.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(printed);
      if (found !== null) done(found[0]);
    });
    host.once('exit', () => fail(new Error(`The host ended: ${printed}`)));
  });
  const end = async (): Promise<void> => {
    const gone = new Promise((done) => host.once('exit', done));
    host.kill('SIGTERM');
    await gone;
  };
  return { address, end };
}

/** Begins to watch, and is done before the key is pressed: keys and scripts reach the page on different ways. */
async function watchNextEnter(page: Page): Promise<void> {
  await page.evaluate(() => {
    const latency = new Promise<number>((done, fail) => {
      setTimeout(() => fail(new Error('Nothing changed in the grid')), 20_000);
      let begin = 0;
      let end = 0;
      let quiet: ReturnType<typeof setTimeout> | undefined;
      const grid = document.querySelector('[role=grid]');
      const observer = new MutationObserver(() => {
        requestAnimationFrame(() => {
          end = performance.now();
          clearTimeout(quiet);
          quiet = setTimeout(() => {
            observer.disconnect();
            done(end - begin);
          }, 700);
        });
      });
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter') return;
        begin = event.timeStamp;
        document.removeEventListener('keydown', onKey, true);
        if (grid !== null) observer.observe(grid, { subtree: true, characterData: true, childList: true });
      };
      document.addEventListener('keydown', onKey, true);
    });
    Reflect.set(globalThis, 'benchLatency', latency);
  });
}

/**
 * From the Enter that stores an entry to the frame after the last cell that changed by it. What changes first is the
 * typed cell itself; its results follow from the worker, so the end is the last change before a quiet while.
 */
async function editLatencies(page: Page): Promise<readonly number[]> {
  const cells = page.locator('[role=gridcell][aria-readonly=false][aria-colindex="4"]');
  await cells.first().click();
  const latencies: number[] = [];
  for (let edit = 0; edit < typedEdits; edit += 1) {
    // Small enough for a share as well, and never the number that stood there.
    await page.keyboard.type(String(5 + ((edit * 37) % 89)));
    await watchNextEnter(page);
    await page.keyboard.press('Enter');
    latencies.push(Number(await page.evaluate(() => Reflect.get(globalThis, 'benchLatency'))));
    await page.keyboard.press('ArrowUp');
  }
  return latencies;
}

async function coldStarts(address: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let start = 0; start < 5; start += 1) {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: windowSize });
      page.setDefaultTimeout(60_000);
      await page.goto(address, { waitUntil: 'commit' });
      await page.getByRole('region', { name: 'The plan in three sentences' }).waitFor();
      times.push(await page.evaluate(() => performance.now()));
    } finally {
      await browser.close();
    }
  }
  return times;
}

async function latencyOn(address: string, plan: string | null): Promise<readonly number[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: windowSize });
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    const screens = page.getByRole('navigation', { name: 'Screens' });
    if (plan !== null) {
      await screens.getByRole('link', { name: 'Scenarios' }).click();
      await page.getByRole('button', { name: plan }).first().click();
    }
    await screens.getByRole('link', { name: 'Demand' }).click();
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    await page.locator('[role=gridcell][aria-readonly=false]').first().waitFor({ timeout: 60_000 });
    return await editLatencies(page);
  } finally {
    await browser.close();
  }
}

async function keysAndStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  const workspace = join(folder, 'workspace.headroom');
  try {
    await (await serveApp(workspace)).end();
    const large = join(folder, 'large.json');
    writeFileSync(large, JSON.stringify(largeScenario()));
    execFileSync(process.execPath, ['electron/cli/main.ts', 'workspace', 'import', workspace, large], {
      cwd: projectFolder,
    });
    const app = await serveApp(workspace);
    try {
      const starts = await coldStarts(app.address);
      const sample = await latencyOn(app.address, null);
      const big = await latencyOn(app.address, 'Large');
      return [
        {
          name: 'window, from address to three sentences, median',
          milliseconds: quantile(starts, 0.5),
          below: 1500,
        },
        { name: 'key to painted result, sample, median', milliseconds: quantile(sample, 0.5), below: 100 },
        {
          name: 'key to painted result, sample, 95 of 100',
          milliseconds: quantile(sample, 0.95),
          below: 100,
        },
        {
          name: 'key to painted result, 60 months and 20 queues, median',
          milliseconds: quantile(big, 0.5),
          below: 200,
        },
        {
          name: 'key to painted result, 60 months and 20 queues, 95 of 100',
          milliseconds: quantile(big, 0.95),
          below: 200,
        },
      ];
    } finally {
      await app.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const suites: readonly MeasuredSuite[] = [
  { title: 'workbench: a grid of 500 lines and 120 periods, scrolled', measure: scrolling },
  { title: 'workbench: start and edits, on the loopback host', measure: keysAndStart },
];
