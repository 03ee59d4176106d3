import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { PlanOptions } from '../../plan.ts';
import type { Scenario } from '../../scenario.ts';
import type { Figure } from '../figure.ts';
import type { Assumption } from './assumptions.ts';
import { type CashRelease, cashRelease } from './cash.ts';
import { type CaseBases, caseBases, type CasePart, caseParts } from './parts.ts';
import { type BreakEven, breakEvens, type Sensitivity, sensitivity } from './sensitivity.ts';
import { createCaseStudy } from './study.ts';
import { type Delay, delays, type StandingStill, standingStill } from './waiting.ts';

/** What the page of a case is read from. */
export interface CasePageFacts {
  readonly bases: CaseBases;
  readonly parts: readonly CasePart[];
  readonly standingStill?: StandingStill;
  readonly cash: readonly CashRelease[];
}

/** What takes many runs of the plan. */
export interface CasePageDepth {
  readonly delays: readonly Delay[];
  readonly sensitivity: Sensitivity;
  readonly breakEvens: readonly BreakEven[];
}

/** A figure of the page, and what it is called: by its own name, an initiative's, a delay or an assumption. */
export type CasePageRow = { readonly figure: Figure } & (
  | { readonly kind: 'measure' }
  | { readonly kind: 'initiative'; readonly name: string }
  | { readonly kind: 'delay'; readonly months: number }
  | { readonly kind: 'assumption'; readonly assumption: Assumption }
);

export type CasePageSectionId = 'cash' | 'everything' | 'parts' | 'waiting' | 'release' | 'breakEven';

export interface CasePageSection {
  readonly id: CasePageSectionId;
  readonly rows: readonly CasePageRow[];
}

const SHOWN_MONTHS: readonly number[] = [1, 3, 6, 12];
const SHOWN_ASSUMPTIONS = 5;

function measures(figures: readonly Figure[]): readonly CasePageRow[] {
  return figures.map((figure) => ({ kind: 'measure', figure }));
}

function waitingRows(facts: CasePageFacts, depth: CasePageDepth | null): readonly CasePageRow[] {
  const later = (depth?.delays ?? []).filter(({ months }) => SHOWN_MONTHS.includes(months));
  return [
    ...measures(facts.standingStill === undefined ? [] : [facts.standingStill.total]),
    ...later.map(({ months, cost }): CasePageRow => ({ kind: 'delay', months, figure: cost })),
  ];
}

/** The assumptions that move the case most. */
function shownAssumptions({ rows }: Sensitivity): readonly Assumption[] {
  return rows.slice(0, SHOWN_ASSUMPTIONS).map(({ assumption }) => assumption);
}

function breakEvenRows(depth: CasePageDepth | null): readonly CasePageRow[] {
  if (depth === null) return [];
  return shownAssumptions(depth.sensitivity).flatMap((assumption): readonly CasePageRow[] => {
    const found = depth.breakEvens.find((one) => one.assumption.id === assumption.id);
    return found === undefined ? [] : [{ kind: 'assumption', assumption, figure: found.value }];
  });
}

/**
 * What stands on the page of a case, on the screen, in reports and in print: cash first, everything second, then by
 * initiative, waiting, hires, and what it all rests on.
 *
 * @param depth null while it is being worked out
 */
export function casePageSections(
  facts: CasePageFacts,
  depth: CasePageDepth | null,
): readonly CasePageSection[] {
  const { cash, everything } = facts.bases;
  const sections: readonly CasePageSection[] = [
    {
      id: 'cash',
      rows: measures([cash.npv, cash.irr, cash.payback, cash.roi, cash.benefit, cash.investment]),
    },
    {
      id: 'everything',
      rows: measures([
        everything.npv,
        everything.irr,
        everything.payback,
        everything.roi,
        everything.benefit,
        everything.investment,
        everything.peakOutlay,
      ]),
    },
    {
      id: 'parts',
      rows: facts.parts.map(({ name, inOrder }) => ({ kind: 'initiative', name, figure: inOrder.npv })),
    },
    { id: 'waiting', rows: waitingRows(facts, depth) },
    {
      id: 'release',
      rows: facts.cash.map(({ name, people }) => ({ kind: 'initiative', name, figure: people })),
    },
    { id: 'breakEven', rows: breakEvenRows(depth) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** The page of a plan's case with what it was read from. */
export interface CasePage {
  readonly facts: CasePageFacts;
  readonly sections: readonly CasePageSection[];
}

/**
 * Works out what the page of a plan's case shows, and nothing else.
 *
 * @returns undefined for a plan without initiatives
 */
export function casePageOf(
  scenario: Scenario,
  options: PlanOptions = {},
): Result<CasePage | undefined, Fault> {
  const created = createCaseStudy(scenario, options);
  if (!created.ok) return created;
  const study = created.value;
  if (study.scenario.initiatives.length === 0) return ok(undefined);
  const parts = caseParts(study);
  if (!parts.ok) return parts;
  const still = standingStill(study);
  if (!still.ok) return still;
  const cash: CashRelease[] = [];
  for (const { id } of study.scenario.initiatives) {
    const release = cashRelease(study, id, { isWhole: true });
    if (!release.ok) return release;
    if (release.value !== undefined) cash.push(release.value);
  }
  const facts: CasePageFacts = {
    bases: caseBases(study, parts.value),
    parts: parts.value,
    cash,
    ...(still.value === undefined ? {} : { standingStill: still.value }),
  };
  const moved = sensitivity(study);
  const only = new Set(shownAssumptions(moved).map(({ id }) => id));
  const depth: CasePageDepth = {
    delays: delays(study, SHOWN_MONTHS),
    sensitivity: moved,
    breakEvens: breakEvens(study, { only }),
  };
  return ok({ facts, sections: casePageSections(facts, depth) });
}
