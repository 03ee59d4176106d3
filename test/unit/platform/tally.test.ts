import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addTallies, stepTally, tallyLine, tallyOfReport } from '#test/support/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(...statuses: readonly string[]): string {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  const count = (status: string): number => statuses.filter((each) => each === status).length;
  const assertionResults = statuses.map((status, index) => ({ fullName: `test ${index}`, status }));
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: count('passed'),
      numFailedTests: count('failed'),
      testResults: [{ assertionResults }],
    }),
  );
  return file;
}

describe('the totals of a run', () => {
  it('count what passed, failed and was skipped, by name', () => {
    expect(tallyOfReport(report('passed', 'failed', 'passed', 'skipped'), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['test 3'],
    });
  });

  it('count a run that broke without a failed test as a failure', () => {
    expect(tallyOfReport(report('passed'), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('count a run without a single test as a failure', () => {
    expect(tallyOfReport(report(), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyOfReport(report('skipped'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('count a report that was never written as a failure', () => {
    expect(tallyOfReport(join(folder, 'missing.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('end in one line', () => {
    expect(tallyLine(addTallies(stepTally(true), stepTally(false)))).toBe('1 passed, 1 failed');
    expect(tallyLine({ passed: 3, failed: 0, skipped: ['a', 'b'] })).toBe('3 passed, 0 failed, 2 skipped');
  });
});
