import fc from 'fast-check';
import type { Command } from '#shared/model/commands.ts';
import type { Json } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { scenarioText } from './planFixtures.ts';

function isDocument(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

/** The plan of growing sales. */
export function salesGrowth(): ScenarioDocument {
  const document: unknown = JSON.parse(scenarioText('salesGrowth'));
  if (!isDocument(document)) throw new Error('The reference scenario is not valid.');
  return document;
}

/** Sets an input; without a value its default returns. */
export function set(path: string, value?: Json): Command {
  return value === undefined ? { type: 'setInput', path } : { type: 'setInput', path, value };
}

const paths = [
  'name',
  'notes',
  'queues.voice.volume',
  'queues.voice.goal.serviceLevel',
  'queues.voice.handleTime',
  'queues.voice.handleTime.wrapUp',
  'queues.chat.demand.smb.contactsPerCustomer',
  'queues.chat.id',
  'queues.email',
  'queues[1]',
  'segments.smb.deals',
  'segments.smb.deals.growth',
  'segments.ent',
  'segments[0].id',
  'staffGroups.prague.hiring.classes[0].people',
  'staffGroups.prague.hiring.classes[0]',
  'staffGroups.prague.shrinkage.inOffice.coaching',
  'staffGroups.prague.support.Team lead.span',
  'calendar.holidays[2]',
  'calendar.holidays',
  'budgetLines',
  'budgetLines[1]',
  'drivers',
  'assumptions.x.note',
  'events',
];
const anyValue: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.constantFrom<Json>(
    'smb',
    'ent',
    'x',
    null,
    [],
    {},
    { id: 'ent' },
    { id: 'fresh', demand: [] },
    [{ id: 'a' }, 3],
    { values: [1, 2, 3] },
  ),
);
/** Any edit of the plan of growing sales, sensible or not; many are refused. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...paths), anyValue).map(([path, value]) => set(path, value)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...paths),
        fc.nat(3),
        fc.constantFrom<Json>(1, { id: 'new' }, { id: 'smb' }, '2027-05-05'),
      )
      .map(([path, place, member]) => ({ type: 'insertMember' as const, path, place, member })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...paths),
        fc.nat(25),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
      )
      .map(([path, from, values]) => ({ type: 'setPeriods' as const, path, from, values })),
  },
);
