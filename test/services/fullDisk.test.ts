import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/ipc/contract.ts';
import { runChild } from '#test/support/children.ts';
import { firstScenario, newWorkspace, openServices, valueOf } from '#test/support/workspaces.ts';

const report = z.strictObject({
  revision: z.int(),
  refusal: z.string(),
  codes: z.record(z.string(), z.string()),
  shown: z.int(),
});

/** The copy of it alone needs more room than there will be. */
async function largeWorkspace(): Promise<{ readonly file: string; readonly copies: number }> {
  const copies = 60;
  const { client, close, file } = newWorkspace();
  const { id } = await firstScenario(client);
  for (let copy = 0; copy < copies; copy += 1) valueOf(await client.call('scenario.duplicate', { id }));
  close();
  return { file, copies };
}

/** The operating system stops every file at a size, which is what a full disk looks like from inside. */
it.skipIf(process.platform === 'win32')(
  'when the disk is full, every operation that writes says so, and what was acknowledged stays',
  async () => {
    const { file, copies } = await largeWorkspace();
    const { code, stdout, stderr } = await runChild('fillDisk.ts', [file], {
      fileBytes: statSync(file).size - 20_000,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/Z error /) });
    const found = report.parse(JSON.parse(stdout));
    expect(found.refusal).toMatch(
      /^not-writable: The workspace cannot be written. Check that the disk is not full/,
    );
    expect(found.revision).toBeGreaterThan(3);
    expect(found.shown).toBe(found.revision);
    const writing = Object.entries(contract).filter(([, { faults }]) =>
      faults.some((fault) => fault === 'not-writable'),
    );
    // Other files may still have room; whether they do is said when they are written.
    const isElsewhere = (name: string): boolean =>
      name.startsWith('upload.') || (name.startsWith('workspace.') && name !== 'workspace.saveCopy');
    const expected = writing
      .map(([name]) => name)
      .filter((name) => name !== 'scenario.apply' && !isElsewhere(name));
    expect(Object.keys(found.codes).toSorted()).toEqual(expected.toSorted());
    expect(new Set(Object.values(found.codes))).toEqual(new Set(['not-writable']));

    const { client } = openServices(file);
    const { revision, document } = await firstScenario(client);
    expect(revision).toBe(found.revision);
    expect(document.segments?.[0]?.openingCustomers).toBe(found.revision);
    expect(valueOf(await client.call('scenario.list', {}))).toHaveLength(copies + 1);
  },
);
