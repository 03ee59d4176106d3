import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '#shared/kernel/result.ts';
import { createPlan } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { referencePlans, scenarioText } from '#test/support/planFixtures.ts';

type Steps = readonly (string | number)[];

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Every place of a document. The weights of profiles are alike, so a few stand for all. */
function placesOf(value: unknown, steps: Steps = []): readonly Steps[] {
  if (!isContainer(value)) return [steps];
  const entries = Object.entries(value);
  const few = steps.at(-2) === 'weights' ? entries.slice(30, 33) : entries;
  return [
    steps,
    ...few.flatMap(([key, inner]) => placesOf(inner, [...steps, Array.isArray(value) ? Number(key) : key])),
  ];
}

interface Mutation {
  readonly at: number;
  readonly action: 'replace' | 'remove' | 'add' | 'double' | 'swap';
  readonly value: unknown;
}

/** A few numbers that are possible, many that are nearly so, and things that have no business there. */
const anyValue = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      0,
      -0,
      1,
      2,
      0.5,
      0.999,
      1e-9,
      1e-300,
      5e-324,
      12,
      40,
      1000,
      1e6,
      1e12,
      1e300,
      1.7e308,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      -1,
      -1e-9,
      1.0000001,
      Number.NaN,
      Infinity,
      '0.5',
      '',
      null,
      true,
      [],
      {},
      'voice',
      'prague',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>('2027-02-29', '2027-03-01', '9999-12-31', '0001-01-01', '2027-1-1'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      { formula: '1 / 0' },
      { formula: 'plan.totalCost' },
      { formula: 'prior(queues.voice.handled, 1) * 2' },
      { formula: '10 ^ 300 * 10 ^ 300' },
      { formula: 'constructor' },
      { formula: '-5' },
      { values: [0, 1, 0.5] },
      { values: [1e308] },
      { base: 1, growth: 9 },
      { base: 0.5, growth: -0.9 },
      { base: 0.1, steps: [{ date: '2027-05-01', value: 1 }] },
      { from: 0, to: 1, fromDate: '2027-02-01', toDate: '2027-02-01' },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  action: fc.constantFrom(
    'replace' as const,
    'replace' as const,
    'replace' as const,
    'remove' as const,
    'add' as const,
    'double' as const,
    'swap' as const,
  ),
  value: anyValue,
});

function mutate(document: object, { at, action, value }: Mutation): void {
  const places = placesOf(document).filter(({ length }) => length > 0);
  const steps = places[at % places.length] ?? [];
  const parent = steps
    .slice(0, -1)
    .reduce<unknown>((here, step) => (isContainer(here) ? Reflect.get(here, step) : undefined), document);
  const last = steps.at(-1);
  if (!isContainer(parent) || last === undefined) return;
  const old: unknown = Reflect.get(parent, last);
  if (action === 'replace') Reflect.set(parent, last, value);
  else if (action === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  } else if (action === 'add' && !Array.isArray(parent))
    Object.defineProperty(parent, ['colour', '__proto__', 'constructor', 'toString'][at % 4] ?? '', {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else if (action === 'double' && Array.isArray(parent)) parent.push(structuredClone(old));
  else if (action === 'swap' && isContainer(old))
    Reflect.set(
      parent,
      last,
      Array.isArray(old) ? Object.fromEntries(Object.entries(old)) : Object.values(old),
    );
}

function documentOf(name: (typeof referencePlans)[number]): object {
  const parsed: unknown = JSON.parse(scenarioText(name));
  if (!isContainer(parsed)) throw new Error(`${name} is no object`);
  return parsed;
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return isContainer(value) ? Object.values(value).flatMap(numbersIn) : [];
}

/** What no message for a planner may hold. */
const UNHELPFUL =
  /\n|undefined|\[object Object\]|Invalid (?:input|option|key|discriminator)|Too (?:small|big)/;

/** Shorter plans, so that thousands can be computed. */
function shortened(name: (typeof referencePlans)[number]): object {
  const document = documentOf(name);
  const calendar: unknown = Reflect.get(document, 'calendar');
  if (isContainer(calendar)) Reflect.set(calendar, 'periods', 3);
  return document;
}

const texts = new Map(referencePlans.map((name) => [name, JSON.stringify(shortened(name))]));

describe('a scenario with anything anywhere', () => {
  it('is computed without a number that is none, or refused with the places; it never throws', () => {
    let computed = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...referencePlans),
        fc.array(anyMutation, { minLength: 1, maxLength: 3 }),
        (name, mutations) => {
          const document: unknown = JSON.parse(texts.get(name) ?? '');
          if (!isContainer(document)) return;
          for (const mutation of mutations) mutate(document, structuredClone(mutation));
          const valid = validateScenario(document);
          const plan = valid.ok ? createPlan(valid.value) : valid;
          const problems = plan.ok ? [] : (plan.fault.problems ?? []);
          if (plan.ok) computed += 1;
          else refused += 1;
          expect(problems.length > 0).toBe(!plan.ok);
          expect(problems.filter(({ path }) => path === '')).toEqual([]);
          expect(problems.map(problemLine).filter((line) => UNHELPFUL.test(line))).toEqual([]);
          const results = plan.ok ? planResults(plan.value) : {};
          expect(numbersIn(results).filter((value) => !Number.isFinite(value))).toEqual([]);
          expect(JSON.parse(JSON.stringify(results))).toEqual(results);
        },
      ),
      { numRuns: 1500 },
    );
    expect(computed).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(400);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 240_000);

  it('that has nothing to do with one is refused', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          expect(validateScenario(value).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
