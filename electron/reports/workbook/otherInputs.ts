import type { Initiative, Queue, Scenario, StaffGroup } from '#shared/model/scenario.ts';
import { excelDay, type InputLine } from './inputLine.ts';
import type { Shown } from './styles.ts';

/** Inputs that are no measure of their own: dates, switches, seasons, classes, tiers, effects. */

interface Spot {
  readonly section: string;
  readonly where: string;
}

function line(
  spot: Spot,
  path: string,
  label: string,
  value: number,
  [shown, unitText]: readonly [Shown, string],
  more: Partial<InputLine> = {},
): InputLine {
  return {
    id: path,
    path,
    ...spot,
    label,
    value,
    shown,
    unitText,
    text: '',
    kind: 'number',
    assumption: path,
    ...more,
  };
}

function date(spot: Spot, path: string, label: string, isoDate: string): InputLine {
  return line(spot, path, label, excelDay(isoDate), ['date', 'date'], { kind: 'date' });
}

function flag(spot: Spot, path: string, label: string, isSet: boolean): InputLine {
  return line(spot, path, label, isSet ? 1 : 0, ['whole', '1 yes, 0 no'], { kind: 'flag' });
}

function calendarInputs(
  { calendar, discountRate }: Scenario,
  fraction: { readonly years: number; readonly weeks: number },
): readonly InputLine[] {
  const spot = { section: 'Calendar and plan', where: 'Plan' };
  const fixed = { isFixed: true } as const;
  const holidays = [...new Set(calendar.holidays)].map((isoDate) =>
    date(spot, `calendar.holidays[${calendar.holidays.indexOf(isoDate)}]`, 'Public holiday', isoDate),
  );
  return [
    date(spot, 'calendar.start', 'First day of the plan', calendar.start),
    line(spot, 'discountRate', 'Discount rate', discountRate, ['sharePerMonth', 'share per year']),
    line(spot, 'calendar.yearsPerPeriod', 'Years in a period', fraction.years, ['exact', 'years'], fixed),
    line(spot, 'calendar.weeksPerPeriod', 'Weeks in a period', fraction.weeks, ['exact', 'weeks'], fixed),
    ...holidays,
  ];
}

function queueInputs(queue: Queue): readonly InputLine[] {
  const spot = { section: 'Queues', where: queue.name ?? queue.id };
  const path = `queues.${queue.id}`;
  const { seasonality } = queue;
  const seasons =
    typeof seasonality === 'number'
      ? [line(spot, `${path}.seasonality`, 'Season, all months', seasonality, ['factor', 'factor'])]
      : seasonality.map((value, place) =>
          line(spot, `${path}.seasonality[${place}]`, `Season, month ${place + 1}`, value, [
            'factor',
            'factor',
          ]),
        );
  return [
    flag(spot, `${path}.closedOnHolidays`, 'Closed on public holidays', queue.closedOnHolidays),
    ...seasons,
  ];
}

function groupInputs(group: StaffGroup): readonly InputLine[] {
  const spot = { section: 'Staff groups', where: group.name ?? group.id };
  const path = `staffGroups.${group.id}`;
  const classes = group.hiring.mode === 'manual' ? group.hiring.classes : [];
  return [
    flag(spot, `${path}.observesHolidays`, 'Observes public holidays', group.observesHolidays),
    ...classes.flatMap(({ start, people }, place) => [
      date(spot, `${path}.hiring.classes[${place}].start`, `Hiring class ${place + 1}, start`, start),
      line(spot, `${path}.hiring.classes[${place}].people`, `Hiring class ${place + 1}, people`, people, [
        'people',
        'people',
      ]),
    ]),
    ...(group.vendor?.slaTiers ?? []).flatMap(({ atLeast, adjust }, place) => [
      line(
        spot,
        `${path}.vendor.slaTiers[${place}].atLeast`,
        `Service tier ${place + 1}, level of at least`,
        atLeast,
        ['share', 'share'],
      ),
      line(
        spot,
        `${path}.vendor.slaTiers[${place}].adjust`,
        `Service tier ${place + 1}, change of the price`,
        adjust,
        ['share', 'share'],
      ),
    ]),
  ];
}

function eventInputs({ events }: Scenario): readonly InputLine[] {
  return events.flatMap(({ name, from, to, uplift }, place) => {
    const spot = { section: 'Events', where: name };
    return [
      date(spot, `events[${place}].from`, 'First day', from),
      date(spot, `events[${place}].to`, 'Last day', to),
      line(spot, `events[${place}].uplift`, 'Contacts more than usual', uplift, ['share', 'share']),
    ];
  });
}

const EFFECTS = { multiply: 'multiplied by', add: 'plus', set: 'set to' } as const;

function initiativeInputs({ id, name, start, rampMonths, effects }: Initiative): readonly InputLine[] {
  const spot = { section: 'Initiatives', where: name ?? id };
  const path = `initiatives.${id}`;
  return [
    date(spot, `${path}.start`, 'Start', start),
    line(spot, `${path}.rampMonths`, 'Months until it works in full', rampMonths, ['months', 'months']),
    ...effects.flatMap(({ target, op, value, confidence }, place) => [
      line(spot, `${path}.effects[${place}].value`, `${target} ${EFFECTS[op]}`, value, ['exact', 'number']),
      line(spot, `${path}.effects[${place}].confidence`, `${target}, confidence`, confidence, [
        'share',
        'share',
      ]),
    ]),
  ];
}

export function otherInputs(
  scenario: Scenario,
  fraction: { readonly years: number; readonly weeks: number },
): readonly InputLine[] {
  return [
    ...calendarInputs(scenario, fraction),
    ...scenario.queues.flatMap(queueInputs),
    ...scenario.staffGroups.flatMap(groupInputs),
    ...eventInputs(scenario),
    ...scenario.initiatives.flatMap(initiativeInputs),
  ];
}
