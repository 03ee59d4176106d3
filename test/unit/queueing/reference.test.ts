import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '#shared/queueing/cases.ts';

interface Point {
  readonly id: string;
  readonly model: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>> | null;
}

const folder = new URL('../../fixtures/queueing/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function points(file: string): Point[] {
  const parsed: Point[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return parsed;
}

/** The pass rule of the reference points. */
function agrees(name: string, got: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(got) && expected.every((entry, place) => agrees(name, got[place], entry));
  }
  if (typeof got !== 'number' || typeof expected !== 'number') return got === expected;
  const distance = Math.abs(got - expected);
  if (expected === 0 && Math.abs(got) < 1e-290) return true;
  const isDifference = name.startsWith('sl') || name === 'pAbandonWithin';
  return distance <= 1e-9 * Math.abs(expected) || (isDifference && distance <= 1e-11);
}

describe('every reference point comes out of evaluateCase within its tolerance', () => {
  it('finds all 391 points', () => {
    expect(files.flatMap(points)).toHaveLength(391);
  });

  it.each(files)('%s', (file) => {
    for (const { id, model, inputs, expected } of points(file)) {
      const answer = evaluateCase(model, inputs);
      if (!answer.ok) throw new Error(`${id}: ${answer.fault.message}`);
      expect(answer.value === null, id).toBe(expected === null);
      const got: Readonly<Record<string, unknown>> = { ...answer.value };
      for (const [name, value] of Object.entries(expected ?? {})) {
        const isWhole = name === 'agents' && inputs['rounding'] !== 'fractional';
        const isRight = isWhole ? got[name] === value : agrees(name, got[name], value);
        expect(isRight, `${id} ${name}: found ${String(got[name])}, expected ${String(value)}`).toBe(true);
      }
    }
  });
});
