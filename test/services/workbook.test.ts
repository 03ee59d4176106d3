import JSZip from 'jszip';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { referencePlans, referenceScenario, type ReferencePlan } from '#test/support/planFixtures.ts';
import {
  differentCells,
  errorCells,
  type FormulaCell,
  formulaCells,
  resultCells,
  workbookOf,
} from '#test/support/workbookCells.ts';
import { ungrounded } from '#test/support/workbookGraph.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

describe.for(referencePlans)('the workbook of %s', (plan: ReferencePlan) => {
  let bytes = new Uint8Array();
  let workbook: Workbook = { sheets: [] };
  let formulas: readonly FormulaCell[] = [];

  beforeAll(async () => {
    bytes = Uint8Array.from(await workbookOf(referenceScenario(plan)));
    workbook = await readXlsx(bytes, { readStyles: false });
    formulas = formulaCells(workbook);
  });

  it.skipIf(noLibreOffice !== undefined)(
    'recalculated from scratch, equals the plan in every formula',
    async () => {
      const office = await recalculated(bytes);
      expect(formulas.length).toBeGreaterThan(1000);
      expect(differentCells(workbook, office, formulas)).toEqual([]);
      expect(errorCells(office)).toEqual([]);
    },
  );

  it('is a sound package without links, macros or error values', async () => {
    expect(await packageProblems(bytes)).toEqual([]);
    const names = Object.keys((await JSZip.loadAsync(bytes)).files);
    expect(names.filter((name) => /externalLink|vbaProject|macro/i.test(name))).toEqual([]);
    expect(formulas.filter(({ formula }) => /\[|https?:|WEBSERVICE|INDIRECT/i.test(formula))).toEqual([]);
    expect(errorCells(workbook)).toEqual([]);
  });

  it('has an input or a number of the engine behind every formula', () => {
    expect(ungrounded(workbook)).toEqual([]);
  });

  it('holds formulas in more than nine of ten result cells', () => {
    const { numbers, formulas: ofThem } = resultCells(workbook);
    expect(numbers).toBeGreaterThan(500);
    expect(ofThem / numbers).toBeGreaterThan(0.9);
  });

  it('has no difference in any check', () => {
    const checks = workbook.sheets.find(({ name }) => name === 'Checks')?.rows ?? [];
    const states = checks.flatMap(([label, difference, state]) =>
      state === 'ok' || state === 'look' ? [{ label, difference, state }] : [],
    );
    expect(states.length).toBeGreaterThan(10);
    expect(states.filter(({ difference, state }) => difference !== 0 || state !== 'ok')).toEqual([]);
  });
});
