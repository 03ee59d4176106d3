import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#electron/reports/workbook/readWorkbook.ts';
import { reportLanguages } from '#shared/model/packs/content.ts';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import {
  cellAt,
  differentCells,
  errorCells,
  formulaCells,
  inputRow,
  numberXml,
  testHash,
  withCells,
  workbookOf,
} from '#test/support/workbookCells.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

const path = 'staffGroups.agents.pay.statutoryBurden';
const document = referenceScenario('businessCase');
const others = reportLanguages.filter((language) => language !== 'en');

let english: Awaited<ReturnType<typeof readXlsx>> = { sheets: [] };
beforeAll(async () => {
  english = await readXlsx(await workbookOf(document), { readStyles: false });
});

describe.for(others)('a workbook in %s', { timeout: 180_000 }, (language) => {
  let bytes = new Uint8Array();
  let workbook = english;
  beforeAll(async () => {
    bytes = Uint8Array.from(await workbookOf(document, language));
    workbook = await readXlsx(bytes, { readStyles: false });
  });

  it('has sheets with legal names of its own, and names of cells that are those of every language', async () => {
    const names = workbook.sheets.map(({ name }) => name);
    expect(names).toHaveLength(english.sheets.length);
    expect(new Set(names.map((name) => name.toLocaleLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
    expect(names[0]).not.toBe('Summary');
    const cellNames = ({ namedRanges = [] }: typeof workbook) =>
      namedRanges.map(({ name }) => name).filter((name) => !name.startsWith('_xlnm'));
    expect(cellNames(workbook)).toEqual(cellNames(english));
    expect(await packageProblems(bytes)).toEqual([]);
  });

  it('says the same numbers in the same cells', () => {
    workbook.sheets.forEach(({ name, rows }, place) => {
      const own = rows.flatMap((cells) => cells.filter((value) => typeof value === 'number'));
      const theirs = english.sheets[place]?.rows ?? [];
      expect([name, own]).toEqual([
        name,
        theirs.flatMap((cells) => cells.filter((value) => typeof value === 'number')),
      ]);
    });
  });

  it.skipIf(noLibreOffice !== undefined)('recalculates without an error', async () => {
    const office = await recalculated(bytes);
    const numbers = formulaCells(workbook).filter(
      ({ sheet, row, column }) => typeof cellAt(workbook, sheet, row, column) === 'number',
    );
    expect(numbers.length).toBeGreaterThan(1000);
    expect(differentCells(workbook, office, numbers)).toEqual([]);
    expect(errorCells(office)).toEqual([]);
  });

  it('comes back with its changes', async () => {
    const inputs = workbook.sheets[1]?.name ?? '';
    const cell = `C${inputRow(workbook, path, inputs) + 1}`;
    const typed = await withCells(bytes, inputs, new Map([[cell, numberXml(0.29)]]));
    const read = await readWorkbook(typed, { document, inputsSha256: testHash });
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    expect(read.value.commands).toMatchObject([{ type: 'setInput', path, value: 0.29 }]);
  });
});
