import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readScenarioFile, scenarioOfStream } from '#electron/services/scenarioFile.ts';
import { stampOf } from '#electron/services/reportStamp.ts';
import { runInWorker } from '#electron/services/threads/runInWorker.ts';
import type { TaskInput, TaskOutput } from '#electron/services/threads/tasks.ts';
import { whyNotWritten, writeWhole } from '#electron/services/writeWhole.ts';
import { type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { CommandStreams } from './main.ts';
import { codeOf, COMPUTED, INCOMPLETE, REFUSED, refusal, written } from './planFile.ts';
import { type ReportRequest, reportRequestOf, USAGE } from './reportRequest.ts';

/** As a shell counts a command that Ctrl+C ended. */
const CANCELLED = 130;

type Order = TaskInput<'report'>;
type Files = Extract<TaskOutput<'report'>, { ok: true }>['value'];

async function scenarioIn(file: string, { stdin, cwd }: CommandStreams): Promise<Result<Scenario, Fault>> {
  return file === '-' ? scenarioOfStream(stdin) : readScenarioFile(resolve(cwd, file));
}

interface Refused {
  readonly refused: string;
}

async function orderOf(request: ReportRequest, io: CommandStreams): Promise<Order | Refused> {
  const { file, compare, pack, language, formats, partner, fiscalYear } = request;
  const scenario = await scenarioIn(file, io);
  if (!scenario.ok) return { refused: refusal(file, scenario.fault) };
  const other = compare === undefined ? ok(undefined) : await scenarioIn(compare, io);
  if (!other.ok) return { refused: refusal(compare ?? '', other.fault) };
  const input = (document: Scenario) => ({ document, stamp: stampOf(document, new Date().toISOString()) });
  return {
    input: input(scenario.value),
    pack,
    language,
    formats,
    ...(partner === undefined ? {} : { partner }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(other.value === undefined ? {} : { other: input(other.value) }),
  };
}

/** The folder of the report, made if only it is missing; or why it cannot be. */
function madeFolder(folder: string): string | undefined {
  try {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (entry === undefined) mkdirSync(folder);
    return entry === undefined || entry.isDirectory() ? undefined : 'it is a file';
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return whyNotWritten(code);
  }
}

async function deliver(files: Files, folder: string, { stdout, stderr }: CommandStreams): Promise<boolean> {
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    try {
      writeWhole(path, bytes);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      await written(
        stderr,
        `${path} could not be written: ${whyNotWritten(code)}. Choose another --out DIR.\n`,
      );
      return false;
    }
    await written(stdout, `${path}\n`);
  }
  return true;
}

/** Runs the work beside the terminal, which so goes on hearing Ctrl+C. */
async function produced(order: Order, { stderr }: CommandStreams) {
  const control = new AbortController();
  const cancel = () => control.abort();
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  let last = '';
  try {
    return await runInWorker('report', order, {
      signal: control.signal,
      onProgress: (fraction, step) => {
        const line = `${Math.round(fraction * 100)} %${step === undefined ? '' : ` ${step}`}\n`;
        if (line !== last) void written(stderr, line);
        last = line;
      },
    });
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}

/** `headroom report FILE …`: the report of one kind of reader. @returns the exit code */
export async function runReport(args: readonly string[], io: CommandStreams): Promise<number> {
  const asked = reportRequestOf(args);
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom report --help" explains the command.\n`);
    return REFUSED;
  }
  const request = asked.value;
  if (request === 'help') {
    await written(io.stdout, USAGE);
    return COMPUTED;
  }
  const order = await orderOf(request, io);
  if ('refused' in order) {
    await written(io.stderr, order.refused);
    return REFUSED;
  }
  const folder = resolve(io.cwd, request.out);
  const problem = madeFolder(folder);
  if (problem !== undefined) {
    await written(io.stderr, `${folder} could not be made: ${problem}. Choose another --out DIR.\n`);
    return INCOMPLETE;
  }
  const result = await produced(order, io);
  if (!result.ok) {
    await written(io.stderr, 'Cancelled. Nothing was written.\n');
    return CANCELLED;
  }
  if (!result.value.ok) {
    await written(io.stderr, refusal(request.file, result.value.fault));
    return REFUSED;
  }
  return (await deliver(result.value.value, folder, io)) ? COMPUTED : INCOMPLETE;
}
