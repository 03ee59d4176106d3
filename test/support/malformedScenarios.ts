import { type Json, inputAt, replaceAt } from '#shared/model/paths.ts';
import { scenarioText } from './planFixtures.ts';

/** A file that must be refused, and the place that its refusal must name. */
export interface MalformedScenario {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One of the problems must stand here. */
  readonly place: string;
  /** What that problem must say was found. */
  readonly found: string;
}

type Edit = readonly [path: string, value: Json | undefined];

const good = scenarioText('salesGrowth');

function document(): unknown {
  return JSON.parse(good);
}

/** The text of the reference scenario with other values at some paths; without a value the field is taken away. */
export function editedText(...edits: readonly Edit[]): string {
  let edited = document();
  for (const [path, value] of edits) {
    const next = replaceAt(edited, path, value);
    if (!next.ok) throw new Error(`There is nothing at ${path}`);
    edited = next.value;
  }
  return JSON.stringify(edited);
}

function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return Buffer.from(text, encoding);
}

function edited(name: string, place: string, found: string, ...edits: readonly Edit[]): MalformedScenario {
  return { name, bytes: bytesOf(editedText(...edits)), place, found };
}

function asText(name: string, text: string, place: string, found: string): MalformedScenario {
  return { name, bytes: bytesOf(text), place, found };
}

/** A copy of a member of a list as it stands in the reference scenario. */
function copied(path: string): Json {
  const copy: Json = JSON.parse(JSON.stringify(inputAt(document(), path)));
  return copy;
}

function swapped(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The reference scenario does not hold ${from}`);
  return text.replace(from, () => to);
}

const compact = JSON.stringify(document());

const wrongTypes: readonly MalformedScenario[] = [
  edited('a number as text', 'calendar.periods', '"24"', ['calendar.periods', '24']),
  edited('a list where an object belongs', 'calendar', '[]', ['calendar', []]),
  edited('an object where a list belongs', 'queues', '{}', ['queues', {}]),
  edited('null for a number', 'staffGroups.prague.weeklyHours', 'null', [
    'staffGroups.prague.weeklyHours',
    null,
  ]),
  edited('text for true', 'queues.voice.pooled', '"yes"', ['queues.voice.pooled', 'yes']),
  edited('a list as volume', 'queues.voice.volume', '[1,2]', ['queues.voice.volume', [1, 2]]),
  edited('a fraction where people are whole', 'calendar.fiscalYearStart', '4.5', [
    'calendar.fiscalYearStart',
    4.5,
  ]),
  edited('text inside a series', 'queues.voice.volume.values[1]', '"7"', [
    'queues.voice.volume',
    { values: [1, '7'] },
  ]),
  asText('a list instead of a scenario', `[${compact}]`, 'scenario', '['),
  asText('a text instead of a scenario', '"scenario"', 'scenario', '"scenario"'),
  asText('null instead of a scenario', 'null', 'scenario', 'null'),
];

const wrongFields: readonly MalformedScenario[] = [
  edited('an unknown field at the top', 'colour', '"blue"', ['colour', 'blue']),
  edited('an unknown field deep inside', 'queues.voice.goal.servicelevel', '0.8', [
    'queues.voice.goal.servicelevel',
    0.8,
  ]),
  edited('a missing required field', 'queues.voice.channel', 'nothing', ['queues.voice.channel', undefined]),
  edited('no calendar', 'calendar', 'nothing', ['calendar', undefined]),
  edited('another format', 'format', '"csv"', ['format', 'csv']),
  edited('another version', 'version', '2', ['version', 2]),
  edited('a mixture of series forms', 'queues.voice.volume', '{"base":1,"growth":0.1,"steps":[]}', [
    'queues.voice.volume',
    { base: 1, growth: 0.1, steps: [] },
  ]),
  edited('an unknown hiring mode', 'staffGroups.prague.hiring.mode', '"magic"', [
    'staffGroups.prague.hiring',
    { mode: 'magic' },
  ]),
  asText(
    'a __proto__ field',
    swapped(compact, '"vacation":0.07', '"__proto__":0.5,"vacation":0.07'),
    'staffGroups.prague.shrinkage.outOfOffice.__proto__',
    '0.5',
  ),
  asText(
    'a constructor as an id',
    swapped(compact, '"sickness"', '"constructor"'),
    'staffGroups.prague.shrinkage.outOfOffice.constructor',
    '"constructor"',
  ),
];

const wrongNumbers: readonly MalformedScenario[] = [
  edited('a negative volume', 'queues.voice.volume', '-1', ['queues.voice.volume', -1]),
  edited('a negative volume in one period', 'queues.voice.volume.values[2]', '-3', [
    'queues.voice.volume',
    { values: [1, 2, -3] },
  ]),
  edited('a share over 1', 'queues.voice.deflection', '1.2', ['queues.voice.deflection', 1.2]),
  edited(
    'a share that grows over 1',
    'segments.smb.churn',
    '1.07296777367 in November 2027, grown from 0.5 by 1.5 a year',
    ['segments.smb.churn', { base: 0.5, growth: 1.5 }],
  ),
  edited(
    'shares that do not add up',
    'staffGroups.prague.queues',
    'add up to 0.9 in January 2027 (prague 0.6, partner 0.3)',
    ['staffGroups.prague.queues.voice.share', 0.6],
  ),
  edited('shares that stop adding up', 'staffGroups.prague.queues', 'add up to 1.1 in January 2028', [
    'staffGroups.prague.queues.voice.share',
    0.7,
  ]),
  edited('overtime cheaper than normal time', 'staffGroups.prague.pay.overtimeMultiplier', '0.8', [
    'staffGroups.prague.pay.overtimeMultiplier',
    0.8,
  ]),
  edited('everybody always away', 'staffGroups.prague.shrinkage.outOfOffice', '1.04 in all', [
    'staffGroups.prague.shrinkage.outOfOffice.vacation',
    { base: 0.5, steps: [{ date: '2028-01-01', value: 1 }] },
  ]),
  edited('far too many periods', 'calendar.periods', '1000000000', ['calendar.periods', 1e9]),
  asText(
    'a number that is too huge',
    swapped(compact, '"openingCustomers":118000', '"openingCustomers":1e999'),
    'segments.smb.openingCustomers',
    'Infinity',
  ),
  asText(
    'NaN',
    swapped(good, '"openingCustomers": 118000', '"openingCustomers": NaN'),
    'line 25, column 24',
    'NaN',
  ),
  asText(
    'Infinity',
    swapped(good, '"openingCustomers": 118000', '"openingCustomers": -Infinity'),
    'line 25, column 24',
    '-Infinity',
  ),
];

const wrongMeaning: readonly MalformedScenario[] = [
  edited('an impossible service level', 'queues.voice.goal.serviceLevel', '1', [
    'queues.voice.goal.serviceLevel',
    1,
  ]),
  edited('an impossible speed of answer', 'queues.voice.goal.asa', '0', ['queues.voice.goal.asa', 0]),
  edited('an impossible occupancy', 'queues.voice.goal.maxOccupancy', '-0.1', [
    'queues.voice.goal.maxOccupancy',
    -0.1,
  ]),
  edited('a goal that the model does not know', 'queues.email.goal.serviceLevel', '0.8', [
    'queues.email.goal.serviceLevel',
    0.8,
  ]),
  edited(
    'answered without a limit on abandons',
    'queues.partners.goal.abandonsCount',
    '"answered"',
    ['queues.partners.goal.abandonsCount', 'answered'],
    ['queues.partners.goal.maxAbandon', undefined],
  ),
  edited('Erlang A without patience', 'queues.voice.patience', 'nothing', [
    'queues.voice.patience',
    undefined,
  ]),
  edited('a profile of the wrong length', 'queues.voice.profile.weights.mon', '3 weights', [
    'queues.voice.profile.weights.mon',
    [1, 2, 3],
  ]),
  edited('intervals that do not divide a day', 'queues.voice.profile.intervalMinutes', '7', [
    'queues.voice.profile.intervalMinutes',
    7,
  ]),
  edited('eleven months of seasons', 'queues.voice.seasonality', '[1,1,1,1,1,1,1,1,1,1,1]', [
    'queues.voice.seasonality',
    Array(11).fill(1),
  ]),
  edited('a queue twice', 'queues', '"voice" twice', ['queues.chat', copied('queues.voice')]),
  edited('an unknown segment', 'queues.voice.demand', '"retail"', [
    'queues.voice.demand.smb.segment',
    'retail',
  ]),
  edited('an unknown queue', 'staffGroups.prague.queues', '"fax"', [
    'staffGroups.prague.queues.voice.id',
    'fax',
  ]),
  edited('a queue that nobody serves', 'queues.email', 'no staff group', [
    'staffGroups.prague.queues.email',
    undefined,
  ]),
  edited('a group without pay', 'staffGroups.prague.pay', 'nothing', ['staffGroups.prague.pay', undefined]),
  edited('two kinds of pay', 'staffGroups.prague.pay', 'both', [
    'staffGroups.prague.pay.annualSalary',
    30_000,
  ]),
];

const initiative = {
  id: 'bot',
  start: '2027-06-01',
  effects: [{ target: 'queues.voice.fax', op: 'multiply', value: 0.5 }],
};

const wrongDates: readonly MalformedScenario[] = [
  edited('a day that does not exist', 'calendar.start', '"2027-02-30"', ['calendar.start', '2027-02-30']),
  edited('another way to write dates', 'calendar.holidays[0]', '"1.1.2027"', [
    'calendar.holidays',
    ['1.1.2027'],
  ]),
  edited('a monthly plan from the middle of a month', 'calendar.start', '"2027-01-15"', [
    'calendar.start',
    '2027-01-15',
  ]),
  edited('a plan from the time of Charlemagne', 'calendar.start', '"0800-01-01"', [
    'calendar.start',
    '0800-01-01',
  ]),
  edited('a holiday twice', 'calendar.holidays', '"2027-01-01" twice', [
    'calendar.holidays',
    ['2027-01-01', '2027-01-01'],
  ]),
  edited('an event that ends before it begins', 'events[0].to', '"2027-01-01"', [
    'events',
    [{ name: 'Sale', queues: ['voice'], uplift: 0.1, from: '2027-02-01', to: '2027-01-01' }],
  ]),
  edited('an initiative before the plan', 'initiatives.bot.start', '"2026-06-01"', [
    'initiatives',
    [{ ...initiative, start: '2026-06-01', effects: [] }],
  ]),
  edited('an initiative on nothing', 'initiatives.bot.effects', 'queues.voice.fax', [
    'initiatives',
    [initiative],
  ]),
  edited('an initiative that leaves the range', 'queues.voice.fcr', '1.44 in June 2027', [
    'initiatives',
    [{ ...initiative, effects: [{ target: 'queues.voice.fcr', op: 'multiply', value: 2 }] }],
  ]),
];

const wrongText: readonly MalformedScenario[] = [
  asText('an empty file', '', 'file', 'an empty file'),
  asText('only blanks', ' \n\t ', 'line 2, column 3', 'the end of the text'),
  asText('text that breaks off', good.slice(0, 500), 'line 29, column 6', 'the end of the text'),
  asText('a trailing comma', '{"name": "x",}', 'line 1, column 14', '}'),
  asText('a comment', '{\n  // mine\n  "name": "x"}', 'line 2, column 3', '/'),
  asText('single quotes', "{'name': 'x'}", 'line 1, column 2', "'"),
  asText(
    'a field twice',
    swapped(good, '"fcr": 0.72', '"fcr": 0.7, "fcr": 0.72'),
    'line 104, column 16',
    '"fcr" a second time',
  ),
  asText(
    'endless nesting',
    `{"notes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'line 1, column 73',
    '[',
  ),
  asText('no JSON at all', 'name;value\nvolume;7\n', 'line 1, column 1', 'name'),
  asText('a web page', '<!doctype html><html></html>', 'line 1, column 1', '<'),
  asText('fifty megabytes of text', 'x'.repeat(50 * 1024 * 1024), 'file', '50.0 MB'),
  {
    name: 'Latin-1',
    bytes: bytesOf('{"name": "Plzeň č. 1 für"}'.replace(/[ňč]/g, ''), 'latin1'),
    place: 'byte 20 (line 1)',
    found: 'the byte FC',
  },
  { name: 'UTF-16 without a mark', bytes: bytesOf(compact, 'utf16le'), place: 'byte 0', found: 'zero bytes' },
  { name: 'UTF-32', bytes: Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), place: 'file', found: 'UTF-32' },
  {
    name: 'half a UTF-16 character',
    bytes: Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d]),
    place: 'file',
    found: 'damaged UTF-16',
  },
  {
    name: 'a picture',
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    place: 'byte 0 (line 1)',
    found: 'the byte 89',
  },
];

export const malformedScenarios: readonly MalformedScenario[] = [
  ...wrongTypes,
  ...wrongFields,
  ...wrongNumbers,
  ...wrongMeaning,
  ...wrongDates,
  ...wrongText,
];
