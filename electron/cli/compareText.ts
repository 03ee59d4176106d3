import type { Block, Bridge, BridgedMeasure } from '#shared/model/compare/bridge.ts';
import type { AssumptionDiff, AssumptionDifference } from '#shared/model/compare/assumptionDiff.ts';
import { familyLabels } from '#shared/model/compare/families.ts';
import type { ComparedDifference, SideBySide, SideBySideRow } from '#shared/model/compare/sideBySide.ts';
import { bridgeWaterfall } from '#shared/model/compare/waterfall.ts';
import type { ShownInput } from '#shared/model/compare/shownInput.ts';
import { aligned, NO_VALUE, numberText, valueText } from './textTable.ts';

function signed(text: string, value: number | null): string {
  return value !== null && value > 0 ? `+${text}` : text;
}

const REASONS: Readonly<Record<NonNullable<ComparedDifference['reason']>, string>> = {
  'no-value': NO_VALUE,
  currency: 'other currency',
  days: 'other days',
};

function differenceCells(
  { unit }: SideBySideRow,
  difference: ComparedDifference | undefined,
): readonly string[] {
  if (difference === undefined) return [NO_VALUE, NO_VALUE];
  const { absolute, percent, reason } = difference;
  if (reason !== undefined) return [REASONS[reason], ''];
  const share = percent === null ? NO_VALUE : signed(`${numberText(100 * percent, 1)} %`, percent);
  return [signed(valueText(absolute, unit), absolute), share];
}

/** The totals of two plans by fiscal year, one table for each year. */
function totalsText({ columns, rows, plans }: SideBySide): readonly string[] {
  return columns.flatMap(({ key, covered }, at) => {
    const names = plans.map(({ name, currency }, place) => {
      const mark = covered[place] === 'part' ? '*' : '';
      return `${name}${mark} (${currency})`;
    });
    const body = rows.map((row) => [
      row.label,
      ...row.values.map((values) => valueText(values[at]?.value ?? null, row.unit)),
      ...differenceCells(row, row.differences[0]?.[at]),
    ]);
    const isPartial = covered.includes('part');
    return [
      ...aligned([[`Fiscal year ${key}`, ...names, 'Difference', ''], ...body]),
      ...(isPartial ? ['* The plan holds only a part of this fiscal year.'] : []),
      '',
    ];
  });
}

function inputText(input: ShownInput | null): string {
  if (input === null) return 'nothing';
  const { form, value } = input;
  if (form === 'member') return 'the whole of it';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const KINDS: Readonly<Record<AssumptionDifference['kind'], string>> = {
  changed: '',
  added: 'only in the second: ',
  removed: 'only in the first: ',
  form: 'written otherwise: ',
};

function differenceText({ path, label, member, kind, before, after, family }: AssumptionDifference): string {
  const owner = member === '' ? label : `${member}: ${label}`;
  const change =
    kind === 'added' || kind === 'removed'
      ? inputText(after ?? before)
      : `${inputText(before)} → ${inputText(after)}`;
  return `  ${KINDS[kind]}${owner} (${path}; ${familyLabels[family]}): ${change}`;
}

function diffText({ inputs, notes }: AssumptionDiff): readonly string[] {
  const sources = notes.length === 1 ? '1 input' : `${notes.length} inputs`;
  return [
    inputs.length === 0 ? 'No input differs.' : 'Inputs that differ:',
    ...inputs.map(differenceText),
    ...(notes.length === 0 ? [] : [`What is known about ${sources} differs.`]),
    '',
  ];
}

function stepName({ families, joined }: Block): string {
  const name = families.map((family) => familyLabels[family]).join(' + ');
  if (joined === 'members') return `${name} (groups and queues come and go together)`;
  return joined === undefined ? name : `${name} (no plan in between)`;
}

function measureText(bridge: Bridge, { id, label, unit }: BridgedMeasure): readonly string[] {
  const digits = unit === 'money' ? 2 : 3;
  const head = `${label}${unit === 'money' ? `, ${bridge.currency}` : ''}`;
  const waterfall = bridgeWaterfall(bridge, { measure: id, digits });
  if (waterfall === undefined) return [`${head}: one of the plans has no number in some period.`, ''];
  const [before, ...rest] = waterfall.bars;
  const steps = rest.slice(0, -1);
  const after = rest.at(-1);
  const body = [
    [bridge.names[0], numberText(before?.amount ?? Number.NaN, digits)],
    ...steps.map(({ amount }, at) => {
      const step = bridge.steps[at];
      return [step === undefined ? '' : `  ${stepName(step)}`, signed(numberText(amount, digits), amount)];
    }),
    [bridge.names[1], numberText(after?.amount ?? Number.NaN, digits)],
  ];
  return [...aligned([[head, ''], ...body]), ''];
}

const MISSING = {
  currency:
    'The plans are in different currencies: --rate N says what one unit of the second is worth in the first.',
  'money-in-formulas':
    'Money is left out of the bridge: a formula of the second plan makes money of money, which cannot be converted.',
} as const;

function bridgeText(bridge: Bridge): readonly string[] {
  const [first, last] = [bridge.slots[0], bridge.slots.at(-1)];
  const way = bridge.method === 'shapley' ? 'mean over all orders (Shapley)' : 'one family after the other';
  const reasons = new Set(bridge.missing.map(({ reason }) => reason));
  return [
    `Bridge, ${way}, periods from ${first?.start} to ${last?.start}:`,
    ...(bridge.isCut ? ['One of the plans also covers other days; only those of both are compared.'] : []),
    ...(bridge.hasTwoCalendars
      ? ['The plans begin on different days or count in different periods; that is part of "Other".']
      : []),
    ...[...reasons].map((reason) => MISSING[reason]),
    '',
    ...bridge.measures.flatMap((measure) => measureText(bridge, measure)),
  ];
}

export interface Comparison {
  readonly totals: SideBySide;
  readonly assumptions: AssumptionDiff;
  readonly bridge: Bridge;
}

/** A comparison of two plans for a terminal: totals by fiscal year, what differs, and how one leads to the other. */
export function comparisonText({ totals, assumptions, bridge }: Comparison): string {
  return [...totalsText(totals), ...diffText(assumptions), ...bridgeText(bridge)].join('\n');
}
