import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openingProblemOf } from '#electron/db/openingProblem.ts';
import { createDownloads, downloadIdOf } from '#electron/services/downloads.ts';
import { fakeClock, faultOf, newWorkspace, temporaryFolder, valueOf } from '#test/support/workspaces.ts';

describe('a download', () => {
  const offered = { content: Buffer.from('plan'), name: 'Plán 2028 (v1).csv', contentType: 'text/csv' };

  it('is fetched once, under its own name', async () => {
    const downloads = createDownloads(fakeClock());
    const offer = downloads.offer(offered);
    expect(offer).toMatchObject({ name: offered.name, bytes: 4 });
    expect(downloadIdOf(`/download/${offer.id}`)).toBe(offer.id);
    const taken = downloads.take(offer.id);
    expect(taken?.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Pl%C3%A1n%202028%20%28v1%29.csv",
    );
    expect(taken === undefined ? '' : (await buffer(taken.body)).toString()).toBe('plan');
    expect(downloads.take(offer.id)).toBeUndefined();
  });

  it('that nobody fetches is gone after ten minutes, with its file', () => {
    const clock = fakeClock();
    const downloads = createDownloads(clock);
    const temporaryFile = join(temporaryFolder(), 'waiting');
    writeFileSync(temporaryFile, 'plan');
    const { id } = downloads.offer({ ...offered, content: { temporaryFile } });
    clock.advance({ milliseconds: 10 * 60_000 });
    expect(downloads.take(id)).toBeUndefined();
    expect(existsSync(temporaryFile)).toBe(false);
  });

  it('removes its file when it has been fetched', async () => {
    const downloads = createDownloads(fakeClock());
    const temporaryFile = join(temporaryFolder(), 'waiting');
    writeFileSync(temporaryFile, 'plan');
    const taken = downloads.take(downloads.offer({ ...offered, content: { temporaryFile } }).id);
    if (taken !== undefined) await buffer(taken.body);
    await expect.poll(() => existsSync(temporaryFile)).toBe(false);
  });

  it.each(['/download/', '/download/short', '/download/../../etc/passwd', '/other/x'])(
    'has no id in %s',
    (path) => {
      expect(downloadIdOf(path)).toBeUndefined();
    },
  );
});

describe('an upload', () => {
  it('takes its pieces in order, and says where to go on after one that does not fit', async () => {
    const { client } = newWorkspace();
    const { id } = valueOf(await client.call('upload.begin', { name: 'x.headroom', bytes: 6 }));
    const piece = (offset: number, text: string) =>
      client.call('upload.append', { id, offset, base64: Buffer.from(text).toString('base64') });
    expect(valueOf(await piece(0, 'abc'))).toEqual({ received: 3 });
    expect(valueOf(await piece(0, 'abc'))).toEqual({ received: 3 });
    expect(faultOf(await client.call('workspace.preview', { upload: id })).code).toBe('not-found');
    expect(valueOf(await piece(3, 'defg'))).toEqual({ received: 3 });
    expect(valueOf(await piece(3, 'def'))).toEqual({ received: 6 });
    expect(faultOf(await client.call('workspace.preview', { upload: id }))).toMatchObject({
      code: 'damaged-file',
      message: expect.stringContaining('the chosen file'),
    });
    expect(faultOf(await client.call('workspace.import', { upload: id, name: 'x' })).code).toBe(
      'damaged-file',
    );
  });
});

it.each([
  ['not-writable', 'The workspace cannot be written. (database or disk is full)', 'disk-full'],
  ['not-writable', 'ENOSPC: no space left on device, open', 'disk-full'],
  ['not-writable', 'attempt to write', 'not-writable'],
  ['internal', 'step 2 failed', 'migration-failed'],
] as const)('%s with "%s" is a problem of the kind %s', (code, message, kind) => {
  const file = join(temporaryFolder(), 'workspace.headroom');
  writeFileSync(file, '');
  expect(openingProblemOf(file, code, message)).toBe(kind);
});
