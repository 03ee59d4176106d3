import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { untilEnded } from '#test/support/children.ts';
import { runHeadroom } from '#test/support/commandLine.ts';
import { packageProblems } from '#test/support/packageCheck.ts';
import { scenarioText } from '#test/support/planFixtures.ts';
import { temporaryFolder } from '#test/support/workspaces.ts';

const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

/** A folder with one scenario file in it. */
function folderWithPlan(name: 'salesGrowth' | 'oneVoiceQueue' = 'salesGrowth'): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'plan.json'), scenarioText(name));
  return folder;
}

describe('headroom report', () => {
  it('makes a pack in all formats with one command, and again over the files of last month', async () => {
    const cwd = folderWithPlan();
    mkdirSync(join(cwd, 'out'));
    const args = [
      'report',
      'plan.json',
      '--pack',
      'leaders',
      '--format',
      'xlsx,pdf,pptx,csv',
      '--language',
      'cs',
    ];
    for (const _month of [1, 2]) {
      const { code, stdout, stderr } = await runHeadroom([...args, '--out', 'out'], { cwd });
      expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({ code: 0, last: '100 %' });
      const names = ['csv', 'pdf', 'pptx', 'xlsx'].map((end) => `Sales growth 2027-2028 - leaders.${end}`);
      expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(names);
      expect(stdout.trim().split('\n')).toHaveLength(4);
    }
    for (const end of ['pptx', 'xlsx']) {
      const bytes = readFileSync(join(cwd, 'out', `Sales growth 2027-2028 - leaders.${end}`));
      expect(await packageProblems(bytes)).toEqual([]);
    }
  });

  it('makes one workbook of two scenarios, with what differs between them by formula', async () => {
    const cwd = folderWithPlan();
    const plan = scenarioText('salesGrowth').replace('Sales growth 2027-2028', 'Variant');
    writeFileSync(join(cwd, 'variant.json'), plan.replace('"bonusRate": 0.06', '"bonusRate": 0.09'));
    const args = [
      'report',
      'variant.json',
      '--compare',
      'plan.json',
      '--pack',
      'finance',
      '--format',
      'xlsx',
    ];
    const { code, stdout } = await runHeadroom([...args, '--language', 'ru', '--out', 'out'], { cwd });
    const name = 'Variant - Sales growth 2027-2028 - finance.xlsx';
    expect([code, stdout.trim()]).toEqual([0, join(cwd, 'out', name)]);
    const bytes = readFileSync(join(cwd, 'out', name));
    expect(await packageProblems(bytes)).toEqual([]);
    const { sheets } = await readXlsx(bytes, { readStyles: false });
    expect(sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Сравнение', 'Разницы', 'Мост', 'Проверки', 'Затраты A', 'Затраты B']),
    );
    const changed = sheets.find((sheet) => sheet.name === 'Изменённые предпосылки')?.rows ?? [];
    expect(changed.map((cells) => cells.slice(3, 5))).toContainEqual([0.06, 0.09]);
  });

  it('makes the report of one fiscal year, and names the years that there are for any other', async () => {
    const cwd = folderWithPlan();
    const args = ['report', 'plan.json', '--pack', 'agents', '--format', 'csv', '--fiscal-year'];
    expect((await runHeadroom([...args, '2029'], { cwd })).code).toBe(0);
    const made = readFileSync(join(cwd, 'Sales growth 2027-2028 - agents - FY2029.csv'), 'utf8');
    expect(made).toContain(',2028-04-01,');
    expect(made).not.toContain(',2028-03-01,');
    const gone = await runHeadroom([...args, '2031'], { cwd });
    expect(gone).toMatchObject({ code: 2, stderr: expect.stringContaining('there are 2027, 2028, 2029') });
    const wrong = await runHeadroom([...args, 'next'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('a year of four digits') });
  });

  it('sets another scenario beside the first', async () => {
    const cwd = folderWithPlan();
    const { code } = await runHeadroom(
      [
        'report',
        'plan.json',
        '--pack',
        'finance',
        '--format',
        'csv',
        '--compare',
        'plan.json',
        '--out',
        'new',
      ],
      { cwd },
    );
    expect(code).toBe(0);
    expect(statSync(join(cwd, 'new', 'Sales growth 2027-2028 - finance.csv')).size).toBeGreaterThan(10_000);
  });

  it.each([
    [['report'], 'FILE is missing'],
    [['report', 'plan.json'], '--pack is missing'],
    [['report', 'plan.json', '--pack', 'finanse'], 'There is no pack "finanse"; there are finance, sales'],
    [['report', 'plan.json', '--pack', 'it', '--format', 'pdf,doc'], 'There is no format "doc"'],
    [['report', 'plan.json', '--pack', 'it', '--language', 'de'], 'There is no language "de"'],
    [['report', 'nowhere.json', '--pack', 'it'], 'no such file'],
    [['report', 'plan.json', '--pack', 'partner', '--partner', 'x'], 'no partner'],
    [['report', 'plan.json', '--pack', 'it', '--colour'], "Unknown option '--colour'"],
  ])('refuses %j and says why', async (args, reason) => {
    const cwd = folderWithPlan('oneVoiceQueue');
    const { code, stderr, stdout } = await runHeadroom(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
    expect(readdirSync(cwd)).toEqual(['plan.json']);
  });

  it('says why a folder cannot be written, and leaves nothing in it', async () => {
    const cwd = folderWithPlan('oneVoiceQueue');
    const missing = await runHeadroom(['report', 'plan.json', '--pack', 'it', '--out', 'a/b'], { cwd });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('its folder does not exist') });
    const file = await runHeadroom(['report', 'plan.json', '--pack', 'it', '--out', 'plan.json'], { cwd });
    expect(file).toMatchObject({ code: 1, stderr: expect.stringContaining('it is a file') });
  });

  it('Ctrl+C ends it and leaves no file, not even half of one', async () => {
    const cwd = folderWithPlan();
    const args = ['report', 'plan.json', '--pack', 'finance', '--format', 'pdf,pptx,csv', '--out', 'out'];
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, INIT_CWD: cwd } });
    child.stderr.once('data', () => child.kill('SIGINT'));
    const { code, stderr } = await untilEnded(child);
    expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({
      code: 130,
      last: 'Cancelled. Nothing was written.',
    });
    expect(existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : []).toEqual([]);
  });
});
