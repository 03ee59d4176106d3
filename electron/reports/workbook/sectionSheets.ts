import { groupCostLines, queueCostLines, routeCostLines, supportLines } from '#shared/model/lines/cost.ts';
import { customerLines } from '#shared/model/lines/customers.ts';
import type { LineSet } from '#shared/model/lines/define.ts';
import { demandLines, demandRowLines } from '#shared/model/lines/demand.ts';
import { paidHoursLines } from '#shared/model/lines/paidHours.ts';
import { peopleLines } from '#shared/model/lines/people.ts';
import { budgetLineLines, initiativeLines, planLines } from '#shared/model/lines/plan.ts';
import { planCostLines } from '#shared/model/lines/planCost.ts';
import {
  groupRequirementLines,
  queueRequirementLines,
  routeRequirementLines,
} from '#shared/model/lines/requirement.ts';
import { routeServiceLines, serviceLines, supplyLines } from '#shared/model/lines/service.ts';
import type { NodeHead } from '#shared/model/plan.ts';
import { type GridSheet, type Row, sheetOf as sheetName, type SheetKey } from './book.ts';
import type { Phrase } from './bookWords.ts';
import { followerRows } from './followerRows.ts';
import { reachRows } from './initiativeRows.ts';
import { type Model, nodeRow } from './nodeRows.ts';
import { workloadRequirementRows, workloadServiceRows } from './workloadRows.ts';

interface Section {
  readonly name: SheetKey;
  readonly title: Phrase;
  readonly note: Phrase;
  readonly parts: readonly (readonly [heading: Phrase, set: LineSet])[];
  /** Steps that function nodes go through. */
  readonly steps?: (model: Model) => readonly Row[];
}

const sections: readonly Section[] = [
  {
    name: 'Customers',
    title: 'Customers and revenue',
    note: 'Churn follows the abandonment of the period before: where that is stale, so are customers of later periods.',
    parts: [['Customer segments', customerLines]],
  },
  {
    name: 'Demand',
    title: 'Contacts',
    note: 'From customers to contacts, by queue.',
    parts: [
      ['Demand of segments on queues', demandRowLines],
      ['Queues', demandLines],
    ],
  },
  {
    name: 'Requirement',
    title: 'Requirement',
    note: 'Agent hours are the agents of the sheet {{agents}}, added up over the open intervals; from there on everything follows.',
    parts: [
      ['Queues', queueRequirementLines],
      ['Queues by group', routeRequirementLines],
      ['Staff groups', groupRequirementLines],
      ['Where a paid hour goes', paidHoursLines],
    ],
    steps: ({ book }) => workloadRequirementRows(book),
  },
  {
    name: 'People',
    title: 'People',
    note: 'Opening, hires, leavers, closing; the cohorts behind them stand on the sheet {{cohorts}}.',
    parts: [['Staff groups', peopleLines]],
    steps: ({ book }) => followerRows(book),
  },
  {
    name: 'Service',
    title: 'Service',
    note: 'Answered, abandoned and waits come from the sheet {{agents}}; rates follow from them. Deferred work is arithmetic all the way.',
    parts: [
      ['Hours supplied', supplyLines],
      ['Hours by queue', routeServiceLines],
      ['Queues', serviceLines],
    ],
    steps: ({ book }) => workloadServiceRows(book),
  },
  {
    name: 'Cost',
    title: 'Cost by group and queue',
    note: 'Prices per contact, telecom and service-level tiers of partners depend on handled contacts: where service is stale, so are they.',
    parts: [
      ['Support staff', supportLines],
      ['Staff groups', groupCostLines],
      ['Queues by group', routeCostLines],
      ['Queues', queueCostLines],
      ['Budget lines', budgetLineLines],
    ],
  },
  {
    name: 'Plan',
    title: 'The plan as a whole',
    note: 'Everything added up. Costs per contact depend on handled contacts: where service is stale, so are they.',
    parts: [
      ['Cost lines of all groups', planCostLines],
      ['Contacts, people and money', planLines],
    ],
  },
  {
    name: 'Initiatives',
    title: 'Initiatives',
    note: 'What initiatives cost, and how far they work. Their effects on inputs stand on the sheet {{series}}.',
    parts: [['Initiatives', initiativeLines]],
    steps: reachRows,
  },
];

function headsOf({ book }: Model, { dimension, lines }: LineSet): readonly NodeHead[] {
  const members = book.plan.graph().members.of(dimension);
  return Object.keys(lines).flatMap((name) =>
    members.flatMap(({ key }) => book.plan.heads().get(`${key}.${name}`) ?? []),
  );
}

function sheetOf(model: Model, section: Section, steps: readonly Row[]): GridSheet | undefined {
  const { book } = model;
  const { say } = book.words;
  const rows = section.parts.flatMap(([heading, set]): readonly Row[] => {
    const heads = headsOf(model, set);
    return heads.length === 0
      ? []
      : [{ label: say(heading), isSection: true }, ...heads.map((head) => nodeRow(model, head))];
  });
  if (rows.length === 0) return undefined;
  const { name, title } = section;
  const note = say(section.note, {
    agents: sheetName(book, 'Agents'),
    cohorts: sheetName(book, 'Cohorts'),
    series: sheetName(book, 'Inputs by period'),
  });
  const extra = steps.length === 0 ? [] : [{ label: say('Steps on the way'), isSection: true }, ...steps];
  return { name: sheetName(book, name), title: say(title), note, rows: [...rows, ...extra] };
}

/** What stands on no other sheet: measures of the user's own. */
function ownSheet(model: Model, placed: ReadonlySet<string>): GridSheet | undefined {
  const heads = [...model.book.plan.heads().values()].filter(
    ({ id, kind }) => kind === 'measure' && !placed.has(id) && !id.startsWith('calendar.'),
  );
  if (heads.length === 0) return undefined;
  const { say } = model.book.words;
  return {
    name: sheetName(model.book, 'Own measures'),
    title: say('Own measures'),
    note: say('Measures that were added to the plan, with their own formulas.'),
    rows: heads.map((head) => nodeRow(model, head, 'result')),
  };
}

/** One sheet for each section of the model; every measure stands on exactly one. */
export function sectionSheets(model: Model): readonly GridSheet[] {
  const sheets = sections.flatMap((section) => sheetOf(model, section, section.steps?.(model) ?? []) ?? []);
  const placed = new Set(sheets.flatMap(({ rows }) => rows.flatMap(({ id }) => id ?? [])));
  const own = ownSheet(model, placed);
  return own === undefined ? sheets : [...sheets, own];
}
