import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { applyCommand, type Command } from './commands.ts';
import { groupHiring } from './groupHiring.ts';
import { type HiringDecision, PREVIEW_WORK } from './hiringPlan.ts';
import { groupPeriods, yearFraction } from './periods.ts';
import { createPlan, type Plan } from './plan.ts';
import type { Scenario, ScenarioDocument, StaffGroup } from './scenario.ts';
import { formulaDeals, leadTimeOf, salesCommands, type SalesQuestion } from './salesQuestion.ts';
import { validateScenario } from './validate.ts';
import { type Coverage, coverageOf, type VerdictPlan } from './verdict.ts';

/** Service that falls furthest short of its goal, or comes closest to doing so. */
export interface WeakestService {
  readonly queueKey: string;
  readonly queueName: string;
  readonly place: number;
  readonly level: number;
  readonly goal: number;
}

/** People of one group whom the deals take. */
export interface GroupHires {
  readonly key: string;
  readonly name: string;
  /** Starts over the whole plan: as planned now, and as the deals need them. */
  readonly planned: number;
  readonly needed: number;
  /** Weeks from the decision to the first day; null where hires simply follow the work. */
  readonly leadTimeWeeks: number | null;
  /** Each class with the last day to decide on it. */
  readonly classes: readonly HiringDecision[];
}

/** The plan with a set of deals and people. */
export interface SalesRun {
  readonly coverage: Coverage;
  /** By period. */
  readonly requiredFte: readonly (number | null)[];
  readonly effectiveFte: readonly (number | null)[];
  readonly deals: number;
  /** Over the whole plan. */
  readonly totalCost: number | null;
  readonly revenue: number | null;
  readonly weakest: WeakestService | null;
}

export interface SalesAnswer {
  readonly question: SalesQuestion;
  /** Makes the deals those of the question. */
  readonly commands: readonly Command[];
  /** Names of the segments whose deals are a formula in the plan; here they are the numbers that it comes to. */
  readonly computed: readonly string[];
  /** The plan as it is; with the deals and the people as planned; and with the people whom the deals need. */
  readonly now: SalesRun;
  readonly asked: SalesRun;
  readonly staffed: SalesRun;
  readonly hires: readonly GroupHires[];
  /** How many times the deals of the plan its people support with every goal kept; null where they do not support any. */
  readonly mostFactor: number | null;
  /** True when even the most that was tried is supported. */
  readonly isMostTried: boolean;
}

export const mostFactorTried = 4;
const SEARCH_STEPS = 11;
/** Runs before the search: the plan, the question, and the people for it. */
const FIRST_RUNS = 3;
/** So dear is a missing person against one who is there, that people are hired wherever they can be. */
const SHORTAGE_TIMES_COST = 10;

function at(plan: Plan, id: string, place: number): number | null {
  const value = plan.heads().has(id) ? plan.column(id)[place] : undefined;
  return value === undefined || Number.isNaN(value) ? null : value;
}

function verdictPlan(plan: Plan): VerdictPlan {
  const { members, context } = plan.graph();
  return {
    groups: members.of('groups').map(({ key, name }) => ({ key, name })),
    periods: context.periods.length,
    years: groupPeriods(context.calendar, 'year'),
    at: (id, place) => at(plan, id, place),
  };
}

/** The service that is worst against its goal from a period on. */
function weakestService(plan: Plan, from: number): WeakestService | null {
  const { members, context } = plan.graph();
  let worst: WeakestService | null = null;
  for (const queue of members.of('queues')) {
    for (let place = from; place < context.periods.length; place += 1) {
      const level = at(plan, `${queue.key}.serviceLevel`, place);
      const goal = at(plan, `${queue.inputKey}.goal.serviceLevel`, place);
      if (level === null || goal === null) continue;
      if (worst === null || level - goal < worst.level - worst.goal)
        worst = { queueKey: queue.key, queueName: queue.name, place, level, goal };
    }
  }
  return worst;
}

function total(plan: Plan, id: string): number | null {
  const values = plan.graph().context.periods.map(({ index }) => at(plan, id, index));
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

function dealsOf(plan: Plan, segmentId: string | null): number {
  const months = yearFraction(plan.scenario().calendar.grain) * 12;
  return plan
    .graph()
    .members.of('segments')
    .filter(({ id }) => segmentId === null || segmentId === id)
    .reduce((sum, { inputKey }) => sum + (total(plan, `${inputKey}.deals`) ?? 0) * months, 0);
}

function runOf(plan: Plan, { from, segmentId }: SalesQuestion): SalesRun {
  const { periods } = plan.graph().context;
  return {
    coverage: coverageOf(verdictPlan(plan)),
    requiredFte: periods.map(({ index }) => at(plan, 'plan.requiredFte', index)),
    effectiveFte: periods.map(({ index }) => at(plan, 'plan.effectiveFte', index)),
    deals: dealsOf(plan, segmentId),
    totalCost: total(plan, 'plan.totalCost'),
    revenue: total(plan, 'plan.revenue'),
    weakest: weakestService(plan, from),
  };
}

/** The people of a computed plan, whatever the deals become: hires that follow the work become what they are now. */
function keepPeople(scenario: Scenario, plan: Plan): Scenario {
  const months = yearFraction(scenario.calendar.grain) * 12;
  const staffGroups = scenario.staffGroups.map((group): StaffGroup => {
    if (group.hiring.mode !== 'follow') return group;
    const values = Array.from(plan.column(`groups.${group.id}.hires`), (people) => people / months);
    return { ...group, hiring: { mode: 'manual', perMonth: { values }, classes: [] } };
  });
  return { ...scenario, staffGroups };
}

/** Hires as the work needs them, in every group that is short. */
function hireForWork(scenario: Scenario, asked: Plan, question: SalesQuestion): Scenario {
  const coverage = coverageOf(verdictPlan(asked));
  const gaps = coverage.kind === 'short' ? coverage.gaps : [];
  const years = yearFraction(scenario.calendar.grain) * scenario.calendar.periods;
  const fteYears = (total(asked, 'plan.requiredFte') ?? 0) * yearFraction(scenario.calendar.grain);
  const costPerFteYear = (total(asked, 'plan.totalCost') ?? 0) / Math.max(fteYears, years);
  const staffGroups = scenario.staffGroups.map((group): StaffGroup => {
    const gap = gaps.find(({ key }) => key === `groups.${group.id}`);
    if (gap === undefined || group.hiring.mode !== 'manual') return group;
    const leavers = Math.max(0, ...asked.column(`groups.${group.id}.leavers`));
    return {
      ...group,
      hiring: {
        mode: 'auto',
        coverage: 1,
        classSize: 1,
        maxPerPeriod: Math.ceil(2 * (gap.worstShort + leavers)) + 2,
        leadTimeWeeks: leadTimeOf(group, question),
        tailPeriods: 0,
        shortagePrice: Math.max(1, SHORTAGE_TIMES_COST * costPerFteYear),
      },
    };
  });
  return { ...scenario, staffGroups };
}

function hiresOf(now: Plan, staffed: Plan, question: SalesQuestion): readonly GroupHires[] {
  const planned = now.scenario().staffGroups;
  const classes = new Map(groupHiring(staffed).map((one) => [one.groupId, one.classes]));
  return staffed
    .graph()
    .members.of('groups')
    .flatMap(({ id, key, name }) => {
      const [before, needed] = [total(now, `${key}.hires`) ?? 0, total(staffed, `${key}.hires`) ?? 0];
      if (Math.abs(needed - before) < 0.05) return [];
      const group = planned.find((one) => one.id === id);
      const follows = group === undefined || group.hiring.mode === 'follow';
      const leadTimeWeeks = follows ? null : leadTimeOf(group, question);
      return [{ key, name, planned: before, needed, leadTimeWeeks, classes: classes.get(id) ?? [] }];
    });
}

/** Whether every service level goal is kept from a period on; without such goals, whether nobody is missing. */
function isSupported(plan: Plan, from: number): boolean {
  const { members, context } = plan.graph();
  const isOverloaded = members
    .of('queues')
    .some(({ key }) =>
      context.periods.some(
        ({ index }) => index >= from && (at(plan, `${key}.overloadedIntervals`, index) ?? 0) > 0,
      ),
    );
  if (isOverloaded) return false;
  const weakest = weakestService(plan, from);
  if (weakest !== null) return weakest.level >= weakest.goal;
  const view = verdictPlan(plan);
  const later = {
    ...view,
    periods: view.periods - from,
    at: (id: string, place: number) => view.at(id, place + from),
  };
  return coverageOf(later).kind === 'covered';
}

interface Work {
  readonly scenario: Scenario;
  readonly now: Plan;
  readonly question: SalesQuestion;
}

function withDeals({ scenario, now, question }: Work, factor: number): Result<Scenario, Fault> {
  const commands = salesCommands(now, { ...question, factor });
  if (!commands.ok) return commands;
  let next: ScenarioDocument = scenario;
  for (const command of commands.value) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied;
    next = applied.value.next;
  }
  return validateScenario(next);
}

/** The plan with other deals and the people of the plan as it is. */
function askedPlan(work: Work, factor: number): Result<Plan, Fault> {
  const next = withDeals(work, factor);
  if (!next.ok) return next;
  const { now } = work;
  const hires = new Map([...now.hiringPlans()].map(([id, found]) => [id, found.hires] as const));
  return createPlan(keepPeople(next.value, now), { caches: now.caches, hires });
}

function searchMost(
  work: Work,
  onStep: (step: number) => boolean,
): Result<Pick<SalesAnswer, 'mostFactor' | 'isMostTried'>, Fault> {
  const { from } = work.question;
  let step = 0;
  const holds = (factor: number): Result<boolean, Fault> => {
    step += 1;
    if (!onStep(step)) return fault('cancelled');
    const plan = askedPlan(work, factor);
    return plan.ok ? ok(isSupported(plan.value, from)) : plan;
  };
  const most = holds(mostFactorTried);
  if (!most.ok) return most;
  if (most.value) return ok({ mostFactor: mostFactorTried, isMostTried: true });
  const least = holds(0);
  if (!least.ok) return least;
  if (!least.value) return ok({ mostFactor: null, isMostTried: false });
  let [low, high] = [0, mostFactorTried];
  for (let halved = 0; halved < SEARCH_STEPS; halved += 1) {
    const middle = (low + high) / 2;
    const covered = holds(middle);
    if (!covered.ok) return covered;
    if (covered.value) low = middle;
    else high = middle;
  }
  return ok({ mostFactor: low, isMostTried: false });
}

/**
 * Whether a plan supports other deals than its own, from when not, what binds, what it takes, and how many deals its people
 * support. Each number comes from a run of the whole plan; the document itself stays as it is.
 *
 * @param onProgress share of the work that is done; false gives up
 */
export function salesAnswer(
  document: ScenarioDocument,
  question: SalesQuestion,
  onProgress: (share: number) => boolean,
): Result<SalesAnswer, Fault> {
  const scenario = validateScenario(document);
  if (!scenario.ok) return scenario;
  const steps = FIRST_RUNS + SEARCH_STEPS + 2;
  const now = createPlan(scenario.value, { mostHiringWork: PREVIEW_WORK });
  if (!now.ok) return now;
  const commands = salesCommands(now.value, question);
  if (!commands.ok) return commands;
  const work: Work = { scenario: scenario.value, now: now.value, question };
  if (!onProgress(1 / steps)) return fault('cancelled');
  const asked = askedPlan(work, question.factor);
  if (!asked.ok) return asked;
  if (!onProgress(2 / steps)) return fault('cancelled');
  const deals = withDeals(work, question.factor);
  if (!deals.ok) return deals;
  const staffed = createPlan(hireForWork(deals.value, asked.value, question), {
    caches: now.value.caches,
    mostHiringWork: PREVIEW_WORK,
  });
  if (!staffed.ok) return staffed;
  const most = searchMost(work, (step) => onProgress((FIRST_RUNS + step) / steps));
  if (!most.ok) return most;
  return ok({
    question,
    commands: commands.value,
    computed: formulaDeals(scenario.value, question),
    now: runOf(now.value, question),
    asked: runOf(asked.value, question),
    staffed: runOf(staffed.value, question),
    hires: hiresOf(now.value, staffed.value, question),
    ...most.value,
  });
}
