import { describe, expect, it } from 'vitest';
import { callLogLayout, callLogProfile, fieldsOf } from '#shared/model/profiles/callLog.ts';
import {
  copiedDay,
  gridOf,
  gridTotal,
  openedGrid,
  paintedGrid,
  pastedGrid,
  profileOf,
  profileShapes,
  resampledDay,
  resampledGrid,
  shapedGrid,
} from '#shared/model/profiles/shapes.ts';
import { dateOrderOf, parsedMinute, parsedTimestamp } from '#shared/model/profiles/timestamps.ts';

describe('the profile of a week', () => {
  it('keeps its total in intervals of any length', () => {
    for (const shape of profileShapes) {
      const grid = shapedGrid(shape, 30);
      for (const minutes of [5, 10, 15, 20, 60, 45]) {
        const next = resampledGrid(grid, 30, minutes);
        expect(next[0]?.length).toBe(1440 / minutes);
        expect(gridTotal(next)).toBeCloseTo(gridTotal(grid), 6);
      }
    }
    expect(resampledDay([4, 2], 720, 360)).toEqual([2, 2, 1, 1]);
    expect(resampledDay([1, 2, 3], 480, 720)).toEqual([2, 4]);
  });

  it('goes into the plan without closed days, and comes back as it was', () => {
    const grid = shapedGrid('flat', 60);
    const profile = profileOf(grid, 60);
    expect(Object.keys(profile.weights)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
    expect(gridOf({ ...profile, weights: { ...profile.weights } })).toEqual(grid);
  });

  it('is painted, pasted, copied and opened', () => {
    const grid = shapedGrid('flat', 60);
    expect(paintedGrid(grid, [{ day: 6, slot: 3 }], () => 7)[6]?.[3]).toBe(7);
    expect(paintedGrid(grid, [{ day: 0, slot: 9 }], () => -1)[0]?.[9]).toBe(0);
    expect(pastedGrid(grid, { day: 6, slot: 23 }, [[5, 6], [7]])[6]?.slice(22)).toEqual([0, 5]);
    expect(copiedDay(grid, 0, [6])[6]).toEqual(grid[0]);
    const opened = openedGrid(grid, [0, 6], 9 * 60, 20 * 60);
    expect(opened[0]?.[8]).toBe(0);
    expect(opened[0]?.[19]).toBe(10);
    expect(opened[6]?.slice(8, 10)).toEqual([0, 1]);
    expect(opened[1]).toEqual(grid[1]);
    expect(gridTotal(openedGrid(grid, [0, 1, 2, 3, 4, 5, 6], 0, 0))).toBe(0);
  });
});

describe('timestamps of logs', () => {
  it.each([
    ['2027-01-04T08:05:59Z', 'ymd', 8 * 60 + 5],
    ['2027/1/4 8:05', 'ymd', 8 * 60 + 5],
    ['20270104 0805', 'ymd', 8 * 60 + 5],
    ['04.01.2027 08:05', 'dmy', 8 * 60 + 5],
    ['4. 1. 2027 8:05', 'dmy', 8 * 60 + 5],
    ['01/04/2027 8:05:00 PM', 'mdy', 20 * 60 + 5],
    ['1/4/27 12:05 am', 'mdy', 5],
    ['2027年1月4日 08:05', 'ymd', 8 * 60 + 5],
  ] as const)('%s', (text, order, minute) => {
    expect(parsedTimestamp(text, order)).toEqual({ day: 20_822, minute });
  });

  it('are refused when they are none', () => {
    for (const text of ['', 'yesterday', '2027-02-30 08:00', '2027-01-04', '2027-01-04 25:00', '12:30'])
      expect(parsedTimestamp(text, 'ymd')).toBeUndefined();
    expect(parsedMinute('30600')).toBe(510);
    expect(parsedMinute('86400')).toBeUndefined();
  });

  it('show in which order their days and months stand', () => {
    expect(dateOrderOf(['01/02/2027 8:00', '31/02/2027 8:00', '13/02/2027 8:00'])).toBe('dmy');
    expect(dateOrderOf(['01/02/2027 8:00', '01/13/2027 8:00'])).toBe('mdy');
    expect(dateOrderOf(['01/02/2027 8:00', '01/03/2027 8:00', '01/04/2027 8:00'])).toBe('mdy');
  });
});

describe('a call log', () => {
  const log = [
    'id;start;"note; free"',
    // Two Mondays and a Tuesday; one line is broken.
    '1;04.01.2027 08:10;"a; b"',
    '2;04.01.2027 08:20;',
    '3;11.01.2027 08:29;x',
    '4;11.01.2027 17:00;x',
    '5;05.01.2027 08:00;"say ""hi"""',
    '6;unknown;x',
  ].join('\r\n');

  it('tells its layout', () => {
    const layout = callLogLayout(log);
    expect(layout.separator).toBe(';');
    expect(layout.hasHeader).toBe(true);
    expect(layout.columns.map(({ name, holds }) => [name, holds])).toEqual([
      ['id', 'other'],
      ['start', 'moment'],
      ['note; free', 'other'],
    ]);
    expect(fieldsOf('5;"say ""hi""";', ';')).toEqual(['5', 'say "hi"', '']);
  });

  it('becomes the mean of each weekday and interval', () => {
    const told: number[] = [];
    const question = { layout: callLogLayout(log), dateColumn: 1, intervalMinutes: 30 };
    const profile = callLogProfile(log, question, (share) => told.push(share));
    expect(profile?.grid[0]?.[16]).toBe(1.5);
    expect(profile?.grid[0]?.[34]).toBe(0.5);
    expect(profile?.grid[1]?.[16]).toBe(1);
    expect(profile).toMatchObject({ contacts: 5, skipped: 1, days: 3, firstDay: 20_822, lastDay: 20_829 });
    expect(told).toEqual([0]);
  });

  it('may count by interval, and may have date and time apart', () => {
    const counted = 'datetime,calls\n2027-01-04T07:00,111\n2027-01-04T07:05,9\n';
    const layout = callLogLayout(counted);
    const profile = callLogProfile(counted, { layout, dateColumn: 0, countColumn: 1, intervalMinutes: 15 });
    expect(profile?.grid[0]?.[28]).toBe(120);
    const apart = '2027-01-04,30600\n2027-01-04,30700\n';
    const split = callLogProfile(apart, {
      layout: callLogLayout(apart),
      dateColumn: 0,
      timeColumn: 1,
      intervalMinutes: 30,
    });
    expect(split?.grid[0]?.[17]).toBe(2);
  });

  it('without a single time is none', () => {
    const text = 'a,b\nx,y\n';
    expect(
      callLogProfile(text, { layout: callLogLayout(text), dateColumn: 0, intervalMinutes: 30 }),
    ).toBeUndefined();
  });
});
