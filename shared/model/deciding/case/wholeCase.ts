import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PlanOptions } from '../../plan.ts';
import type { Scenario } from '../../scenario.ts';
import { type AutomationStudy, automationStudy } from '../automation/study.ts';
import { type CashRelease, cashRelease } from './cash.ts';
import { type FrameworkNode, frameworkTree } from './framework.ts';
import { type CaseBases, caseBases, type CasePart, caseParts } from './parts.ts';
import { type QuickWin, quickWins } from './quickWins.ts';
import {
  type BreakEven,
  breakEvens,
  type Sensitivity,
  sensitivity,
  type SensitivityOptions,
} from './sensitivity.ts';
import { type CaseStudy, createCaseStudy } from './study.ts';
import { type Tracking, tracking } from './tracking.ts';
import { type Delay, delays, type StandingStill, standingStill } from './waiting.ts';

/** A business case with everything that a leader is asked about it. Pre-tax, nominal, no value after the plan. */
export interface WholeCase {
  readonly name: string;
  readonly currency: string;
  readonly periods: readonly { readonly start: string; readonly days: number }[];
  readonly bases: CaseBases;
  readonly parts: readonly Omit<CasePart, 'comparison'>[];
  readonly framework: FrameworkNode;
  /** Absent without a drift. */
  readonly standingStill?: StandingStill;
  readonly delays: readonly Delay[];
  readonly sensitivity: Sensitivity;
  readonly breakEvens: readonly BreakEven[];
  readonly quickWins: readonly QuickWin[];
  readonly cash: readonly CashRelease[];
  readonly tracking: readonly Tracking[];
  /** Of the initiatives that take contacts away from agents. */
  readonly automation: readonly AutomationStudy[];
  /** True where queues are staffed by whole agents: the case is a staircase then. */
  readonly isStaircase: boolean;
}

export interface WholeCaseOptions extends PlanOptions, SensitivityOptions {
  /** How many months of delay are worked out; 12 by default. */
  readonly delayMonths?: number;
}

/** The tree of the case from its parts. */
export function caseFramework({ scenario }: CaseStudy, parts: readonly CasePart[]): FrameworkNode {
  const leaves = parts.flatMap((part) => {
    const initiative = scenario.initiatives.find(({ id }) => id === part.id);
    return initiative === undefined
      ? []
      : [{ part, kpi: initiative.kpi ?? '', priority: initiative.priority ?? '' }];
  });
  return frameworkTree(scenario.name, leaves);
}

function shown(part: CasePart): Omit<CasePart, 'comparison'> {
  const { comparison: _, ...rest } = part;
  return rest;
}

function cashOf(study: CaseStudy): Result<readonly CashRelease[], Fault> {
  const found: CashRelease[] = [];
  for (const { id } of study.scenario.initiatives) {
    const release = cashRelease(study, id);
    if (!release.ok) return release;
    if (release.value !== undefined) found.push(release.value);
  }
  return ok(found);
}

function automationsOf(scenario: Scenario, options: PlanOptions): Result<readonly AutomationStudy[], Fault> {
  const found: AutomationStudy[] = [];
  for (const initiative of scenario.initiatives) {
    const study = automationStudy(scenario, initiative, options);
    if (!study.ok) return study;
    if (study.value !== undefined) found.push(study.value);
  }
  return ok(found);
}

function isStaircase({ scenario }: CaseStudy): boolean {
  return scenario.queues.some(({ goal, model }) => model !== 'workload' && goal.rounding === 'up');
}

/**
 * The whole business case of a scenario. Screens that show one part of it ask for that part of a `CaseStudy`.
 *
 * @returns `invalid-plan` when an initiative or a drift takes an input out of its range
 */
export function wholeCase(scenario: Scenario, options: WholeCaseOptions = {}): Result<WholeCase, Fault> {
  const made = createCaseStudy(scenario, options);
  if (!made.ok) return made;
  const study = made.value;
  const parts = caseParts(study);
  if (!parts.ok) return parts;
  const still = standingStill(study);
  if (!still.ok) return still;
  const cash = cashOf(study);
  if (!cash.ok) return cash;
  const automation = automationsOf(study.scenario, options);
  if (!automation.ok) return automation;
  const { name, currency } = scenario;
  return ok({
    name,
    currency,
    periods: study.periods.map(({ start, days }) => ({ start, days })),
    bases: caseBases(study, parts.value),
    parts: parts.value.map(shown),
    framework: caseFramework(study, parts.value),
    ...(still.value === undefined ? {} : { standingStill: still.value }),
    delays: delays(study, options.delayMonths),
    sensitivity: sensitivity(study, options),
    breakEvens: breakEvens(study, options),
    quickWins: quickWins(study),
    cash: cash.value,
    tracking: tracking(study),
    automation: automation.value,
    isStaircase: isStaircase(study),
  });
}
