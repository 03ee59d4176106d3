import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#electron/reports/workbook/readWorkbook.ts';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { noLibreOffice, recalculatedFile } from '#test/support/libreOffice.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import {
  inputRow,
  measureRow,
  numberXml,
  testHash,
  textXml,
  withCells,
  workbookOf,
} from '#test/support/workbookCells.ts';

const document = referenceScenario('salesGrowth');
const source = { document, inputsSha256: testHash };
let bytes = new Uint8Array();
let workbook: Workbook = { sheets: [] };

beforeAll(async () => {
  bytes = Uint8Array.from(await workbookOf(document));
  workbook = await readXlsx(bytes, { readStyles: false });
});

function cell(path: string): string {
  return `C${inputRow(workbook, path) + 1}`;
}

async function readWith(sheet: string, contents: Readonly<Record<string, string>>) {
  return readWorkbook(await withCells(bytes, sheet, new Map(Object.entries(contents))), source);
}

function after(commands: readonly Command[]): ScenarioDocument {
  return commands.reduce<ScenarioDocument>((plan, command) => {
    const applied = applyCommand(plan, command);
    if (!applied.ok) throw new Error(applied.fault.message);
    return applied.value.next;
  }, document);
}

describe('a workbook brought back', () => {
  it('proposes nothing when nothing was changed', async () => {
    expect(await readWorkbook(bytes, source)).toEqual({ ok: true, value: { changes: [], commands: [] } });
  });

  it('proposes every changed input with its cell, as commands that make a possible plan', async () => {
    const read = await readWith('Inputs', {
      [cell('staffGroups.prague.pay.bonusRate')]: numberXml(0.08),
      [cell('staffGroups.prague.pay.hourlyWage.base')]: numberXml(12.4),
      [cell('events[0].to')]: numberXml(46_650),
      [cell('queues.voice.seasonality[6]')]: numberXml(0.9),
      [cell('queues.voice.closedOnHolidays')]: numberXml(0),
    });
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    const { changes, commands } = read.value;
    expect(changes.map(({ cell, path, after }) => [cell, path, after])).toContainEqual([
      `Inputs!${cell('staffGroups.prague.pay.bonusRate')}`,
      'staffGroups.prague.pay.bonusRate',
      0.08,
    ]);
    const next = after(commands);
    expect(validateScenario(next).ok).toBe(true);
    expect(inputAt(next, 'staffGroups.prague.pay.hourlyWage')).toEqual({ base: 12.4, growth: 0.045 });
    expect(inputAt(next, 'events[0].to')).toBe('2027-09-20');
    expect(inputAt(next, 'queues.voice.seasonality')).toEqual([
      1.08, 1.02, 1, 0.97, 0.96, 0.98, 0.9, 0.92, 1.01, 1.03, 1.04, 1.06,
    ]);
    expect(inputAt(next, 'queues.voice.closedOnHolidays')).toBe(false);
    expect(changes).toHaveLength(5);
  });

  it('takes neighbouring periods of one input as one change of periods', async () => {
    const row = measureRow(workbook, 'Inputs by period', 'Hires per month', 'Prague');
    const path = 'staffGroups.prague.hiring.perMonth';
    const reason = (column: string) => `From a workbook, 'Inputs by period'!${column}${row + 1}`;
    const read = await readWith('Inputs by period', {
      [`F${row + 1}`]: numberXml(4),
      [`G${row + 1}`]: numberXml(4.5),
      [`J${row + 1}`]: numberXml(12),
    });
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    expect(read.value.commands).toEqual([
      { type: 'setPeriods', path, from: 2, values: [4, 4.5], reason: reason('F') },
      { type: 'setPeriods', path, from: 6, values: [12], reason: reason('J') },
    ]);
  });

  it.skipIf(noLibreOffice !== undefined)('is still read after a spreadsheet has saved it', async () => {
    const path = 'staffGroups.prague.costs.costPerHire';
    const typed = await withCells(bytes, 'Inputs', new Map([[cell(path), numberXml(2222)]]));
    const read = await readWorkbook(await recalculatedFile(typed), source);
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    expect(read.value.commands).toEqual([
      { type: 'setInput', path, value: 2222, reason: `From a workbook, Inputs!${cell(path)}` },
    ]);
  });
});

describe('a workbook that cannot be brought back', () => {
  it('is refused with cell, found and expected where an input is no number', async () => {
    const bonus = cell('staffGroups.prague.pay.bonusRate');
    const flag = cell('queues.voice.closedOnHolidays');
    const read = await readWith('Inputs', { [bonus]: textXml('much'), [flag]: numberXml(7) });
    if (read.ok) throw new Error('It was read');
    expect(read.fault.code).toBe('invalid-plan');
    expect(read.fault.problems).toEqual([
      {
        path: `Inputs!${flag} (queues.voice.closedOnHolidays)`,
        found: '7',
        expected: '1 for yes or 0 for no',
      },
      { path: `Inputs!${bonus} (staffGroups.prague.pay.bonusRate)`, found: '"much"', expected: 'a number' },
    ]);
  });

  it('is refused with the cell where the plan would not be possible', async () => {
    const share = cell('staffGroups.prague.trainingDropout');
    const read = await readWith('Inputs', { [share]: numberXml(1.5) });
    if (read.ok) throw new Error('It was read');
    expect(read.fault.problems?.[0]?.path).toBe(`Inputs!${share} (staffGroups.prague.trainingDropout)`);
    expect(read.fault.problems?.[0]?.expected).toBe('a number from 0 to 1');
  });

  it('is refused where rows were moved', async () => {
    const row = inputRow(workbook, 'staffGroups.prague.pay.bonusRate') + 1;
    const read = await readWith('Inputs', { [`J${row}`]: textXml('something.else') });
    if (read.ok) throw new Error('It was read');
    expect(read.fault.problems?.[0]?.expected).toContain('do not add, remove or sort rows');
  });

  it('is refused when it belongs to another plan, to another program or to none', async () => {
    const other = await readWorkbook(bytes, { document, inputsSha256: 'cd'.repeat(32) });
    expect(other.ok ? '' : other.fault.message).toContain('as it stood then');
    const zip = await JSZip.loadAsync(bytes);
    const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
    zip.file('xl/sharedStrings.xml', strings.replace('headroom/workbook', 'other/workbook'));
    const foreign = await readWorkbook(await zip.generateAsync({ type: 'uint8array' }), source);
    expect(foreign.ok ? '' : foreign.fault.message).toContain('was not exported from a plan');
    const rubbish = await readWorkbook(new TextEncoder().encode('PK rubbish'), source);
    expect(rubbish.ok ? '' : rubbish.fault.message).toContain('cannot be read as an XLSX workbook');
  });
});
