import { describe, expect, it } from 'vitest';
import { effectSentence } from '#renderer/features/checks/effectSentence.ts';
import { nextTurn } from '#renderer/engine/nextTurn.ts';
import { createPlanEngine } from '#renderer/engine/planEngine.ts';
import { bridgeWords, searchSentence } from '#renderer/state/hiringWords.ts';
import { editEffect } from '#shared/model/checks/planChecks.ts';
import type { Command } from '#shared/model/commands.ts';
import { goalSeek } from '#shared/model/goalSeek.ts';
import type { HiringProgress } from '#shared/model/hiringPlan.ts';
import { createPlan } from '#shared/model/plan.ts';
import { createPlanView, type ViewUpdate } from '#shared/model/planView.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Result } from '#shared/kernel/result.ts';
import { autoGroup, autoScenario, growing } from '#test/support/hiringProblems.ts';
import { figuresOf, texts } from '#test/support/planFigures.ts';

/** A search that takes hundreds of turns. */
const long = growing(autoScenario({ periods: 48 }, autoGroup({}, { classSize: 8, maxPerPeriod: 24 })));
const fine = growing(autoScenario({ periods: 60 }, autoGroup({}, { classSize: 2, maxPerPeriod: 12 })));
const short = autoScenario({}, autoGroup({}, {}));
const setHeadcount: Command = { type: 'setInput', path: 'staffGroups.agents.proficientHeadcount', value: 90 };

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function searchOf({ hiring = [] }: ViewUpdate) {
  return hiring.find(({ groupId }) => groupId === 'agents')?.search;
}

function watching() {
  const engine = createPlanEngine(nextTurn, { turnMilliseconds: 0, quietMilliseconds: 0 });
  const told: (HiringProgress | null)[] = [];
  const first = Promise.withResolvers<void>();
  void engine.watchHiring((progress) => {
    told.push(progress);
    if (progress !== null) first.resolve();
  });
  return { engine, told, hasBegun: first.promise };
}

describe('a search for the cheapest hires', () => {
  it('can be cancelled: the best plan so far stays, marked, until it is told to go on', async () => {
    const { engine, told, hasBegun } = watching();
    const loading = engine.load(1, long);
    await hasBegun;
    await engine.cancelHiring(1);
    const stopped = searchOf(valueOf(await loading));
    expect(stopped?.ended).toBe('stopped');
    expect(stopped?.provenGap).toBeGreaterThan(0);
    expect(told.at(-1)).toBeNull();
    expect(told[0]).toMatchObject({ groupId: 'agents', groupName: 'Agents' });
    const other = await engine.apply(1, [{ type: 'setInput', path: 'discountRate', value: 0.05 }]);
    expect(searchOf(valueOf(other))).toEqual(stopped);
    const explained = await engine.explain(1, 'groups.agents.hires', 3, 'period');
    expect(explained?.notes).toContainEqual({ kind: 'hiringSearch', ...stopped });
    const whole = searchOf(valueOf(await engine.resumeHiring(1)));
    expect(whole).toEqual({ provenGap: valueOf(createPlan(long)).hiringPlans().get('agents')?.provenGap });
  });

  it('gives way to an edit, whose plan is the one that a fresh run finds', async () => {
    const { engine, hasBegun } = watching();
    const loading = engine.load(1, long);
    await hasBegun;
    const { hiring } = autoGroup({}, { classSize: 12, maxPerPeriod: 24 });
    const edited = engine.apply(1, [{ type: 'setInput', path: 'staffGroups.agents.hiring', value: hiring }]);
    expect(valueOf(await loading)).toEqual({ load: 1, changed: [], removed: [] });
    const fresh = valueOf(
      createPlanView().update({
        ...long,
        staffGroups: [{ ...autoGroup({}, { classSize: 12, maxPerPeriod: 24 }) }],
      }),
    );
    const { load: _load, ...update } = valueOf(await edited);
    expect(update).toEqual(fresh);
  });

  it('finds the same in turns as in one go', async () => {
    const { engine } = watching();
    const { load: _load, ...update } = valueOf(await engine.load(1, short));
    expect(update).toEqual(valueOf(createPlanView().update(short)));
  });
});

describe('previews of plans with the cheapest hires', () => {
  it('say where hires were looked for only briefly', () => {
    const plan = valueOf(createPlan(fine, { mostHiringWork: 1 }));
    const effect = valueOf(editEffect(plan, fine, [setHeadcount]));
    expect(effect.shortSearch?.groups).toEqual(['Agents']);
    expect(effect.shortSearch?.gap).toBeGreaterThan(0);
    const sentence = effectSentence(effect, figuresOf(short), texts.t);
    expect(sentence).toMatch(/^Required FTE .* Hires of Agents were looked for only briefly/);
  });

  it('say nothing of it where every plan was found to its end', () => {
    const plan = valueOf(createPlan(short));
    expect(valueOf(editEffect(plan, short, [setHeadcount])).shortSearch).toBeUndefined();
    const answer = goalSeek(short, {
      path: 'staffGroups.agents.proficientHeadcount',
      change: 'value',
      from: 80,
      to: 100,
      result: { id: 'plan.totalCost', grain: 'year', place: 0 },
      want: 'atMost',
      value: 1e9,
    });
    expect(valueOf(answer).shortSearch).toBeUndefined();
  });
});

describe('the words of hiring', () => {
  const words = { t: texts.t, locale: 'en' };

  it('show parts that add up to the starts as they are shown', () => {
    const scenario: Scenario = short;
    const bridge = valueOf(createPlanView().update(scenario)).hiring?.[0]?.bridge;
    if (bridge === undefined) throw new Error('The plan has a bridge');
    const { headline, lines } = bridgeWords(bridge, words);
    expect(headline).toMatch(/^18\.0 starts, and effective capacity still falls by 7\.8 FTE/);
    const figures = lines.map(({ value }) => Number(value.replace('−', '-')));
    const all = figures.pop();
    expect(figures.reduce((sum, value) => sum + value, 0)).toBeCloseTo(all ?? Number.NaN, 9);
    expect(lines.at(-1)).toMatchObject({ name: 'starts', value: '18.0' });
  });

  it('say what is proved, and why a search ended early', () => {
    expect(searchSentence({ provenGap: 0 }, words)).toBe('It is proved that no plan is cheaper.');
    expect(searchSentence({ provenGap: 0.0042 }, words)).toContain('more than 0.42% cheaper');
    expect(searchSentence({ provenGap: 0.01, ended: 'stopped' }, words)).toMatch(
      /stopped: a plan up to 1\.00%/,
    );
    expect(searchSentence({ provenGap: 1, ended: 'stopped' }, words)).toContain('before anything was proved');
    expect(searchSentence({ provenGap: 0.01, ended: 'limited' }, words)).toContain('Only a short search');
  });
});
