import { fault, ok, type Result } from '#shared/kernel/result.ts';
import { compensatedSum } from '#shared/kernel/summation.ts';
import type { Scenario } from '../scenario.ts';
import {
  type Block,
  type Bridge,
  bridgeOf,
  firstBlocks,
  GIVEN_UP,
  joinedBlocks,
  valuesOf,
} from './bridge.ts';
import type { BridgeMeasure } from './bridgeMeasures.ts';
import { type BridgeOptions, type BridgeRuns, createBridgeRuns } from './bridgeRuns.ts';
import type { Family } from './families.ts';

/** All sets of blocks as bit patterns, each differing from the one before in one block, so that little is run again. */
function coalitions(blocks: number): readonly number[] {
  return Array.from({ length: 2 ** blocks }, (_, at) => at ^ (at >> 1));
}

function has(coalition: number, block: number): boolean {
  return Math.floor(coalition / 2 ** block) % 2 === 1;
}

function familiesOf(blocks: readonly Block[], coalition: number): ReadonlySet<Family> {
  return new Set(blocks.filter((_, at) => has(coalition, at)).flatMap((block) => block.families));
}

/**
 * For a set of blocks that is no possible plan: the first two neighbours of which one is in it and the other is not. The
 * set of all others gives the same two, so that the way back is joined like the way there.
 */
function divided(coalition: number, blocks: number): number {
  const pairs = Array.from({ length: blocks - 1 }, (_, at) => at);
  return pairs.find((at) => has(coalition, at) !== has(coalition, at + 1)) ?? 0;
}

function joinedAfter(blocks: readonly Block[], pairs: ReadonlySet<number>): readonly Block[] {
  return blocks.reduce<readonly Block[]>((list, block, at) => {
    const last = list.at(-1);
    return last !== undefined && pairs.has(at - 1)
      ? [...list.slice(0, -1), joinedBlocks(last, block)]
      : [...list, block];
  }, []);
}

/** Runs every set of blocks, and joins blocks until every set is a possible plan. */
function possibleBlocks(
  runs: BridgeRuns,
  onProgress: (share: number) => boolean,
): readonly Block[] | undefined {
  let blocks = firstBlocks(runs);
  for (;;) {
    const impossible = new Set<number>();
    const all = coalitions(blocks.length);
    for (const [at, coalition] of all.entries()) {
      if (!onProgress(at / all.length)) return undefined;
      if (runs.values(familiesOf(blocks, coalition)) === undefined)
        impossible.add(divided(coalition, blocks.length));
    }
    if (impossible.size === 0) return blocks;
    blocks = joinedAfter(blocks, impossible);
  }
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** Mean of what a block adds over all orders in which the blocks can change. */
function shapleyValue(
  runs: BridgeRuns,
  blocks: readonly Block[],
  block: number,
  measure: BridgeMeasure,
): Float64Array {
  const count = blocks.length;
  const without = coalitions(count).filter((coalition) => !has(coalition, block));
  const terms = without.map((coalition) => {
    const size = blocks.filter((_, at) => has(coalition, at)).length;
    return {
      weight: (factorial(size) * factorial(count - size - 1)) / factorial(count),
      less: valuesOf(runs.values(familiesOf(blocks, coalition)), measure),
      more: valuesOf(runs.values(familiesOf(blocks, coalition + 2 ** block)), measure),
    };
  });
  return Float64Array.from(runs.slots, (_, at) =>
    compensatedSum(
      terms.map(({ weight, less, more }) => weight * ((more[at] ?? Number.NaN) - (less[at] ?? Number.NaN))),
    ),
  );
}

/** How many plans an order-free bridge of two plans computes, the two themselves among them, before it is made. */
export function shapleyEffort(
  before: Scenario,
  after: Scenario,
  options: BridgeOptions = {},
): Result<number> {
  const runs = createBridgeRuns(before, after, options);
  return runs.ok ? ok(2 ** firstBlocks(runs.value).length) : runs;
}

/**
 * The bridge between two plans without an order: each family is credited with the mean of what it adds over all orders
 * in which the families can change (Shapley 1953). The way back is the way there with the other sign.
 *
 * Effort: one run for each set of families that differ, 2 to the power of their number: 128 for all seven. A set that is
 * no possible plan makes two families one, and the sets of what is left are looked at again.
 *
 * @param before a valid scenario, as `validateScenario` gives it
 * @returns `invalid-input` for plans without a common day, `invalid-plan` for one that cannot be computed, `cancelled`
 * when given up
 */
export function shapleyBridge(
  before: Scenario,
  after: Scenario,
  options: BridgeOptions = {},
): Result<Bridge> {
  const runs = createBridgeRuns(before, after, options);
  if (!runs.ok) return runs;
  const blocks = possibleBlocks(runs.value, options.onProgress ?? (() => true));
  if (blocks === undefined) return fault('cancelled', GIVEN_UP);
  return ok(
    bridgeOf(runs.value, [before, after], 'shapley', blocks, (measure) =>
      blocks.map((_, at) => shapleyValue(runs.value, blocks, at, measure)),
    ),
  );
}
