import { createRollup } from '#shared/engine/rollup.ts';
import type { Grain } from '../periods.ts';
import type { NodeHead, Plan } from '../plan.ts';
import type { PlanResults } from '../results.ts';

/** A plan whose results are those that were saved with it, whatever this program would compute from its inputs. */
export interface SavedPlan {
  readonly plan: Plan;
  /** How many measures this program computes differently. */
  readonly differing: number;
}

type Values = readonly (number | null)[];

function savedValues(results: PlanResults, { member, name }: NodeHead): Values | undefined {
  const own = (measures: Readonly<Record<string, Values>> | undefined) =>
    measures !== undefined && Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (member.dimension === 'plan') return own(results.plan);
  if (member.dimension === 'segments') return own(results.segments[member.id]);
  if (member.dimension === 'queues') return own(results.queues[member.id]);
  return member.dimension === 'groups' ? own(results.groups[member.id]) : undefined;
}

const LAST_DIGITS = 1e-9;

function isNear(left: number, right: number): boolean {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) && Number.isNaN(right);
  return Math.abs(left - right) <= LAST_DIGITS * Math.max(1, Math.abs(left), Math.abs(right));
}

function savedColumns(plan: Plan, results: PlanResults): ReadonlyMap<string, Float64Array> {
  return new Map(
    [...plan.heads().values()].flatMap((head) => {
      const values = head.kind === 'measure' ? savedValues(results, head) : undefined;
      return values === undefined
        ? []
        : [[head.id, Float64Array.from(values, (value) => value ?? Number.NaN)] as const];
    }),
  );
}

/** Yearly figures that were saved as such. */
function savedYears(plan: Plan, results: PlanResults, id: string): Float64Array | undefined {
  const name = id.startsWith('plan.') ? id.slice('plan.'.length) : undefined;
  if (name === undefined) return undefined;
  const values = plan.groups('year').map(({ key }) => results.fiscalYears[key]?.[name]);
  if (values.includes(undefined)) return undefined;
  return Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN));
}

type Columns = (id: string) => Float64Array;

/**
 * What is known of every node in every period: of measures what was saved, of inputs what the document says, of steps
 * on the way what their formulas make of the saved measures. A step that is no formula is known only while this program
 * computes everything as it was.
 */
function knownColumns(plan: Plan, saved: ReadonlyMap<string, Float64Array>, isSame: boolean): Columns {
  if (isSame) return (id) => saved.get(id) ?? plan.column(id);
  const { context, formulas } = plan.graph();
  const nowhere = new Float64Array(context.periods.length).fill(Number.NaN);
  const isInput = (id: string) => plan.heads().get(id)?.kind === 'input' || id.startsWith('calendar.');
  return createRollup(plan.groups('period'), {
    column: (id) => saved.get(id) ?? (isInput(id) ? plan.column(id) : nowhere),
    // A period is a span of its own, and its first value the only one.
    rule: (id) => (saved.has(id) || isInput(id) || formulas.get(id) === undefined ? 'first' : 'formula'),
    formula: (id) => formulas.get(id),
    days: context.periods.map(({ days }) => days),
  });
}

function totalsOf(plan: Plan, column: Columns, grain: Exclude<Grain, 'period'>): Columns {
  const { context, formulas } = plan.graph();
  return createRollup(plan.groups(grain), {
    column,
    rule: (id) => plan.heads().get(id)?.rollup ?? 'mean',
    formula: (id) => formulas.get(id),
    days: context.periods.map(({ days }) => days),
  });
}

function differingMeasures(plan: Plan, saved: ReadonlyMap<string, Float64Array>): number {
  return [...saved].filter(([id, values]) => {
    const now = plan.column(id);
    return values.some((value, period) => !isNear(value, now[period] ?? Number.NaN));
  }).length;
}

/**
 * A computed plan with the results of a saved version in place of its own, whatever this program computes from the same
 * inputs. Where that is something else, what was neither saved nor follows from what was saved has no number.
 *
 * @param plan of the version's document
 */
export function savedPlan(plan: Plan, results: PlanResults): SavedPlan {
  const saved = savedColumns(plan, results);
  const differing = differingMeasures(plan, saved);
  const column = knownColumns(plan, saved, differing === 0);
  const rollups = new Map<Grain, Columns>();
  const rollup = (grain: Exclude<Grain, 'period'>): Columns => {
    const made = rollups.get(grain) ?? totalsOf(plan, column, grain);
    rollups.set(grain, made);
    return made;
  };
  return {
    differing,
    plan: {
      ...plan,
      column,
      totals(id, grain) {
        if (grain === 'period') return column(id);
        return (grain === 'year' ? savedYears(plan, results, id) : undefined) ?? rollup(grain)(id);
      },
    },
  };
}
