import { presentValue } from '#shared/finance/discounting.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { compareRuns, total } from '../../businessCaseMeasures.ts';
import type { CaseRun } from '../../businessCaseRuns.ts';
import type { Command } from '../../commands.ts';
import { firstAffected } from '../../initiatives.ts';
import { isInPeriod } from '../../periods.ts';
import type { Initiative, StaffGroup } from '../../scenario.ts';
import { type Figure, figuresOf, finite } from '../figure.ts';
import { carriedOn, effectiveFteOfHire, hiresToCancel } from './cancelling.ts';
import type { CaseStudy } from './study.ts';

const figure = figuresOf('cash', {
  freedFte: {
    label: 'FTE freed',
    unit: 'fte',
    text: 'Effective FTE that the initiative frees on average, from its first period on.',
    formula: 'mean of surplus with − surplus without',
  },
  people: {
    label: 'Hires not made',
    unit: 'people',
    text: 'Hires that can be cancelled and leave no period shorter of people than it would be without the initiative.',
    formula: 'the earliest hires whose effective FTE fit into the FTE freed, in every period',
  },
  saving: {
    label: 'Cash from cancelled hires',
    unit: 'money',
    text: 'What the plan costs less when these hires are not made, over the whole plan.',
    formula: 'Σ total cost with these hires − total cost without them + margin without − margin with',
  },
  savingNpv: {
    label: 'Cash from cancelled hires today',
    unit: 'money',
    text: 'The same as a present value.',
    formula: 'Σ saving/(1 + r)^((t + 1)·y)',
  },
  capacityLeft: {
    label: 'FTE that stay capacity',
    unit: 'fte',
    text: 'Freed FTE that no planned hire can be cancelled for: time for other work, not cash.',
    formula: 'mean of freed FTE − effective FTE of the cancelled hires',
  },
});

/** What has to happen before time saved is money. */
export type CashCondition =
  /** Listed hires are cancelled. */
  | 'cancel-hires'
  /** Hires follow the requirement, so fewer are made by themselves. */
  | 'hires-follow'
  /** Time is freed and no hire is left that could be cancelled: leavers not replaced, overtime or partner hours cut. */
  | 'no-hires-left'
  /** Nothing is freed. */
  | 'frees-nothing';

export interface HireNotMade {
  readonly groupId: string;
  readonly group: string;
  /** Start of the class, or the first day of the period. */
  readonly date: string;
  readonly isClass: boolean;
  readonly people: number;
}

export interface GroupRelease {
  readonly id: string;
  readonly name: string;
  readonly mode: StaffGroup['hiring']['mode'];
  readonly isPartner: boolean;
  readonly freedFte: Figure;
  readonly capacityLeft: Figure;
  /** By hand: the hires to cancel. Otherwise: the hires that the plan makes less (or more, negative), by period. */
  readonly hires: readonly HireNotMade[];
}

/** What one initiative needs so that its benefit is cash. */
export interface CashRelease {
  readonly id: string;
  readonly name: string;
  readonly benefitType: Initiative['benefitType'];
  readonly condition: CashCondition;
  readonly groups: readonly GroupRelease[];
  readonly people: Figure;
  readonly saving: Figure;
  readonly savingNpv: Figure;
  /** Most effective FTE that any period would be short of the plan without the initiative; 0 but for churn it causes. */
  readonly worstShortfallFte: number | null;
  /** Makes the initiative cashable; empty where nothing can be cancelled. */
  readonly commands: readonly Command[];
}

export interface CashOptions {
  /** Whole people only (default), or fractions. */
  readonly isWhole?: boolean;
}

const SMALLEST_FREED_FTE = 1e-6;

interface Sides {
  readonly initiative: Initiative;
  readonly first: number;
  readonly before: CaseRun;
  readonly after: CaseRun;
}

function meanFrom(values: readonly number[], first: number): number {
  const used = values.slice(first);
  return used.length === 0 ? 0 : total(used) / used.length;
}

/** A period's cancelled people as class starts first, as the plan takes them away. */
function datedHires(study: CaseStudy, group: StaffGroup, k: number, people: number): readonly HireNotMade[] {
  const period = study.periods[k];
  if (period === undefined || group.hiring.mode !== 'manual') return [];
  const about = { groupId: group.id, group: group.name ?? group.id };
  let left = people;
  const classes = group.hiring.classes
    .filter(({ start }) => isInPeriod(start, period))
    .flatMap((one) => {
      const taken = Math.min(left, one.people);
      left -= taken;
      return taken > 0 ? [{ ...about, date: one.start, isClass: true, people: taken }] : [];
    });
  return left > 0 ? [...classes, { ...about, date: period.start, isClass: false, people: left }] : classes;
}

function releaseOf(study: CaseStudy, sides: Sides, group: StaffGroup, isWhole: boolean): GroupRelease {
  const { before, after, first } = sides;
  const [from, to] = [before.groups.get(group.id), after.groups.get(group.id)];
  const freed = (to?.surplus ?? []).map((surplus, t) => surplus - (from?.surplus[t] ?? 0));
  const { grain } = study.scenario.calendar;
  const about = {
    id: group.id,
    name: group.name ?? group.id,
    mode: group.hiring.mode,
    isPartner: group.vendor !== undefined,
  };
  const freedFte = figure('freedFte', meanFrom(freed, first));
  if (group.hiring.mode !== 'manual') {
    const hires = study.periods.flatMap(({ start }, t): readonly HireNotMade[] => {
      const people = (from?.hires[t] ?? 0) - (to?.hires[t] ?? 0);
      if (!(Math.abs(people) > SMALLEST_FREED_FTE)) return [];
      return [{ groupId: about.id, group: about.name, date: start, isClass: false, people }];
    });
    return { ...about, freedFte, capacityLeft: figure('capacityLeft', 0), hires };
  }
  const attrition = carriedOn(to?.attrition ?? [], group, grain);
  const effect = (k: number) => effectiveFteOfHire(group, attrition, k, grain, study.fraction);
  const cancelled = hiresToCancel(to?.hires ?? [], carriedOn(freed, group, grain), effect, isWhole);
  const used = cancelled.map(({ period, people }) => effect(period).map((fte) => fte * people));
  const left = freed.map((fte, t) => fte - total(used.map((row) => row[t] ?? 0)));
  return {
    ...about,
    freedFte,
    capacityLeft: figure('capacityLeft', meanFrom(left, first)),
    hires: cancelled.flatMap(({ period, people }) => datedHires(study, group, period, people)),
  };
}

function commandsFor({ id }: Initiative, hires: readonly HireNotMade[]): readonly Command[] {
  if (hires.length === 0) return [];
  const value = hires.map(({ groupId, date, people }) => ({ group: groupId, date, people }));
  return [
    { type: 'setInput', path: `initiatives.${id}.cancelledHires`, value },
    { type: 'setInput', path: `initiatives.${id}.benefitType`, value: 'cashable' },
  ];
}

function conditionOf(groups: readonly GroupRelease[], hires: readonly HireNotMade[]): CashCondition {
  if (hires.length > 0) return 'cancel-hires';
  const freeing = groups.filter(({ freedFte, hires: own }) => {
    return Math.abs(freedFte.value ?? 0) > SMALLEST_FREED_FTE || own.length > 0;
  });
  if (freeing.some(({ mode }) => mode !== 'manual')) return 'hires-follow';
  return freeing.some(({ freedFte }) => (freedFte.value ?? 0) > SMALLEST_FREED_FTE)
    ? 'no-hires-left'
    : 'frees-nothing';
}

interface Saved {
  readonly saving: number | null;
  readonly npv: number | null;
  readonly shortfall: number;
}

function savedBy(study: CaseStudy, sides: Sides, withCancelled: CaseRun): Saved {
  const comparison = compareRuns(sides.after, withCancelled, study.fraction);
  const gaps = [...withCancelled.groups].flatMap(([id, { surplus }]) =>
    surplus.map((fte, t) => (sides.before.groups.get(id)?.surplus[t] ?? fte) - fte),
  );
  return {
    saving: total(comparison.benefit),
    npv: presentValue(comparison.flows, study.rate),
    shortfall: gaps.reduce((worst, gap) => Math.max(worst, gap), 0),
  };
}

/**
 * What has to happen so that one initiative's benefit is cash: which hires need not be made, what that saves, and the
 * commands that do it. What its own earlier cancellations were is left out first.
 *
 * @returns `invalid-plan` when the plan is not possible with the initiatives up to this one
 */
export function cashRelease(
  study: CaseStudy,
  initiativeId: string,
  { isWhole = true }: CashOptions = {},
): Result<CashRelease | undefined, Fault> {
  const { initiatives, staffGroups } = study.scenario;
  const place = initiatives.findIndex(({ id }) => id === initiativeId);
  const initiative = initiatives[place];
  if (initiative === undefined) return ok(undefined);
  const earlier = initiatives.slice(0, place);
  const { cancelledHires: _, ...uncancelled } = initiative;
  const before = study.run(earlier);
  if (!before.ok) return before;
  const after = study.run([...earlier, uncancelled]);
  if (!after.ok) return after;
  const first = firstAffected(initiative, study.periods);
  const sides = { initiative, first, before: before.value, after: after.value };
  const groups = staffGroups.map((group) => releaseOf(study, sides, group, isWhole));
  const hires = groups.filter(({ mode }) => mode === 'manual').flatMap((group) => group.hires);
  const list = hires.map(({ groupId, date, people }) => ({ group: groupId, date, people }));
  const cancelled = study.run([...earlier, { ...uncancelled, cancelledHires: list }]);
  if (!cancelled.ok) return cancelled;
  const saved = savedBy(study, sides, cancelled.value);
  const people = figure(
    'people',
    total(hires.map((one) => one.people)),
    hires.map((one) => ({ label: `${one.group}, ${one.date}`, unit: 'people', value: one.people })),
  );
  return ok({
    id: initiative.id,
    name: initiative.name ?? initiative.id,
    benefitType: initiative.benefitType,
    condition: conditionOf(groups, hires),
    groups,
    people,
    saving: figure('saving', saved.saving),
    savingNpv: figure('savingNpv', saved.npv, [
      { label: 'Discount rate', unit: 'sharePerYear', value: study.rate, path: 'discountRate' },
    ]),
    worstShortfallFte: finite(saved.shortfall),
    commands: commandsFor(initiative, hires),
  });
}
