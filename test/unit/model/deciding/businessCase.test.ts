import { describe, expect, it } from 'vitest';
import { businessCase, costOfDelay } from '#shared/model/businessCase.ts';
import { comparisonOf } from '#shared/model/businessCaseMeasures.ts';
import { measuresOf } from '#shared/model/deciding/case/measures.ts';
import { caseBases, caseParts } from '#shared/model/deciding/case/parts.ts';
import { quickWins } from '#shared/model/deciding/case/quickWins.ts';
import { breakEvens, sensitivity } from '#shared/model/deciding/case/sensitivity.ts';
import { type CaseStudy, createCaseStudy } from '#shared/model/deciding/case/study.ts';
import { delays, standingStill } from '#shared/model/deciding/case/waiting.ts';
import { caseFramework, wholeCase } from '#shared/model/deciding/case/wholeCase.ts';
import { reasonTexts } from '#shared/model/deciding/figure.ts';
import type { Initiative, Scenario } from '#shared/model/scenario.ts';
import { valueOf } from '#test/support/deciding.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';

const scenario = referenceScenario('businessCase');
const study = valueOf(createCaseStudy(scenario));
const whole = valueOf(businessCase(scenario));
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

function studyOf(initiatives: readonly Initiative[], change: Partial<Scenario> = {}): CaseStudy {
  return valueOf(createCaseStudy({ ...scenario, ...change, initiatives: [...initiatives] }));
}

const [summaries] = scenario.initiatives;
if (summaries === undefined) throw new Error('The reference has initiatives');

describe('the published case: 350,000, then 120,000 a year against two benefits with confidence', () => {
  const benefits = [
    [126_063 * 0.85, 252_125 * 0.85, 252_125 * 0.85],
    [211_112 * 0.8, 422_224 * 0.8, 422_224 * 0.8],
  ];
  const benefit = [0, 1, 2].map((year) => sum(benefits.map((row) => row[year] ?? null)));
  const comparison = comparisonOf(
    benefit,
    { oneOff: [350_000, 0, 0], recurring: [120_000, 120_000, 120_000] },
    1,
  );
  const measures = measuresOf(comparison, 0.1);

  it('nets 156,043, 432,086 and 432,086 at the year ends', () => {
    // The published benefits are rounded, so the last digit of the flows is not theirs.
    const flows = [comparison.flows.atStart[0] ?? Number.NaN, ...comparison.flows.atEnd];
    [-350_000, 156_043, 432_086, 432_086].forEach((expected, year) => {
      expect(Math.abs((flows[year] ?? Number.NaN) - expected)).toBeLessThan(1);
    });
  });

  it('is worth 473,585, returns 64.9 % and is back in 17.4 months', () => {
    expect(Math.round(measures.npv.value ?? 0)).toBe(473_585);
    expect(measures.irr.value).toBeCloseTo(0.649, 3);
    expect(measures.payback.value).toBeCloseTo(17.4, 1);
  });

  it('explains each figure by formula and inputs', () => {
    expect(measures.npv.inputs.map(({ label }) => label)).toEqual(['Benefit', 'Investment', 'Discount rate']);
    expect(measures.roi.value).toBeCloseTo(
      ((measures.benefit.value ?? 0) - (measures.investment.value ?? 0)) / 710_000,
      12,
    );
    for (const { formula, text, unit } of Object.values(measures))
      expect([formula, text, unit].every((part) => part.length > 0)).toBe(true);
  });
});

describe('the parts of the reference case', () => {
  const parts = valueOf(caseParts(study));
  const bases = caseBases(study, parts);

  it('add up to the whole in list order', () => {
    expect(sum(parts.map(({ inOrder }) => inOrder.npv.value))).toBeCloseTo(whole?.npv ?? Number.NaN, 3);
    expect(bases.everything.npv.value).toBeCloseTo(whole?.npv ?? Number.NaN, 3);
    expect(bases.everything.irr.value).toBeCloseTo(whole?.irr ?? Number.NaN, 6);
    expect(bases.everything.payback.value).toBeCloseTo(whole?.paybackMonths ?? Number.NaN, 6);
  });

  it('count more without the discount for doubt, and the first alone as in order', () => {
    const full = bases.everythingAtFullConfidence?.npv.value ?? 0;
    expect(full).toBeGreaterThan(bases.everything.npv.value ?? 0);
    expect(parts[0]?.alone?.npv.value).toBe(parts[0]?.inOrder.npv.value);
  });

  it('put capacity beside cash, and its cost against the cash where all spending counts', () => {
    const soft = scenario.initiatives.map((one) =>
      one.id === 'portal' ? { ...one, benefitType: 'capacity' as const } : one,
    );
    const other = studyOf(soft);
    const found = valueOf(caseParts(other));
    const { cash, cashAgainstAllSpending, everything } = caseBases(other, found);
    const portal = found.find(({ id }) => id === 'portal')?.inOrder;
    expect(cash.npv.value).toBeCloseTo((everything.npv.value ?? 0) - (portal?.npv.value ?? 0), 4);
    expect(cashAgainstAllSpending.investment.value).toBeCloseTo(everything.investment.value ?? 0, 6);
    expect(cashAgainstAllSpending.benefit.value).toBeCloseTo(cash.benefit.value ?? 0, 6);
  });

  it('hang on a tree whose nodes are the sums of what is below', () => {
    const tree = caseFramework(study, parts);
    expect(tree.children.map(({ name }) => name)).toEqual([
      'Profitability',
      'Employee experience',
      'Customer experience',
    ]);
    expect(tree.npv.value).toBeCloseTo(sum(tree.children.map(({ npv }) => npv.value)), 3);
    expect(tree.children[0]?.children[0]?.name).toBe('wrap-up time');
    expect(tree.children[0]?.children[0]?.children[0]?.id).toBe('summaries');
    expect(tree.npv.value).toBeCloseTo(whole?.npv ?? Number.NaN, 3);
  });
});

describe('what the case depends on', () => {
  const found = sensitivity(study);
  const rowOf = (id: string) => found.rows.find(({ assumption }) => assumption.id === id);

  it('names every assumption once, widest first', () => {
    const ids = found.rows.map(({ assumption }) => assumption.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(5 * 2 + 3 * 3 + 1);
    const swings = found.rows.map(({ swing }) => swing ?? Number.POSITIVE_INFINITY);
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  });

  it('loses by dearer and gains by surer', () => {
    for (const kind of ['oneOff', 'recurring'] as const) {
      const row = rowOf(`summaries.${kind}`);
      expect(row?.low.npv).toBeGreaterThan(row?.high.npv ?? Number.NaN);
    }
    const surer = rowOf('summaries.effects[0].confidence');
    expect(surer?.high.npv).toBeGreaterThan(surer?.low.npv ?? Number.NaN);
  });

  it('moves an effect by a share of its size, and stops where it cannot go on', () => {
    expect(rowOf('retention.effects[0].value')?.low.value).toBeCloseTo(1 - 0.22 * 0.8, 12);
    expect(rowOf('retention.effects[0].value')?.high.value).toBeCloseTo(1 - 0.22 * 1.2, 12);
    const sure = rowOf('retention.effects[1].confidence');
    expect([sure?.high.value, sure?.high.isLimited]).toEqual([1, true]);
  });

  it('takes the discount rate as the finance function does', () => {
    expect(rowOf('discountRate')?.low.npv).toBeCloseTo(
      valueOf(businessCase({ ...scenario, discountRate: 0.08 }))?.npv ?? Number.NaN,
      3,
    );
  });
});

describe('break-even values', () => {
  const smooth = studyOf(
    scenario.initiatives.slice(0, 1).map((one) => ({ ...one, oneOff: 600_000 })),
    {
      queues: scenario.queues.map((queue) => ({ ...queue, goal: { ...queue.goal, rounding: 'fractional' } })),
    },
  );
  const found = breakEvens(smooth);

  it('bring the NPV to 0, each alone', () => {
    const solved = found.filter(({ value }) => value.value !== null);
    expect(solved.map(({ assumption }) => assumption.id)).toEqual(
      expect.arrayContaining([
        'summaries.effects[0].value',
        'summaries.effects[0].confidence',
        'summaries.oneOff',
        'summaries.recurring',
        'discountRate',
      ]),
    );
    for (const { assumption, npv, value } of solved) {
      if (assumption.kind === 'start') continue;
      expect(value.reason).toBeUndefined();
      expect(Math.abs(npv ?? Number.NaN)).toBeLessThan(1);
    }
  });

  it('say why there is none', () => {
    const losing = studyOf(scenario.initiatives.slice(0, 1).map((one) => ({ ...one, effects: [] })));
    const reasons = new Map(
      breakEvens(losing).map(({ assumption, value }) => [assumption.kind, value.reason]),
    );
    expect(reasons.get('oneOff')).toBe('costs-even-free');
    expect(reasons.get('discountRate')).toBe('no-sign-change');
    expect(reasons.get('start')).toBe('no-root');
  });
});

describe('waiting', () => {
  it('costs nothing without delay, and otherwise what the case is worth less', () => {
    const found = delays(study, 6);
    expect(found.map(({ months }) => months)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(found[0]?.cost.value).toBe(0);
    expect(found[3]?.cost.value).toBeCloseTo(valueOf(costOfDelay(scenario, 3)) ?? Number.NaN, 6);
    expect(found[6]?.npv).toBeCloseTo((whole?.npv ?? 0) - (found[6]?.cost.value ?? 0), 6);
  });

  it('shows standing still beside the case, split into cost and lost margin', () => {
    const still = valueOf(standingStill(study));
    expect(still?.loss).toEqual(whole?.standingStill);
    expect(still?.presentValue.value).toBeCloseTo(whole?.standingStillPresentValue ?? Number.NaN, 6);
    expect(sum(still?.cost ?? []) + sum(still?.lostMargin ?? [])).toBeCloseTo(still?.total.value ?? 0, 3);
    expect(valueOf(standingStill(studyOf(scenario.initiatives, { statusQuoDrift: [] })))).toBeUndefined();
  });
});

describe('quick wins', () => {
  it('stand in the order in which they have paid for themselves', () => {
    const found = quickWins(study);
    expect(found.map(({ id, horizon }) => [id, horizon])).toEqual([
      ['summaries', 'withinOneYear'],
      ['portal', 'withinOneYear'],
      ['retention', 'never'],
    ]);
    const alone = valueOf(caseParts(study))[0]?.alone;
    const startDay = study.periods[3]?.startDay ?? 0;
    const days = found[0]?.days.value ?? 0;
    const expected = startDay - (study.periods[0]?.startDay ?? 0) + ((alone?.payback.value ?? 0) * 365) / 12;
    expect(Math.abs(days - expected)).toBeLessThan(3);
  });

  it('an initiative that costs nothing and helps at once is one within 90 days', () => {
    const free = { ...summaries, start: '2027-01-01', rampMonths: 0, oneOff: 0, recurring: 0 };
    const [win] = quickWins(studyOf([free]));
    expect([win?.horizon, win?.effort, win?.days.value]).toEqual(['within90Days', 'low', 0]);
  });
});

describe('cases at the edge have a stated answer', () => {
  const edges: Readonly<Record<string, readonly Initiative[]>> = {
    'no initiative': [],
    'zero investment': [{ ...summaries, oneOff: 0, recurring: 0 }],
    'full confidence': [
      { ...summaries, effects: summaries.effects.map((effect) => ({ ...effect, confidence: 1 })) },
    ],
    'no confidence at all': [
      { ...summaries, effects: summaries.effects.map((effect) => ({ ...effect, confidence: 0 })) },
    ],
    'a start after the plan': [{ ...summaries, start: '2035-01-01' }],
    'a negative benefit': [
      { ...summaries, effects: summaries.effects.map((effect) => ({ ...effect, value: 24 })) },
    ],
    'no effect': [{ ...summaries, effects: [] }],
    'a subsidy': [{ ...summaries, oneOff: -50_000, recurring: 0 }],
  };

  it.each(Object.keys(edges))('%s', (name) => {
    const found = valueOf(
      wholeCase({ ...scenario, initiatives: [...(edges[name] ?? [])] }, { delayMonths: 2 }),
    );
    const text = JSON.stringify(found, (_key, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'NO NUMBER' : value,
    );
    expect(text).not.toContain('NO NUMBER');
    for (const { value, reason } of Object.values(found.bases.everything))
      if (value === null) expect(Object.keys(reasonTexts)).toContain(reason);
  });

  it('says which answer', () => {
    const reasonsOf = (name: string) => {
      const measures = valueOf(caseParts(studyOf(edges[name] ?? [])))[0]?.inOrder;
      return [measures?.irr.reason, measures?.payback.reason, measures?.roi.reason];
    };
    expect(reasonsOf('zero investment')[2]).toBe('no-investment');
    expect(reasonsOf('a start after the plan')).toEqual([
      'no-sign-change',
      'never-negative',
      'no-investment',
    ]);
    expect(reasonsOf('a negative benefit')).toEqual(['no-sign-change', 'never-pays-back', undefined]);
    const [after] = quickWins(studyOf(edges['a start after the plan'] ?? []));
    expect([after?.horizon, after?.days.reason]).toEqual(['never', 'starts-after-plan']);
  });

  it('has no number where the plan has none', () => {
    const queues = scenario.queues.map((queue) => ({ ...queue, profile: { ...queue.profile, weights: {} } }));
    const measures = caseBases(
      studyOf([summaries], { queues }),
      valueOf(caseParts(studyOf([summaries], { queues }))),
    );
    expect([measures.everything.npv.value, measures.everything.npv.reason]).toEqual([null, 'not-computable']);
    expect(measures.everything.irr.reason).toBe('not-computable');
  });
});
