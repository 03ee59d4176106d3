import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/evaluate.ts';
import { formulaFunctions } from '#shared/engine/functions.ts';
import type { FunctionIo, GraphSpec, NodeSpec } from '#shared/engine/graph.ts';
import { bound, computed, node, nodesOf, type Sheet } from './smallGraphs.ts';

function values(engine: ReturnType<typeof computed>, id: string): readonly number[] {
  return [...engine.column(id)];
}

function valueOf(formula: string): number {
  return computed({ x: formula }, 1).column('x')[0] ?? Number.NaN;
}

describe('functions', () => {
  it.each(formulaFunctions)('$name: its example is true', ({ example }) => {
    const name = example.formula.startsWith('prior') ? 'prior(seven, 7)' : example.formula;
    const engine = computed({ seven: [5], x: name }, 1);
    expect(engine.column('x')[0]).toBe(example.value);
    expect(engine.error('x', 0)).toBeUndefined();
  });

  it.each(formulaFunctions)(
    '$name says what it takes and what it does',
    ({ parameters, arity: [fewest, most], text }) => {
      expect(parameters.length).toBeGreaterThanOrEqual(fewest);
      expect(most).toBeGreaterThanOrEqual(fewest);
      expect(text).toMatch(/\w.*\.$/);
    },
  );

  it.each([
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(2.675, 2)', 2.68],
    ['round(1234.5, -2)', 1200],
    ['round(1e300, 2)', 1e300],
    ['round(1.5, 400)', 1.5],
    ['round(1.5, -400)', 0],
    ['round(0.1 + 0.2, 15)', 0.3],
    ['min(3)', 3],
    ['max(-1, -2)', -1],
    ['ceil(-2.5)', -2],
    ['if(0, 1 / 0, 5)', 5],
    ['if(-1, 1, 2)', 1],
    ['(2 < 3) + (3 <= 3) + (2 == 2) + (2 != 2) + (3 > 4) + (4 >= 4)', 4],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
  ])('%s is %d', (formula, value) => {
    expect(valueOf(formula)).toBe(value);
  });
});

describe('sums', () => {
  it('over no members are 0', () => {
    expect(valueOf('sum(none, 1)')).toBe(0);
  });

  it('lose no cents: the terms are added with compensation', () => {
    const sheet: Sheet = { 'a.x': [1e16], 'b.x': [1], 'c.x': [-1e16], total: 'sum(a_b_c, x)' };
    expect(computed(sheet, 1).column('total')[0]).toBe(1);
  });
});

describe('the period before', () => {
  it('rolls forward from what was before the plan', () => {
    const engine = computed({
      joins: [5, 7, 9],
      leaves: 'opening * 0.1',
      opening: 'prior(closing, 100)',
      closing: 'opening + joins - leaves',
    });
    expect(values(engine, 'closing')).toEqual([95, 92.5, 92.25]);
    expect(values(engine, 'opening')).toEqual([100, 95, 92.5]);
  });

  it('is empty, not wrong, where nothing was said', () => {
    const engine = computed({ x: [1, 2, 3], y: 'prior(x)', z: 'y + 1' });
    expect(values(engine, 'y')).toEqual([Number.NaN, 1, 2]);
    expect([0, 1].map((t) => engine.error('y', t) ?? engine.error('z', t))).toEqual([undefined, undefined]);
  });
});

describe('errors', () => {
  it('divide by zero is a value that names its origin and flows downstream; the rest still computes', () => {
    const engine = computed({
      a: [2, 0, 4],
      b: '8 / a',
      c: 'b + 1',
      d: 'a + 1',
      e: 'sum(c_d, x)',
      'c.x': 'c',
      'd.x': 'd',
    });
    const error = { kind: 'divide-by-zero', nodeId: 'b', period: 1, text: 'Divided by zero: a is 0.' };
    expect(values(engine, 'b')).toEqual([4, Number.NaN, 2]);
    for (const id of ['b', 'c', 'c.x', 'e'])
      expect([0, 1, 2].map((t) => engine.error(id, t))).toEqual([undefined, error, undefined]);
    expect(values(engine, 'd')).toEqual([3, 1, 5]);
    expect(values(engine, 'e')).toEqual([8, Number.NaN, 8]);
  });

  it.each([
    '1 / (1 / 0)',
    'min(1, 1 / 0)',
    '(1 / 0) > 5',
    '0 / 0',
    'round(1 / 0)',
    'if(1 / 0, 1, 2)',
    '0 * (5 / 0)',
  ])('divide by zero does not become a number on the way: %s', (formula) => {
    const engine = computed({ x: formula }, 1);
    expect(engine.column('x')[0]).toBeNaN();
    expect(engine.error('x', 0)?.kind).toBe('divide-by-zero');
  });

  it.each([
    ['(0 - 2) ^ 0.5', 'The calculation has no result, like the root of a negative number.'],
    ['1e308 * 10', 'The result is too large to be a number.'],
    ['1e308 * 10 - 1e308 * 10', 'The calculation has no result, like the root of a negative number.'],
  ])('%s has no result and says so', (formula, text) => {
    const engine = computed({ x: formula }, 1);
    expect(engine.column('x')[0]).toBeNaN();
    expect(engine.error('x', 0)).toEqual({ kind: 'out-of-domain', nodeId: 'x', period: 0, text });
  });

  it('a ratio of nothing is empty on purpose', () => {
    const engine = computed({ x: 'ratio(0, 0)', y: 'x + 1' }, 1);
    expect([engine.column('y')[0], engine.error('x', 0), engine.error('y', 0)]).toEqual([
      Number.NaN,
      undefined,
      undefined,
    ]);
  });

  it('a roll-forward that fails once stays failed, with the period in which it began', () => {
    const engine = computed({ divisor: [1, 0, 1], x: 'prior(x, 1) + 1 / divisor' });
    expect(values(engine, 'x')).toEqual([2, Number.NaN, Number.NaN]);
    expect(engine.error('x', 2)).toMatchObject({ nodeId: 'x', period: 1 });
  });

  it('a result outside of what the node may hold is one', () => {
    const engine = createEngine();
    const bounds = { min: 0, max: 1, text: 'a number from 0 to 1' };
    const share: NodeSpec = { kind: 'formula', id: 'share', formula: bound('x / 2'), bounds };
    engine.update({ periods: 3, nodes: [node('x', [1, 2, 3]), share, node('y', 'share')] });
    expect(values(engine, 'y')).toEqual([0.5, 1, Number.NaN]);
    expect(engine.error('y', 2)).toEqual({
      kind: 'out-of-domain',
      nodeId: 'share',
      period: 2,
      text: 'The formula gives 1.5, expected a number from 0 to 1.',
    });
  });

  it('a function never lets infinity out', () => {
    const engine = createEngine();
    const step = (t: number, { outputs: [out] }: FunctionIo) => {
      if (out !== undefined) out[t] = t === 1 ? -Infinity : t;
    };
    engine.update({
      periods: 3,
      nodes: [
        {
          kind: 'function',
          id: 'f',
          inputs: [],
          outputs: ['out'],
          parameters: null,
          hasMemory: false,
          create: () => ({ step }),
        },
        node('x', 'out * 2'),
      ],
    });
    expect(values(engine, 'x')).toEqual([0, Number.NaN, 4]);
    expect(engine.error('x', 1)).toMatchObject({ kind: 'out-of-domain', nodeId: 'out' });
  });
});

describe('cycles', () => {
  it('are named with their path; what does not read them computes', () => {
    const engine = computed({ a: 'b + 1', b: 'c * 2', c: 'a - 1', reads: 'a', free: '7' }, 2);
    for (const id of ['a', 'b', 'c', 'reads']) {
      expect(engine.column(id)[1]).toBeNaN();
      expect(engine.error(id, 1)?.kind).toBe('cycle');
    }
    const [, path = ''] = /^Circular: (.*)\.$/.exec(engine.error('b', 0)?.text ?? '') ?? [];
    const steps = path.split(' → ');
    expect(steps[0]).toBe(steps.at(-1));
    expect(steps.slice(1).sort()).toEqual(['a', 'b', 'c']);
    expect(values(engine, 'free')).toEqual([7, 7]);
  });

  it('of one node is one, and so is one that is lagged somewhere but not everywhere', () => {
    expect(computed({ a: 'a + 1' }, 1).error('a', 0)?.text).toBe('Circular: a → a.');
    const engine = computed({ a: 'prior(b, 0) + b', b: 'a' }, 2);
    expect(engine.error('a', 1)?.kind).toBe('cycle');
  });

  it('with a lag on every way around are none', () => {
    const engine = computed({ a: 'prior(b, 1) + 1', b: 'prior(a, 1) * 2' });
    expect([values(engine, 'a'), values(engine, 'b')]).toEqual([
      [2, 3, 5],
      [2, 4, 6],
    ]);
  });

  it('of thousands of nodes do not exhaust the stack', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`n${at}`, `n${(at + 1) % 20_000} + 1`]),
    );
    const circular = computed(chain, 1);
    expect(circular.error('n5', 0)?.kind).toBe('cycle');
    expect(circular.error('n5', 0)?.text).toMatch(/^Circular: n\d+ → .* → 19990 more → n\d+\.$/);
    const open = { ...chain, n19999: '1' };
    expect(computed(open, 1).column('n0')[0]).toBe(20_000);
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const anyName = fc.constantFrom(...names);
const anyFormula = fc.oneof(
  fc
    .tuple(anyName, fc.constantFrom('+', '-', '*', '/', '^'), anyName)
    .map(([x, operator, y]) => `${x} ${operator} ${y}`),
  anyName.map((x) => `prior(${x}, 1) + 1`),
  anyName.map((x) => `prior(${x})`),
  fc.tuple(anyName, anyName).map(([x, y]) => `if(${x} > 1, ${y}, 2)`),
  fc.tuple(anyName, anyName).map(([x, y]) => `ratio(${x}, ${y})`),
  fc.constantFrom('1', '0', '1e308', '1e308 * 10'),
);
const anyContent = fc.oneof(
  anyFormula,
  fc.array(fc.constantFrom(0, 1, -1, 2.5, 1e300, 0.1), { minLength: 4, maxLength: 4 }),
);
const anySheet: fc.Arbitrary<Sheet> = fc.record(Object.fromEntries(names.map((name) => [name, anyContent])));

/** Everything that can be read from an engine, bit for bit. */
function readings(engine: ReturnType<typeof computed>, periods: number): unknown {
  return engine
    .ids()
    .toSorted()
    .map((id) => [
      id,
      [...new BigUint64Array(engine.column(id).slice().buffer)],
      Array.from({ length: periods }, (_, t) => engine.error(id, t)),
    ]);
}

describe('an update', () => {
  it('gives what a fresh run gives, bit for bit, after any sequence of sheets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anySheet, fc.constantFrom(4, 4, 4, 2)), { minLength: 2, maxLength: 5 }),
        (steps) => {
          const engine = createEngine();
          for (const [sheet, periods] of steps) {
            const spec: GraphSpec = { periods, nodes: nodesOf(sheet) };
            const before = new Map(engine.ids().map((id) => [id, JSON.stringify([...engine.column(id)])]));
            const changed = new Set(engine.update(spec));
            const fresh = createEngine();
            fresh.update(spec);
            expect(readings(engine, periods)).toEqual(readings(fresh, periods));
            for (const id of engine.ids().filter((kept) => !changed.has(kept))) {
              expect(JSON.stringify([...engine.column(id)])).toBe(before.get(id));
            }
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('reports nothing where nothing changed, and stops where values come out the same', () => {
    const engine = createEngine();
    const sheet = { x: [1, 2, 3], sign: 'if(x > 0, 1, 0)', y: 'sign * 2' };
    engine.update({ periods: 3, nodes: nodesOf(sheet) });
    expect(engine.update({ periods: 3, nodes: nodesOf(sheet) })).toEqual([]);
    expect(engine.update({ periods: 3, nodes: nodesOf({ ...sheet, x: [5, 2, 3] }) })).toEqual(
      ['x', 'sign'].slice(0, 1),
    );
    expect([...engine.update({ periods: 3, nodes: nodesOf({ ...sheet, x: [0, 2, 3] }) })].sort()).toEqual([
      'sign',
      'x',
      'y',
    ]);
  });

  it('computes a function again after a circle that it was in, even from inputs that it saw before', () => {
    const double: NodeSpec = {
      kind: 'function',
      id: 'double',
      inputs: [{ id: 'x', isLagged: false }],
      outputs: ['y'],
      parameters: null,
      hasMemory: false,
      create: () => ({
        step(t, { inputs: [x], outputs: [y] }) {
          if (y !== undefined) y[t] = 2 * (x?.[t] ?? Number.NaN);
        },
      }),
    };
    const engine = createEngine();
    engine.update({ periods: 1, nodes: [node('x', '7'), double] });
    engine.update({ periods: 1, nodes: [node('x', 'y'), double] });
    expect(engine.error('y', 0)?.kind).toBe('cycle');
    engine.update({ periods: 1, nodes: [node('x', '7'), double] });
    expect([values(engine, 'y'), engine.error('y', 0)]).toEqual([[14], undefined]);
  });

  it('forgets nodes that are gone', () => {
    const engine = createEngine();
    engine.update({ periods: 1, nodes: nodesOf({ x: [1], y: 'x' }) });
    engine.update({ periods: 1, nodes: nodesOf({ x: [1] }) });
    expect(engine.has('y')).toBe(false);
    expect(() => engine.column('y')).toThrow('There is no node "y"');
  });

  it('never lets infinity out, nor a missing value without its reason', () => {
    const total = anyContent.filter(
      (content) => typeof content !== 'string' || !/ratio|prior\(\w\)/.test(content),
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, total]))), (sheet) => {
        const engine = computed(sheet, 4);
        for (const id of engine.ids()) {
          engine.column(id).forEach((value, t) => {
            expect(Number.isFinite(value)).toBe(engine.error(id, t) === undefined);
          });
        }
      }),
      { numRuns: 600 },
    );
  });
});
