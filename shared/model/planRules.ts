import { parseFormula } from '#shared/engine/formula.ts';
import { foundText } from '#shared/kernel/foundText.ts';
import type { Problem } from '#shared/kernel/result.ts';
import { inputDefinitions } from './inputs.ts';
import { linesOf } from './lines/all.ts';
import { decidingProblems } from './rules/decidingRules.ts';
import { groupProblems, shareProblems, shrinkageProblems } from './rules/groupRules.ts';
import { initiativeProblems, uncertainProblems } from './rules/initiativeRules.ts';
import { queueProblems } from './rules/queueRules.ts';
import { growthProblems } from './rules/rangeRules.ts';
import { oneOf, repeated } from './rules/words.ts';
import type { OwnLine, Scenario } from './scenario.ts';

/** Rules between the fields of a scenario whose fields are each well-formed. */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

function calendarProblems({ calendar }: Scenario): readonly Problem[] {
  const { start, grain, holidays } = calendar;
  const path = 'calendar.start';
  const found = `"${start}"`;
  const year = Number(start.slice(0, 4));
  const isFarAway = year < FIRST_YEAR || year > LAST_YEAR;
  const isMidMonth = grain === 'month' && !start.endsWith('-01');
  const firstDay = 'the first day of a month, since the plan is monthly';
  return [
    ...(isFarAway ? [{ path, found, expected: `a date from ${FIRST_YEAR} to ${LAST_YEAR}` }] : []),
    ...(isMidMonth ? [{ path, found, expected: firstDay }] : []),
    ...repeated('calendar.holidays', holidays, 'date'),
  ];
}

const LISTS = [
  'drivers',
  'segments',
  'queues',
  'staffGroups',
  'budgetLines',
  'initiatives',
  'statusQuoDrift',
] as const;

function idProblems(scenario: Scenario): readonly Problem[] {
  return LISTS.flatMap((list) => {
    const ids = scenario[list].map(({ id }) => id);
    return repeated(list, ids, 'id');
  });
}

function eventProblems({ events, queues }: Scenario): readonly Problem[] {
  const known = queues.map(({ id }) => id);
  return events.flatMap((event, place) => {
    const isBackwards = event.to < event.from;
    const expected = `a date on or after ${event.from}`;
    return [
      ...event.queues
        .filter((id) => !known.includes(id))
        .map((id) => ({
          path: `events[${place}].queues`,
          found: `"${id}"`,
          expected: oneOf('queues', known),
        })),
      ...(isBackwards ? [{ path: `events[${place}].to`, found: `"${event.to}"`, expected }] : []),
    ];
  });
}

function formulaProblems(path: string, formula: string): readonly Problem[] {
  const parsed = parseFormula(formula);
  if (parsed.ok) return [];
  const { position, message } = parsed.fault;
  return [
    { path, found: foundText(formula), expected: `a formula; at character ${position + 1}: ${message}` },
  ];
}

function ownLineProblem(line: OwnLine, place: number, lines: readonly OwnLine[]): readonly Problem[] {
  const { id, scope, formula } = line;
  const path = `ownLines.${id}`;
  const isTaken = linesOf(scope).has(id) || inputDefinitions[scope]?.[id] !== undefined;
  const isTwice = lines.findIndex((other) => other.id === id && other.scope === scope) !== place;
  const unused = 'a name that no measure or input of the same kind has';
  return [
    ...(isTaken ? [{ path: `${path}.id`, found: `"${id}"`, expected: unused }] : []),
    ...(isTwice
      ? [{ path: `${path}.id`, found: `"${id}" twice`, expected: 'each name once in a kind' }]
      : []),
    ...formulaProblems(`${path}.formula`, formula),
  ];
}

/** Every rule between fields that a well-formed scenario breaks, apart from those that look at values over time. */
export function formRules(scenario: Scenario): readonly Problem[] {
  return [
    ...calendarProblems(scenario),
    ...idProblems(scenario),
    ...scenario.queues.flatMap((queue) => queueProblems(queue, scenario)),
    ...scenario.staffGroups.flatMap((group) => groupProblems(group, scenario)),
    ...eventProblems(scenario),
    // The user's own lines must not hide what is there; the names in them are looked up when the plan runs.
    ...scenario.ownLines.flatMap(ownLineProblem),
    ...initiativeProblems(scenario),
    ...uncertainProblems(scenario),
    ...decidingProblems(scenario),
  ];
}

/** Rules about values in each period. */
export function timeRules(scenario: Scenario): readonly Problem[] {
  return [...growthProblems(scenario), ...shrinkageProblems(scenario), ...shareProblems(scenario)];
}
