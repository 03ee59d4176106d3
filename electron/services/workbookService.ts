import { readFileSync } from 'node:fs';
import type { Handlers } from '#shared/ipc/contract.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from './context.ts';
import { inputOf } from './reportService.ts';
import { runInWorker } from './threads/runInWorker.ts';

function refusedAs({
  code,
  message,
  problems,
}: Fault): Result<never, Fault<'invalid-file' | 'invalid-plan'>> {
  return fault(code === 'invalid-file' ? 'invalid-file' : 'invalid-plan', message, problems);
}

/** Workbooks that come back with other inputs. */
export function workbookHandlers(context: Context): Pick<Handlers, 'report.readWorkbook'> {
  return {
    'report.readWorkbook': async ({ upload, plan }) => {
      const file = context.uploads.find(upload);
      if (file === undefined) return fault('not-found', 'The file has waited too long. Choose it again.');
      const bytes = readFileSync(file.file);
      context.uploads.remove(upload);
      const input = inputOf(context, plan);
      if (input === undefined) return fault('not-found');
      const { document, stamp } = input;
      const done = await runInWorker('readWorkbook', {
        bytes,
        source: { document, inputsSha256: stamp.inputsSha256 },
      });
      if (!done.ok) throw new Error('The reading of a workbook cannot be cancelled');
      if (!done.value.ok) return refusedAs(done.value.fault);
      const { changes, commands } = done.value.value;
      return ok({ changes: [...changes], commands: [...commands] });
    },
  };
}
