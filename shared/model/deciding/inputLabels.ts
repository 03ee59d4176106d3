import type { InputDefinition } from '../inputs.ts';
import type { Unit } from '../units.ts';

/**
 * What the inputs mean that only decisions read: label, unit and text, by their path with "*" for any member. They are no
 * nodes of the plan, since nothing in them moves a measure of it.
 */
type Row = readonly [path: string, label: string, unit: Unit, text: string];

const OFFER: readonly Row[] = [
  ['share', 'Share of the queue', 'share', "Part of the queue's contacts that the partner takes."],
  [
    'price',
    'Price',
    'moneyPerUnit',
    "Price per hour, contact, minute or FTE-month, in the offer's currency.",
  ],
  ['bands.*.from', 'From volume', 'number', 'Units a month from which the price of the band holds.'],
  ['bands.*.price', 'Price of the band', 'moneyPerUnit', "Price of the band, in the offer's currency."],
  ['indexation', 'Indexation', 'sharePerYear', 'Growth of the price per year.'],
  ['occupancy', 'Occupancy', 'share', 'Handling ÷ production hours: what a bought hour yields.'],
  [
    'hoursPerFteMonth',
    'Production hours per FTE',
    'hoursPerFte',
    'Production hours of one bought FTE per month.',
  ],
  [
    'handleTimeFactor',
    'Handle time against yours',
    'factor',
    "The partner's handle time against the plan's.",
  ],
  ['repeats', 'Repeat contacts', 'share', 'More contacts because fewer are resolved.'],
  [
    'oversightPerMonth',
    'Oversight',
    'moneyPerMonth',
    'People and travel of your own that look after the partner.',
  ],
  ['transition', 'Transition', 'money', 'Paid when the partner starts.'],
  ['dualRunningMonths', 'Dual running', 'months', 'How long both work side by side.'],
  ['exit', 'Exit', 'money', 'Paid at the end of the comparison to come back or move on.'],
  ['expectedServiceLevel', 'Expected service level', 'share', 'What decides which tier is paid.'],
  [
    'goal.serviceLevel',
    'Proposed service level',
    'share',
    'Share to be answered within the threshold by the contract.',
  ],
  ['goal.within', 'Proposed threshold', 'seconds', 'Time within which an answer counts as in time.'],
  [
    'partnerCostPerHour',
    'Cost of a production hour',
    'moneyPerHour',
    'What a production hour costs the partner itself.',
  ],
  ['currencyRate', 'Currency rate', 'factor', "Units of the plan's currency for one unit of the offer's."],
  ['slaTiers.*.atLeast', 'Tier from', 'share', 'Service level from which the tier is paid.'],
  ['slaTiers.*.adjust', 'Bonus or malus', 'share', 'What the tier does to the price.'],
  ['agreed.*.target', 'Target', 'number', 'What was agreed, by its definition.'],
  ['actuals.*.value', 'Actual', 'number', 'What the partner reported.'],
];

const AUTOMATION: readonly Row[] = [
  [
    'containedShare',
    'Containment',
    'share',
    'Share of the contacts that end without an agent, as its vendor counts them.',
  ],
  ['containedSeconds', 'Handle time of the contained', 'seconds', 'What those contacts take an agent today.'],
  ['leakBackShare', 'Come back to an agent', 'share', 'Share of the contained who reach an agent after all.'],
  [
    'leakBackExtraSeconds',
    'Extra of those who come back',
    'seconds',
    'How much longer a contact that comes back takes than it would have at first.',
  ],
  ['licencePerMonth', 'Licence', 'moneyPerMonth', 'Paid per month, however many use it.'],
  [
    'pricePerConversation',
    'Price per conversation',
    'moneyPerContact',
    'Price of one contained conversation.',
  ],
  ['confidence', 'Confidence', 'share', 'How sure the saving is: the plan counts this share of it.'],
  [
    'contactsPerMonth',
    'Contacts now',
    'contactsPerMonth',
    'Contacts that would reach agents without it. Empty: what the plan says.',
  ],
  [
    'ahtSeconds',
    'Handle time now',
    'seconds',
    'Handle time of all contacts on average. Empty: what the plan says.',
  ],
];

const ROWS: readonly Row[] = [
  ...AUTOMATION.map(([path, ...rest]): Row => [`initiatives.*.automation.${path}`, ...rest]),
  ...OFFER.map(([path, ...rest]): Row => [`sourcing.offers.*.${path}`, ...rest]),
  ['sourcing.months', 'Months compared', 'months', 'How long the comparison runs.'],
  [
    'sourcing.strandedShare',
    'Cost that stays',
    'share',
    'Share of the in-house cost of what moves that stays for now.',
  ],
  [
    'initiatives.*.cancelledHires.*.people',
    'Hires not made',
    'people',
    'People who are not hired because of the initiative.',
  ],
  ['initiatives.*.kpiTarget.from', 'KPI before', 'number', 'Where the KPI stood.'],
  ['initiatives.*.kpiTarget.to', 'KPI promised', 'number', 'What the KPI was promised to reach.'],
  ['initiatives.*.tracking.*.value', 'KPI reached', 'number', 'What the KPI came to.'],
  [
    'staffGroups.*.attritionCauses.*.share',
    'Share of leavers',
    'share',
    'Part of all leavers who leave for this cause.',
  ],
  ['staffGroups.*.attritionCauses.*.avoidable', 'Avoidable', 'share', 'How much of it could be avoided.'],
  ['staffGroups.*.attritionCauses.*.regrettable', 'Regrettable', 'share', 'How much of it is regretted.'],
  ['staffGroups.*.vacancy.weeks', 'Weeks until replaced', 'weeks', 'How long a place stays empty.'],
  [
    'staffGroups.*.vacancy.coverShare',
    'Covered by overtime',
    'share',
    'Share of the missing hours that colleagues cover.',
  ],
  [
    'staffGroups.*.vacancy.unansweredShare',
    'Left unanswered',
    'share',
    'Share of the contacts of hours not covered that nobody answers.',
  ],
];

export const decidingInputs: Readonly<Record<string, InputDefinition>> = Object.fromEntries(
  ROWS.map(([path, label, unit, text]) => [path, { label, unit, text, isSeries: false }]),
);

function isSame(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((step, at) => step === '*' || step === path[at]);
}

/**
 * What an input of the decisions means; undefined for any other path.
 *
 * @example decidingInput('sourcing.offers.bpo.bands[0].price')?.label // 'Price of the band'
 */
export function decidingInput(path: string): InputDefinition | undefined {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const found = Object.keys(decidingInputs).find((pattern) => isSame(pattern.split('.'), steps));
  return found === undefined ? undefined : decidingInputs[found];
}
