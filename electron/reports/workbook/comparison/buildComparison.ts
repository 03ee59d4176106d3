import type { Fault, Result } from '#shared/kernel/result.ts';
import type { ReportInput } from '../../reportInput.ts';
import type { Book } from '../book.ts';
import { bookWords } from '../bookWords.ts';
import { fillBook, packed, startBook, stepper, type WorkbookOptions } from '../buildWorkbook.ts';
import { originSheet } from '../origin.ts';
import { writeAssumptions } from './assumptionSheet.ts';
import { writeBridge } from './bridgeSheet.ts';
import { writeDifferences } from './differenceSheet.ts';
import { writeOverview } from './overviewSheet.ts';
import { createPair } from './pair.ts';
import { writePairChecks } from './pairChecks.ts';

const TAB_COLOURS = { A: '7F7F7F', B: '1F4E9E' } as const;

function sheetsOf({ sheets, side }: Book) {
  if (side === undefined) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    view: { ...sheet.view, tabColor: { rgb: TAB_COLOURS[side] } },
  }));
}

/**
 * Two plans as one workbook: the sheets of both with their live formulas, and what differs between them, by formula,
 * with the assumptions and the bridge that lead from one to the other.
 *
 * @param before A, what the other is held against
 * @returns the bytes of the whole file; `invalid-plan` for plans that are too large for a spreadsheet
 * @throws the reason of the signal when it is aborted; for a document that is no possible plan
 */
export async function buildComparison(
  before: ReportInput,
  after: ReportInput,
  options: WorkbookOptions = {},
): Promise<Result<Uint8Array, Fault<'invalid-plan'>>> {
  const step = stepper(options);
  const words = bookWords(options.language ?? 'en');
  await step(0);
  const a = startBook(before, { words, side: 'A' });
  await step(0.15);
  const b = startBook(after, { words, side: 'B' });
  await step(0.3);
  const modelA = await fillBook(a, (fraction) => step(0.3 + 0.15 * fraction));
  const modelB = await fillBook(b, (fraction) => step(0.45 + 0.15 * fraction));
  const pair = createPair(modelA, modelB);
  const rows = writeDifferences(pair);
  writeOverview(pair);
  writeAssumptions(pair);
  await step(0.65);
  const bridges = writeBridge(pair);
  writePairChecks(pair, rows, bridges);
  await step(0.75);
  const title = words.say('B, {{after}}, against A, {{before}}', {
    before: pair.names[0],
    after: pair.names[1],
  });
  const own = { stamp: b.stamp, names: new Map<string, string>(), printTitles: pair.printTitles };
  const sheets = [...pair.sheets, ...sheetsOf(b), ...sheetsOf(a), originSheet([a, b])];
  const bytes = await packed(title, [b, a, own], sheets);
  await step(1);
  return bytes;
}
