import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What came of some tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The full title of each test that did not run; the title says why. */
  readonly skipped: readonly string[];
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [] };

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export function addTallies(first: Tally, second: Tally): Tally {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: [...first.skipped, ...second.skipped],
  };
}

/** One step that is not a test of its own, such as a type check, counts as one. */
export function stepTally(hasPassed: boolean): Tally {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, skipped: [] };
}

/**
 * Reads vitest's report. A run that failed without a failed test (a file that could not be loaded, an error outside of tests) or that
 * held no test at all counts as one failure: it must never look like success.
 */
export function tallyOfReport(file: string, exitCode: number): Tally {
  const report = readReport(file);
  if (report === undefined) return stepTally(false);
  const results = report.testResults.flatMap((result) => result.assertionResults);
  const skipped = results
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  const { numPassedTests: passed, numFailedTests: failed } = report;
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed, skipped };
}

function readReport(file: string): z.infer<typeof reportSchema> | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The last line of a run. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped`;
}
