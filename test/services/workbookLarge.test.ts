import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { isBeyondLimits, withinLimits } from '#electron/reports/workbook/limits.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { differentCells, errorCells, formulaCells, workbookOf } from '#test/support/workbookCells.ts';
import { valueOf } from '#test/support/workspaces.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

const QUEUES = 100;
const names = Array.from({ length: QUEUES }, (_, place) => `a_queue_with_quite_a_long_name_${place}`);
const hours = Array.from({ length: 24 }, (_, hour) => (hour > 8 && hour < 18 ? 1 + hour / 10 : 0));

function queue(id: string, place: number) {
  const isDeferred = place % 3 === 0;
  return {
    id,
    channel: isDeferred ? 'email' : 'voice',
    demand: ['one', 'other'].map((segment) => ({ segment, contactsPerCustomer: 0.01 + place / 10_000 })),
    handleTime: { talk: 200 + place, wrapUp: 40 },
    profile: { intervalMinutes: 60, weights: { mon: hours, tue: hours, fri: hours } },
    ...(isDeferred
      ? { model: 'workload', goal: { within: 86_400 } }
      : place % 3 === 1
        ? { model: 'erlangA', patience: 120, goal: { serviceLevel: 0.8, within: 20 } }
        : { model: 'erlangC', goal: { serviceLevel: 0.8, within: 20 } }),
  };
}

const starts = Array.from(
  { length: 80 },
  (_, day) => `2027-0${1 + (day % 5)}-${String(1 + (day % 27)).padStart(2, '0')}`,
);
const steps = Array.from({ length: 70 }, (_, place) => ({
  date: `20${String(20 + Math.floor(place / 9))}-0${1 + (place % 9)}-01`,
  value: 14 + place / 10,
}));

/** Sums over a hundred queues, dozens of events, hiring classes and steps. */
const large = valueOf(
  validateScenario({
    format: 'headroom/scenario',
    version: 1,
    name: 'A hundred queues',
    currency: 'EUR',
    calendar: { start: '2027-01-01', periods: 6, grain: 'month' },
    segments: [
      { id: 'one', openingCustomers: 90_000, revenuePerCustomer: 5 },
      { id: 'other', openingCustomers: 60_000, revenuePerCustomer: 7 },
    ],
    queues: names.map(queue),
    events: Array.from({ length: 40 }, (_, place) => ({
      name: `Event ${place}`,
      from: `2027-0${1 + (place % 6)}-05`,
      to: `2027-0${1 + (place % 6)}-09`,
      uplift: 0.01,
      queues: names.slice(0, 3),
    })),
    staffGroups: [
      {
        id: 'agents',
        queues: names.map((id) => ({ id, share: 1 })),
        weeklyHours: 40,
        shrinkage: { outOfOffice: { leave: 0.1 }, inOffice: { breaks: 0.1 } },
        proficientHeadcount: 700,
        attrition: 0.3,
        hiring: { mode: 'manual', perMonth: 2, classes: starts.map((start) => ({ start, people: 1 })) },
        pay: { hourlyWage: { base: 14, steps } },
      },
    ],
  }),
);

it.skipIf(noLibreOffice !== undefined)(
  'a plan of a hundred queues has no formula that is too long for a spreadsheet, and recalculates',
  { timeout: 240_000 },
  async () => {
    const bytes = Uint8Array.from(await workbookOf(large));
    expect(await packageProblems(bytes)).toEqual([]);
    const workbook = await readXlsx(bytes, { readStyles: false });
    const formulas = formulaCells(workbook);
    expect(formulas.filter(({ formula }) => isBeyondLimits(formula))).toEqual([]);
    expect(Math.max(...formulas.map(({ formula }) => formula.length))).toBeLessThan(6000);
    const parts = workbook.sheets.filter(({ rows }) =>
      rows.some(([label]) => label === 'Parts of long formulas'),
    );
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Inputs by period', 'Customers', 'Demand', 'People', 'Plan']),
    );
    const office = await recalculated(bytes, { isInOneThread: true });
    expect(differentCells(workbook, office, formulas)).toEqual([]);
    expect(errorCells(office)).toEqual([]);
  },
);

it('knows what spreadsheets do not take', () => {
  const repeated = (text: string, times: number) => Array.from({ length: times }, () => text).join('');
  expect(isBeyondLimits(`SUM(${repeated('A1,', 254)}A1)`)).toBe(false);
  expect(isBeyondLimits(`SUM(${repeated('A1,', 255)}A1)`)).toBe(true);
  expect(isBeyondLimits(`${repeated('IF(A1,', 64)}1${repeated(',2)', 64)}`)).toBe(false);
  expect(isBeyondLimits(`${repeated('IF(A1,', 65)}1${repeated(',2)', 65)}`)).toBe(true);
  expect(isBeyondLimits(`"${repeated('(,', 300)}"&A1`)).toBe(false);
  expect(isBeyondLimits(repeated('A1+', 2730))).toBe(false);
  expect(isBeyondLimits(repeated('A1+', 2731))).toBe(true);
});

it('says which cell would be too long, instead of making a file that no spreadsheet opens', () => {
  const cells = new Map([['3,2', { formula: 'A1+'.repeat(3000) }]]);
  const fitting = withinLimits([{ name: 'Plan', cells }]);
  expect(fitting.ok ? '' : fitting.fault.message).toContain('the formula of Plan!C4');
  const wide = withinLimits([{ name: 'Profiles', columns: Array.from({ length: 17_000 }, () => ({})) }]);
  expect(wide.ok ? '' : wide.fault.message).toContain('the sheet Profiles');
});
