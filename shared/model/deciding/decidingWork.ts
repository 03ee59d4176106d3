import { type Fault, fault, ok, type Result } from '#shared/kernel/result.ts';
import { type AutomationStudy, automationStudy } from './automation/study.ts';
import { type AttritionCase, attritionCase } from './attrition/attritionCase.ts';
import { type RetentionProgramme, retentionInitiative } from './attrition/retention.ts';
import { type CashRelease, cashRelease } from './case/cash.ts';
import { type CaseBases, caseBases, type CasePart, caseParts } from './case/parts.ts';
import { type QuickWin, quickWins } from './case/quickWins.ts';
import { type BreakEven, breakEvens, type Sensitivity, sensitivity } from './case/sensitivity.ts';
import { type CaseStudy, createCaseStudy } from './case/study.ts';
import { type Tracking, tracking } from './case/tracking.ts';
import { type Delay, delays, type StandingStill, standingStill } from './case/waiting.ts';
import { caseFramework } from './case/wholeCase.ts';
import type { FrameworkNode } from './case/framework.ts';
import { type ServiceSweep, serviceSweep } from './service/sweep.ts';
import { compareSourcing, type SourcingComparison } from './sourcing/comparison.ts';
import { createPlan } from '../plan.ts';
import type { Initiative, Scenario, ScenarioDocument } from '../scenario.ts';
import { validateScenario } from '../validate.ts';

/** How the business case is looked at; nothing of it is part of the plan. */
export interface CaseLook {
  /** Queues staffed by fractions of agents, so that the case has no steps. */
  readonly isFractional: boolean;
}

export type DecidingTask =
  | { readonly kind: 'case'; readonly document: ScenarioDocument; readonly look: CaseLook }
  | { readonly kind: 'depth'; readonly document: ScenarioDocument; readonly look: CaseLook }
  | { readonly kind: 'automation'; readonly document: ScenarioDocument; readonly initiativeId: string }
  | { readonly kind: 'attrition'; readonly document: ScenarioDocument; readonly groupId: string }
  | {
      readonly kind: 'service';
      readonly document: ScenarioDocument;
      readonly queueId: string;
      readonly range: { readonly from: number; readonly to: number; readonly step: number };
      readonly valuePerContact: number;
    }
  | {
      readonly kind: 'retention';
      readonly document: ScenarioDocument;
      readonly programme: RetentionProgramme;
    }
  | { readonly kind: 'sourcing'; readonly document: ScenarioDocument };

/** The business case without what takes many runs of the plan. */
export interface CaseAnswer {
  readonly kind: 'case';
  readonly name: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly bases: CaseBases;
  readonly parts: readonly CasePart[];
  readonly framework: FrameworkNode;
  readonly standingStill?: StandingStill;
  readonly quickWins: readonly QuickWin[];
  readonly cash: readonly CashRelease[];
  /** Cash with fractions of people: what rounding to whole hires leaves on the table. */
  readonly cashByFractions: readonly CashRelease[];
  readonly tracking: readonly Tracking[];
  readonly isStaircase: boolean;
}

/** What takes many runs: how the case depends on each assumption, and on when it starts. */
export interface DepthAnswer {
  readonly kind: 'depth';
  readonly sensitivity: Sensitivity;
  readonly breakEvens: readonly BreakEven[];
  readonly delays: readonly Delay[];
}

export type DecidingAnswer =
  | CaseAnswer
  | DepthAnswer
  | { readonly kind: 'automation'; readonly automation: AutomationStudy }
  | { readonly kind: 'attrition'; readonly attrition: AttritionCase }
  | { readonly kind: 'service'; readonly sweep: ServiceSweep }
  | {
      readonly kind: 'retention';
      readonly initiative: Initiative;
      /** What it adds to the initiatives that the plan has already. */
      readonly part: CasePart;
    }
  | { readonly kind: 'sourcing'; readonly sourcing: SourcingComparison };

type Progress = (share: number) => void;

const DELAY_MONTHS = 12;

/** A range of the whole progress as a progress of its own; it is never given up from inside. */
function within(onProgress: Progress, from: number, to: number) {
  return (share: number): boolean => {
    onProgress(from + (to - from) * share);
    return true;
  };
}

function looked(scenario: Scenario, { isFractional }: CaseLook): Scenario {
  if (!isFractional) return scenario;
  const queues = scenario.queues.map((queue) => ({
    ...queue,
    goal: { ...queue.goal, rounding: 'fractional' as const },
  }));
  return { ...scenario, queues };
}

function cashOf(study: CaseStudy, isWhole: boolean): Result<readonly CashRelease[], Fault> {
  const found: CashRelease[] = [];
  for (const { id } of study.scenario.initiatives) {
    const release = cashRelease(study, id, { isWhole });
    if (!release.ok) return release;
    if (release.value !== undefined) found.push(release.value);
  }
  return ok(found);
}

function caseWork(study: CaseStudy, isStaircase: boolean, onProgress: Progress): Result<CaseAnswer, Fault> {
  const parts = caseParts(study);
  if (!parts.ok) return parts;
  onProgress(0.3);
  const still = standingStill(study);
  if (!still.ok) return still;
  onProgress(0.4);
  const cash = cashOf(study, true);
  if (!cash.ok) return cash;
  const cashByFractions = cashOf(study, false);
  if (!cashByFractions.ok) return cashByFractions;
  onProgress(0.8);
  const { name, currency, discountRate } = study.scenario;
  return ok({
    kind: 'case',
    name,
    currency,
    discountRate,
    bases: caseBases(study, parts.value),
    parts: parts.value,
    framework: caseFramework(study, parts.value),
    ...(still.value === undefined ? {} : { standingStill: still.value }),
    quickWins: quickWins(study),
    cash: cash.value,
    cashByFractions: cashByFractions.value,
    tracking: tracking(study),
    isStaircase,
  });
}

function depthWork(study: CaseStudy, onProgress: Progress): DepthAnswer {
  const moved = sensitivity(study, { onProgress: within(onProgress, 0.02, 0.35) });
  const even = breakEvens(study, { onProgress: within(onProgress, 0.35, 0.9) });
  return { kind: 'depth', sensitivity: moved, breakEvens: even, delays: delays(study, DELAY_MONTHS) };
}

function studyWork(
  scenario: Scenario,
  task: Extract<DecidingTask, { kind: 'case' | 'depth' }>,
  onProgress: Progress,
): Result<DecidingAnswer, Fault> {
  const study = createCaseStudy(looked(scenario, task.look));
  if (!study.ok) return study;
  if (task.kind === 'depth') return ok(depthWork(study.value, onProgress));
  const isStaircase = scenario.queues.some(
    ({ goal, model }) => model !== 'workload' && goal.rounding === 'up',
  );
  return caseWork(study.value, isStaircase, onProgress);
}

function automationWork(scenario: Scenario, initiativeId: string): Result<DecidingAnswer, Fault> {
  const initiative = scenario.initiatives.find(({ id }) => id === initiativeId);
  const found = initiative === undefined ? ok(undefined) : automationStudy(scenario, initiative);
  if (!found.ok) return found;
  if (found.value === undefined)
    return fault('invalid-input', `"${initiativeId}" describes no automation in this plan.`);
  return ok({ kind: 'automation', automation: found.value });
}

/** A programme that keeps people as one more initiative, and what it adds to the case. */
function retentionWork(scenario: Scenario, programme: RetentionProgramme): Result<DecidingAnswer, Fault> {
  const plan = createPlan(scenario);
  if (!plan.ok) return plan;
  const initiative = retentionInitiative(plan.value, programme);
  const more = validateScenario({ ...scenario, initiatives: [...scenario.initiatives, initiative] });
  if (!more.ok) return more;
  const study = createCaseStudy(more.value);
  if (!study.ok) return study;
  const parts = caseParts(study.value);
  if (!parts.ok) return parts;
  const part = parts.value.at(-1);
  if (part === undefined) throw new Error('The programme is not among the initiatives');
  return ok({ kind: 'retention', initiative, part });
}

/** Answers what a decision needs from the plan, the same in a worker and in a test. */
export function decidingWork(task: DecidingTask, onProgress: Progress): Result<DecidingAnswer, Fault> {
  const valid = validateScenario(task.document);
  if (!valid.ok) return valid;
  switch (task.kind) {
    case 'case':
    case 'depth':
      return studyWork(valid.value, task, onProgress);
    case 'automation':
      return automationWork(valid.value, task.initiativeId);
    case 'attrition': {
      const found = attritionCase(valid.value, task.groupId);
      return found.ok ? ok({ kind: 'attrition', attrition: found.value }) : found;
    }
    case 'service': {
      const { queueId, range, valuePerContact } = task;
      const options = { ...range, valuePerContact, onProgress: within(onProgress, 0, 1) };
      const found = serviceSweep(valid.value, queueId, options);
      return found.ok ? ok({ kind: 'service', sweep: found.value }) : found;
    }
    case 'retention':
      return retentionWork(valid.value, task.programme);
    case 'sourcing': {
      const found = compareSourcing(valid.value);
      return found.ok ? ok({ kind: 'sourcing', sourcing: found.value }) : found;
    }
  }
}
