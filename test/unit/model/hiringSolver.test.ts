import { createRequire } from 'node:module';
import type highs from 'highs';
import { expect, it } from 'vitest';
import type { AutoGroup } from '#shared/model/hiring/needs.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { autoGroup, autoScenario, dice } from '#test/support/hiringProblems.ts';
import { valueOf } from '#test/support/workspaces.ts';

/** The package says that it is CommonJS and describes itself as such, so this is the door whose type is right. */
const loadHighs: typeof highs.default = createRequire(import.meta.url)('highs');

const PERIODS = 14;
const YEARS = 1 / 12;
const COSTS = ['wages', 'bonus', 'benefits', 'recruiting', 'training'];

/** A group without overtime, so that its cost is linear in its classes and a solver for integer programmes can judge. */
function problem(seed: number): { readonly scenario: Scenario; readonly group: AutoGroup } {
  const d = dice(seed * 6151 + 3);
  const drawn = autoGroup(
    { proficientHeadcount: d.whole(70, 100), attrition: d.between(0.2, 0.6), newHireWeeks: d.whole(0, 16) },
    {
      classSize: d.whole(4, 9),
      maxPerPeriod: 18,
      leadTimeWeeks: d.whole(0, 9),
      coverage: d.between(0.9, 1),
      shortagePrice: d.between(60_000, 200_000),
    },
  );
  const { pay } = drawn;
  if (pay === undefined) throw new Error('The reference group is not paid');
  const group = { ...drawn, pay: { ...pay, overtimeMax: 0 } };
  return { scenario: autoScenario({ periods: PERIODS }, group), group };
}

/** The whole model with people hired by hand, and nothing planned for it. */
function byHand({ scenario, group }: ReturnType<typeof problem>, hires: readonly number[]): Plan {
  const perMonth = { values: hires.map((people) => people / (12 * YEARS)) };
  const manual = { ...group, hiring: { mode: 'manual' as const, perMonth, classes: [] } };
  return valueOf(createPlan({ ...scenario, staffGroups: [manual] }));
}

function costOf(plan: Plan): number {
  const columns = COSTS.map((name) => plan.column(`groups.agents.cost.${name}`));
  return columns.reduce((sum, column) => sum + column.reduce((total, value) => total + value, 0), 0);
}

const term = (value: number, name: string) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`;

/**
 * The same question as an integer programme: what one class in each period adds to cost and capacity is measured with
 * the whole model, and shared/model/hiring has no part in it.
 */
function programme(asked: ReturnType<typeof problem>): { readonly text: string; readonly fixed: number } {
  const { classSize, maxPerPeriod, coverage, shortagePrice, leadTimeWeeks } = asked.group.hiring;
  const places = Array.from({ length: PERIODS }, (_, t) => t);
  const nobody = byHand(
    asked,
    places.map(() => 0),
  );
  const effective = nobody.column('groups.agents.effectiveFte');
  const required = nobody.column('groups.agents.requiredFte');
  const classes = places.map((start) =>
    byHand(
      asked,
      places.map((t) => (t === start ? classSize : 0)),
    ),
  );
  const fixed = costOf(nobody);
  const added = (start: number, t: number) =>
    (classes[start]?.column('groups.agents.effectiveFte')[t] ?? 0) - (effective[t] ?? 0);
  const cost = places.map((t) => term(costOf(classes[t] ?? nobody) - fixed, `x${t}`));
  const shortage = places.map((t) => term(shortagePrice * YEARS, `s${t}`));
  const rows = places.map((t) => {
    const capacity = places.filter((start) => start <= t).map((start) => term(added(start, t), `x${start}`));
    const least = coverage * (required[t] ?? 0) - (effective[t] ?? 0);
    return ` c${t}: ${capacity.join(' ')} + s${t} >= ${least}`;
  });
  const isTooEarly = (t: number) => (t * 365) / 84 < leadTimeWeeks;
  const bounds = places.map(
    (t) => ` 0 <= x${t} <= ${isTooEarly(t) ? 0 : Math.floor(maxPerPeriod / classSize)}`,
  );
  const text = [
    'Minimize',
    ` obj: ${[...cost, ...shortage].join(' ')}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'General',
    ` ${places.map((t) => `x${t}`).join(' ')}`,
    'End',
  ].join('\n');
  return { text, fixed };
}

it('a solver for integer programmes finds no cheaper plan, and none as cheap that we miss', async () => {
  const solver = await loadHighs();
  let hired = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const asked = problem(seed);
    const ours = valueOf(createPlan(asked.scenario)).hiringPlans().get('agents');
    const { text, fixed } = programme(asked);
    const solved = solver.solve(text, { mip_rel_gap: 0, time_limit: 60 });
    expect(solved.Status).toBe('Optimal');
    expect(ours?.provenGap).toBe(0);
    expect((ours?.objective ?? Number.NaN) / (solved.ObjectiveValue + fixed)).toBeCloseTo(1, 9);
    hired += ours?.hires.filter((people) => people > 0).length ?? 0;
  }
  expect(hired).toBeGreaterThan(20);
});
