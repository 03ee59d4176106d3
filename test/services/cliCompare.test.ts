import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runHeadroom } from '#test/support/commandLine.ts';

const plans = 'test/fixtures/plans';
const sales = `${plans}/salesGrowth.scenario.json`;
const voice = `${plans}/oneVoiceQueue.scenario.json`;
const businessCase = `${plans}/businessCase.scenario.json`;

function compare(...args: readonly string[]) {
  return runHeadroom(['compare', ...args]);
}

describe('headroom compare', () => {
  it('tells totals, inputs that differ, and the bridge', async () => {
    const { code, stdout, stderr } = await compare(voice, businessCase);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Fiscal year 2027 +One voice queue \(USD\) +Business case \(USD\) +Difference/);
    expect(stdout).toMatch(/Total cost +7,088,665 +6,999,007 +-89,658 +-1\.3 %/);
    expect(stdout).toContain(
      'Agents: FTE per person (staffGroups.agents.fteRatio; Attrition and hiring): 1 → 0.95',
    );
    expect(stdout).toMatch(/Total cost, USD\nOne voice queue +7,088,664\.88\n {2}Volume/);
    expect(stdout).toMatch(/Business case +6,999,007\.00\n/);
  });

  it('shows amounts that add up, in one order and without one', async () => {
    for (const way of [[], ['--shapley']]) {
      const { stdout } = await compare(voice, businessCase, ...way);
      const table = /Total cost, USD\n(.*?)\n\n/s.exec(stdout)?.[1]?.split('\n') ?? [];
      const cents = table.map((line) => Math.round(100 * Number(line.slice(-14).replaceAll(/[^\d.-]/g, ''))));
      expect(cents.length).toBe(8);
      expect(cents.slice(1, -1).reduce((sum, amount) => sum + amount, cents[0] ?? 0)).toBe(cents.at(-1));
    }
  });

  it('writes all of it as JSON', async () => {
    const { code, stdout } = await compare(sales, sales, '--json', '--shapley');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      totals: { grain: 'year', plans: [{ currency: 'EUR' }, { currency: 'EUR' }] },
      assumptions: { inputs: [], notes: [] },
      bridge: { method: 'shapley', steps: [], runs: 1 },
    });
  });

  it('compares money of two currencies at a rate only', async () => {
    const without = await compare(sales, voice);
    expect(without.code).toBe(1);
    expect(without.stdout).toContain('--rate N says');
    expect(without.stdout).not.toContain('Total cost, EUR');
    const rated = await compare(sales, voice, '--rate', '0.9');
    expect(rated.code).toBe(0);
    expect(rated.stdout).toContain('Total cost, EUR');
  });

  it('reads one of the two from standard input', async () => {
    const { code, stdout } = await runHeadroom(['compare', '-', voice], {
      stdin: readFileSync(voice, 'utf8'),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('No input differs.');
  });

  it.each([
    [[voice], /Two FILEs/],
    [[voice, voice, voice], /Two FILEs/],
    [['-', '-'], /Only one of the two/],
    [[voice, sales, '--rate', 'x'], /--rate needs a number above 0/],
    [[voice, businessCase, '--rate', '2'], /no rate between them/],
    [[voice, 'nowhere.json'], /nowhere\.json/],
    [[voice, sales, '--depth', '2'], /--depth/],
  ])('refuses %j with a reason and no stack', async (args, reason) => {
    const { code, stdout, stderr } = await compare(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
