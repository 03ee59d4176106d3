import JSZip from 'jszip';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildComparison } from '#electron/reports/workbook/comparison/buildComparison.ts';
import { readWorkbook } from '#electron/reports/workbook/readWorkbook.ts';
import { createPlan } from '#shared/model/plan.ts';
import type { ReportLanguage } from '#shared/model/packs/content.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { editedPlan } from '#test/support/comparedPlans.ts';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import {
  cellAt,
  differentCells,
  errorCells,
  formulaCells,
  inputRow,
  measureRow,
  numberXml,
  resultCells,
  withCells,
} from '#test/support/workbookCells.ts';
import { ungrounded } from '#test/support/workbookGraph.ts';
import { valueOf } from '#test/support/workspaces.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

const bonus = 'staffGroups.prague.pay.bonusRate';

const base = editedPlan(referenceScenario('salesGrowth'));
const variant: Scenario = {
  ...editedPlan(
    base,
    { type: 'setInput', path: bonus, value: 0.09 },
    { type: 'setInput', path: 'staffGroups.prague.attrition', value: 0.41 },
    { type: 'setInput', path: 'queues.voice.goal.serviceLevel', value: 0.85 },
    { type: 'setInput', path: 'discountRate', value: 0.1 },
  ),
  name: 'Variant',
};

const hashes = { before: 'ab'.repeat(32), after: 'cd'.repeat(32) };

function inputOf(document: Scenario, inputsSha256: string) {
  const stamp = { scenarioName: document.name, inputsSha256, engineVersion: '1' };
  return { document, stamp: { ...stamp, writtenAt: '2026-11-22T09:30:00.000Z' } };
}

async function comparisonOf(before: Scenario, after: Scenario, language: ReportLanguage = 'en') {
  const made = await buildComparison(inputOf(before, hashes.before), inputOf(after, hashes.after), {
    language,
  });
  return Uint8Array.from(valueOf(made));
}

function totalCost(scenario: Scenario): readonly number[] {
  return [...valueOf(createPlan(scenario)).column('plan.totalCost')];
}

/** Labels of the checks that do not say that all is well. */
function failedChecks({ sheets }: Workbook, sheet: string): readonly unknown[] {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.flatMap(([label, , state]) => (state === 'look' ? [label] : []));
}

/** Forty sheets are worked out anew, by a spreadsheet that has to start first. */
const patient = { timeout: 180_000 };

describe('the workbook of a comparison', patient, () => {
  let bytes = new Uint8Array();
  let workbook: Workbook = { sheets: [] };
  beforeAll(async () => {
    bytes = await comparisonOf(base, variant);
    workbook = await readXlsx(bytes, { readStyles: false });
  });

  it.skipIf(noLibreOffice !== undefined)('recalculated from scratch, equals the two plans', async () => {
    const office = await recalculated(bytes);
    const formulas = formulaCells(workbook);
    expect(formulas.length).toBeGreaterThan(20_000);
    expect(differentCells(workbook, office, formulas)).toEqual([]);
    expect(errorCells(office)).toEqual([]);
    for (const sheet of ['Checks', 'Checks A', 'Checks B']) expect(failedChecks(office, sheet)).toEqual([]);
  });

  it('is a sound package whose formulas rest on the inputs of both, nine of ten results being formulas', async () => {
    expect(await packageProblems(bytes)).toEqual([]);
    expect(errorCells(workbook)).toEqual([]);
    expect(ungrounded(workbook)).toEqual([]);
    const { numbers, formulas } = resultCells(workbook);
    expect(numbers).toBeGreaterThan(5000);
    expect(formulas / numbers).toBeGreaterThan(0.9);
  });

  it('names cells and what is printed with the names of sheets in quotes, as spreadsheets read them', async () => {
    const xml = await (await JSZip.loadAsync(bytes)).file('xl/workbook.xml')?.async('string');
    const names = [...(xml ?? '').matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range = '']) => range);
    expect(names.length).toBeGreaterThan(400);
    const part = /^(?:'(?:[^']|'')+'|[A-Za-z]+)!\$[A-Z]*\$?\d*(?::\$[A-Z]*\$?\d*)?$/;
    expect(names.filter((name) => !name.split(',').every((each) => part.test(each)))).toEqual([]);
  });

  it('says by how much B differs, period by period', () => {
    const row = measureRow(workbook, 'Differences', 'Total cost');
    const [before, after] = [totalCost(base), totalCost(variant)];
    after.forEach((cost, t) => {
      expect(cellAt(workbook, 'Differences', row, 3 + t)).toBeCloseTo(cost - (before[t] ?? 0), 6);
    });
  });

  it('lists the assumptions that differ, both values by formula', () => {
    const sheet = 'Changed assumptions';
    const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const row = rows.findIndex((cells) => cells[9] === bonus);
    expect(rows[row]?.slice(0, 6)).toEqual([
      'Bonus rate',
      'Prague',
      'Pay and partner prices',
      0.06,
      0.09,
      expect.closeTo(0.03, 12),
    ]);
    const formulas = formulaCells(workbook).filter((cell) => cell.sheet === sheet && cell.row === row);
    expect(formulas.map(({ formula }) => formula)).toEqual([
      `planA.${bonus}`,
      `planB.${bonus}`,
      `planB.${bonus}-planA.${bonus}`,
    ]);
    expect(rows.map((cells) => cells[9])).toContain('queues.voice.goal.serviceLevel');
  });

  it.skipIf(noLibreOffice !== undefined)(
    'a rate of pay changed in the file moves the differences, and the bridge says that it is of before',
    async () => {
      const cell = `C${inputRow(workbook, bonus, 'Inputs B') + 1}`;
      const typed = await withCells(bytes, 'Inputs B', new Map([[cell, numberXml(0.12)]]));
      const office = await recalculated(typed);
      const row = measureRow(office, 'Differences', 'Total cost');
      const before = totalCost(base);
      totalCost(editedPlan(variant, { type: 'setInput', path: bonus, value: 0.12 })).forEach((cost, t) => {
        expect(cellAt(office, 'Differences', row, 3 + t)).toBeCloseTo(cost - (before[t] ?? 0), 5);
      });
      expect(failedChecks(office, 'Checks')).toContain('Bridge, Total cost: A and the steps make up B');
      expect(errorCells(office)).toEqual([]);
    },
  );

  it('comes back as a change of the plan in which something was typed', async () => {
    const cell = `C${inputRow(workbook, bonus, 'Inputs A') + 1}`;
    const typed = await withCells(bytes, 'Inputs A', new Map([[cell, numberXml(0.07)]]));
    const read = valueOf(await readWorkbook(typed, { document: base, inputsSha256: hashes.before }));
    const reason = `From a workbook, 'Inputs A'!${cell}`;
    expect(read.commands).toEqual([{ type: 'setInput', path: bonus, value: 0.07, reason }]);
    const other = valueOf(await readWorkbook(typed, { document: variant, inputsSha256: hashes.after }));
    expect(other.commands).toEqual([]);
  });
});

describe('plans that have little in common', patient, () => {
  it.skipIf(noLibreOffice !== undefined).for([
    ['weeks and months', editedPlan(referenceScenario('weeklyRamp'))],
    ['other queues, groups and years', editedPlan(referenceScenario('businessCase'))],
    ['another currency', { ...base, name: 'Dollars', currency: 'USD' }],
  ] as const)('are compared as far as they have: %s', async ([, other]) => {
    const bytes = await comparisonOf(other, base, 'cs');
    expect(await packageProblems(bytes)).toEqual([]);
    const workbook = await readXlsx(bytes, { readStyles: false });
    const office = await recalculated(bytes);
    const numbers = formulaCells(workbook).filter(
      ({ sheet, row, column }) => typeof cellAt(workbook, sheet, row, column) === 'number',
    );
    expect(differentCells(workbook, office, numbers)).toEqual([]);
    expect(errorCells(office)).toEqual([]);
  });
});
