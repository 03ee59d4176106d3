import { describe, expect, it } from 'vitest';
import { budgetRows } from '#renderer/features/budget/budgetRows.ts';
import { demandRows } from '#renderer/features/demand/demandRows.ts';
import {
  caretWord,
  type EditedFormula,
  insertName,
  suggestionsFor,
} from '#renderer/state/formula/formulaEditing.ts';
import {
  attemptToSave,
  draftOf,
  emptyDraft,
  idFor,
  type LineDraft,
  placeOf,
  removeCommand,
} from '#renderer/features/lines/lineDraft.ts';
import { ownLineRows } from '#renderer/features/lines/ownLineRows.ts';
import { peopleRows } from '#renderer/features/people/peopleRows.ts';
import { staffingRows } from '#renderer/features/staffing/staffingRows.ts';
import { isOwnLine } from '#renderer/state/ownLines.ts';
import { type PlanRow, sheetRows } from '#renderer/state/planRows.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import type { FormulaName } from '#shared/model/formulaHelp.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { documentOf, figuresOf, sampleFile, texts } from '#test/support/planFigures.ts';

const document = documentOf(sampleFile);

/** `|` is the caret. */
function wordAt(marked: string): string {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, typed } = caretWord(text, caret);
  return `${text.slice(from, to)} by ${typed}`;
}

function inserted(marked: string, name: string): string {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edited: EditedFormula = insertName(text, caretWord(text, caret), name);
  return `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`;
}

describe('the word at the caret of a formula', () => {
  it.each([
    ['totalC|', 'totalC by totalC'],
    ['2 * tot|al / x', 'total by tot'],
    ['queues.voice.of| + 1', 'queues.voice.of by queues.voice.of'],
    ['sum(queues, |', ' by '],
    ['3 + 2.5|', ' by '],
    ['a / |b', 'b by '],
    ['|', ' by '],
  ])('%s', (marked, expected) => {
    expect(wordAt(marked)).toBe(expected);
  });

  it.each([
    ['totalCost / cus|', 'customers', 'totalCost / customers|'],
    ['2 * tot|al / x', 'totalCost', '2 * totalCost| / x'],
    ['queues.voi|ce.offered', 'queues.chat.handled', 'queues.chat.handled|'],
    ['1 + ro|', 'round(', '1 + round(|'],
    ['1 + ro|(x)', 'round(', '1 + round(|x)'],
    ['a + |', 'b', 'a + b|'],
  ])('%s takes %s', (marked, name, expected) => {
    expect(inserted(marked, name)).toBe(expected);
  });
});

describe('the names that are offered', () => {
  function name(text: string, label: string): FormulaName {
    return { name: text, kind: 'measure', label, text: '' };
  }
  const names = [
    name('totalCost', 'Total cost'),
    name('costPerContact', 'Cost per contact'),
    name('cost', 'Cost'),
    name('groups.prague.cost.wages', 'Wages'),
    name('queues.voice.cost', 'Cost'),
    name('wages', 'Expense of pay'),
  ];
  const found = (typed: string, limit?: number) =>
    suggestionsFor(names, typed, limit).map(({ name: text }) => text);

  it('come best first: whole, beginning, last part, any part, word of the label', () => {
    expect(found('cost')).toEqual([
      'cost',
      'costPerContact',
      'queues.voice.cost',
      'totalCost',
      'groups.prague.cost.wages',
    ]);
    expect(found('PAY')).toEqual(['wages']);
    expect(found('cost', 2)).toHaveLength(2);
  });

  it('are all of them where nothing is typed, and none where nothing answers or nothing is left to complete', () => {
    expect(found('')).toEqual(names.map(({ name: text }) => text));
    expect(found('xyz')).toEqual([]);
    expect(found('totalCost')).toEqual([]);
  });
});

describe('the name in formulas', () => {
  const of = (name: string, part: Partial<LineDraft> = {}) =>
    idFor(
      { ...emptyDraft, name, ...part },
      { ...document, ownLines: [{ id: 'mine', scope: 'plan', formula: '1' }] },
    );

  it.each([
    ['Cost per customer', 'costPerCustomer'],
    ['Kosten/Kunde (€)', 'kostenKunde'],
    ['Náklady na zákazníka', 'nakladyNaZakaznika'],
    ['3rd party share', 'rdPartyShare'],
    ['Стоимость', 'line'],
    ['', ''],
  ])('of "%s" is %s', (name, expected) => {
    expect(of(name)).toBe(expected);
  });

  it.each([
    ['a measure', 'Total cost', 'totalCost2'],
    ['another own line', 'Mine', 'mine2'],
    ['the calendar', 'Days', 'days2'],
    ['a word of the formula language', 'True', 'true2'],
  ])('does not take that of %s', (_, name, expected) => {
    expect(of(name)).toBe(expected);
  });

  it('may be that of a measure of another kind', () => {
    expect(of('Total cost', { scope: 'queues' })).toBe('totalCost');
  });
});

const good: LineDraft = {
  ...emptyDraft,
  name: 'Cost per customer ',
  id: 'costPerCustomer',
  formula: 'totalCost / customers',
  unit: 'money',
  target: '€1,250.5',
  owner: ' ',
  decision: 'Whether self-service pays',
};

function after(from: ScenarioDocument, command: Command): ScenarioDocument {
  const applied = applyCommand(from, command);
  if (!applied.ok) throw new Error(applied.fault.message);
  return applied.value.next;
}

function saved(from: ScenarioDocument, draft: LineDraft, place?: number): ScenarioDocument {
  const { command, problems } = attemptToSave(from, draft, { place, locale: 'en' });
  expect(problems).toEqual([]);
  return after(from, command);
}

describe('saving a line', () => {
  it('puts in what was filled in, and the form shows it as it was', () => {
    const [line] = saved(document, good).ownLines ?? [];
    expect(line).toEqual({
      id: 'costPerCustomer',
      name: 'Cost per customer',
      scope: 'plan',
      formula: 'totalCost / customers',
      unit: 'money',
      rollup: 'formula',
      target: 1250.5,
      decision: 'Whether self-service pays',
    });
    if (line === undefined) throw new Error('There is no line.');
    expect(draftOf(line, 'EUR', 'en')).toMatchObject({ target: '1250.5', owner: '', isIdTyped: true });
  });

  it('changes the line at its place, and undo brings back what it was', () => {
    const two = saved(saved(document, good), { ...good, name: 'Half', id: 'half', formula: 'totalCost / 2' });
    const changed = attemptToSave(two, { ...good, formula: '2 * totalCost' }, { place: 0, locale: 'en' });
    const applied = applyCommand(two, changed.command);
    if (!applied.ok) throw new Error(applied.fault.message);
    expect(applied.value.next.ownLines?.map(({ formula }) => formula)).toEqual([
      '2 * totalCost',
      'totalCost / 2',
    ]);
    expect(after(applied.value.next, applied.value.inverse)).toEqual(two);
  });

  it('finds the line again where others of the same name but another kind stand before it', () => {
    const lines = [
      { id: 'x', scope: 'queues', formula: '1' },
      { id: 'x', scope: 'plan', formula: '2' },
    ] as const;
    const both = { ...document, ownLines: [...lines] };
    expect(placeOf(both, lines[1])).toBe(1);
    expect(after(both, removeCommand(1)).ownLines).toEqual([lines[0]]);
    expect(placeOf(after(both, removeCommand(1)), lines[1])).toBeUndefined();
  });

  it.each<[string, Partial<LineDraft>, string, string, RegExp | undefined]>([
    ['no name', { name: ' ' }, 'name', 'empty', undefined],
    ['no formula', { formula: '' }, 'formula', 'empty', undefined],
    ['a target that is no number', { target: 'much' }, 'target', 'notANumber', undefined],
    ['an id that is taken', { id: 'totalCost' }, 'id', 'refused', /no measure or input/],
    ['an id that is no id', { id: 'cost per head' }, 'id', 'refused', /a letter/],
    ['a formula that cannot be read', { formula: '1 +* 2' }, 'formula', 'refused', /at character/],
  ])('is refused with %s, at its field', (_, part, field, kind, expected) => {
    const { problems } = attemptToSave(document, { ...good, ...part }, { place: undefined, locale: 'en' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, kind });
    if (expected !== undefined) expect(problems[0]?.problem?.expected).toMatch(expected);
  });
});

describe('own lines in the grids', () => {
  const own: ScenarioDocument = {
    ...document,
    ownLines: [
      {
        id: 'perHead',
        name: 'Cost per head',
        scope: 'plan',
        formula: 'totalCost / ownHeadcount',
        unit: 'money',
      },
      { id: 'minutes', name: 'Minutes', scope: 'queues', formula: 'handled * aht / 60', rollup: 'sum' },
      { id: 'gain', name: 'Gain', scope: 'segments', formula: 'new - lost' },
      { id: 'spare', name: 'Spare', scope: 'groups', formula: 'effectiveFte - requiredFte' },
    ],
  };
  const figures = figuresOf(own);
  const idsOf = (rows: readonly PlanRow[]) => sheetRows(figures, rows).map(({ id }) => id);

  it('stand on a screen of their own, by member', () => {
    const rows = sheetRows(figures, ownLineRows(figures.structure, own.ownLines ?? []));
    expect(rows.slice(0, 4).map(({ id, label, level }) => [id, label, level])).toEqual([
      ['plan.perHead', 'Cost per head', 0],
      ['own:queues.minutes', 'Minutes', 0],
      ['queues.voice.minutes', 'Voice', 1],
      ['queues.chat.minutes', 'Chat', 1],
    ]);
  });

  it('and with the other lines of what they are about', () => {
    const { structure } = figures;
    expect(idsOf(demandRows(structure, texts.t))).toEqual(
      expect.arrayContaining(['segments.smb.gain', 'segments.ent.gain']),
    );
    expect(idsOf(staffingRows(structure, texts.t))).toContain('queues.email.minutes');
    expect(idsOf(peopleRows(structure, texts.t))).toContain('groups.prague.spare');
    expect(idsOf(budgetRows(structure, own, texts.t))).toContain('plan.perHead');
  });

  it('leave no empty headings where there are none', () => {
    const plain = figuresOf(document);
    const rows = sheetRows(plain, budgetRows(plain.structure, document, texts.t));
    expect(rows.filter(({ id }) => id.endsWith(':own'))).toEqual([]);
  });

  it('are told apart from those of the model', () => {
    expect(isOwnLine(figures, 'queues.voice.minutes')).toBe(true);
    expect(isOwnLine(figures, 'queues.voice.handled')).toBe(false);
    expect(isOwnLine(figuresOf(document), 'queues.voice.minutes')).toBe(false);
  });
});
