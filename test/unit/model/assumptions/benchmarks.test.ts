import { describe, expect, it } from 'vitest';
import {
  benchmarks,
  benchmarkSource,
  benchmarksFor,
  usualRange,
} from '#shared/model/assumptions/benchmarks.ts';
import { inputsOf } from '#shared/model/compare/parts.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { inputPlace } from '#shared/model/inputPlaces.ts';
import { createPlan } from '#shared/model/plan.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { referencePlans, referenceScenario } from '#test/support/planFixtures.ts';
import { salesGrowth } from '#test/support/randomEdits.ts';
import { valueOf } from '#test/support/workspaces.ts';

const plan = editedPlan(salesGrowth());

describe('the library of benchmarks', () => {
  it('says of each figure where it comes from', () => {
    expect(benchmarks.length).toBeGreaterThan(20);
    expect(new Set(benchmarks.map(({ id }) => id)).size).toBe(benchmarks.length);
    for (const { id, source, figures, unit, currency } of benchmarks) {
      expect([id, source.trim().length > 2, figures.length > 0]).toEqual([id, true, true]);
      expect([id, currency !== undefined]).toEqual([id, unit.startsWith('money')]);
      for (const { value, to } of figures) expect([id, value < (to ?? Infinity)]).toEqual([id, true]);
    }
  });

  it('concerns inputs and measures that there are', () => {
    const known = referencePlans.flatMap((name) => inputsOf(referenceScenario(name)).map(({ path }) => path));
    const fits = (pattern: string, path: string) =>
      new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(\\.|$)`).test(path);
    const lacking = benchmarks.flatMap(({ id, inputs }) =>
      inputs
        .filter((pattern) => pattern !== 'uncertain.*' && !known.some((path) => fits(pattern, path)))
        .map((pattern) => `${id}: ${pattern}`),
    );
    expect(lacking).toEqual([]);
    const ids = [...valueOf(createPlan(plan)).heads().keys()];
    const unknown = benchmarks.flatMap(({ id, measures = [] }) =>
      measures
        .filter((pattern) => !ids.some((measure) => fits(pattern, measure)))
        .map((pattern) => `${id}: ${pattern}`),
    );
    expect(unknown).toEqual([]);
  });

  it('has the unit of the inputs that it is a range for', () => {
    const ranged = benchmarks.filter(({ usual, id }) => usual !== undefined && id !== 'shrinkage');
    expect(ranged.length).toBeGreaterThan(12);
    for (const { id, inputs, unit, usual } of ranged) {
      expect([id, (usual?.low ?? 0) < (usual?.high ?? 0)]).toEqual([id, true]);
      for (const pattern of inputs) {
        const { dimension, name } = inputPlace(pattern.replaceAll('*', 'x')) ?? {
          dimension: 'plan',
          name: '',
        };
        expect([id, inputDefinitions[dimension]?.[name]?.unit]).toEqual([id, unit]);
      }
    }
  });

  it.each([
    ['staffGroups.prague.shrinkage.inOffice.coaching', ['shrinkage']],
    ['queues.voice.fcr', ['first-contact-resolution']],
    ['segments.smb.churn', ['lost-after-contacts', 'practice-segments-churn']],
    ['queues.voice.goal.minAgents', []],
    ['segments', []],
  ])('%s meets %j', (path, ids) => {
    expect(benchmarksFor(path).map(({ id }) => id)).toEqual(ids);
  });

  it('is what the checks hold inputs against', () => {
    expect(usualRange('groups', 'attrition')).toEqual({
      low: 0.08,
      high: 1,
      source: 'Metrigy, 2023–24: 28–31% a year in the US',
    });
    expect(usualRange('groups', 'fteRatio')).toBeUndefined();
    expect(usualRange('plan', 'toString')).toBeUndefined();
    const sourced = benchmarks.find(({ id }) => id === 'deflection');
    expect(sourced === undefined ? '' : benchmarkSource(sourced)).toMatch(/^Turnella: 10–25%/);
  });
});
