import { readdir } from 'node:fs/promises';
import { Bench } from 'tinybench';
import type { MeasuredSuite, Suite, Timed } from './suite.ts';

/**
 * `npm run bench [WORD …]`: times the suites of `*.bench.ts` whose title holds one of the words. Node runs the sources
 * themselves: under a test runner the getters of transformed modules would cost more than the maths.
 */

const WARM_UP_MILLISECONDS = 60;
const DEFAULT_MILLISECONDS = 250;

function isSuites(value: unknown): value is readonly (Suite | MeasuredSuite)[] {
  return Array.isArray(value);
}

async function allSuites(): Promise<readonly (Suite | MeasuredSuite)[]> {
  const here = new URL('.', import.meta.url);
  const files = (await readdir(here)).filter((name) => name.endsWith('.bench.ts')).toSorted();
  const modules = await Promise.all(files.map((name) => import(new URL(name, here).href)));
  return modules.flatMap((loaded: unknown) => {
    const suites: unknown =
      typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'suites') : undefined;
    if (!isSuites(suites)) throw new Error('A benchmark file exports no suites');
    return suites;
  });
}

function rateText(medianMilliseconds: number, { perRun = 1, unit = 'runs' }: Timed): string {
  return `${Math.round((perRun * 1000) / medianMilliseconds).toLocaleString('en')} ${unit}/s`;
}

/** Every figure beside its limit; one above it makes the run fail. */
async function runMeasured({ title, measure }: MeasuredSuite): Promise<void> {
  console.log(`\n${title}`);
  for (const { name, milliseconds, below } of await measure()) {
    const isMet = milliseconds < below;
    if (!isMet) process.exitCode = 1;
    const verdict = isMet ? 'below' : 'NOT BELOW';
    console.log(`  ${name.padEnd(62)} ${milliseconds.toFixed(1).padStart(10)} ms  ${verdict} ${below} ms`);
  }
}

async function runSuite({ title, timed, milliseconds = DEFAULT_MILLISECONDS }: Suite): Promise<void> {
  console.log(`\n${title}`);
  const bench = new Bench({
    time: milliseconds,
    warmupTime: WARM_UP_MILLISECONDS,
    warmupIterations: 1,
    iterations: 3,
  });
  for (const { name, run } of timed) {
    // What is returned decides whether the bench waits for it.
    bench.add(name, () => run());
  }
  await bench.run();
  let first = Number.NaN;
  bench.tasks.forEach(({ name, result }, place) => {
    const one = timed[place];
    if (one === undefined || !('latency' in result)) throw new Error(`${name} could not be timed`);
    const { p50, min, max } = result.latency;
    if (place === 0) first = p50;
    const spread = `${min.toFixed(3)} … ${max.toFixed(3)}`;
    console.log(
      `  ${name.padEnd(46)} ${p50.toFixed(3).padStart(10)} ms  ${spread.padStart(24)}  ×${(p50 / first).toFixed(2).padStart(7)}  ${rateText(p50, one)}`,
    );
  });
}

const words = process.argv.slice(2);
const suites = (await allSuites()).filter(
  ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
);
console.log('median, least … most, ratio to the first of the suite, rate');
for (const suite of suites) await ('measure' in suite ? runMeasured(suite) : runSuite(suite));
