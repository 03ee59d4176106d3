import fc from 'fast-check';
import { type Cell, writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { compile } from '#shared/engine/compile.ts';
import { excelFormula, type ExcelPlaces } from '#shared/engine/excelFormula.ts';
import { boundOf } from '#test/support/boundFormulas.ts';
import { noLibreOffice, recalculated } from '#test/support/libreOffice.ts';

if (noLibreOffice !== undefined) console.log(`Skipped: ${noLibreOffice}`);

const COUNT = 600;
const names = ['a', 'b', 'c'] as const;

/** Formulas as texts. Powers have bases and exponents for which every program agrees that there is a result. */
const formulas = fc.letrec<{ readonly part: string }>((tie) => {
  const two = (joined: (one: string, other: string) => string) =>
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => joined(one, other));
  return {
    part: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(...names),
      fc.integer({ min: 0, max: 40 }).map((value) => String(value / 8)),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/'), tie('part'), tie('part'))
        .map(([sign, one, other]) => `(${one}) ${sign} (${other})`),
      fc
        .tuple(fc.constantFrom('+', '-', '*'), fc.constantFrom(...names), tie('part'))
        .map(([sign, one, other]) => `${one} ${sign} ${other}`),
      tie('part').map((one) => `-(${one})`),
      tie('part').map((one) => `-(${one}) ^ 2`),
      tie('part').map((one) => `(1 + abs(${one})) ^ 0.5 ^ 2`),
      two((one, other) => `((${one}) > (${other}))`),
      two((one, other) => `((${one}) <= (${other}))`),
      fc
        .tuple(tie('part'), tie('part'), tie('part'))
        .map(([one, two, three]) => `if(${one} < ${two}, ${two}, ${three})`),
      two((one, other) => `min(${one}, ${other})`),
      two((one, other) => `max(${one}, ${other}, 0)`),
      two((one, other) => `ratio(${one}, ${other})`),
      tie('part').map((one) => `round(${one}, 1)`),
      tie('part').map((one) => `ceil(${one})`),
      tie('part').map((one) => `floor(${one})`),
      tie('part').map((one) => `sum(all, x + ${one})`),
    ),
  };
}).part;

interface Sample {
  readonly formula: string;
  readonly values: readonly [number, number, number];
}

const value = fc.integer({ min: -64, max: 64 }).map((quarters) => quarters / 4);

const samples: fc.Arbitrary<Sample> = fc.record({
  formula: formulas.filter((formula) => formula.length < 400),
  values: fc.tuple(value, value, value),
});

function ours({ formula, values }: Sample): number {
  const watch = { hasDividedByZero: false };
  const columns = new Map<string, Float64Array>(
    names.map((name, place) => [name, Float64Array.of(values[place] ?? 0)] as const),
  );
  const value = compile(boundOf(formula), (id) => columns.get(id) ?? new Float64Array(1), watch)(0);
  return watch.hasDividedByZero || !Number.isFinite(value) ? Number.NaN : value;
}

function placesIn(row: number): ExcelPlaces {
  return {
    reference: (id) => `${id.toUpperCase()}${row}`,
    mayBeEmpty: () => false,
    range: () => undefined,
  };
}

it.skipIf(noLibreOffice !== undefined)('LibreOffice works formulas out as the plan does', async () => {
  const batch = fc.sample(samples, COUNT);
  const cells = new Map<string, Partial<Cell>>();
  batch.forEach(({ formula, values }, at) => {
    values.forEach((number, column) => cells.set(`${at},${column}`, { value: number }));
    const text = `IFERROR(${excelFormula(boundOf(formula), placesIn(at + 1))},"")`;
    cells.set(`${at},3`, { formula: text, formulaResult: 999 });
  });
  const office = await recalculated(await writeXlsx({ sheets: [{ name: 'Batch', cells }] }));
  const rows = office.sheets[0]?.rows ?? [];
  const wrong = batch.flatMap((sample, at) => {
    const [want, found] = [ours(sample), rows[at]?.[3] ?? ''];
    const isSame = Number.isNaN(want)
      ? found === ''
      : typeof found === 'number' && Math.abs(found - want) <= 1e-9 * Math.max(1, Math.abs(want));
    return isSame
      ? []
      : [{ ...sample, want, found, excel: excelFormula(boundOf(sample.formula), placesIn(at + 1)) }];
  });
  expect(wrong).toEqual([]);
  expect(batch.filter((sample) => !Number.isNaN(ours(sample))).length).toBeGreaterThan(COUNT / 2);
});
