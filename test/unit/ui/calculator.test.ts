import { beforeEach, describe, expect, it } from 'vitest';
import { calculate } from '#shared/queueing/calculator.ts';
import { calculateDay } from '#shared/queueing/calculatorDay.ts';
import { calculatorCurve } from '#shared/queueing/calculatorCurve.ts';
import { calculatorDefaults } from '#shared/queueing/calculatorInput.ts';
import { createTexts } from '#renderer/app/i18n/i18n.ts';
import {
  calculatorForm,
  dayTexts,
  resetForm,
  setField,
  setHours,
  writeDay,
} from '#renderer/features/calculator/calculatorForm.ts';
import { copyText } from '#renderer/features/calculator/copyText.ts';
import { dayLines, dayTable } from '#renderer/features/calculator/dayTables.ts';
import { tableLines } from '#renderer/features/calculator/figureTable.ts';
import { costChart, levelChart } from '#renderer/features/calculator/intervalCharts.ts';
import { intervalTable } from '#renderer/features/calculator/intervalTable.ts';
import { pastedLines } from '#renderer/features/calculator/pasteDay.ts';
import { readDay, readForm } from '#renderer/features/calculator/readForm.ts';
import { dayTiles, intervalTiles } from '#renderer/features/calculator/tiles.ts';
import { problemText, type Speech } from '#renderer/features/calculator/words.ts';

const { t } = createTexts();
const speech: Speech = { t, locale: 'en', currency: 'EUR' };
const german: Speech = { ...speech, locale: 'de' };

beforeEach(() => {
  calculatorForm.setState(calculatorForm.getInitialState(), true);
});

describe('reading the fields', () => {
  it('untouched fields are the example', () => {
    expect(readForm(calculatorForm.getState(), 'en')).toEqual({
      input: { ...calculatorDefaults, asa: undefined, maxAbandon: undefined },
      problems: [],
    });
    expect(readForm(calculatorForm.getState(), 'de').input?.hoursPerMonth).toBe(173.33);
  });

  it('reads what people type: percent, minutes and seconds, decimal commas, empty optional fields', () => {
    setField('shrinkage', '32,5 %');
    setField('aht', '4:30');
    setField('contacts', '1.234,5');
    setField('patience', ' ');
    setField('asa', '12');
    expect(readForm(calculatorForm.getState(), 'de').input).toMatchObject({
      shrinkage: 0.325,
      aht: 270,
      contacts: 1234.5,
      patience: undefined,
      asa: 12,
    });
  });

  it('names every field that cannot be used, what was found there and what it takes', () => {
    setField('aht', 'abc');
    setField('serviceLevel', '120');
    setField('concurrency', '1.5');
    setField('within', '');
    const { input, problems } = readForm(calculatorForm.getState(), 'en');
    expect(input).toBeNull();
    expect(problems.map((one) => problemText(one, undefined, speech))).toEqual([
      'Handle time: “abc” is not a number. Enter 1 to 86,400\u00a0seconds.',
      'Handled at once: 1.5 is not a whole number. Enter a whole number, 1 to 20\u00a0contacts.',
      'Service level: 120 is out of range. Enter 0 to 100\u00a0%.',
      'Answered within: nothing is entered. Enter 0 to 86,400\u00a0seconds.',
    ]);
  });

  it('in the day does not read the fields of one interval', () => {
    setField('contacts', 'abc');
    calculatorForm.setState({ mode: 'day' });
    expect(readForm(calculatorForm.getState(), 'en').problems).toEqual([]);
  });

  it('reads the lines of the day; an empty one has no contacts and nobody given', () => {
    writeDay(0, [{ contacts: '', agents: '' }, { contacts: '12,5', agents: '3' }, { contacts: 'x' }]);
    const { intervals, problems } = readDay(calculatorForm.getState(), 'de');
    expect(intervals.slice(0, 2)).toEqual([
      { contacts: 0, agents: undefined },
      { contacts: 12.5, agents: 3 },
    ]);
    expect(problems.map((one) => problemText(one, '09:00', speech))).toEqual([
      '09:00, Contacts: “x” is not a number. Enter 0 to 1,000,000\u00a0contacts.',
    ]);
  });

  it('goes back to the example without leaving the day', () => {
    calculatorForm.setState({ mode: 'day' });
    setField('aht', '1');
    resetForm();
    expect(calculatorForm.getState()).toEqual({ ...calculatorForm.getInitialState(), mode: 'day' });
  });
});

describe('the hours of the day', () => {
  it('keep their lines when intervals become shorter, and end earlier', () => {
    setHours({ intervalMinutes: 15 });
    expect(calculatorForm.getState()).toMatchObject({ intervals: 20, opensMinute: 480 });
    setHours({ intervalMinutes: 60 });
    expect(calculatorForm.getState()).toMatchObject({ intervals: 16, opensMinute: 480 });
    setHours({ opensMinute: 23 * 60 });
    expect(calculatorForm.getState().intervals).toBe(1);
    expect(calculatorForm.getState().day).toHaveLength(20);
  });

  it('open on a boundary of the interval', () => {
    setHours({ intervalMinutes: 15 });
    setHours({ opensMinute: 495 });
    setHours({ intervalMinutes: 60 });
    expect(calculatorForm.getState().opensMinute).toBe(480);
  });

  it('grow with what is pasted, to midnight and no further', () => {
    const lines = Array.from({ length: 40 }, (_, place) => ({ contacts: String(place) }));
    expect(writeDay(2, lines)).toBe(10);
    const form = calculatorForm.getState();
    expect(form.intervals).toBe(32);
    expect([dayTexts(form, 2), dayTexts(form, 31)]).toEqual([
      { contacts: '0', agents: '56' },
      { contacts: '29', agents: '' },
    ]);
  });
});

describe('pasting from a spreadsheet', () => {
  it('takes one column or two, with or without headings and times', () => {
    expect(pastedLines('1\r\n2\r\n', 'contacts', 'en')).toEqual([{ contacts: '1' }, { contacts: '2' }]);
    expect(pastedLines('Calls\tAgents\n1\t7\n2\t8', 'contacts', 'en')).toEqual([
      { contacts: '1', agents: '7' },
      { contacts: '2', agents: '8' },
    ]);
    expect(pastedLines('From\tCalls\n08:00\t10\n08:30\t12', 'contacts', 'en')).toEqual([
      { contacts: '10' },
      { contacts: '12' },
    ]);
    expect(pastedLines('8\n9', 'agents', 'en')).toEqual([{ agents: '8' }, { agents: '9' }]);
  });

  it('leaves a single cell to the field, and keeps what is no number for the message', () => {
    expect(pastedLines('12', 'contacts', 'en')).toBeNull();
    expect(pastedLines('5\nn/a\n', 'contacts', 'en')).toEqual([{ contacts: '5' }, { contacts: 'n/a' }]);
  });
});

function rowOf(table: ReturnType<typeof intervalTable>, id: string): readonly string[] {
  return table.rows.find((row) => row.id === id)?.cells.map(({ text }) => text) ?? [];
}

describe('the table of one interval', () => {
  const shape = { hasPatience: true, hasTeam: true };

  it('shows both models side by side and what lies between them', () => {
    const table = intervalTable(calculatorDefaults, calculate(calculatorDefaults), shape, speech);
    expect(rowOf(table, 'agents')).toEqual(['67', '68', '69', '64', '66', '67', '68', '64', '1']);
    expect(rowOf(table, 'decides')).toEqual(['occupancy', 'occupancy', '']);
    expect(rowOf(table, 'goals')).toEqual([
      'missed',
      'met',
      'met',
      'missed',
      'missed',
      'met',
      'met',
      'missed',
      '',
    ]);
    expect(rowOf(table, 'scheduled')[1]).toBe('97.1');
    expect(rowOf(table, 'slOffered')[1]).toBe('95.3%');
    const occupancy = table.rows
      .find(({ id }) => id === 'occupancy')
      ?.cells.map(({ tone }) => tone === 'bad');
    expect(occupancy).toEqual([true, false, false, true, true, false, false, true, false]);
  });

  it('says overload where there is no wait', () => {
    const input = { ...calculatorDefaults, agents: 50 };
    const table = intervalTable(input, calculate(input), shape, speech);
    expect([rowOf(table, 'asa')[3], rowOf(table, 'waitAll')[3], rowOf(table, 'queueLength')[3]]).toEqual([
      'overload',
      'overload',
      'overload',
    ]);
    expect(rowOf(table, 'asa')[7]).toMatch(/^\d/);
  });

  it('says that no number meets the goal', () => {
    const input = { ...calculatorDefaults, serviceLevel: 1 };
    const table = intervalTable(input, calculate(input), shape, speech);
    expect(rowOf(table, 'decides')[0]).toBe('No number of agents: service level');
    expect(rowOf(table, 'agents').slice(0, 4)).toEqual(['–', '–', '–', '64']);
  });

  it('keeps its lines and columns while something cannot be read', () => {
    const full = intervalTable(calculatorDefaults, calculate(calculatorDefaults), shape, speech);
    const blank = intervalTable(null, null, shape, speech);
    expect(blank.columns).toEqual(full.columns);
    expect(blank.rows.map(({ id, cells }) => [id, cells.length])).toEqual(
      full.rows.map(({ id, cells }) => [id, cells.length]),
    );
    expect(
      blank.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).every((text) => /^–?$/.test(text)),
    ).toBe(true);
  });

  it('has a text without gaps for each line, in every shape', () => {
    for (const hasPatience of [true, false]) {
      for (const hasTeam of [true, false]) {
        const input = { ...calculatorDefaults, patience: hasPatience ? 120 : undefined };
        const lines = tableLines(intervalTable(input, calculate(input), { hasPatience, hasTeam }, speech));
        expect(new Set(lines.map((line) => line.length)).size).toBe(1);
        expect(lines.flat().some((text) => text.startsWith('calculator.'))).toBe(false);
      }
    }
  });
});

describe('what is copied', () => {
  it('is the inputs and the table in full precision, as a spreadsheet of the locale reads it', () => {
    const table = intervalTable(
      calculatorDefaults,
      calculate(calculatorDefaults),
      { hasPatience: true, hasTeam: true },
      german,
    );
    const lines = copyText(calculatorDefaults, 'interval', tableLines(table), german).split('\r\n');
    expect(lines[0]).toBe('Contacts\t400\t/ interval');
    expect(lines).toContain('Service level\t80%\t%');
    expect(lines).toContain('Offered load\t57,111111111111114\tErlangs');
    expect(lines.find((line) => line.startsWith('Agents with shrinkage'))?.split('\t')[3]).toBe(
      '97,14285714285715',
    );
    expect(lines.filter((line) => line === '')).toHaveLength(1);
  });

  it('of a day is every interval and the totals', () => {
    const intervals = [{ contacts: 400, agents: 50 }, { contacts: 380.5 }];
    const day = calculateDay({ settings: calculatorDefaults, intervals });
    const lines = dayLines(dayTable(day, 2, true, speech), day, ['08:00', '08:30'], speech);
    expect(lines.map(([head]) => head)).toEqual([
      'From',
      '08:00',
      '08:30',
      'Day',
      'Hours',
      'Paid hours',
      'Cost EUR',
    ]);
    expect(lines[1]?.slice(0, 6)).toEqual(['08:00', '400', '50', String((400 * 257) / 1800), '68', '67']);
    expect(lines[2]?.slice(0, 3)).toEqual(['08:30', '380.5', '']);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    const text = copyText(calculatorDefaults, 'day', lines, speech);
    expect(text).not.toContain('Present team');
    expect(text).toContain('Handle time\t257\tseconds');
  });
});

describe('the answers above the table', () => {
  it('of one interval', () => {
    const tiles = intervalTiles(calculatorDefaults, calculate(calculatorDefaults), speech);
    expect(tiles.map(({ value, unit, note }) => `${value} ${unit}: ${note}`)).toEqual([
      '57.11 Erlangs: 400 × 257 s ÷ 30 min',
      '68 agents: 97.1 with shrinkage',
      '67 agents: 95.7 with shrinkage',
      '1 agent: €17.86 an interval',
      '64 agents: Misses occupancy',
    ]);
  });

  it.each([
    [70, 'Meets the goal', 'good'],
    [67, 'Meets it under Erlang A only', 'warning'],
    [60, 'Misses occupancy', 'bad'],
    [57, 'Overload under Erlang C', 'bad'],
  ])('with %i agents there: %s', (agents, note, tone) => {
    const input = { ...calculatorDefaults, agents };
    expect(intervalTiles(input, calculate(input), speech).at(-1)).toMatchObject({ note, tone });
  });

  it('of one day', () => {
    const day = calculateDay({ settings: calculatorDefaults, intervals: [{ contacts: 400, agents: 68 }] });
    expect(dayTiles(day, calculatorDefaults, speech).map(({ value, note }) => `${value}: ${note}`)).toEqual([
      '400: At most 57.1 Erlangs',
      '48.6: €1,214; 68 at the peak',
      '47.9: €1,196; 67 at the peak',
      '0.7: €17.86 a day',
      '48.6: In time 95.3% (C), 98% (A)',
    ]);
    const overloaded = calculateDay({
      settings: calculatorDefaults,
      intervals: [{ contacts: 400, agents: 50 }],
    });
    expect(dayTiles(overloaded, calculatorDefaults, speech).at(-1)).toMatchObject({
      note: '1 interval overloaded',
      tone: 'bad',
    });
  });
});

describe('the charts', () => {
  const points = calculatorCurve(calculatorDefaults);

  it('draw both models and the goal against agents', () => {
    const chart = levelChart(points, calculatorDefaults, speech);
    expect(chart).toMatchObject({ kind: 'percent', goal: { value: 0.8, label: 'Goal 80% in 20 s' } });
    if (chart.kind !== 'percent') throw new Error('The curve is a chart of shares');
    const at = chart.labels.indexOf('68');
    const lines = [...chart.left, ...chart.right];
    expect(lines.map(({ id, values }) => [id, values[at]?.toFixed(3)])).toEqual([
      ['erlangC', '0.953'],
      ['erlangA', '0.980'],
      ['abandoned', '0.007'],
    ]);
  });

  it('colour the cost by the models for which it is enough, each number of agents once', () => {
    const chart = costChart(points, calculatorDefaults, speech);
    if (chart.kind !== 'stackedBar') throw new Error('The cost is drawn in bars');
    const bars = chart.series;
    expect(bars.map(({ id }) => id)).toEqual(['tooFew', 'onlyA', 'both']);
    chart.labels.forEach((label, place) => {
      const shown = bars.filter(({ values }) => values[place] !== null);
      expect(shown, label).toHaveLength(1);
    });
    const only = bars[1]?.values.findIndex((value) => value !== null) ?? -1;
    expect(chart.labels[only]).toBe('67');
  });
});
