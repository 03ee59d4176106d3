import { fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Grain, PeriodGroup } from '../periods.ts';
import type { NodeHead, Plan } from '../plan.ts';
import { type Unit, units } from '../units.ts';

/** A plan to be put beside others, with the name it goes by there. */
export interface ComparedPlan {
  readonly name: string;
  readonly plan: Plan;
}

/** Why there is no number. */
export type NoNumber =
  /** The plan has no such segment, queue or group. */
  | 'no-member'
  /** The member has no such measure, such as the partner price of an own group. */
  | 'no-measure'
  /** The plan does not cover the period. */
  | 'outside'
  /** It could not be computed; `text` says why. */
  | 'error'
  /** It is not defined there, such as the cost of a contact where there are none. */
  | 'undefined';

export interface ComparedValue {
  readonly value: number | null;
  readonly reason?: NoNumber;
  readonly text?: string;
}

/** Why two numbers are not subtracted from each other. */
export type NoDifference =
  /** One of them is not there. */
  | 'no-value'
  /** Money of two currencies. */
  | 'currency'
  /** The plans cover different days of the period. */
  | 'days';

export interface ComparedDifference {
  readonly absolute: number | null;
  /** Of the first plan's number; null where that is 0 too. */
  readonly percent: number | null;
  readonly reason?: NoDifference;
}

export interface SideBySideRow {
  readonly id: string;
  readonly label: string;
  /** Empty for the plan as a whole. */
  readonly member: string;
  readonly unit: Unit;
  /** By plan, then by column. */
  readonly values: readonly (readonly ComparedValue[])[];
  /** Against the first plan: by plan from the second on, then by column. */
  readonly differences: readonly (readonly ComparedDifference[])[];
}

export interface SideBySideColumn {
  readonly key: string;
  /** For each plan: whether it has the period, and covers all of it. */
  readonly covered: readonly ('whole' | 'part' | 'none')[];
}

export interface SideBySide {
  readonly grain: Grain;
  readonly plans: readonly { readonly name: string; readonly currency: string }[];
  readonly columns: readonly SideBySideColumn[];
  readonly rows: readonly SideBySideRow[];
}

const FEWEST_PLANS = 2;
const MOST_PLANS = 4;

interface Side extends ComparedPlan {
  readonly currency: string;
  /** Place of a period, quarter or year in this plan, by its key. */
  readonly places: ReadonlyMap<string, number>;
  readonly groups: readonly PeriodGroup[];
}

function sideOf({ name, plan }: ComparedPlan, grain: Grain): Side {
  const groups = plan.groups(grain);
  const places = new Map(groups.map(({ key }, place) => [key, place]));
  return { name, plan, currency: plan.scenario().currency, places, groups };
}

/** First day and length of what a plan covers of a period. */
function daysOf({ plan, groups }: Side, place: number): string {
  const group = groups[place];
  const first = group === undefined ? undefined : plan.graph().context.periods[group.first];
  return `${first?.start} ${group?.days}`;
}

function noMember({ plan }: Side, id: string, owner: string): boolean {
  return (
    !plan.heads().has(id) &&
    !plan.graph().members.all.some(({ key, inputKey }) => key === owner || inputKey === owner)
  );
}

function errorText({ plan, groups }: Side, id: string, place: number): string | undefined {
  const group = groups[place];
  if (group === undefined) return undefined;
  for (let period = group.first; period <= group.last; period += 1) {
    const error = plan.error(id, period);
    if (error !== undefined) return error.text;
  }
  return undefined;
}

function valueAt(side: Side, { id, member }: NodeHead, key: string, grain: Grain): ComparedValue {
  if (noMember(side, id, member.key)) return { value: null, reason: 'no-member' };
  if (!side.plan.heads().has(id)) return { value: null, reason: 'no-measure' };
  const place = side.places.get(key);
  if (place === undefined) return { value: null, reason: 'outside' };
  const value = side.plan.totals(id, grain)[place] ?? Number.NaN;
  if (!Number.isNaN(value)) return { value: value + 0 };
  const text = errorText(side, id, place);
  return text === undefined ? { value: null, reason: 'undefined' } : { value: null, reason: 'error', text };
}

interface Read {
  readonly side: Side;
  readonly values: readonly ComparedValue[];
}

function differenceAt(first: Read, other: Read, unit: Unit, key: string, at: number): ComparedDifference {
  const nothing = (reason: NoDifference) => ({ absolute: null, percent: null, reason });
  const [from, to] = [first.values[at]?.value ?? null, other.values[at]?.value ?? null];
  if (from === null || to === null) return nothing('no-value');
  if (units[unit].style === 'money' && first.side.currency !== other.side.currency)
    return nothing('currency');
  const [place, otherPlace] = [first.side.places.get(key) ?? -1, other.side.places.get(key) ?? -1];
  if (daysOf(first.side, place) !== daysOf(other.side, otherPlace)) return nothing('days');
  const absolute = to - from;
  return { absolute, percent: from === 0 ? (absolute === 0 ? 0 : null) : absolute / Math.abs(from) };
}

function rowOf(head: NodeHead, sides: readonly Side[], keys: readonly string[], grain: Grain): SideBySideRow {
  const reads = sides.map((side) => ({ side, values: keys.map((key) => valueAt(side, head, key, grain)) }));
  const [first, ...others] = reads;
  const { id, label, member, unit } = head;
  return {
    id,
    label,
    member: member.dimension === 'plan' ? '' : member.name,
    unit,
    values: reads.map(({ values }) => values),
    differences: others.map((other) =>
      first === undefined ? [] : keys.map((key, at) => differenceAt(first, other, unit, key, at)),
    ),
  };
}

/** All keys of all plans: periods by date, quarters and years by their fiscal names, which sort by time. */
function keysOf(sides: readonly Side[]): readonly string[] {
  return [...new Set(sides.flatMap(({ groups }) => groups.map(({ key }) => key)))].toSorted();
}

function columnOf(key: string, sides: readonly Side[]): SideBySideColumn {
  return {
    key,
    covered: sides.map(({ places, groups }) => {
      const group = groups[places.get(key) ?? -1];
      if (group === undefined) return 'none';
      return group.isComplete ? 'whole' : 'part';
    }),
  };
}

export interface SideBySideChoice {
  readonly grain: Grain;
  /** Which numbers; by default the reported measures of the plan as a whole. */
  readonly isWanted?: (head: NodeHead) => boolean;
}

function isReported({ member, kind, isDetail }: NodeHead): boolean {
  return member.dimension === 'plan' && kind === 'measure' && !isDetail;
}

/**
 * Two to four plans side by side: every number that one of them has, matched by its id, in every period that one of them
 * covers, matched by date. The differences are against the first.
 *
 * A quarter or year of which two plans cover different days shows both numbers and no difference. The fiscal years of
 * plans that begin them in different months have the same names and different days, too.
 *
 * @returns `invalid-input` for fewer than two or more than four plans
 */
export function sideBySide(
  plans: readonly ComparedPlan[],
  { grain, isWanted = isReported }: SideBySideChoice,
): Result<SideBySide> {
  if (plans.length < FEWEST_PLANS || plans.length > MOST_PLANS) {
    return fault(
      'invalid-input',
      `Choose ${FEWEST_PLANS} to ${MOST_PLANS} plans to compare; ${plans.length} were chosen.`,
    );
  }
  const lengths = new Set(plans.map(({ plan }) => plan.scenario().calendar.grain));
  if (grain === 'period' && lengths.size > 1) {
    return fault(
      'invalid-input',
      'Some plans count in weeks and some in months. Compare them by quarter or year.',
    );
  }
  const sides = plans.map((plan) => sideOf(plan, grain));
  const keys = keysOf(sides);
  const heads = new Map(
    sides
      .toReversed()
      .flatMap(({ plan }) => [...plan.heads().values()])
      .map((head) => [head.id, head]),
  );
  const ids = new Set(sides.flatMap(({ plan }) => [...plan.heads().keys()]));
  return ok({
    grain,
    plans: sides.map(({ name, currency }) => ({ name, currency })),
    columns: keys.map((key) => columnOf(key, sides)),
    rows: [...ids].flatMap((id) => {
      const head = heads.get(id);
      return head === undefined || !isWanted(head) ? [] : rowOf(head, sides, keys, grain);
    }),
  });
}
