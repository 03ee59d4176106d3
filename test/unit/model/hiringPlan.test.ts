import { describe, expect, it } from 'vitest';
import type { AutoGroup } from '#shared/model/hiring/needs.ts';
import type { HiringPlan } from '#shared/model/hiringPlan.ts';
import { createPlan, type Plan, type PlanOptions } from '#shared/model/plan.ts';
import { planResults } from '#shared/model/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { autoGroup, autoScenario, dice, growing } from '#test/support/hiringProblems.ts';
import { differences, expectedResults, referenceScenario } from '#test/support/planFixtures.ts';

function computed(scenario: Scenario, options: PlanOptions = {}): Plan {
  const plan = createPlan(scenario, options);
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function hiringOf(plan: Plan, id = 'agents'): HiringPlan {
  const found = plan.hiringPlans().get(id);
  if (found === undefined) throw new Error(`There is no hiring plan for ${id}`);
  return found;
}

const LINES = ['wages', 'overtime', 'bonus', 'benefits', 'recruiting', 'training'];

/** What the whole model makes of a plan's hires: cost lines, and the price of what stays uncovered. */
function objectiveByModel(plan: Plan, { hiring, id }: AutoGroup, years: number): number {
  const column = (name: string) => plan.column(`groups.${id}.${name}`);
  const [required, effective, overtime] = ['requiredFte', 'effectiveFte', 'overtimeFte'].map(column);
  return plan.graph().context.periods.reduce((sum, _, t) => {
    const lines = LINES.reduce((total, line) => total + (column(`cost.${line}`)[t] ?? Number.NaN), 0);
    const covered = hiring.coverage * (required?.[t] ?? Number.NaN);
    const short = Math.max(0, covered - (effective?.[t] ?? Number.NaN) - (overtime?.[t] ?? Number.NaN));
    return sum + lines + hiring.shortagePrice * short * years;
  }, 0);
}

describe('the reference plan', () => {
  it('is found, proved, and carried by the results', () => {
    const plan = computed(referenceScenario('autoHiring'));
    expect(differences(expectedResults('autoHiring'), planResults(plan))).toEqual([]);
    expect(hiringOf(plan).provenGap).toBe(0);
  });

  it('says by when each class must be decided', () => {
    expect(hiringOf(computed(referenceScenario('autoHiring'))).lastDecisionDates).toEqual([
      { period: '2027-03-01', people: 6, decideBy: '2027-01-04' },
      { period: '2027-04-01', people: 12, decideBy: '2027-02-04' },
    ]);
  });
});

/** Scenarios whose requirement does not depend on who is hired, so that the whole model can check the objective. */
function scenarioFor(seed: number): { scenario: Scenario; group: AutoGroup; years: number } {
  const d = dice(seed * 104_729 + 7);
  const classSize = d.whole(3, 12);
  const grain = d.chance(0.5) ? 'month' : 'week';
  const group = autoGroup(
    {
      attrition: { base: d.between(0.2, 0.7), growth: d.between(-0.1, 0.2) },
      proficientHeadcount: d.whole(80, 105),
      openingCohorts: [{ weeksSinceJoining: d.whole(0, 10), people: d.whole(0, 8) }],
      newHireWeeks: d.whole(0, 20),
      fteRatio: d.between(0.8, 1),
    },
    {
      classSize,
      maxPerPeriod: classSize * d.whole(1, 3),
      leadTimeWeeks: d.whole(0, 9),
      coverage: d.between(0.9, 1.02),
      shortagePrice: d.between(50_000, 250_000),
    },
  );
  const calendar = { grain, periods: d.whole(12, 20) } as const;
  return { scenario: autoScenario(calendar, group), group, years: grain === 'month' ? 1 / 12 : 7 / 365 };
}

describe('whole plans', () => {
  it('cost in the whole model what the optimum says', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { scenario, group, years } = scenarioFor(seed);
      const plan = computed(scenario);
      const { objective, hires, uncoveredFteYears, provenGap } = hiringOf(plan);
      expect([...plan.column('groups.agents.hires')]).toEqual(hires);
      expect(Math.abs(objective / objectiveByModel(plan, group, years) - 1)).toBeLessThan(1e-12);
      expect(uncoveredFteYears).toBeGreaterThanOrEqual(0);
      expect(provenGap).toBe(0);
    }
  });

  it('are whole classes, not too many at once, none before the lead time', () => {
    for (let seed = 21; seed <= 28; seed += 1) {
      const { scenario, group } = scenarioFor(seed);
      const weeks = scenario.calendar.grain === 'month' ? 365 / 84 : 1;
      hiringOf(computed(scenario)).hires.forEach((people, t) => {
        expect(people % group.hiring.classSize).toBe(0);
        expect(people).toBeLessThanOrEqual(group.hiring.maxPerPeriod);
        if (t * weeks < group.hiring.leadTimeWeeks) expect(people).toBe(0);
      });
    }
  });

  it('cost no more than no hires, and no more than the same hires by hand a period later or earlier', () => {
    const { scenario, group: drawn, years } = scenarioFor(31);
    const group = { ...drawn, hiring: { ...drawn.hiring, leadTimeWeeks: 0 } };
    const { hires, objective } = hiringOf(computed({ ...scenario, staffGroups: [group] }));
    expect(hires.some((people) => people > 0)).toBe(true);
    const manual = (perPeriod: readonly number[]) => {
      const hiring = {
        mode: 'manual' as const,
        perMonth: { values: perPeriod.map((people) => people / (12 * years)) },
        classes: [],
      };
      return objectiveByModel(computed({ ...scenario, staffGroups: [{ ...group, hiring }] }), group, years);
    };
    expect(manual(hires)).toBeCloseTo(objective, 3);
    for (const other of [hires.map(() => 0), [0, ...hires.slice(0, -1)], [...hires.slice(1), 0]]) {
      expect(manual(other)).toBeGreaterThanOrEqual(objective - 1e-3);
    }
  });
});

/** Whole classes that follow hires without rounding as closely as they can, each as late as it may. */
function inClasses(hires: readonly number[], { hiring }: AutoGroup): readonly number[] {
  let owed = 0;
  return hires.map((people, t) => {
    owed += people;
    const most = (t * 365) / 84 < hiring.leadTimeWeeks ? 0 : hiring.maxPerPeriod;
    const now = Math.max(0, Math.min(most, Math.floor(owed / hiring.classSize) * hiring.classSize));
    owed -= now;
    return now;
  });
}

describe('long plans', () => {
  it.each([
    ['60 months in classes of 8', 'month', 60, autoGroup({}, { classSize: 8, maxPerPeriod: 24 })],
    ['60 months one by one', 'month', 60, autoGroup({}, { classSize: 1, maxPerPeriod: 12 })],
    ['104 weeks in classes of 8', 'week', 104, autoGroup({}, { classSize: 8, maxPerPeriod: 8 })],
  ] as const)('%s are within 0.1 % of the bound', (_, grain, periods, group) => {
    const { provenGap, hires } = hiringOf(computed(growing(autoScenario({ grain, periods }, group))));
    expect(hires).toHaveLength(periods);
    expect(provenGap).toBeLessThanOrEqual(0.001);
  });

  it('cost no more than people who follow the requirement, rounded to classes', () => {
    const group = autoGroup({}, { classSize: 8, maxPerPeriod: 24 });
    const scenario = growing(autoScenario({ periods: 36 }, group));
    const following = { mode: 'follow' as const, coverage: group.hiring.coverage };
    const smooth = computed({ ...scenario, staffGroups: [{ ...group, hiring: following }] });
    const rounded = inClasses([...smooth.column('groups.agents.hires')], group);
    const hiring = { mode: 'manual' as const, perMonth: { values: [...rounded] }, classes: [] };
    const byHand = computed({ ...scenario, staffGroups: [{ ...group, hiring }] });
    const { objective } = hiringOf(computed(scenario));
    expect(rounded.some((people) => people > 0)).toBe(true);
    expect(objectiveByModel(byHand, group, 1 / 12)).toBeGreaterThan(objective);
  });
});

describe('the end of the plan', () => {
  const { scenario } = scenarioFor(5);
  const withTail = (tailPeriods: number) => {
    const group = autoGroup({}, { classSize: 6, maxPerPeriod: 12, tailPeriods });
    return hiringOf(computed(growing(autoScenario({ periods: 16 }, group))));
  };

  it('is starved without a tail and staffed with one', () => {
    const last = (hires: readonly number[]) => hires.slice(-4).reduce((sum, people) => sum + people, 0);
    const [short, long] = [withTail(0), withTail(12)];
    expect(last(short.hires)).toBe(0);
    expect(last(long.hires)).toBeGreaterThan(0);
    expect(long.hires).toHaveLength(16);
    // Over the plan alone nothing beats the plan made for it alone.
    expect(long.objective).toBeGreaterThan(short.objective);
  });

  it('freezes series at their last value: a jump after the end does not exist', () => {
    const group = autoGroup({}, { tailPeriods: 10 });
    const jumping = (date: string) => ({
      ...autoScenario({ periods: 12 }, group),
      segments: scenario.segments.map((segment) => ({
        ...segment,
        deals: { base: 15_000, steps: [{ date, value: 90_000 }] },
      })),
    });
    const after = hiringOf(computed(jumping('2028-02-01')));
    expect(after).toEqual(hiringOf(computed(jumping('2035-01-01'))));
    expect(after.hires).not.toEqual(hiringOf(computed(jumping('2027-11-01'))).hires);
  });
});

describe('what hiring depends on', () => {
  const base = autoScenario({}, autoGroup({}, {}));

  it('leaves out churn feedback: abandoned contacts change the plan, not its hires', () => {
    const fed = {
      ...base,
      segments: base.segments.map((segment) => ({ ...segment, churnPerAbandon: 0.4 })),
      staffGroups: base.staffGroups.map((group) => ({ ...group, proficientHeadcount: 80 })),
    };
    const unfed = { ...fed, segments: base.segments };
    const [with_, without] = [computed(fed), computed(unfed)];
    expect([...with_.column('groups.agents.requiredFte')]).not.toEqual([
      ...without.column('groups.agents.requiredFte'),
    ]);
    expect(hiringOf(with_)).toEqual(hiringOf(without));
  });

  it('plans several groups on their own, and a partner, whose people cost the plan nothing, too', () => {
    const share = (group: AutoGroup) => ({
      ...group,
      queues: [{ id: 'voice', share: 0.5 }],
      proficientHeadcount: 46,
    });
    const own = share(autoGroup({}, {}));
    const partner = {
      ...share(autoGroup({ id: 'partner' }, {})),
      vendor: { pricing: 'perHour' as const, price: 30, slaTiers: [] },
    };
    const both = computed({ ...base, staffGroups: [own, partner] });
    expect([...both.hiringPlans().keys()]).toEqual(['agents', 'partner']);
    const { objective, uncoveredFteYears, provenGap } = hiringOf(both, 'partner');
    expect(objective).toBeCloseTo(uncoveredFteYears * partner.hiring.shortagePrice, 6);
    expect(provenGap).toBe(0);
    const alone = computed({
      ...base,
      staffGroups: [own, { ...partner, hiring: { mode: 'follow', coverage: 1 } }],
    });
    expect(hiringOf(both)).toEqual(hiringOf(alone));
  });

  it('says why there are no hires when the requirement has no number', () => {
    const closed = base.queues.map((queue) => ({ ...queue, profile: { ...queue.profile, weights: {} } }));
    const plan = computed({ ...base, queues: closed });
    expect(plan.hiringPlans().size).toBe(0);
    expect(plan.error('groups.agents.hires', 0)?.text).toContain('cheapest hiring');
  });

  it('is worked out once: an edit elsewhere does not plan again, an edit that matters does', () => {
    let reports = 0;
    const plan = computed(base, {
      onHiringProgress: () => {
        reports += 1;
        return true;
      },
    });
    const first = reports;
    expect(first).toBeGreaterThan(0);
    const budgetLines = [{ id: 'rent', perMonth: 1000 }];
    plan.update({ ...base, budgetLines });
    expect(reports).toBe(first);
    plan.update({ ...base, staffGroups: [autoGroup({ proficientHeadcount: 90 }, {})] });
    expect(reports).toBeGreaterThan(first);
    const second = reports;
    plan.update(base);
    expect(reports).toBe(second);
    expect(hiringOf(plan)).toEqual(hiringOf(computed(base)));
  });
});

describe('stopping', () => {
  const long = growing(autoScenario({ periods: 60 }, autoGroup({}, { classSize: 8, maxPerPeriod: 24 })));

  it('gives the best plan so far with an honest gap, and the next to ask gets the whole answer', () => {
    const seen: number[] = [];
    const plan = computed(long, {
      onHiringProgress: (fraction) => {
        seen.push(fraction);
        return seen.length < 150;
      },
    });
    const stopped = hiringOf(plan);
    expect(seen).toHaveLength(150);
    seen.forEach((fraction, place) => expect(fraction).toBeGreaterThanOrEqual(seen[place - 1] ?? 0));
    expect(stopped.hires.some((people) => people > 0)).toBe(true);
    const whole = hiringOf(computed(long, { caches: plan.caches }));
    expect(stopped.provenGap).toBeGreaterThan(0);
    expect(stopped.objective * (1 - stopped.provenGap)).toBeLessThanOrEqual(whole.objective * (1 + 1e-9));
    expect(whole.provenGap).toBe(0);
  });
});
