import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { CASHABLE } from '../../businessCase.ts';
import { type Comparison, sumComparisons } from '../../businessCaseMeasures.ts';
import { firstAffected } from '../../initiatives.ts';
import type { Initiative } from '../../scenario.ts';
import { finite } from '../figure.ts';
import { type CaseMeasures, measuresOf } from './measures.ts';
import type { CaseStudy } from './study.ts';

type Amounts = readonly (number | null)[];

/** One initiative's part of a case. */
export interface CasePart {
  readonly id: string;
  readonly name: string;
  readonly benefitType: Initiative['benefitType'];
  /** Counts as cash: cashable or an avoided hire. */
  readonly isCash: boolean;
  readonly startsAfterPlan: boolean;
  /** What it adds to those before it in the list. The parts add up to the whole. */
  readonly inOrder: CaseMeasures;
  /** What it brings by itself; absent where it is not possible without the others. */
  readonly alone?: CaseMeasures;
  readonly benefit: Amounts;
  readonly investment: Amounts;
  readonly net: Amounts;
  /** The numbers behind `inOrder`, to be added up with others. */
  readonly comparison: Comparison;
}

export function isCash({ benefitType }: Pick<Initiative, 'benefitType'>): boolean {
  return CASHABLE.has(benefitType);
}

function partOf(study: CaseStudy, initiative: Initiative, comparison: Comparison): CasePart {
  const { id, name = id, benefitType } = initiative;
  const alone = study.compare([initiative]);
  const { benefit, investment } = comparison;
  return {
    id,
    name,
    benefitType,
    isCash: isCash(initiative),
    startsAfterPlan: firstAffected(initiative, study.periods) >= study.periods.length,
    inOrder: measuresOf(comparison, study.rate),
    ...(alone.ok ? { alone: measuresOf(alone.value, study.rate) } : {}),
    benefit: benefit.map(finite),
    investment: investment.map(finite),
    net: benefit.map((gain, t) => finite(gain - (investment[t] ?? 0))),
    comparison,
  };
}

/**
 * Each initiative of the case with what it adds in list order, and alone.
 *
 * @returns `invalid-plan` when the first few alone take an input out of its range
 */
export function caseParts(study: CaseStudy): Result<readonly CasePart[], Fault> {
  const { initiatives } = study.scenario;
  const parts: CasePart[] = [];
  for (const [place, initiative] of initiatives.entries()) {
    const comparison = study.compare(initiatives.slice(0, place + 1), initiatives.slice(0, place));
    if (!comparison.ok) return comparison;
    parts.push(partOf(study, initiative, comparison.value));
  }
  return ok(parts);
}

/** The case on each basis that a finance partner asks for. */
export interface CaseBases {
  /** Cashable benefits and avoided hires against what they cost. */
  readonly cash: CaseMeasures;
  /** The same benefits against all that is spent. */
  readonly cashAgainstAllSpending: CaseMeasures;
  /** All benefits against all that is spent. */
  readonly everything: CaseMeasures;
  /** Everything as promised, without the discount for doubt; absent where that is not possible. */
  readonly everythingAtFullConfidence?: CaseMeasures;
}

function certain(initiative: Initiative): Initiative {
  return { ...initiative, effects: initiative.effects.map((effect) => ({ ...effect, confidence: 1 })) };
}

export function caseBases(study: CaseStudy, parts: readonly CasePart[]): CaseBases {
  const { fraction, rate, periods, scenario } = study;
  const sum = (list: readonly Comparison[]) => sumComparisons(list, periods.length, fraction);
  const cash = parts.filter((part) => part.isCash).map(({ comparison }) => comparison);
  const onlyCost = parts
    .filter((part) => !part.isCash)
    .map(({ comparison }) => ({ ...comparison, benefit: comparison.benefit.map(() => 0) }));
  const full = study.compare(scenario.initiatives.map(certain));
  return {
    cash: measuresOf(sum(cash), rate),
    cashAgainstAllSpending: measuresOf(sum([...cash, ...onlyCost]), rate),
    everything: measuresOf(sum(parts.map(({ comparison }) => comparison)), rate),
    ...(full.ok ? { everythingAtFullConfidence: measuresOf(full.value, rate) } : {}),
  };
}
