import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runPlan } from '#electron/cli/plan.ts';
import { writeWhole } from '#electron/services/writeWhole.ts';
import { runHeadroom } from '#test/support/commandLine.ts';
import { editedText, malformedScenarios } from '#test/support/malformedScenarios.ts';
import { differences, expectedResults, scenarioText } from '#test/support/planFixtures.ts';
import { asOrdinaryUser } from '#test/support/unprivileged.ts';
import { temporaryFolder } from '#test/support/workspaces.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string) => join(project, 'test', 'fixtures', 'plans', `${name}.scenario.json`);

/** No message of the command line may look like this, whatever went wrong. */
const LOOKS_LIKE_A_CRASH = /^\s+at |node:internal|\.ts:\d+|Error:|ZodError|undefined/m;

/** Streams in memory, for what does not need a process of its own. */
function collectingStreams(cwd: string) {
  const texts = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof texts) =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[name] += String(chunk);
        done();
      },
    });
  const streams = { stdin: Readable.from([]), stdout: collect('stdout'), stderr: collect('stderr'), cwd };
  return { streams, stdout: () => texts.stdout, stderr: () => texts.stderr };
}

function placeIn(folder: string, bytes: Uint8Array | string): string {
  const file = join(folder, 'plan.json');
  writeFileSync(file, bytes);
  return file;
}

describe('headroom plan FILE', () => {
  it.each(['salesGrowth', 'oneVoiceQueue'] as const)(
    '--json gives the reference results of %s',
    async (name) => {
      const { code, stdout, stderr } = await runHeadroom(['plan', fixture(name), '--json']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const expected = z.record(z.string(), z.unknown()).parse(expectedResults(name));
      const results = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
      expect(Object.keys(results)).toEqual(expect.arrayContaining(Object.keys(expected)));
      expect(differences(expected, results)).toEqual([]);
    },
  );

  it('prints a table of fiscal years, the first gap and where starts go', async () => {
    const { code, stdout, stderr } = await runHeadroom(['plan', fixture('salesGrowth')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'Sales growth 2027-2028 (24 months from 2027-01-01, money in EUR)',
        '',
        'Fiscal year            2027*       2028      2029*',
        'Offered contacts     423,772  1,727,325  1,364,411',
        'Required FTE           124.5      121.6      128.3',
        'Average headcount      130.2      130.2      118.1',
        'Hires                    9.5       49.0       21.5',
        'Total cost         1,487,703  6,156,590  4,198,800',
        'Cost per contact        3.77       3.84       3.53',
        'Service level         76.3 %     87.3 %     73.6 %',
        '* The plan holds only a part of this fiscal year.',
        '',
        'First gap: 2027-01, Prague is 9.7 short of 105.6 FTE, of which overtime covers 6.0.',
        'Prague: 44.0 starts, and effective capacity falls by 16.3 FTE, from 94.5 on the first day to 78.2 on the last. The starts in FTE: -16.3 growth of effective capacity, 47.9 in place of people who were there and left, 3.2 gave up in training, 14.2 started and left again, -7.2 not needed, since people who were learning on the first day have learnt, 2.2 short of full time; together 44.0.',
        'Partner: 36.0 starts grow effective capacity by 1.8 FTE, from 25.0 on the first day to 26.8 on the last. The starts in FTE: 1.8 growth of effective capacity, 15.7 in place of people who were there and left, 2.7 gave up in training, 14.7 started and left again, 1.1 still missing in training or ramp on the last day; together 36.0.',
        '',
      ].join('\n'),
    );
  });

  it('--csv gives every value of the JSON once, in full precision', async () => {
    const [csv, json] = await Promise.all([
      runHeadroom(['plan', fixture('salesGrowth'), '--csv']),
      runHeadroom(['plan', fixture('salesGrowth'), '--json']),
    ]);
    expect([csv.code, csv.stderr, json.code]).toEqual([0, '', 0]);
    const { data, meta } = papaparse.parse<Record<string, string>>(csv.stdout.trimEnd(), { header: true });
    expect(meta.fields).toEqual(['measure', 'member', 'period', 'value', 'unit', 'label', 'name']);
    const values = new Map(
      data.map(({ member, measure, period, value }) => [`${member}.${measure} ${period}`, value]),
    );
    expect(values.size).toBe(data.length);
    const { queues, periods } = z
      .object({
        queues: z.record(z.string(), z.record(z.string(), z.array(z.number().nullable()))),
        periods: z.array(z.object({ start: z.string() })),
      })
      .parse(JSON.parse(json.stdout));
    let compared = 0;
    for (const [queue, measures] of Object.entries(queues)) {
      for (const [measure, series] of Object.entries(measures)) {
        series.forEach((value, t) => {
          const cell = values.get(`queues.${queue}.${measure} ${periods[t]?.start ?? ''}`);
          expect(cell === undefined || cell === '' ? null : Number(cell)).toBe(value);
          compared += 1;
        });
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(
      data.find(({ measure, member }) => measure === 'costPerContact' && member === 'plan')?.['unit'],
    ).toBe('EUR per contact');
  });

  it('--csv makes names harmless that a spreadsheet would run', async () => {
    const names = {
      'queues.voice': '=HYPERLINK("http://example.org")',
      'queues.chat': '+1',
      'queues.email': '-1',
      'queues.partners': '@SUM(1)',
      'segments.smb': '\t=1',
      'segments.ent': '=1\n+2',
      'staffGroups.prague': ' =1',
      'staffGroups.partner': '＝1',
    };
    const edits = Object.entries(names).map(([path, name]) => [`${path}.name`, name] as const);
    const { stdout } = await runHeadroom(['plan', '-', '--csv'], { stdin: editedText(...edits) });
    const rows = papaparse.parse<string[]>(stdout).data;
    for (const [path, name] of Object.entries(names)) {
      const cells = rows.filter(([, member]) => member === path).map((row) => row.at(-1));
      expect(cells.length).toBeGreaterThan(100);
      expect(new Set(cells)).toEqual(new Set([`'${name}`]));
    }
    expect(stdout).toMatch(/^surplus,groups\.prague,2027-01-01,-9\.\d+,/m);
  });

  it('reads "-" from standard input and finds FILE from where the user stands', async () => {
    const folder = temporaryFolder();
    placeIn(folder, scenarioText('oneVoiceQueue'));
    const [piped, found] = await Promise.all([
      runHeadroom(['plan', '-'], { stdin: scenarioText('oneVoiceQueue') }),
      runHeadroom(['plan', 'plan.json'], { cwd: folder }),
    ]);
    expect([piped.code, found.code]).toEqual([0, 0]);
    expect(found.stdout).toBe(piped.stdout);
    expect(piped.stdout).toContain('One voice queue');
  });

  it('names what could not be computed, prints the rest and ends with 1', async () => {
    const stdin = editedText(
      [
        'drivers',
        [
          { id: 'a', value: { formula: 'b + 1' } },
          { id: 'b', value: { formula: '2 * a' } },
        ],
      ],
      ['queues.chat.volume', { formula: '1 / 0' }],
    );
    const { code, stdout, stderr } = await runHeadroom(['plan', '-', '--json'], { stdin });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'drivers.a.value, from 2027-01-01 on: Circular: drivers.a.value → drivers.b.value → drivers.a.value.',
    );
    expect(stderr).toContain('queues.chat.volume, from 2027-01-01 on: Divided by zero.');
    expect(stderr.trimEnd().split('\n').length).toBeLessThan(6);
    const { plan, queues } = z
      .object({
        plan: z.record(z.string(), z.array(z.unknown())),
        queues: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))),
      })
      .parse(JSON.parse(stdout));
    expect(plan['totalCost']?.[0]).toBeNull();
    expect(queues['voice']?.['offered']?.[0]).toBeGreaterThan(0);
  });
});

describe('--out FILE', () => {
  it('writes the file and prints nothing', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await runHeadroom(
      ['plan', fixture('oneVoiceQueue'), '--json', '--out', 'result.json'],
      { cwd: folder },
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(
      differences(
        expectedResults('oneVoiceQueue'),
        JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')),
      ),
    ).toEqual([]);
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('replaces an older file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'old'), 'old '.repeat(1_000_000));
    await runHeadroom(['plan', fixture('oneVoiceQueue'), '--out', 'old'], { cwd: folder });
    expect(readFileSync(join(folder, 'old'), 'utf8')).toMatch(/^One voice queue[\s\S]*together \d+\.\d\.\n$/);
    expect(readdirSync(folder)).toEqual(['old']);
  });

  it('leaves an older file as it was when the scenario is refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'old'), 'old');
    const { code } = await runHeadroom(['plan', '-', '--out', 'old'], { cwd: folder, stdin: '{}' });
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old']);
  });

  it.each([
    ['a folder', 'taken', 'it is a folder'],
    ['a file in a folder that is not there', 'nowhere/result', 'its folder does not exist'],
    ['a file inside a file', 'file/result', 'its folder is a file'],
  ])('%s is refused in words and leaves nothing behind', async (_name, out, reason) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'file'), '');
    const { code, stdout, stderr } = await runHeadroom(['plan', fixture('oneVoiceQueue'), '--out', out], {
      cwd: folder,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`${out} could not be written: ${reason}. Choose another --out FILE.\n`);
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
    expect(readdirSync(join(folder, 'taken'))).toEqual([]);
  });

  it('keeps the older file where the folder may not be written', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'old');
    writeFileSync(file, 'old');
    chmodSync(folder, 0o555);
    expect(() => asOrdinaryUser(() => writeWhole(file, 'new'))).toThrow(/EACCES/);
    expect(readFileSync(file, 'utf8')).toBe('old');
    chmodSync(folder, 0o700);
    writeWhole(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});

describe('a reader that has seen enough', () => {
  function shell(command: string) {
    const line = `"$NODE" electron/cli/main.ts plan test/fixtures/plans/salesGrowth.scenario.json --csv ${command}`;
    return spawnSync('/bin/bash', ['-c', line], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath },
    });
  }

  it('is no error', () => {
    const { stdout, stderr } = shell('| head -2; echo "codes ${PIPESTATUS[@]}"');
    expect(stderr).toBe('');
    expect(stdout.split(/\r?\n/)).toEqual([
      expect.stringMatching(/^measure,member/),
      expect.stringMatching(/^days,calendar/),
      'codes 0 0',
      '',
    ]);
  });

  it('a full disk is one, in words', () => {
    const { status, stderr } = shell('> /dev/full');
    expect([status, stderr]).toEqual([1, 'The output could not be written (ENOSPC).\n']);
  });
});

describe('refusals', () => {
  const some = malformedScenarios.filter((_, place) => place % 3 === 0);

  it.each(some)('$name ends with 2 and names its place', async ({ bytes, place, found }) => {
    const file = placeIn(temporaryFolder(), bytes);
    const { code, stdout, stderr } = await runHeadroom(['plan', file, '--json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place === 'file' ? `${file}: found ${found}` : place);
    expect(stderr).toContain(found);
    expect(stderr).not.toMatch(LOOKS_LIKE_A_CRASH);
  });

  it('there are more than twenty of them', () => {
    expect(some.length).toBeGreaterThan(20);
  });

  it('tells all problems together, each on its line with path, value found and what is expected', async () => {
    const stdin = editedText(
      ['colour', 'blue'],
      ['queues.voice.volume', -5],
      ['queues.chat.fcr', 1.4],
      ['queues.chat.profile.weights.sun', [1]],
      ['staffGroups.prague.pay.overtimeMultiplier', 0.9],
      ['staffGroups.prague.queues.voice.share', 0.1],
      ['segments.ent.openingCustomers', undefined],
    );
    const { code, stderr } = await runHeadroom(['plan', '-'], { stdin });
    expect(code).toBe(2);
    const [head, ...lines] = stderr.trimEnd().split('\n');
    expect(head).toBe('standard input was refused because of 7 problems:');
    expect(lines.sort()).toEqual([
      '  colour: found "blue", expected no field of this name.',
      '  queues.chat.fcr: found 1.4, expected a number from 0 to 1.',
      '  queues.chat.profile.weights.sun: found 1 weights, expected 96 weights, one for each 15 minutes of the day.',
      '  queues.voice.volume: found -5, expected a number of at least 0.',
      '  segments.ent.openingCustomers: found nothing, expected a number of at least 0.',
      '  staffGroups.prague.pay.overtimeMultiplier: found 0.9, expected a number of at least 1.',
      '  staffGroups.prague.queues: found shares of "voice" that add up to 0.4 in January 2027 (prague 0.1, partner 0.3), expected shares that add up to 1.',
    ]);
  });

  it.each([
    [[], 'Which scenario? FILE is missing.'],
    [[''], 'Which scenario? FILE is missing.'],
    [['nowhere.json'], 'nowhere.json: found no such file'],
    [['test'], 'test: found a folder, expected a file.'],
    [['package.json/x'], 'package.json/x: found no such file'],
    [['a.json', 'b.json'], '"b.json" is too many'],
    [['a.json', '--jsn'], "Unknown option '--jsn'."],
    [['a.json', '-x'], "Unknown option '-x'."],
    [['a.json', '--json', '--csv'], 'Choose one of --json and --csv.'],
    [['a.json', '--json=yes'], "Option '--json' does not take an argument."],
    [['a.json', '--out'], "Option '--out <value>' argument missing."],
    [['a.json', '--out='], '--out needs the name of a file.'],
  ])('plan %j ends with 2', async (args, message) => {
    const io = collectingStreams(project);
    const code = await runPlan(args, io.streams);
    expect({ code, stdout: io.stdout() }).toEqual({ code: 2, stdout: '' });
    expect(io.stderr()).toContain(message);
    expect(io.stderr().trimEnd().split('\n')).toHaveLength(1);
    expect(io.stderr()).not.toMatch(LOOKS_LIKE_A_CRASH);
  });

  it('--help explains on standard output', async () => {
    const [help, all] = await Promise.all([runHeadroom(['plan', '--help']), runHeadroom(['--help'])]);
    expect([help.code, help.stderr, all.code]).toEqual([0, '', 0]);
    for (const word of ['--json', '--csv', '--out FILE', 'standard input'])
      expect(help.stdout).toContain(word);
    expect(all.stdout).toMatch(/^ {2}plan +\S/m);
  });
});
