import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const file = 'test/fixtures/plans/salesGrowth.scenario.json';

function headroom(...args: readonly string[]) {
  return spawnSync(process.execPath, ['electron/cli/main.ts', 'explain', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: project },
  });
}

describe('headroom explain', () => {
  it('follows a requirement down to the deals behind it', () => {
    const { status, stdout, stderr } = headroom(file, 'groups.prague.requiredFte', '2027-09');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Prague: Required FTE, 2027-09-01: /);
    expect(stdout).toContain('= productiveFte / (1 - shrinkage)');
    expect(stdout).toContain('input segments.smb.deals = {"base":2600,"growth":0.35}');
  });

  it('explains a fiscal year by its parts, as JSON too', () => {
    const { stdout } = headroom(file, 'plan.costPerContact', 'FY2028', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      value: expect.closeTo(3.841278885057014, 9),
      formula: 'ratio(totalCost, handled)',
      inputs: [{ id: 'plan.totalCost' }, { id: 'plan.handled' }],
    });
  });

  it('stops at the depth asked for', () => {
    expect(
      headroom(file, 'plan.totalCost', 'FY2028-Q1', '--depth', '0').stdout.trim().split('\n'),
    ).toHaveLength(1);
  });

  it.each([
    [
      [file, 'groups.prague.requirdFte', '2027-09'],
      /no number "groups\.prague\.requirdFte".*groups\.prague\./,
    ],
    [[file, 'groups.berlin.requiredFte', '2027-09'], /Did you mean .*groups\.prague\.requiredFte/],
    [[file, 'plan.totalCost', '2035-01'], /runs from 2027-01-01 to 2028-12-01/],
    [[file, 'plan.totalCost'], /FILE, NUMBER and PERIOD/],
    [[file, 'plan.totalCost', '2027-09', '--depth', 'x'], /whole number/],
    [['nowhere.json', 'plan.totalCost', '2027-09'], /nowhere\.json/],
  ])('refuses %j with a reason and no stack', (args, reason) => {
    const { status, stdout, stderr } = headroom(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
