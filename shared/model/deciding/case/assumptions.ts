import { delayed } from '../../delayedInitiatives.ts';
import type { Initiative } from '../../scenario.ts';
import { isFormulaSeries, type Series } from '../../series.ts';
import type { Unit } from '../../units.ts';
import type { CaseStudy } from './study.ts';

export type AssumptionKind = 'effect' | 'confidence' | 'start' | 'oneOff' | 'recurring' | 'discountRate';

/** One thing that the case takes for granted, as a number that can be moved. */
export interface Assumption {
  /** `summaries.effects[0].value`, `summaries.start`, `discountRate`. */
  readonly id: string;
  readonly kind: AssumptionKind;
  /** Absent for what holds for the whole case. */
  readonly initiativeId?: string;
  readonly initiative?: string;
  /** The input that an effect changes. */
  readonly target?: string;
  readonly targetLabel?: string;
  /** Whose input it is; absent where it is of the plan as a whole. */
  readonly targetMember?: string;
  /** Where it stands in the scenario. */
  readonly path: string;
  /** `start` is moved in months; a recurring cost that changes over the plan by a factor. */
  readonly unit: Unit;
  /** What it is now; 0 months for a start, 1 for a factor. */
  readonly present: number;
  /** An effect of 0 size: what it would be to change nothing. Absent for the other kinds. */
  readonly neutral?: number;
}

/** NPV of the case with an assumption at another value; null where that is not possible. */
export type NpvAt = (value: number) => number | null;

export interface MovableAssumption extends Assumption {
  /** Where it cannot go beyond. */
  readonly low: number;
  readonly high: number;
  readonly npvAt: NpvAt;
}

type Effect = Initiative['effects'][number];

function withOne(study: CaseStudy, id: string, change: (one: Initiative) => Initiative): number | null {
  return study.npv(study.scenario.initiatives.map((one) => (one.id === id ? change(one) : one)));
}

function withEffect(one: Initiative, place: number, change: Partial<Effect>): Initiative {
  return {
    ...one,
    effects: one.effects.map((effect, at) => (at === place ? { ...effect, ...change } : effect)),
  };
}

function targetWords(study: CaseStudy, target: string): Pick<Assumption, 'targetLabel' | 'targetMember'> {
  const head = study.head(target);
  if (head === undefined) return { targetLabel: target };
  const { label, member } = head;
  return member.dimension === 'plan'
    ? { targetLabel: label }
    : { targetLabel: label, targetMember: member.name };
}

function effectAssumptions(study: CaseStudy, initiative: Initiative): readonly MovableAssumption[] {
  const { id, name = id } = initiative;
  return initiative.effects.flatMap((effect, place): readonly MovableAssumption[] => {
    const { target, op, value, confidence } = effect;
    const about = { initiativeId: id, initiative: name, target, ...targetWords(study, target) };
    const at = `${id}.effects[${place}]`;
    return [
      {
        ...about,
        id: `${at}.value`,
        kind: 'effect',
        path: `initiatives.${at}.value`,
        unit: op === 'multiply' ? 'factor' : (study.head(target)?.unit ?? 'number'),
        present: value,
        ...(op === 'set' ? {} : { neutral: op === 'multiply' ? 1 : 0 }),
        low: op === 'multiply' ? 0 : Number.NEGATIVE_INFINITY,
        high: Number.POSITIVE_INFINITY,
        npvAt: (next) => withOne(study, id, (one) => withEffect(one, place, { value: next })),
      },
      {
        ...about,
        id: `${at}.confidence`,
        kind: 'confidence',
        path: `initiatives.${at}.confidence`,
        unit: 'share',
        present: confidence,
        low: 0,
        high: 1,
        npvAt: (next) => withOne(study, id, (one) => withEffect(one, place, { confidence: next })),
      },
    ];
  });
}

/** A series with every number of it times a factor. */
export function scaledSeries(series: Series, factor: number): Series {
  if (typeof series === 'number') return series * factor;
  if (isFormulaSeries(series)) return { formula: `(${series.formula}) * ${factor}` };
  if ('values' in series) return { values: series.values.map((value) => value * factor) };
  if ('growth' in series) return { base: series.base * factor, growth: series.growth };
  if ('steps' in series) {
    const steps = series.steps.map(({ date, value }) => ({ date, value: value * factor }));
    return { base: series.base * factor, steps };
  }
  return { ...series, from: series.from * factor, to: series.to * factor };
}

function costAssumptions(study: CaseStudy, initiative: Initiative): readonly MovableAssumption[] {
  const { id, name = id, oneOff, recurring } = initiative;
  const about = { initiativeId: id, initiative: name };
  const isNumber = typeof recurring === 'number';
  return [
    {
      ...about,
      id: `${id}.oneOff`,
      kind: 'oneOff',
      path: `initiatives.${id}.oneOff`,
      unit: 'money',
      present: oneOff,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      npvAt: (next) => withOne(study, id, (one) => ({ ...one, oneOff: next })),
    },
    {
      ...about,
      id: `${id}.recurring`,
      kind: 'recurring',
      path: `initiatives.${id}.recurring`,
      unit: isNumber ? 'moneyPerMonth' : 'factor',
      present: isNumber ? recurring : 1,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      npvAt: (next) =>
        withOne(study, id, (one) => ({
          ...one,
          recurring: isNumber ? next : scaledSeries(recurring, next),
        })),
    },
    {
      ...about,
      id: `${id}.start`,
      kind: 'start',
      path: `initiatives.${id}.start`,
      unit: 'months',
      present: 0,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
      npvAt: (months) =>
        withOne(study, id, (one) => delayed(study.scenario, [one], Math.round(months))[0] ?? one),
    },
  ];
}

/** Everything that the case takes for granted, initiative by initiative, the discount rate last. */
export function caseAssumptions(study: CaseStudy): readonly MovableAssumption[] {
  const { initiatives } = study.scenario;
  const rate: MovableAssumption = {
    id: 'discountRate',
    kind: 'discountRate',
    path: 'discountRate',
    unit: 'sharePerYear',
    present: study.rate,
    low: -0.99,
    high: Number.POSITIVE_INFINITY,
    npvAt: (next) => study.npv(initiatives, next),
  };
  const each = initiatives.flatMap((initiative) => [
    ...effectAssumptions(study, initiative),
    ...costAssumptions(study, initiative),
  ]);
  return initiatives.length === 0 ? [] : [...each, rate];
}

/** What stands in a result: the assumption without what moves it. */
export function described(movable: MovableAssumption): Assumption {
  const { npvAt: _npvAt, low: _low, high: _high, ...assumption } = movable;
  return assumption;
}
