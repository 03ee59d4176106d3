import { beginsWith, inputPlaces, pathParts } from '../inputPlaces.ts';
import type { Dimension } from '../members.ts';
import type { Unit } from '../units.ts';

/**
 * Figures that others publish, to hold one's own against: shown beside the inputs they concern, never used in their
 * place. The ranges of `usual` also decide which inputs a check points out.
 */
export interface Benchmark {
  readonly id: string;
  readonly item: string;
  /** One figure, or several with what each stands for. */
  readonly figures: readonly BenchmarkFigure[];
  readonly unit: Unit;
  /** Of money; absent otherwise. */
  readonly currency?: string;
  readonly source: string;
  readonly year?: string;
  readonly region?: string;
  /** What was found, in a few words. */
  readonly finding?: string;
  /** How to read it. */
  readonly note?: string;
  /** Patterns of the paths of inputs that it concerns; "*" is any member. */
  readonly inputs: readonly string[];
  /** The figures measure something near the inputs, and cannot be put in their place. */
  readonly isIndirect?: true;
  /** Patterns of measures that it can be held against. */
  readonly measures?: readonly string[];
  /** Outside it the number may still be right, and is worth a second look. */
  readonly usual?: { readonly low: number; readonly high: number };
}

export interface BenchmarkFigure {
  readonly value: number;
  /** Upper end of a range that begins at `value`. */
  readonly to?: number;
  readonly label?: string;
}

const PRACTICE = 'practice of contact centres; replace it by your own figures';

/** A range that planners know without a study behind it. */
function practice(path: string, item: string, unit: Unit, low: number, high: number): Benchmark {
  return {
    id: `practice-${path.replaceAll('.*.', '-').replaceAll('.', '-')}`,
    item,
    figures: [{ value: low, to: high }],
    unit,
    source: PRACTICE,
    inputs: [path],
    usual: { low, high },
  };
}

const published: readonly Benchmark[] = [
  {
    id: 'benefits-us',
    item: 'Benefits on wages',
    figures: [
      { value: 0.423, label: 'all benefits' },
      { value: 0.258, label: 'without paid leave and supplemental pay' },
    ],
    unit: 'share',
    source: 'BLS ECEC',
    year: 'June 2025',
    region: 'US, private industry',
    finding: 'benefits 42.3% of wages, US private',
    note: 'Where paid leave is part of shrinkage, the figure without it is the right one.',
    inputs: ['staffGroups.*.pay.benefitsBurden'],
    usual: { low: 0, high: 0.43 },
  },
  {
    id: 'labour-cost-eu',
    item: 'Non-wage share of labour cost',
    figures: [
      { value: 0.247, label: 'European Union' },
      { value: 0.048, label: 'Romania' },
      { value: 0.322, label: 'France' },
    ],
    unit: 'share',
    source: 'Eurostat',
    year: '2024',
    region: 'European Union',
    finding: 'non-wage share of labour cost 4.8% (RO) to 32.2% (FR)',
    note: 'A share s of labour cost is s ÷ (1 − s) of wages: 24.7% are a burden of 32.8%.',
    inputs: ['staffGroups.*.pay.statutoryBurden'],
    isIndirect: true,
    usual: { low: 0, high: 0.5 },
  },
  {
    id: 'pay-us',
    item: 'Median pay in customer service',
    figures: [{ value: 39_700 }],
    unit: 'moneyPerYear',
    currency: 'USD',
    source: 'BLS',
    year: '2023',
    region: 'US',
    inputs: ['staffGroups.*.pay.annualSalary'],
  },
  {
    id: 'shrinkage',
    item: 'Shrinkage',
    figures: [
      { value: 0.27, label: 'mean' },
      { value: 0.13, to: 0.39, label: 'range' },
    ],
    unit: 'share',
    source: 'OpsDog, n = 1230',
    finding: '27% on average',
    note: 'Of all components together, out of office and in the office.',
    inputs: ['staffGroups.*.shrinkage'],
    isIndirect: true,
    measures: ['groups.*.shrinkage'],
    usual: { low: 0.13, high: 0.39 },
  },
  {
    id: 'occupancy',
    item: 'Highest occupancy that lasts',
    figures: [{ value: 0.85 }],
    unit: 'share',
    source: 'Call Centre Helper',
    year: '2022',
    finding: '85% sustained',
    inputs: ['queues.*.goal.maxOccupancy'],
    measures: ['queues.*.occupancy'],
    usual: { low: 0.5, high: 0.9 },
  },
  {
    id: 'cost-per-call-uk',
    item: 'Cost of a call',
    figures: [{ value: 5.58 }],
    unit: 'moneyPerContact',
    currency: 'GBP',
    source: 'ContactBabel',
    year: '2024',
    region: 'UK',
    inputs: [],
    measures: ['plan.costPerContact', 'queues.*.costPerContact'],
  },
  {
    id: 'cost-per-contact-us',
    item: 'Cost of a contact by channel',
    figures: [
      { value: 5.25, label: 'call' },
      { value: 4.42, label: 'e-mail' },
      { value: 3.82, label: 'chat' },
    ],
    unit: 'moneyPerContact',
    currency: 'USD',
    source: 'ContactBabel',
    year: '2016',
    region: 'US',
    note: 'Ten years of wage growth have passed since.',
    inputs: [],
    measures: ['plan.costPerContact', 'queues.*.costPerContact'],
  },
  {
    id: 'attrition-us',
    item: 'Attrition',
    figures: [{ value: 0.28, to: 0.31 }],
    unit: 'sharePerYear',
    source: 'Metrigy',
    year: '2023–24',
    region: 'US',
    finding: '28–31% a year in the US',
    inputs: ['staffGroups.*.attrition'],
    measures: ['plan.attritionAnnualised'],
    usual: { low: 0.08, high: 1 },
  },
  {
    id: 'replacing-an-agent',
    item: 'Replacing an agent',
    figures: [{ value: 10_000, to: 20_000 }],
    unit: 'moneyPerPerson',
    currency: 'USD',
    source: 'McKinsey, Gartner',
    region: 'US',
    note: 'Recruiting, training, and the time until a new hire is productive: more than the two inputs alone.',
    inputs: ['staffGroups.*.costs.costPerHire', 'staffGroups.*.costs.trainingPerHire'],
    isIndirect: true,
  },
  {
    id: 'first-contact-resolution',
    item: 'First-contact resolution',
    figures: [
      { value: 0.7, label: 'industry' },
      { value: 0.8, label: 'best' },
    ],
    unit: 'share',
    source: 'SQM',
    year: '2021',
    finding: '70% industry, 80% best',
    note: 'One point more goes with about 1% less operating cost.',
    inputs: ['queues.*.fcr'],
    usual: { low: 0.5, high: 0.9 },
  },
  {
    id: 'lost-after-contacts',
    item: 'Customers lost after a contact',
    figures: [
      { value: 0.05, label: 'resolved at the first contact' },
      { value: 0.09, label: 'resolved after several' },
      { value: 0.25, label: 'not resolved' },
    ],
    unit: 'share',
    source: 'SQM',
    year: '2022',
    note: 'Of customers who had a contact; churn here is of all customers per month.',
    inputs: ['segments.*.churn', 'segments.*.churnPerAbandon'],
    isIndirect: true,
  },
  {
    id: 'deflection',
    item: 'Net deflection of a bot',
    figures: [
      { value: 0.1, to: 0.25, label: 'deflection' },
      { value: 0.4, to: 0.6, label: 'containment' },
    ],
    unit: 'share',
    source: 'Turnella',
    finding: '10–25% net deflection of a bot, against 40–60% containment',
    note: 'Contained conversations that call later are not deflected.',
    inputs: ['queues.*.deflection'],
    usual: { low: 0, high: 0.25 },
  },
  {
    id: 'forecast-error',
    item: 'Good forecast error (WAPE)',
    figures: [
      { value: 0.05, label: 'month' },
      { value: 0.07, label: 'week' },
      { value: 0.1, label: 'day' },
      { value: 0.15, label: 'half-hour' },
    ],
    unit: 'share',
    source: 'Turnella',
    inputs: ['uncertain.*', 'queues.*.volume'],
    isIndirect: true,
  },
];

/** The library, published figures first. */
export const benchmarks: readonly Benchmark[] = [
  ...published,
  practice('segments.*.churn', 'Churn per month', 'sharePerMonth', 0.001, 0.08),
  practice('queues.*.handleTime.talk', 'Talk time', 'seconds', 30, 1500),
  practice('queues.*.handleTime.wrapUp', 'Wrap-up time', 'seconds', 0, 600),
  practice('queues.*.patience', 'Patience', 'seconds', 20, 900),
  practice('queues.*.goal.serviceLevel', 'Service level goal', 'share', 0.5, 0.95),
  practice('staffGroups.*.weeklyHours', 'Weekly hours', 'hoursPerWeek', 30, 48),
  practice('staffGroups.*.scheduleEfficiency', 'Schedule efficiency', 'share', 0.75, 1),
  practice('staffGroups.*.ramp.trainingWeeks', 'Training weeks', 'weeks', 1, 16),
  practice('staffGroups.*.pay.overtimeMax', 'Overtime limit', 'share', 0, 0.15),
];

/** Who says so, when, and what was found, as one line. */
export function benchmarkSource({ source, year, finding }: Benchmark): string {
  const who = year === undefined ? source : `${source}, ${year}`;
  return finding === undefined ? who : `${who}: ${finding}`;
}

/**
 * What others publish about the input at a path.
 *
 * @example benchmarksFor('staffGroups.prague.shrinkage.inOffice.coaching') // the one about shrinkage
 */
export function benchmarksFor(path: string): readonly Benchmark[] {
  const parts = pathParts(path);
  return benchmarks.filter(({ inputs }) => inputs.some((pattern) => beginsWith(parts, pattern.split('.'))));
}

export interface UsualRange {
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** Ranges by the pattern of their input. */
const usualRanges: ReadonlyMap<string, UsualRange> = new Map(
  benchmarks.flatMap((benchmark) => {
    const { id, usual, inputs } = benchmark;
    return usual === undefined ? [] : inputs.map((pattern) => [pattern, benchmarkRange(id)] as const);
  }),
);

/** The usual range of a benchmark. @throws for one that has none */
export function benchmarkRange(id: string): UsualRange {
  const benchmark = benchmarks.find((candidate) => candidate.id === id);
  if (benchmark?.usual === undefined) throw new Error(`There is no usual range of "${id}"`);
  return { ...benchmark.usual, source: benchmarkSource(benchmark) };
}

/** The range in which an input is found elsewhere; undefined where nothing is known. */
export function usualRange(dimension: Dimension, input: string): UsualRange | undefined {
  const place = inputPlaces[dimension];
  return place === undefined ? undefined : usualRanges.get(`${place}.${input}`);
}
