import { sourceAt } from '#shared/model/bind.ts';
import { isCounted } from '#shared/model/initiatives.ts';
import { type Member, membersOf } from '#shared/model/members.ts';
import { inputAt, placedPath } from '#shared/model/paths.ts';
import { weeksPerPeriod, yearFraction } from '#shared/model/periods.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import type { Initiative, Scenario } from '#shared/model/scenario.ts';
import { type Series, seriesProblems } from '#shared/model/series.ts';
import { type Book, sheetOf, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { excelDay, type InputLine } from './inputLine.ts';
import { otherInputs } from './otherInputs.ts';

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

const SECTIONS: Partial<Record<Member['dimension'], Phrase>> = {
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
  return scenario.initiatives
    .filter(isCounted)
    .flatMap((initiative) =>
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

interface Named {
  readonly id: string;
  readonly label: string;
  readonly book: Book;
}

function datePart({ words }: Book): Partial<InputLine> {
  return { kind: 'date', shown: 'date', unitText: words.say('date') };
}

type Form<K extends string> = Extract<Series, Readonly<Record<K, unknown>>>;

function growthParts({ id, label, book }: Named, { base, growth }: Form<'growth'>): readonly Part[] {
  const { say } = book.words;
  const yearly = { shown: 'sharePerMonth', unitText: unitOf(book, 'sharePerYear') } as const;
  return [
    { id: `${id}~base`, label: say('{{label}}, at the start', { label }), path: `${id}.base`, value: base },
    {
      id: `${id}~growth`,
      label: say('{{label}}, growth', { label }),
      path: `${id}.growth`,
      value: growth,
      ...yearly,
    },
  ];
}

function stepParts({ id, label, book }: Named, { base, steps }: Form<'steps'>): readonly Part[] {
  const { say } = book.words;
  const parts = steps.flatMap(({ date, value }, place): readonly Part[] => {
    const values = { label, number: place + 1 };
    const path = `${id}.steps[${place}]`;
    return [
      {
        id: `${id}~date${place}`,
        label: say('{{label}}, step {{number}} from', values),
        path: `${path}.date`,
        value: excelDay(date),
        ...datePart(book),
      },
      {
        id: `${id}~step${place}`,
        label: say('{{label}}, step {{number}}', values),
        path: `${path}.value`,
        value,
      },
    ];
  });
  return [
    { id: `${id}~base`, label: say('{{label}}, at the start', { label }), path: `${id}.base`, value: base },
    ...parts,
  ];
}

function rampParts(
  { id, label, book }: Named,
  { from, to, fromDate, toDate }: Form<'toDate'>,
): readonly Part[] {
  const part = (name: string, text: Phrase, value: number) => ({
    id: `${id}~${name}`,
    label: book.words.say(text, { label }),
    path: `${id}.${name}`,
    value,
  });
  return [
    part('from', '{{label}}, first', from),
    part('to', '{{label}}, last', to),
    { ...part('fromDate', '{{label}}, first until', excelDay(fromDate)), ...datePart(book) },
    { ...part('toDate', '{{label}}, last from', excelDay(toDate)), ...datePart(book) },
  ];
}

/** The single numbers that a series is made of; none for a list of values and for a formula. */
function partsOf(book: Book, { head, series, effects }: SeriesLine): readonly Part[] {
  const { id } = head;
  const label = book.words.label(head);
  const named = { id, label, book };
  if (typeof series === 'number') {
    return [{ id: effects.length === 0 ? id : `${id}~base`, label, path: id, value: series }];
  }
  if ('growth' in series) return growthParts(named, series);
  if ('steps' in series) return stepParts(named, series);
  if ('toDate' in series) return rampParts(named, series);
  const sheet = sheetOf(book, 'Inputs by period');
  const value = book.words.say('formula' in series ? 'a formula, see {{sheet}}' : 'see {{sheet}}', { sheet });
  return [{ id: `${id}~note`, label, path: id, value, isFixed: true }];
}

function linesOfInput(book: Book, line: SeriesLine): readonly InputLine[] {
  const { head, canChange } = line;
  return partsOf(book, line).map((part, place) => ({
    section: SECTIONS[head.member.dimension] ?? 'Other inputs',
    where: whereText(head),
    shown: head.unit,
    unitText: unitOf(book, head.unit),
    text: head.text,
    kind: 'number',
    ...(place === 0 ? { assumption: head.id } : {}),
    ...part,
    ...(canChange ? {} : { isFixed: true }),
  }));
}

/** Every input of a plan as it was entered: single numbers with a cell each, and what changes over the plan. */
export function planInputs(book: Book): PlanInputs {
  const { plan, scenario } = book;
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
    lines: [...otherInputs(book, fraction), ...series.flatMap((line) => linesOfInput(book, line))],
    series: series.filter((line) => typeof line.series !== 'number' || line.effects.length > 0),
  };
}

/** The headings of the sheet in their order; others follow. */
const ORDER: readonly Phrase[] = [
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
export function inputsBySection(lines: readonly InputLine[]): ReadonlyMap<Phrase, readonly InputLine[]> {
  const sections = new Map<Phrase, InputLine[]>(ORDER.map((section) => [section, []]));
  for (const line of lines) {
    const known = sections.get(line.section);
    if (known === undefined) sections.set(line.section, [line]);
    else known.push(line);
  }
  return new Map([...sections].filter(([, list]) => list.length > 0));
}
