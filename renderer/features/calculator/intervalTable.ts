import type { CalculatorInput } from '#shared/queueing/calculatorInput.ts';
import type { CalculatorResult, Difference, ModelAnswer, TeamFigures } from '#shared/queueing/calculator.ts';
import type { Binding } from '#shared/queueing/staffingGoal.ts';
import type { NumberFormat } from '#renderer/ui/numbers.ts';
import {
  emptyCell,
  type FigureCell,
  type FigureColumn,
  type FigureRow,
  type FigureTableData,
  numberCell,
  wordCell,
} from './figureTable.ts';
import { agentsFormat, bindingText, tableMoney, type Speech } from './words.ts';

type TeamColumn = 'oneFewer' | 'needed' | 'oneMore' | 'present';

const models = ['erlangC', 'erlangA'] as const;

/** Which columns there are; known even while nothing can be computed, so that the table does not jump. */
export interface TableShape {
  readonly hasPatience: boolean;
  readonly hasTeam: boolean;
}

interface Source {
  readonly speech: Speech;
  readonly teams: readonly TeamColumn[];
  /** In the order of the columns; null while nothing can be computed. */
  readonly answers: readonly (ModelAnswer | null)[];
  readonly difference: Difference | null;
  readonly hasDifference: boolean;
}

type Measure = Exclude<keyof TeamFigures, 'agents' | 'missed' | 'isOverloaded'>;

interface MeasureRow {
  readonly measure: Measure;
  readonly format: NumberFormat | ((value: number | null) => NumberFormat);
  /** The part of the goal that this measure is about. */
  readonly part?: Binding;
  /** No such number when the queue only grows. */
  readonly isEndless?: boolean;
  readonly difference?: keyof Difference;
  /** In place of "no value". */
  readonly none?: 'calculator.noLimit';
  readonly startsGroup?: boolean;
}

const share: NumberFormat = { style: 'percent', digits: 1 };
const seconds: NumberFormat = { style: 'number', digits: 1 };

function measureRows(input: CalculatorInput | null): readonly MeasureRow[] {
  const count = input?.abandonsCount ?? 'offered';
  const level = (measure: Measure, of: typeof count): MeasureRow =>
    of === count ? { measure, format: share, part: 'serviceLevel' } : { measure, format: share };
  return [
    { ...level('slOffered', 'offered'), startsGroup: true },
    level('slAnswered', 'answered'),
    level('slExcludeShort', 'excludeShort'),
    { measure: 'pWait', format: share },
    { measure: 'asa', format: seconds, part: 'asa', isEndless: true },
    { measure: 'waitAll', format: seconds, isEndless: true },
    { measure: 'pAbandon', format: share, part: 'maxAbandon' },
    { measure: 'occupancy', format: share, part: 'maxOccupancy' },
    { measure: 'queueLength', format: { style: 'number', digits: 2 }, isEndless: true },
    {
      measure: 'scheduled',
      format: { style: 'number', digits: 1 },
      difference: 'scheduled',
      startsGroup: true,
    },
    { measure: 'costPerInterval', format: tableMoney, difference: 'costPerInterval' },
    { measure: 'costPerMonth', format: tableMoney, difference: 'costPerMonth' },
    {
      measure: 'carriesContacts',
      format: { style: 'number', digits: 1 },
      none: 'calculator.noLimit',
      startsGroup: true,
    },
    { measure: 'carriesLoad', format: { style: 'number', digits: 2 }, none: 'calculator.noLimit' },
  ];
}

function measureCell(team: TeamFigures | null, row: MeasureRow, speech: Speech): FigureCell {
  if (team === null) return emptyCell;
  const { t, locale } = speech;
  const value = team[row.measure];
  const isMissed = row.part !== undefined && team.missed.includes(row.part);
  if (row.isEndless === true && team.isOverloaded) return wordCell(t('calculator.overload'), 'bad');
  if (value === null && row.none !== undefined) return wordCell(t(row.none), 'quiet');
  const format = typeof row.format === 'function' ? row.format(value) : row.format;
  const cell = numberCell(value, format, locale);
  return isMissed ? { ...cell, tone: 'bad' } : cell;
}

/** Every team of every model, then what lies between the models. */
function line(
  source: Source,
  cellOf: (team: TeamFigures | null) => FigureCell,
  difference: FigureCell,
): readonly FigureCell[] {
  const { answers, teams, hasDifference } = source;
  const cells = answers.flatMap((answer) => teams.map((team) => cellOf(answer?.[team] ?? null)));
  return hasDifference ? [...cells, difference] : cells;
}

function differenceCell(
  source: Source,
  field: keyof Difference | undefined,
  format: MeasureRow['format'],
): FigureCell {
  const value = field === undefined ? null : (source.difference?.[field] ?? null);
  if (value === null) return field === undefined ? { text: '', exact: '' } : emptyCell;
  return numberCell(value, typeof format === 'function' ? format(value) : format, source.speech.locale);
}

function agentRows(source: Source): readonly FigureRow[] {
  const { speech, teams, answers, hasDifference } = source;
  const { t, locale } = speech;
  const name = (row: 'agents' | 'exact' | 'decides' | 'goals') => ({
    id: row,
    label: t(`calculator.row.${row}`),
    unit: t(`calculator.rowUnit.${row}`),
  });
  const exact = answers.flatMap((answer) =>
    teams.map((team) =>
      team === 'needed'
        ? numberCell(answer?.exact ?? null, { style: 'number', digits: 2 }, locale)
        : { text: '', exact: '' },
    ),
  );
  const decides = answers.map((answer) => ({ ...decidesCell(answer, speech), span: teams.length }));
  const goals = (team: TeamFigures | null) => {
    if (team === null) return emptyCell;
    return team.missed.length === 0 ? wordCell(t('calculator.met')) : wordCell(t('calculator.missed'), 'bad');
  };
  const nothing = { text: '', exact: '' };
  return [
    {
      ...name('agents'),
      isStrong: true,
      cells: line(
        source,
        (team) => (team === null ? emptyCell : numberCell(team.agents, agentsFormat(team.agents), locale)),
        differenceCell(source, 'agents', { style: 'number', digits: 0 }),
      ),
    },
    {
      ...name('exact'),
      cells: hasDifference
        ? [...exact, differenceCell(source, 'exact', { style: 'number', digits: 2 })]
        : exact,
    },
    { ...name('decides'), cells: hasDifference ? [...decides, nothing] : decides },
    { ...name('goals'), cells: line(source, goals, nothing) },
  ];
}

function decidesCell(answer: ModelAnswer | null, speech: Speech): FigureCell {
  if (answer === null) return emptyCell;
  const part = bindingText(answer.required.binding, speech);
  return answer.required.agents === null
    ? wordCell(speech.t('calculator.noNumber', { part }), 'bad')
    : wordCell(part);
}

function columnsOf({ speech, teams, answers, hasDifference }: Source): readonly FigureColumn[] {
  const { t } = speech;
  const ofModels = answers.flatMap((_, model) =>
    teams.map((team, place) => ({
      id: `${models[model] ?? ''}.${team}`,
      label: t(`calculator.team.${team}`),
      startsGroup: place === 0,
      isStrong: team === 'needed',
    })),
  );
  return hasDifference
    ? [...ofModels, { id: 'difference', label: t('calculator.difference'), startsGroup: true }]
    : ofModels;
}

/** Every result of one interval, both models side by side. */
export function intervalTable(
  input: CalculatorInput | null,
  result: CalculatorResult | null,
  { hasPatience, hasTeam }: TableShape,
  speech: Speech,
): FigureTableData {
  const { t } = speech;
  const teams: readonly TeamColumn[] = hasTeam
    ? ['oneFewer', 'needed', 'oneMore', 'present']
    : ['oneFewer', 'needed', 'oneMore'];
  const shown = hasPatience ? models : (['erlangC'] as const);
  const answers = shown.map((model) => result?.[model] ?? null);
  const source: Source = {
    speech,
    teams,
    answers,
    difference: result?.difference ?? null,
    hasDifference: hasPatience,
  };
  const groups = shown.map((model) => ({ label: t(`calculator.model.${model}`), span: teams.length }));
  return {
    label: t('calculator.intervalTable'),
    lineHeader: t('calculator.figure'),
    unitHeader: t('sheet.unit'),
    groups: hasPatience ? [...groups, { label: t('calculator.cMinusA'), span: 1 }] : groups,
    columns: columnsOf(source),
    rows: [
      ...agentRows(source),
      ...measureRows(input).map((row) => ({
        id: row.measure,
        label: t(`calculator.row.${row.measure}`),
        unit: t(`calculator.rowUnit.${row.measure}`, {
          currency: speech.currency ?? t('calculator.unit.money'),
        }),
        cells: line(
          source,
          (team) => measureCell(team, row, speech),
          differenceCell(source, row.difference, row.format),
        ),
        ...(row.startsGroup === undefined ? {} : { startsGroup: row.startsGroup }),
      })),
    ],
  };
}
