import type { Initiative, Queue, Scenario, StaffGroup } from '#shared/model/scenario.ts';
import { type Book, unitOf } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { excelDay, type InputLine } from './inputLine.ts';
import type { Shown } from './styles.ts';

/** Inputs that are no measure of their own: dates, switches, seasons, classes, tiers, effects. */

interface Spot {
  readonly book: Book;
  readonly section: Phrase;
  readonly where: string;
}

/** A label, with the number or name of what it is about. */
type Label = Phrase | readonly [phrase: Phrase, of: number | string];

function said({ words }: Book, label: Label): string {
  return typeof label === 'string'
    ? words.say(label)
    : words.say(label[0], { number: label[1], target: label[1] });
}

function line(
  { book, ...spot }: Spot,
  path: string,
  label: Label,
  value: number,
  [shown, unitText]: readonly [Shown, string],
  more: Partial<InputLine> = {},
): InputLine {
  return {
    id: path,
    path,
    ...spot,
    label: said(book, label),
    value,
    shown,
    unitText,
    text: '',
    kind: 'number',
    assumption: path,
    ...more,
  };
}

function date(spot: Spot, path: string, label: Label, isoDate: string): InputLine {
  return line(spot, path, label, excelDay(isoDate), ['date', spot.book.words.say('date')], { kind: 'date' });
}

function flag(spot: Spot, path: string, label: Label, isSet: boolean): InputLine {
  return line(spot, path, label, isSet ? 1 : 0, ['whole', spot.book.words.say('1 yes, 0 no')], {
    kind: 'flag',
  });
}

function calendarInputs(
  book: Book,
  { calendar, discountRate }: Scenario,
  fraction: { readonly years: number; readonly weeks: number },
): readonly InputLine[] {
  const spot = { book, section: 'Calendar and plan', where: book.words.say('Plan') } as const;
  const fixed = { isFixed: true } as const;
  const holidays = [...new Set(calendar.holidays)].map((isoDate) =>
    date(spot, `calendar.holidays[${calendar.holidays.indexOf(isoDate)}]`, 'Public holiday', isoDate),
  );
  return [
    date(spot, 'calendar.start', 'First day of the plan', calendar.start),
    line(spot, 'discountRate', 'Discount rate', discountRate, [
      'sharePerMonth',
      unitOf(book, 'sharePerYear'),
    ]),
    line(
      spot,
      'calendar.yearsPerPeriod',
      'Years in a period',
      fraction.years,
      ['exact', unitOf(book, 'years')],
      fixed,
    ),
    line(
      spot,
      'calendar.weeksPerPeriod',
      'Weeks in a period',
      fraction.weeks,
      ['exact', unitOf(book, 'weeks')],
      fixed,
    ),
    ...holidays,
  ];
}

function queueInputs(book: Book, queue: Queue): readonly InputLine[] {
  const spot = { book, section: 'Queues', where: queue.name ?? queue.id } as const;
  const path = `queues.${queue.id}`;
  const { seasonality } = queue;
  const seasons =
    typeof seasonality === 'number'
      ? [
          line(spot, `${path}.seasonality`, 'Season, all months', seasonality, [
            'factor',
            unitOf(book, 'factor'),
          ]),
        ]
      : seasonality.map((value, place) =>
          line(spot, `${path}.seasonality[${place}]`, ['Season, month {{number}}', place + 1], value, [
            'factor',
            unitOf(book, 'factor'),
          ]),
        );
  return [
    flag(spot, `${path}.closedOnHolidays`, 'Closed on public holidays', queue.closedOnHolidays),
    ...seasons,
  ];
}

function groupInputs(book: Book, group: StaffGroup): readonly InputLine[] {
  const spot = { book, section: 'Staff groups', where: group.name ?? group.id } as const;
  const path = `staffGroups.${group.id}`;
  const classes = group.hiring.mode === 'manual' ? group.hiring.classes : [];
  return [
    flag(spot, `${path}.observesHolidays`, 'Observes public holidays', group.observesHolidays),
    ...classes.flatMap(({ start, people }, place) => [
      date(
        spot,
        `${path}.hiring.classes[${place}].start`,
        ['Hiring class {{number}}, start', place + 1],
        start,
      ),
      line(
        spot,
        `${path}.hiring.classes[${place}].people`,
        ['Hiring class {{number}}, people', place + 1],
        people,
        ['people', unitOf(book, 'people')],
      ),
    ]),
    ...(group.vendor?.slaTiers ?? []).flatMap(({ atLeast, adjust }, place) => [
      line(
        spot,
        `${path}.vendor.slaTiers[${place}].atLeast`,
        ['Service tier {{number}}, level of at least', place + 1],
        atLeast,
        ['share', unitOf(book, 'share')],
      ),
      line(
        spot,
        `${path}.vendor.slaTiers[${place}].adjust`,
        ['Service tier {{number}}, change of the price', place + 1],
        adjust,
        ['share', unitOf(book, 'share')],
      ),
    ]),
  ];
}

function eventInputs(book: Book, { events }: Scenario): readonly InputLine[] {
  return events.flatMap(({ name, from, to, uplift }, place) => {
    const spot = { book, section: 'Events', where: name } as const;
    return [
      date(spot, `events[${place}].from`, 'First day', from),
      date(spot, `events[${place}].to`, 'Last day', to),
      line(spot, `events[${place}].uplift`, 'Contacts more than usual', uplift, [
        'share',
        unitOf(book, 'share'),
      ]),
    ];
  });
}

const EFFECTS = {
  multiply: '{{target}} multiplied by',
  add: '{{target}} plus',
  set: '{{target}} set to',
} as const;

/** What an initiative changes, as people call it. */
function targetName({ plan, words }: Book, target: string): string {
  const head = plan.heads().get(target);
  return head === undefined ? target : `${words.label(head)} (${head.member.name})`;
}

function initiativeInputs(
  book: Book,
  { id, name, start, rampMonths, effects }: Initiative,
): readonly InputLine[] {
  const spot = { book, section: 'Initiatives', where: name ?? id } as const;
  const path = `initiatives.${id}`;
  return [
    date(spot, `${path}.start`, 'Start', start),
    line(spot, `${path}.rampMonths`, 'Months until it works in full', rampMonths, [
      'months',
      unitOf(book, 'months'),
    ]),
    ...effects.flatMap(({ target, op, value, confidence }, place) => [
      line(spot, `${path}.effects[${place}].value`, [EFFECTS[op], targetName(book, target)], value, [
        'exact',
        unitOf(book, 'number'),
      ]),
      line(
        spot,
        `${path}.effects[${place}].confidence`,
        ['{{target}}, confidence', targetName(book, target)],
        confidence,
        ['share', unitOf(book, 'share')],
      ),
    ]),
  ];
}

export function otherInputs(
  book: Book,
  fraction: { readonly years: number; readonly weeks: number },
): readonly InputLine[] {
  const { scenario } = book;
  return [
    ...calendarInputs(book, scenario, fraction),
    ...scenario.queues.flatMap((queue) => queueInputs(book, queue)),
    ...scenario.staffGroups.flatMap((group) => groupInputs(book, group)),
    ...eventInputs(book, scenario),
    ...scenario.initiatives.flatMap((initiative) => initiativeInputs(book, initiative)),
  ];
}
