import { describe, expect, it } from 'vitest';
import { erlangA } from '#shared/queueing/erlangA.ts';
import { ratioEstimate, studentQuantile, studentWithin } from '#shared/queueing/simulation/estimate.ts';
import {
  createStream,
  nextExponential,
  nextNormal,
  nextShare,
  nextWord,
} from '#shared/queueing/simulation/randomStream.ts';
import {
  sameArcTangent,
  sameExponential,
  sameLogarithm,
} from '#shared/queueing/simulation/sameEverywhere.ts';
import { figuresOf, misfit, run, specOf, sure } from './settings.ts';

/** xoshiro128** in whole numbers without end, after the authors' C code. */
function* reference(seed: readonly bigint[]): Generator<number> {
  const mask = 0xffffffffn;
  const turned = (x: bigint, bits: bigint) => ((x << bits) | (x >> (32n - bits))) & mask;
  let [a = 0n, b = 0n, c = 0n, d = 0n] = seed;
  for (;;) {
    yield Number(BigInt.asIntN(32, turned((b * 5n) & mask, 7n) * 9n));
    const t = (b << 9n) & mask;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turned(d, 11n);
  }
}

describe('random numbers', () => {
  it('are those of xoshiro128**, word for word', () => {
    const state = Int32Array.of(1, 2, 3, 4);
    const expected = reference([1n, 2n, 3n, 4n]);
    const words = Array.from({ length: 10_000 }, () => nextWord(state));
    expect(words.slice(0, 7).map((word) => word >>> 0)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034,
    ]);
    expect(words).toEqual(Array.from({ length: 10_000 }, () => expected.next().value));
  });

  it('differ by seed and by stream, and repeat for the same', () => {
    const first = (seed: number, stream: number) => nextWord(createStream(seed, stream));
    const starts = [0, 1, 2 ** 32, 2 ** 53 - 1].flatMap((seed) =>
      [0, 1, 2, 99].map((stream) => first(seed, stream)),
    );
    expect(new Set(starts).size).toBe(16);
    expect(first(7, 3)).toBe(first(7, 3));
  });

  it.each([
    ['uniform', nextShare, 0.5, 1 / 12, 1 / 80],
    ['exponential', nextExponential, 1, 1, 9],
    ['normal', nextNormal, 0, 1, 3],
  ] as const)('%s numbers have their mean and variance', (_name, next, mean, variance, fourth) => {
    const count = 400_000;
    const state = createStream(17, 0);
    const values = Array.from({ length: count }, () => next(state));
    const found = values.reduce((sum, value) => sum + value, 0) / count;
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
    expect(Math.abs(spread - variance)).toBeLessThan(4 * Math.sqrt((fourth - variance ** 2) / count));
  });
});

describe('logarithm, exponential and arc tangent that are the same everywhere', () => {
  it('agree with those of this engine to 15 digits', () => {
    const state = createStream(18, 0);
    const worst = (apart: (x: number) => number) =>
      Array.from({ length: 50_000 }, () => apart(nextShare(state))).reduce((a, b) => Math.max(a, b), 0);
    const log = (x: number) => Math.abs(sameLogarithm(x) / Math.log(x) - 1);
    expect(worst((u) => log(1 - u))).toBeLessThan(1e-15);
    expect(worst((u) => log(1 - 1e-9 * u))).toBeLessThan(1e-15);
    expect(worst((u) => log(1e6 * u))).toBeLessThan(1e-15);
    expect(worst((u) => Math.abs(sameArcTangent(50 * u) / Math.atan(50 * u) - 1))).toBeLessThan(2e-15);
    expect(worst((u) => Math.abs(sameExponential(80 * u - 40) / Math.exp(80 * u - 40) - 1))).toBeLessThan(
      1e-14,
    );
  });

  it('are exact where they are simple', () => {
    expect(sameLogarithm(1)).toBe(0);
    expect(sameLogarithm(2)).toBeCloseTo(Math.LN2, 15);
    expect(sameExponential(0)).toBe(1);
    expect(sameExponential(1)).toBeCloseTo(Math.E, 14);
    expect(sameArcTangent(0)).toBe(0);
    expect(sameArcTangent(1)).toBeCloseTo(Math.PI / 4, 15);
    expect(sameExponential(9999)).toBe(sameExponential(700));
  });

  it('a run has these very figures, which a browser came to', () => {
    const spec = specOf({ load: 9, agents: 10, aht: 200, patience: 100, within: 20 }, 52, {
      handleTime: { mean: 200, law: 'lognormal', variation: 1.2 },
    });
    const { counts, figures } = run(spec, 50_000).queues[0] ?? {};
    expect([counts?.answered, counts?.abandoned]).toEqual([44_853, 5145]);
    expect(figures?.waitAll).toEqual({ value: 10.220278606040536, halfWidth: 1.3480439683156116 });
    expect(figures?.handleTime).toEqual({ value: 199.2572335946633, halfWidth: 5.035030422325378 });
  });
});

describe('laws of handle time', () => {
  it.each([
    ['fixed', 0, {}],
    ['exponential', 1, {}],
    ['lognormal', 1.5, { variation: 1.5 }],
  ] as const)(
    'one agent, %s: the wait of Pollaczek and Khinchine, and the mean as given',
    (law, cv, more) => {
      const [load, aht] = [0.6, 100];
      const results = run(
        specOf({ load, agents: 1, aht, within: 20 }, 51, { handleTime: { mean: aht, law, ...more } }),
        400_000,
      );
      const wait = (load * aht * (1 + cv * cv)) / 2 / (1 - load);
      expect(misfit(figuresOf(results).asa, wait, 'wait')).toBe('');
      expect(misfit(figuresOf(results).handleTime, aht, 'handle time')).toBe('');
    },
  );
});

describe('estimates', () => {
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 2, 4.30265],
    [0.95, 19, 2.09302],
    [0.99, 20, 2.84534],
    [0.999, 19, 3.8834],
    [0.999, 24, 3.7454],
  ])('Student: confidence %d, %d degrees of freedom: %d', (confidence, freedom, expected) => {
    expect(studentQuantile(confidence, freedom)).toBeCloseTo(expected, 3);
    expect(studentWithin(expected, freedom)).toBeCloseTo(confidence, 4);
  });

  it('take the ratio of the sums, and the half-width from the batches', () => {
    const parts = Array.from({ length: 20 }, (_, batch) => (batch % 2 === 0 ? 9 : 11));
    const wholes = parts.map(() => 40);
    const estimate = ratioEstimate(parts, wholes, 0.95, true);
    expect(estimate?.value).toBe(0.25);
    // Residuals ±1 of 40: standard deviation √(20/19)/40, over √20 batches.
    expect(estimate?.halfWidth).toBeCloseTo((2.0930240544 * Math.sqrt(20 / 19)) / 40 / Math.sqrt(20), 9);
  });

  it('a share that never happened is not certain never to happen', () => {
    const none = Array.from({ length: 20 }, () => 0);
    const estimate = ratioEstimate(
      none,
      none.map(() => 50),
      0.95,
      true,
    );
    expect(estimate?.value).toBe(0);
    expect(estimate?.halfWidth).toBeCloseTo(0.0029957, 7);
  });

  it('say nothing where there is nothing, and no scatter from too few batches', () => {
    expect(ratioEstimate([0, 0], [0, 0], 0.95, true)).toBeNull();
    expect(ratioEstimate([1], [2], 0.95, true)).toEqual({ value: 0.5, halfWidth: null });
  });

  it('cover the truth about as often as they say', () => {
    const setting = { load: 8, agents: 10, aht: 200, patience: 100, within: 20 };
    const truth = erlangA(setting).waitAll;
    const inside = Array.from({ length: 40 }, (_, seed) => {
      const { value, halfWidth } = sure(figuresOf(run(specOf(setting, 100 + seed), 20_000, 0.8)).waitAll);
      return Math.abs(value - truth) <= halfWidth ? 1 : 0;
    }).reduce((sum: number, one) => sum + one, 0);
    // 32 of 40 expected; fewer than 24 or all 40 happens less than once in a hundred times.
    expect(inside).toBeGreaterThan(24);
    expect(inside).toBeLessThan(40);
  });
});
