import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editAndKill, foundIn, killWhileUpdating, lossesOf } from '#test/support/killing.ts';
import { temporaryFolder } from '#test/support/workspaces.ts';

const rounds = 20;

describe('a process killed at any moment', () => {
  it(`loses nothing acknowledged: ${rounds} kills in the middle of edits, versions and backups`, async () => {
    const file = join(temporaryFolder(), 'workspace.headroom');
    let revision = 0;
    let versions = 0;
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await (round % 4 === 3
        ? editAndKill(file, Math.random() * 2500, round === rounds - 1 ? 'version' : 'saving')
        : editAndKill(file, Math.random() * 500, 'ready'));
      const found = await foundIn(file, (id) => acknowledged.versions.includes(id));
      expect(lossesOf(file, acknowledged, found)).toEqual([]);
      expect(found.revision).toBeGreaterThanOrEqual(revision);
      expect(found.versions.length).toBeGreaterThanOrEqual(versions);
      revision = found.revision;
      versions = found.versions.length;
    }
    expect(revision).toBeGreaterThan(0);
    expect(versions).toBeGreaterThan(0);
  }, 180_000);

  it('on its very first start leaves a workspace that opens with the sample', async () => {
    for (let round = 0; round < 8; round += 1) {
      const file = join(temporaryFolder(), 'workspace.headroom');
      const acknowledged = await editAndKill(
        file,
        60 + Math.random() * 250,
        round % 2 === 0 ? 'start' : 'opening',
      );
      expect(lossesOf(file, acknowledged, await foundIn(file))).toEqual([]);
    }
  }, 90_000);

  it('while it brings an old file up to date leaves one that opens with all that was in it', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 6; round += 1)
      expect(await killWhileUpdating(folder, Math.random() * 60)).toEqual([]);
  }, 90_000);
});
