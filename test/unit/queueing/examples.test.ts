import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The files whose examples run here: all of queueing, and the parts of the kernel that it brought along. */
const folder = new URL('../../../shared/', import.meta.url);
const files = [
  ...readdirSync(new URL('queueing/', folder))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('simulation'))
    .map((name) => `queueing/${name}`),
  'kernel/rootFinding.ts',
  'kernel/domainError.ts',
];

interface Example {
  readonly call: string;
  readonly value: string;
}

function examplesOf(text: string): Example[] {
  return [...text.matchAll(/@example (.+?) \/\/ (.+?)(?: \*\/)?$/gm)].map(([, call = '', value = '']) => ({
    call,
    value,
  }));
}

/** Names of exported functions, and those whose comment has an example. */
function documented(text: string): { readonly all: string[]; readonly withExample: string[] } {
  const all = [...text.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
  const withExample = all.filter((name) => {
    const before = text.slice(0, text.search(new RegExp(`^export function ${name}\\b`, 'm')));
    return before.slice(before.lastIndexOf('/**')).includes('@example');
  });
  return { all, withExample };
}

const scope: Record<string, unknown> = {};
for (const file of files) Object.assign(scope, await import(new URL(file, folder).href));

function evaluate(expression: string): unknown {
  // oxlint-disable-next-line no-implied-eval -- the expressions are our own comments
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

/** Equal up to the digits that the comment shows. */
function matches(got: unknown, shown: unknown, text: string): boolean {
  if (typeof got === 'number' && typeof shown === 'number') {
    const digits = Math.max(
      2,
      ...(text.match(/\d+(?:\.\d+)?/g) ?? []).map((one) => one.replace(/^0?\.?0*/, '').length),
    );
    const isExact = Number.isInteger(shown) && Math.abs(shown) < 1000;
    return (
      got === shown ||
      Math.abs(got - shown) <= Math.abs(shown) * (isExact ? 1e-9 : 10 ** (1 - Math.min(12, digits)))
    );
  }
  if (typeof got === 'object' && got !== null && typeof shown === 'object' && shown !== null) {
    const expected = Object.entries(shown);
    const found = new Map(Object.entries(got));
    return (
      found.size === expected.length && expected.every(([key, value]) => matches(found.get(key), value, text))
    );
  }
  return got === shown;
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const { all, withExample } = documented(text);

  it('shows an example for each function it exports', () => {
    expect(withExample).toEqual(all);
  });

  const examples = examplesOf(text);
  it.skipIf(examples.length === 0).each(examples)('$call is $value', ({ call, value }) => {
    const got = evaluate(call);
    expect(matches(got, evaluate(value), value), `${call}: found ${JSON.stringify(got)}`).toBe(true);
  });
});
