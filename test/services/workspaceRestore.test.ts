import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChild } from '#test/support/children.ts';
import { hashesOf } from '#test/support/hashes.ts';
import { faultOf, firstScenario, newWorkspace, openServices, valueOf } from '#test/support/workspaces.ts';

type Opened = ReturnType<typeof newWorkspace>;

async function rename({ client }: Opened, name: string): Promise<void> {
  const { id } = await firstScenario(client);
  valueOf(await client.call('scenario.rename', { id, name }));
}

async function nameNow({ client }: Opened): Promise<string> {
  return (await firstScenario(client)).name;
}

/** A workspace with a backup of "Before", now called "After". */
async function withBackup(): Promise<Opened & { readonly backup: string }> {
  const workspace = newWorkspace();
  await rename(workspace, 'Before');
  const { file } = valueOf(await workspace.client.call('backup.create', {}));
  workspace.clock.advance({ milliseconds: 5000 });
  await rename(workspace, 'After');
  return { ...workspace, backup: file };
}

describe('restoring a backup', () => {
  it('brings its content back, and restoring what it replaced brings back what was there', async () => {
    const workspace = await withBackup();
    const { client, backup, file } = workspace;
    const restored = valueOf(await client.call('workspace.restore', { backup }));
    expect(restored.info.open).toMatchObject({ path: file, access: 'edit' });
    expect(await nameNow(workspace)).toBe('Before');
    expect(workspace.events.at(-1)).toEqual({ type: 'workspace-changed' });
    const listed = valueOf(await client.call('backup.list', {}));
    expect(listed.find((one) => one.file === restored.replaced)).toMatchObject({ kind: 'replaced' });
    valueOf(await client.call('workspace.restore', { backup: restored.replaced ?? '' }));
    expect(await nameNow(workspace)).toBe('After');
    await rename(workspace, 'Still writable');
    expect(readdirSync(dirname(file)).filter((name) => /restoring|part/.test(name))).toEqual([]);
    expect(await runChild('openOnce.ts', [file])).toMatchObject({ stdout: 'already-open\n' });
  });

  it('that is damaged changes nothing and leaves the workspace open', async () => {
    const workspace = await withBackup();
    const { client, backup, file } = workspace;
    const path = join(dirname(file), 'backups', backup);
    writeFileSync(path, readFileSync(path).fill(0x5a, 4096 * 2, 4096 * 6));
    expect(faultOf(await client.call('workspace.restore', { backup }))).toMatchObject({
      code: 'damaged-file',
      message: expect.stringContaining(backup),
    });
    expect(await nameNow(workspace)).toBe('After');
    await rename(workspace, 'Still writable');
    const kinds = valueOf(await client.call('backup.list', {})).map(({ kind }) => kind);
    expect(kinds).not.toContain('replaced');
  });

  it.each(['../workspace.headroom', 'backups/x', '/etc/passwd', 'other.20270301T080000000Z.manual.headroom'])(
    'does not take %s for one',
    async (backup) => {
      const workspace = await withBackup();
      const before = hashesOf(workspace.file);
      expect(faultOf(await workspace.client.call('workspace.restore', { backup })).code).toBe('not-found');
      expect(await nameNow(workspace)).toBe('After');
      expect(hashesOf(workspace.file)[0]).toBe(before[0]);
    },
  );

  it.each([
    ['cut short', (file: string) => truncateSync(file, 5000)],
    ['text', (file: string) => writeFileSync(file, 'no database')],
    ['emptied', (file: string) => truncateSync(file, 0)],
  ] as const)('helps when the workspace was %s, and keeps the broken file as it was', async (_, spoil) => {
    const first = await withBackup();
    const { backup, file } = first;
    first.close();
    spoil(file);
    const broken = readFileSync(file);
    const other = openServices(join(dirname(file), 'other.headroom'), { clock: first.clock });
    expect(faultOf(await other.client.call('workspace.open', { path: file })).code).toBe('damaged-file');
    const { replaced } = valueOf(await other.client.call('workspace.restore', { path: file, backup }));
    expect(await nameNow(other)).toBe('Before');
    expect(readFileSync(join(dirname(file), 'backups', replaced ?? '')).equals(broken)).toBe(true);
  });

  it('helps when the workspace is gone; there is nothing to keep then', async () => {
    const first = await withBackup();
    first.close();
    const { rmSync } = process.getBuiltinModule('node:fs');
    rmSync(first.file);
    const other = openServices(join(dirname(first.file), 'other.headroom'), { clock: first.clock });
    const restored = valueOf(
      await other.client.call('workspace.restore', { path: first.file, backup: first.backup }),
    );
    expect(restored.replaced).toBeNull();
    expect(await nameNow(other)).toBe('Before');
  });

  it('is refused while another one has the workspace open', async () => {
    const first = await withBackup();
    const other = newWorkspace();
    const before = hashesOf(first.file);
    const refused = await other.client.call('workspace.restore', { path: first.file, backup: first.backup });
    expect(faultOf(refused).code).toBe('already-open');
    expect(hashesOf(first.file)).toEqual(before);
    expect(existsSync(`${first.file}.restoring`)).toBe(false);
    expect(await nameNow(first)).toBe('After');
  });
});
