import { describe, expect, it } from 'vitest';
import { periodColumns } from '#renderer/state/periodColumns.ts';
import { fiscalYearStartOf, type PlanFigures } from '#renderer/state/figures.ts';
import { editCommands, planCell, type PlanRow, sheetRows } from '#renderer/state/planRows.ts';
import { stepNames } from '#renderer/state/stepName.ts';
import { refusalOf } from '#renderer/state/refusals.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);
const months = figuresOf(document);

function columnsOf({ structure, locale, texts, grain }: PlanFigures) {
  const fiscalYearStart = fiscalYearStartOf(document);
  return periodColumns({ structure, locale, texts: texts.periods, fiscalYearStart }, grain);
}

function columnNamed(figures: PlanFigures, label: string): number {
  return columnsOf(figures).findIndex((column) => column.label === label);
}

function cell(figures: PlanFigures, id: string, label: string) {
  const column = columnsOf(figures)[columnNamed(figures, label)];
  if (column === undefined) throw new Error(`There is no column ${label}.`);
  return planCell(figures, id, column);
}

/** What typing a value under a column means, and the document after it. */
function typed(id: string, entries: readonly (readonly [label: string, value: number | null])[]) {
  const edits = entries.map(([label, value]) => ({
    rowId: id,
    columnIndex: columnNamed(months, label),
    value,
  }));
  const commands = editCommands(months, columnsOf(months), edits);
  return { commands, after: afterAll(commands) };
}

function afterAll(commands: readonly Command[]): ScenarioDocument {
  return commands.reduce((before, command) => {
    const applied = applyCommand(before, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    return applied.value.next;
  }, document);
}

describe('columns', () => {
  it('name months, quarters and fiscal years, each year closed by its total', () => {
    const labels = columnsOf(months).map(({ label }) => label);
    expect(labels.slice(0, 5)).toEqual(['Jan 27', 'Feb 27', 'Mar 27', 'FY27*', 'Apr 27']);
    expect(labels).toHaveLength(24 + 3);
    const quarters = columnsOf(figuresOf(document, 'quarter')).map(({ label }) => label);
    expect(quarters.slice(0, 4)).toEqual(['Q4 FY27', 'FY27*', 'Q1 FY28', 'Q2 FY28']);
    expect(columnsOf(figuresOf(document, 'year')).map(({ label }) => label)).toEqual([
      'FY27*',
      'FY28',
      'FY29*',
    ]);
  });

  it('say which years lie only partly in the plan', () => {
    const long = columnsOf(figuresOf(document, 'year')).map(({ longLabel }) => longLabel);
    expect(long).toEqual([
      'FY2027, only the part inside the plan',
      'FY2028',
      'FY2029, only the part inside the plan',
    ]);
  });

  it('are calendar years where the fiscal year begins in January', () => {
    const calendarYears = { ...document, calendar: { ...document.calendar, fiscalYearStart: 1 } };
    const { structure, locale, texts } = figuresOf(calendarYears, 'year');
    const columns = periodColumns({ structure, locale, texts: texts.periods, fiscalYearStart: 1 }, 'year');
    expect(columns.map(({ label }) => label)).toEqual(['2027', '2028']);
  });

  it('follow the locale', () => {
    const { structure, texts } = months;
    const options = { structure, locale: 'cs', texts: texts.periods, fiscalYearStart: 4 };
    expect(periodColumns(options, 'period')[0]?.longLabel).toBe('leden 2027');
  });

  it('name the weeks and 4-4-5 months of a weekly plan', () => {
    const weekly = figuresOf(documentOf('test/fixtures/plans/weeklyRamp.scenario.json'));
    const { structure, locale, texts, document: plan } = weekly;
    const options = { structure, locale, texts: texts.periods, fiscalYearStart: fiscalYearStartOf(plan) };
    const [week] = periodColumns(options, 'period');
    expect(week?.longLabel).toMatch(/^Week of \w+ \d+, \d{4}$/);
    const fiscalMonths = periodColumns(options, 'month').filter(({ kind }) => kind === 'period');
    expect(fiscalMonths).toHaveLength(structure.groups.month.length);
    expect(new Set(fiscalMonths.map(({ label }) => label)).size).toBe(fiscalMonths.length);
  });
});

describe('rows', () => {
  const tree: readonly PlanRow[] = [
    {
      group: 'smb',
      label: 'Small business',
      rows: [
        { node: 'segments.smb.deals' },
        { node: 'segments.smb.closing', isTotal: true },
        { node: 'segments.smb.nothing' },
      ],
    },
    { group: 'empty', label: 'Nobody', rows: [{ node: 'segments.gone.deals' }] },
    { node: 'staffGroups.prague.pay.hourlyWage' },
  ];

  it('come with label, unit and format, groups around them, and without what the plan has not', () => {
    const rows = sheetRows(months, tree);
    expect(rows.map(({ id, level, kind, unit }) => [id, level, kind, unit])).toEqual([
      ['smb', 0, 'group', ''],
      ['segments.smb.deals', 1, 'input', 'per month'],
      ['segments.smb.closing', 1, 'result', 'customers'],
      ['staffGroups.prague.pay.hourlyWage', 0, 'input', 'EUR / hour'],
    ]);
    expect(rows.at(-1)?.format).toEqual({ style: 'money', digits: 2, currency: 'EUR' });
    expect(rows[2]?.isTotal).toBe(true);
  });

  it('show an input that a plan may do without, if asked to', () => {
    const node = 'queues.voice.goal.asa';
    expect(sheetRows(months, [{ node }])).toEqual([]);
    const [row] = sheetRows(months, [{ node, isOptional: true }]);
    expect(row).toMatchObject({ id: node, label: 'Speed of answer goal', kind: 'input', unit: 'seconds' });
    expect(cell(months, node, 'Jan 27')).toEqual({ value: null, state: 'default' });
  });
});

describe('cells', () => {
  it('of a series can be typed into month by month, of its totals not', () => {
    expect(cell(months, 'segments.smb.deals', 'Jan 27')).toEqual({ value: 2600, state: 'input' });
    expect(cell(months, 'segments.smb.deals', 'FY28').state).toBe('result');
    expect(cell(figuresOf(document, 'quarter'), 'segments.smb.deals', 'Q1 FY28').state).toBe('result');
  });

  it('of what holds for the whole plan can be typed into in the first column, and say so in the others', () => {
    const id = 'segments.smb.openingCustomers';
    const note = 'Holds for the whole plan; change it in the first column.';
    expect(cell(months, id, 'Jan 27')).toMatchObject({ value: 118_000, state: 'input' });
    for (const label of ['Feb 27', 'FY27*', 'FY28', 'Dec 28']) {
      expect(cell(months, id, label)).toEqual({ value: 118_000, state: 'result', note });
    }
    const years = figuresOf(document, 'year');
    expect(cell(years, id, 'FY27*').state).toBe('input');
    expect(cell(years, id, 'FY28')).toMatchObject({ state: 'result', note });
    const weekly = figuresOf(documentOf('test/fixtures/plans/weeklyRamp.scenario.json'), 'month');
    const fewest = weekly.structure.nodes.find((node) => node.kind === 'input' && !node.isSeries);
    const states = columnsOf(weekly).map((column) => planCell(weekly, fewest?.id ?? '', column).state);
    expect(states.filter((state) => state !== 'result')).toHaveLength(1);
    expect(states[0]).not.toBe('result');
    expect(cell(months, 'plan.totalCost', 'Feb 27')).not.toHaveProperty('note');
    expect(cell(months, 'segments.smb.deals', 'FY28')).not.toHaveProperty('note');
  });

  it('show defaults as such and results as results', () => {
    expect(cell(months, 'queues.voice.volume', 'Jan 27')).toEqual({ value: 0, state: 'default' });
    expect(cell(months, 'plan.totalCost', 'Jan 27').state).toBe('result');
  });

  it('give the reason in place of a number that cannot be computed, in the month and in its year', () => {
    const noOne = documentOf(sampleFile);
    const broken: ScenarioDocument = {
      ...noOne,
      drivers: [{ id: 'part', value: { formula: '1 / (1 - 1)' } }],
    };
    const figures = figuresOf(broken);
    const { error, value } = cell(figures, 'drivers.part.value', 'Jan 27');
    expect(value).toBeNull();
    expect(error).toEqual({ short: '÷ 0', reason: 'Divided by zero. (drivers.part.value)' });
    expect(cell(figuresOf(broken, 'year'), 'drivers.part.value', 'FY28').error).toBeDefined();
  });
});

describe('edits', () => {
  const deals = 'segments.smb.deals';

  it('of neighbouring months become one command, over the total column between them', () => {
    const { commands, after } = typed(deals, [
      ['Apr 27', 20],
      ['Mar 27', 10],
      ['Jun 27', 40],
    ]);
    expect(commands).toEqual([
      { type: 'setPeriods', path: deals, from: 2, values: [10, 20] },
      { type: 'setPeriods', path: deals, from: 5, values: [40] },
    ]);
    const shown = figuresOf(after);
    expect(['Mar 27', 'Apr 27', 'Jun 27'].map((label) => cell(shown, deals, label).value)).toEqual([
      10, 20, 40,
    ]);
    expect(cell(shown, deals, 'May 27').value).toBe(cell(months, deals, 'May 27').value);
  });

  it('of a constant set it for the whole plan', () => {
    const path = 'segments.smb.openingCustomers';
    expect(typed(path, [['Jan 27', 5]]).commands).toEqual([{ type: 'setInput', path, value: 5 }]);
    expect(typed(path, [['Jan 27', null]]).commands).toEqual([{ type: 'setInput', path }]);
    expect(typed(path, [['Mar 27', 5]]).commands).toEqual([]);
  });

  it('of an emptied month put the default there; emptied as a whole, the input goes', () => {
    const month = typed(deals, [['Feb 27', null]]);
    expect(month.commands).toEqual([{ type: 'setPeriods', path: deals, from: 1, values: [0] }]);
    const all = columnsOf(months).flatMap(({ label, kind }) =>
      kind === 'period' ? [[label, null] as const] : [],
    );
    expect(typed(deals, all).commands).toEqual([{ type: 'setInput', path: deals }]);
    expect(inputAt(typed(deals, all).after, deals)).toBeUndefined();
  });

  it('of an input without a default take it out', () => {
    const path = 'queues.voice.patience';
    expect(typed(path, [['Feb 27', null]]).commands).toEqual([{ type: 'setInput', path }]);
  });

  it('of an optional input that is not there yet set it for all months', () => {
    const path = 'staffGroups.prague.pay.annualSalary';
    expect(typed(path, [['Mar 27', 30_000]]).commands).toEqual([{ type: 'setInput', path, value: 30_000 }]);
  });

  it('of results and totals are not made', () => {
    expect(typed('plan.totalCost', [['Jan 27', 1]]).commands).toEqual([]);
    expect(typed(deals, [['FY28', 1]]).commands).toEqual([]);
  });
});

describe('a step of undo', () => {
  it('is named by the inputs that it changes, each once, also by one that is not set', () => {
    const deals: Command = { type: 'setPeriods', path: 'segments.smb.deals', from: 2, values: [1] };
    const asa: Command = { type: 'setInput', path: 'queues.voice.goal.asa', value: 30 };
    expect(stepNames(months, [deals, deals, asa])).toEqual([
      'Deals, Small business',
      'Speed of answer goal, Voice',
    ]);
    expect(stepNames(months, [{ type: 'setInput', path: 'name', value: 'New' }])).toEqual([]);
  });
});

describe('a refusal', () => {
  it('says what is wrong at the input itself', () => {
    const path = 'segments.smb.winRate';
    const refusal = refusalOf(document, path, [{ type: 'setPeriods', path, from: 0, values: [1.4] }]);
    expect(refusal).toMatchObject({ problems: [{ found: '1.4', expected: 'a number from 0 to 1' }] });
  });

  it('keeps quiet about possible values, and about rules between inputs', () => {
    const path = 'segments.smb.winRate';
    expect(refusalOf(document, path, [{ type: 'setPeriods', path, from: 0, values: [0.4] }])).toBeNull();
    const share = 'staffGroups.prague.queues.voice.share';
    expect(refusalOf(document, share, [{ type: 'setInput', path: share, value: 0.5 }])).toBeNull();
  });
});
