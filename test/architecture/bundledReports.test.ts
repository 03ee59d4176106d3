import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { stampOf } from '#electron/services/reportStamp.ts';
import { reportFormats } from '#shared/model/packs/content.ts';
import { referenceScenario } from '#test/support/planFixtures.ts';
import { projectFolder } from './sources.ts';

const answer = z.object({
  kind: z.literal('done'),
  value: z.object({
    ok: z.literal(true),
    value: z.array(z.object({ format: z.enum(reportFormats), bytes: z.instanceof(Uint8Array) })),
  }),
});

// This looks at what `npm run build` made; npm test builds first.
it('the bundled worker makes every format, with its libraries and fonts beside it', async () => {
  const document = referenceScenario('oneVoiceQueue');
  const order = {
    input: { document, stamp: stampOf(document, '2027-03-01T08:00:00.000Z') },
    pack: 'leaders',
    language: 'zh',
    formats: reportFormats,
  };
  const worker = new Worker(join(projectFolder, 'dist/main/worker.mjs'), {
    workerData: { name: 'report', input: order },
  });
  const last = await new Promise((done, fail) => {
    worker.on('message', (message: { readonly kind: string }) => {
      if (message.kind === 'done') done(message);
    });
    worker.once('error', fail);
  });
  const files = answer.parse(last).value.value;
  expect(files.map(({ format }) => format)).toEqual([...reportFormats]);
  for (const { bytes } of files) expect(bytes.byteLength).toBeGreaterThan(2000);
});
