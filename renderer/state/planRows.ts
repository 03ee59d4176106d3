import { inputAt, replaceAt } from '#shared/model/paths.ts';
import { inputDefinitions } from '#shared/model/inputs.ts';
import { periodCommands } from '#shared/model/periodEdits.ts';
import { isOnlyShare, queueOfShare, type ShareEdit, shareCommands } from '#shared/model/shares.ts';
import { type OwnLine, scenarioSchema, type ScenarioDocument } from '#shared/model/scenario.ts';
import type { RollupRule } from '#shared/engine/rollup.ts';
import type { Unit } from '#shared/model/units.ts';
import type { Command } from '#shared/model/commands.ts';
import type { SheetCell, SheetEdit, SheetRow } from '#renderer/ui/Sheet/types.ts';
import { isUnsourced, overriddenNumber } from './cellMarks.ts';
import { figureAt, figureErrorAt, formatOf, lineLabel, type PlanFigures } from './figures.ts';
import { modelText, ownerFirst } from './modelText.ts';
import { ownLineIds } from './ownLines.ts';
import type { PlanColumn } from './periodColumns.ts';

/** A line of a screen's grid: the node it shows, a measure or an input by its path. Left out where the plan has no such node. */
export interface LineRow {
  readonly node: string;
  /** Default: the label of the line. An input keeps the name that it has everywhere else. */
  readonly label?: string;
  /** Whose line it is, where several with the same label stand together. */
  readonly of?: string;
  readonly isTotal?: boolean;
  /** An input that a plan may do without: shown as an empty line to fill in. */
  readonly isOptional?: boolean;
}

/** A heading with lines below it; left out when nothing stands below. */
export interface GroupRow {
  readonly group: string;
  readonly label: string;
  readonly rows: readonly PlanRow[];
  readonly startsCollapsed?: boolean;
}

/** The measures that the user added to a member, or to the plan as a whole. */
interface OwnRows {
  /** Key of the member. */
  readonly ownLinesOf: string;
  readonly scope: OwnLine['scope'];
}

export type PlanRow = LineRow | GroupRow | OwnRows;

/** What the lines of a grid are made from, whatever their numbers. */
export type PlanLines = Pick<PlanFigures, 'document' | 'structure' | 'nodes' | 'texts'>;

/** What is known of a line apart from its values, also of an optional input that is not set. */
interface LineHead {
  readonly kind: 'input' | 'measure';
  readonly label: string;
  readonly unit: Unit;
  readonly text: string;
  readonly isSeries: boolean;
  /** Absent of an input that is not set. */
  readonly rollup?: RollupRule;
}

/** Amounts a month: in a plan of months the year is their sum. */
const monthlyFlows: ReadonlySet<Unit> = new Set([
  'customersPerMonth',
  'dealsPerMonth',
  'contactsPerMonth',
  'peoplePerMonth',
  'moneyPerMonth',
]);

/** What there can be more of from line to line, though not from month to month. */
const countable: ReadonlySet<Unit> = new Set([
  ...monthlyFlows,
  'customers',
  'contacts',
  'deals',
  'people',
  'fte',
  'hours',
  'agents',
  'intervals',
  'money',
]);

/** What a sum of the numbers of a line means: rates and shares add up to nothing. */
export function addsOf(
  { kind, unit, rollup }: Pick<LineHead, 'kind' | 'unit' | 'rollup'>,
  grain: 'month' | 'week',
): NonNullable<SheetRow['adds']> {
  if (rollup === 'sum') return 'always';
  if (kind === 'input' && grain === 'month' && monthlyFlows.has(unit)) return 'always';
  return countable.has(unit) ? 'acrossLines' : 'never';
}

function unsetHead({ structure }: Pick<PlanLines, 'structure'>, path: string): LineHead | undefined {
  const member = structure.members.find(({ inputKey }) => path.startsWith(`${inputKey}.`));
  const definitions = member === undefined ? undefined : inputDefinitions[member.dimension];
  const definition = definitions?.[path.slice((member?.inputKey.length ?? 0) + 1)];
  return definition === undefined ? undefined : { kind: 'input', ...definition };
}

/** An input of the plan by its path, also one that is not set; undefined for anything else. */
export function inputHead(
  figures: Pick<PlanLines, 'structure' | 'nodes'>,
  path: string,
): LineHead | undefined {
  const head = figures.nodes.get(path) ?? unsetHead(figures, path);
  return head?.kind === 'input' ? head : undefined;
}

/** Inputs that change over the plan are series; shares of a queue follow each other and are typed one by one. */
export function canEditSeries(figures: Pick<PlanLines, 'structure' | 'nodes'>, path: string): boolean {
  return inputHead(figures, path)?.isSeries === true && queueOfShare(path) === undefined;
}

function headOf(figures: PlanLines, { node, isOptional = false }: LineRow): LineHead | undefined {
  return figures.nodes.get(node) ?? (isOptional ? unsetHead(figures, node) : undefined);
}

function lineRow(figures: PlanLines, row: LineRow, level: number): readonly SheetRow[] {
  const head = headOf(figures, row);
  if (head === undefined) return [];
  const { currency } = figures.structure;
  const label = row.label ?? lineLabel(head);
  return [
    {
      id: row.node,
      label: row.of === undefined ? label : ownerFirst(row.of, label),
      unit: figures.texts.unit(head.unit, currency),
      kind: head.kind === 'input' ? 'input' : 'result',
      level,
      format: formatOf(head.unit, currency),
      description: modelText(head.text),
      adds: addsOf(head, figures.structure.grain),
      hasSeries: canEditSeries(figures, row.node),
      ...(row.isTotal === undefined ? {} : { isTotal: row.isTotal }),
    },
  ];
}

function groupRow(figures: PlanLines, row: GroupRow, level: number): readonly SheetRow[] {
  const below = sheetRows(figures, row.rows, level + 1);
  if (below.length === 0) return [];
  const { group, label, startsCollapsed } = row;
  const head: SheetRow = { id: group, label, unit: '', kind: 'group', level, format: { style: 'number' } };
  return [startsCollapsed === undefined ? head : { ...head, startsCollapsed }, ...below];
}

function ownLineRows(figures: PlanLines, { ownLinesOf, scope }: OwnRows, level: number): readonly SheetRow[] {
  return ownLineIds(figures.document, scope).flatMap((id) =>
    lineRow(figures, { node: `${ownLinesOf}.${id}` }, level),
  );
}

/** The flat rows of a grid from a screen's tree of lines. */
export function sheetRows(figures: PlanLines, rows: readonly PlanRow[], level = 0): readonly SheetRow[] {
  return rows.flatMap((row) => {
    if ('ownLinesOf' in row) return ownLineRows(figures, row, level);
    return 'group' in row ? groupRow(figures, row, level) : lineRow(figures, row, level);
  });
}

/** Months or weeks of a series can be typed into, and the first column of what holds for the whole plan. */
function isEditable(figures: PlanFigures, id: string, column: PlanColumn): boolean {
  const head = inputHead(figures, id);
  if (head === undefined || column.kind !== 'period' || isOnlyShare(figures.document, id)) return false;
  return head.isSeries ? column.grain === 'period' : column.place === 0;
}

/** One cell of a grid of the plan. */
export function planCell(figures: PlanFigures, id: string, column: PlanColumn): SheetCell {
  const value = figureAt(figures, id, column.place, column.grain);
  const error = figureErrorAt(figures, id, column.place, column.grain);
  const { errorShort, errorReason } = figures.texts;
  const isHeld = inputHead(figures, id)?.isSeries === false;
  const marks = isEditable(figures, id, column)
    ? inputMarks(figures, id, column.place)
    : ({ state: 'result', ...(isHeld ? { note: figures.texts.wholePlan } : {}) } as const);
  if (error === undefined) return { value, ...marks };
  return {
    value: null,
    state: marks.state,
    error: { short: errorShort(error), reason: errorReason(error) },
  };
}

/** How an input that can be typed into is marked: whose value it is, and whether anybody says where it comes from. */
function inputMarks(figures: PlanFigures, id: string, place: number): Omit<SheetCell, 'value'> {
  const overridden = overriddenNumber(figures, id, place);
  const isSet = inputAt(figures.document, id) !== undefined;
  const unsourced = isSet && isUnsourced(figures, id) ? { isUnsourced: true } : {};
  if (overridden === undefined) return { state: isSet ? 'input' : 'default', ...unsourced };
  const { value: base } = overridden;
  return { state: 'overridden', ...(base === undefined ? {} : { base }), ...unsourced };
}

/** The number that an input has while nobody sets it, if there is one. */
function defaultOf(document: ScenarioDocument, path: string): number | undefined {
  const without = replaceAt(document, path, undefined);
  const parsed = scenarioSchema.safeParse(without.ok ? without.value : document);
  const value = parsed.success ? inputAt(parsed.data, path) : undefined;
  return typeof value === 'number' ? value : undefined;
}

function seriesCommands(
  figures: PlanFigures,
  path: string,
  edits: readonly PlacedEdit[],
): readonly Command[] {
  const isCleared = edits.every(({ value }) => value === null);
  const standard = edits.some(({ value }) => value === null) ? defaultOf(figures.document, path) : undefined;
  // Without a default there is nothing that a single period could go back to: the input goes as a whole.
  if (isCleared && (standard === undefined || edits.length === figures.structure.periods.length)) {
    return [{ type: 'setInput', path }];
  }
  const [first] = edits;
  const wasAbsent = !figures.nodes.has(path);
  if (wasAbsent && first !== undefined && edits.length === 1) {
    return first.value === null ? [] : [{ type: 'setInput', path, value: first.value }];
  }
  const numbers = edits.flatMap(({ value, column }) => {
    const number = value ?? standard;
    return number === undefined ? [] : [{ period: column.place, value: number }];
  });
  return periodCommands(path, numbers);
}

interface PlacedEdit {
  readonly value: number | null;
  readonly column: PlanColumn;
}

/** An emptied share is nothing of its queue; its default is all of it, for the group that serves alone. */
function shareEdits(byPath: ReadonlyMap<string, readonly PlacedEdit[]>): readonly ShareEdit[] {
  return [...byPath].flatMap(([path, placed]) =>
    queueOfShare(path) === undefined
      ? []
      : placed.map(({ value, column }) => ({ path, period: column.place, share: value ?? 0 })),
  );
}

/**
 * What a change of cells means to the plan: periods of a series are set one by one, a number that holds for the whole
 * plan at once, and an emptied cell goes back to the default. With the share of a group of
 * its queue, those of the queue's other groups change.
 */
export function editCommands(
  figures: PlanFigures,
  columns: readonly PlanColumn[],
  edits: readonly SheetEdit[],
): readonly Command[] {
  const byPath = new Map<string, PlacedEdit[]>();
  for (const { rowId, columnIndex, value } of edits) {
    const column = columns[columnIndex];
    if (column === undefined || !isEditable(figures, rowId, column)) continue;
    byPath.set(rowId, [...(byPath.get(rowId) ?? []), { value, column }]);
  }
  const others = [...byPath].flatMap(([path, placed]): readonly Command[] => {
    if (queueOfShare(path) !== undefined) return [];
    if (inputHead(figures, path)?.isSeries === true) return seriesCommands(figures, path, placed);
    const value = placed[0]?.value ?? null;
    return [value === null ? { type: 'setInput', path } : { type: 'setInput', path, value }];
  });
  return [...others, ...shareCommands(figures.document, shareEdits(byPath))];
}
