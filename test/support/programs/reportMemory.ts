/** Makes one report of the large plan and prints how much memory that took at most, in megabytes: `xlsx` or `pdf`. */
import { produceReport } from '#electron/reports/produceReport.ts';
import { buildWorkbook } from '#electron/reports/workbook/buildWorkbook.ts';
import { largeScenario } from '#test/support/largePlan.ts';

const document = largeScenario();
const stamp = {
  scenarioName: document.name,
  inputsSha256: '0'.repeat(64),
  engineVersion: '1',
  writtenAt: '2027-01-01T00:00:00.000Z',
};
const input = { document, stamp };
const made =
  process.argv[2] === 'xlsx'
    ? await buildWorkbook(input)
    : await produceReport({ input, pack: 'finance', language: 'en', formats: ['pdf'] }, () => undefined);
if (!made.ok) throw new Error(made.fault.message);
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
