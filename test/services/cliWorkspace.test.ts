import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runHeadroom } from '#test/support/commandLine.ts';
import { hideFromIndex } from '#test/support/damage.ts';
import { hashesOf } from '#test/support/hashes.ts';
import { scenarioText } from '#test/support/planFixtures.ts';
import {
  firstScenario,
  newWorkspace,
  openServices,
  temporaryFolder,
  valueOf,
} from '#test/support/workspaces.ts';

/** A closed workspace with the sample, an edit and an approved version. */
async function closedWorkspace(): Promise<string> {
  const { client, close, file } = newWorkspace();
  const { id } = await firstScenario(client);
  const { revision } = valueOf(await client.call('scenario.rename', { id, name: 'Plan: A/B' }));
  valueOf(
    await client.call('version.save', {
      scenarioId: id,
      baseRevision: revision,
      name: 'Board',
      status: 'approved',
    }),
  );
  close();
  return file;
}

const workspace = (...args: readonly string[]) => runHeadroom(['workspace', ...args]);

describe('headroom workspace', () => {
  it('list names the scenarios, as a table and as JSON, and works while the app has the file open', async () => {
    const { file, client } = newWorkspace();
    const { id } = await firstScenario(client);
    valueOf(await client.call('scenario.rename', { id, name: 'Still in the log' }));
    const { code, stdout, stderr } = await workspace('list', file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^scenario +revision +last changed +builds on\nStill in the log +1 +20/);
    const json: unknown = JSON.parse((await workspace('list', file, '--json')).stdout);
    expect(json).toEqual(valueOf(await client.call('scenario.list', {})));
  });

  it('export writes every scenario, and import of those files gives the same documents back', async () => {
    const file = await closedWorkspace();
    const before = hashesOf(file);
    const folder = join(temporaryFolder(), 'out');
    const exported = await workspace('export', file, '--out', folder, '--json');
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    const names = readdirSync(folder).toSorted();
    expect(names).toContain('Plan- A-B.scenario.json');
    expect(hashesOf(file)).toEqual(before);

    const target = newWorkspace({ sampleDocuments: () => [] });
    target.close();
    const paths = names.map((name) => join(folder, name));
    const preview = await workspace('import', target.file, ...paths, '--dry-run');
    expect(preview.stdout).toContain('would be added as "Plan: A/B"');
    expect(preview.stdout).toContain('Nothing was changed.');
    expect(JSON.parse((await workspace('list', target.file, '--json')).stdout)).toEqual([]);
    expect(await workspace('import', target.file, ...paths)).toMatchObject({ code: 0, stderr: '' });
    const back = join(temporaryFolder(), 'back');
    await workspace('export', target.file, '--out', back);
    for (const name of names)
      expect(JSON.parse(readFileSync(join(back, name), 'utf8'))).toEqual(
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
      );
    const again = await workspace('import', target.file, paths[0] ?? '', '--dry-run');
    expect(again.stdout).toContain('is taken and would get a number');
  });

  it('export of one scenario goes to the terminal, or into the file named', async () => {
    const file = await closedWorkspace();
    const printed = await workspace('export', file, '--scenario', 'Plan: A/B');
    expect(JSON.parse(printed.stdout)).toMatchObject({ format: 'headroom/scenario', name: 'Plan: A/B' });
    const out = join(temporaryFolder(), 'one.json');
    expect((await workspace('export', file, '--scenario', 'Plan: A/B', '--out', out)).stdout).toBe(
      `${out}\n`,
    );
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
    const unknown = await workspace('export', file, '--scenario', 'Nobody');
    expect(unknown).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no scenario "Nobody"'),
    });
  });

  it('import with one bad file among good ones changes nothing', async () => {
    const file = await closedWorkspace();
    const folder = temporaryFolder();
    const good = join(folder, 'good.json');
    const bad = join(folder, 'bad.json');
    writeFileSync(good, scenarioText('oneVoiceQueue'));
    writeFileSync(bad, scenarioText('oneVoiceQueue').replace('"periods"', '"perids"'));
    const before = JSON.parse((await workspace('list', file, '--json')).stdout) as unknown;
    const refused = await workspace('import', file, good, bad);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(bad) });
    expect(JSON.parse((await workspace('list', file, '--json')).stdout)).toEqual(before);
  });

  it('backup makes a copy that opens; not while another process has the workspace open', async () => {
    const file = await closedWorkspace();
    const { code, stdout } = await workspace('backup', file);
    expect(code).toBe(0);
    const { client, close } = openServices(stdout.trim());
    expect((await firstScenario(client)).name).toBe('Plan: A/B');
    close();
    const open = newWorkspace();
    expect(await workspace('backup', open.file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('open in another window or process'),
    });
  });

  it('leaves no list of recent files and no sample behind', async () => {
    const { file, close } = newWorkspace({ sampleDocuments: () => [] });
    close();
    const folder = temporaryFolder();
    const copy = join(folder, 'copy.headroom');
    copyFileSync(file, copy);
    await workspace('list', copy);
    expect(JSON.parse((await workspace('list', copy, '--json')).stdout)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['copy.headroom']);
  });

  it.each([
    [[], 'Choose one of list, export, import, verify, backup'],
    [['burn', 'x'], 'Choose one of'],
    [['list'], 'FILE is missing'],
    [['import', 'x'], 'Name at least one JSON file'],
    [['list', 'x', 'y'], 'too many'],
    [['list', 'x', '--out', 'y'], '--scenario and --out belong to "export"'],
    [['list', 'x', '--nonsense'], "Unknown option '--nonsense'"],
  ] as const)('refuses %j', async (args, message) => {
    expect(await workspace(...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it('a file that is not there is not made', async () => {
    const file = join(temporaryFolder(), 'nothing.headroom');
    for (const act of ['list', 'verify', 'backup']) expect((await workspace(act, file)).code).toBe(2);
    expect(readdirSync(dirname(file))).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });
});

describe('headroom workspace verify', () => {
  async function verified(file: string) {
    const before = hashesOf(file);
    const { code, stdout, stderr } = await workspace('verify', file);
    expect(hashesOf(file)).toEqual(before);
    return { code, stdout, stderr };
  }

  function alter(file: string, sql: string): void {
    const database = new SqliteDatabase(file);
    database.exec(sql);
    database.close();
  }

  it('finds nothing wrong with a sound workspace', async () => {
    const file = await closedWorkspace();
    const { code, stdout } = await verified(file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/integrity +ok.*\nschema +ok.*\nscenarios +ok \(2\)\nversions +ok \(1\)/);
    const json: unknown = JSON.parse((await workspace('verify', file, '--json')).stdout);
    expect(json).toMatchObject({ isSound: true });
  });

  it('finds an index that does not fit its table', async () => {
    const file = await closedWorkspace();
    hideFromIndex(file);
    const { code, stdout } = await verified(file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/integrity +\d+ problems/);
  });

  it('finds a table that is not as it should be', async () => {
    const file = await closedWorkspace();
    alter(file, 'DROP INDEX edit_by_scenario');
    const { code, stdout } = await verified(file);
    expect(code).toBe(1);
    expect(stdout).toContain('Missing or different: CREATE INDEX edit_by_scenario');
  });

  it('finds a scenario that is no possible plan, with the place', async () => {
    const file = await closedWorkspace();
    alter(file, "UPDATE scenario SET document = json_set(document, '$.discountRate', -3) WHERE rowid = 1");
    const { code, stdout } = await verified(file);
    expect(code).toBe(1);
    expect(stdout).toContain('"Plan: A/B", discountRate: found -3');
  });

  it('finds a version whose numbers were changed behind its back', async () => {
    const file = await closedWorkspace();
    const database = new SqliteDatabase(file);
    const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    database.exec("UPDATE snapshot SET document = json_set(document, '$.notes', 'Smuggled in')");
    for (const { sql } of triggers) database.exec(sql);
    database.close();
    const { code, stdout } = await verified(file);
    expect(code).toBe(1);
    expect(stdout).toContain('Version "Board" is not what was saved');
  });

  it('says of a file cut short that it is damaged', async () => {
    const file = await closedWorkspace();
    truncateSync(file, 30_000);
    const { code, stderr } = await verified(file);
    expect(code).toBe(1);
    expect(stderr).toContain(file);
  });
});
