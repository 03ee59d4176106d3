import { sourceAt } from '#shared/model/bind.ts';
import { type Member, membersOf } from '#shared/model/members.ts';
import { inputAt, placedPath } from '#shared/model/paths.ts';
import { weeksPerPeriod, yearFraction } from '#shared/model/periods.ts';
import type { NodeHead, Plan } from '#shared/model/plan.ts';
import type { Initiative, Scenario } from '#shared/model/scenario.ts';
import { type Series, seriesProblems } from '#shared/model/series.ts';
import { excelDay, type InputLine } from './inputLine.ts';
import { otherInputs } from './otherInputs.ts';
import { unitText } from './unitText.ts';

/** An input that changes over the plan, as far as it is not one number. */
export interface SeriesLine {
  readonly head: NodeHead;
  readonly series: Series;
  /** The changes that initiatives make to it, in their order. */
  readonly effects: readonly SeriesEffect[];
  readonly canChange: boolean;
}

export interface SeriesEffect {
  readonly initiative: Initiative;
  readonly place: number;
  readonly effect: Initiative['effects'][number];
}

export interface PlanInputs {
  readonly lines: readonly InputLine[];
  readonly series: readonly SeriesLine[];
}

const SECTIONS: Partial<Record<Member['dimension'], string>> = {
  drivers: 'Drivers',
  segments: 'Customer segments',
  queues: 'Queues',
  demand: 'Demand of segments on queues',
  groups: 'Staff groups',
  routes: 'Shares of queues',
  outOfOffice: 'Shrinkage out of office',
  inOffice: 'Shrinkage in the office',
  openingCohorts: 'Staff still learning at the start',
  support: 'Support staff',
  budgetLines: 'Budget lines',
  initiatives: 'Initiatives',
};

function isSeries(value: unknown): value is Series {
  return seriesProblems(value, {}).length === 0;
}

function effectsOn(scenario: Scenario, id: string): readonly SeriesEffect[] {
  const place = placedPath(scenario, id);
  return scenario.initiatives.flatMap((initiative) =>
    initiative.effects.flatMap((effect, at) =>
      placedPath(scenario, effect.target) === place ? [{ initiative, place: at, effect }] : [],
    ),
  );
}

function whereText({ member }: NodeHead): string {
  const isPart = member.dimension === 'outOfOffice' || member.dimension === 'inOffice';
  return isPart || member.links['group'] === undefined || member.dimension === 'routes'
    ? member.name
    : member.dimension === 'support'
      ? `${member.links['group'].name}, ${member.name}`
      : member.name;
}

type Part = Pick<InputLine, 'id' | 'label' | 'path' | 'value'> & Partial<InputLine>;

const DATE = { kind: 'date', shown: 'date', unitText: 'date' } as const;

type Form<K extends string> = Extract<Series, Readonly<Record<K, unknown>>>;

function growthParts({ id, label }: NodeHead, { base, growth }: Form<'growth'>): readonly Part[] {
  const yearly = { shown: 'sharePerMonth', unitText: 'share per year' } as const;
  return [
    { id: `${id}~base`, label: `${label}, at the start`, path: `${id}.base`, value: base },
    { id: `${id}~growth`, label: `${label}, growth`, path: `${id}.growth`, value: growth, ...yearly },
  ];
}

function stepParts({ id, label }: NodeHead, { base, steps }: Form<'steps'>): readonly Part[] {
  const parts = steps.flatMap(({ date, value }, place): readonly Part[] => {
    const [name, path] = [`${label}, step ${place + 1}`, `${id}.steps[${place}]`];
    return [
      {
        id: `${id}~date${place}`,
        label: `${name} from`,
        path: `${path}.date`,
        value: excelDay(date),
        ...DATE,
      },
      { id: `${id}~step${place}`, label: name, path: `${path}.value`, value },
    ];
  });
  return [{ id: `${id}~base`, label: `${label}, at the start`, path: `${id}.base`, value: base }, ...parts];
}

function rampParts({ id, label }: NodeHead, { from, to, fromDate, toDate }: Form<'toDate'>): readonly Part[] {
  const part = (name: string, text: string, value: number) => ({
    id: `${id}~${name}`,
    label: `${label}, ${text}`,
    path: `${id}.${name}`,
    value,
  });
  return [
    part('from', 'first', from),
    part('to', 'last', to),
    { ...part('fromDate', 'first until', excelDay(fromDate)), ...DATE },
    { ...part('toDate', 'last from', excelDay(toDate)), ...DATE },
  ];
}

/** The single numbers that a series is made of; none for a list of values and for a formula. */
function partsOf({ head, series, effects }: SeriesLine): readonly Part[] {
  const { id, label } = head;
  if (typeof series === 'number') {
    return [{ id: effects.length === 0 ? id : `${id}~base`, label, path: id, value: series }];
  }
  if ('growth' in series) return growthParts(head, series);
  if ('steps' in series) return stepParts(head, series);
  if ('toDate' in series) return rampParts(head, series);
  const value = 'formula' in series ? 'a formula, see Inputs by period' : 'see Inputs by period';
  return [{ id: `${id}~note`, label, path: id, value, isFixed: true }];
}

function linesOfInput(line: SeriesLine, currency: string): readonly InputLine[] {
  const { head, canChange } = line;
  return partsOf(line).map((part, place) => ({
    section: SECTIONS[head.member.dimension] ?? 'Other inputs',
    where: whereText(head),
    shown: head.unit,
    unitText: unitText(head.unit, currency),
    text: head.text,
    kind: 'number',
    ...(place === 0 ? { assumption: head.id } : {}),
    ...part,
    ...(canChange ? {} : { isFixed: true }),
  }));
}

/** Every input of a plan as it was entered: single numbers with a cell each, and what changes over the plan. */
export function planInputs(plan: Plan): PlanInputs {
  const scenario = plan.scenario();
  const entered = new Map(membersOf(scenario).all.map((member) => [member.inputKey, member]));
  const series = [...plan.heads().values()].flatMap((head): readonly SeriesLine[] => {
    if (head.kind !== 'input') return [];
    const value = sourceAt(entered.get(head.member.inputKey)?.source, head.name);
    if (!isSeries(value)) return [];
    const canChange = inputAt(scenario, head.id) !== undefined;
    return [{ head, series: value, effects: effectsOn(scenario, head.id), canChange }];
  });
  const { grain } = scenario.calendar;
  const fraction = { years: yearFraction(grain), weeks: weeksPerPeriod(grain) };
  return {
    lines: [
      ...otherInputs(scenario, fraction),
      ...series.flatMap((line) => linesOfInput(line, scenario.currency)),
    ],
    series: series.filter((line) => typeof line.series !== 'number' || line.effects.length > 0),
  };
}

/** The headings of the sheet in their order; others follow. */
const ORDER = [
  'Calendar and plan',
  'Drivers',
  'Customer segments',
  'Demand of segments on queues',
  'Queues',
  'Events',
  'Staff groups',
  'Shares of queues',
  'Shrinkage out of office',
  'Shrinkage in the office',
  'Staff still learning at the start',
  'Support staff',
  'Budget lines',
  'Initiatives',
];

/** The inputs in the order and under the headings in which they are shown. */
export function inputsBySection(lines: readonly InputLine[]): ReadonlyMap<string, readonly InputLine[]> {
  const sections = new Map<string, InputLine[]>(ORDER.map((section) => [section, []]));
  for (const line of lines) {
    const known = sections.get(line.section);
    if (known === undefined) sections.set(line.section, [line]);
    else known.push(line);
  }
  return new Map([...sections].filter(([, list]) => list.length > 0));
}
