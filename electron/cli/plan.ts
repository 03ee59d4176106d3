import { resolve } from 'node:path';
import { planExport } from '#electron/services/planExport.ts';
import { fault, ok } from '#shared/kernel/result.ts';
import type { Plan } from '#shared/model/plan.ts';
import type { CommandStreams } from './main.ts';
import { type Asked, oneFile, readArguments, runOnPlan } from './planCommand.ts';
import { codeOf, COMPUTED, INCOMPLETE, written } from './planFile.ts';
import { planTable } from './planTable.ts';
import { whyNotWritten, writeWhole } from '#electron/services/writeWhole.ts';

const USAGE = `Usage: headroom plan FILE [--json | --csv] [--out FILE]

Computes the scenario in FILE ("-" reads it from standard input) and prints what it comes to.

  --json      all results by segment, queue, group, plan and fiscal year, as JSON
  --csv       every input and measure, one line for each period, as CSV
  --out FILE  writes into FILE instead of the terminal; FILE is replaced as a whole or left as it was
  --help      prints this

Ends with 0 when all is computed; 1 when a measure could not be computed or the result not be written; 2 when the
scenario or the command is refused.
`;

interface Request {
  readonly file: string;
  readonly format: 'table' | 'json' | 'csv';
  readonly out: string | undefined;
}

/** What the words after `plan` ask for. @returns `invalid-input` with a sentence on what is wrong with them */
function requestOf(args: readonly string[]): Asked<Request> {
  const options = { json: { type: 'boolean' }, csv: { type: 'boolean' }, out: { type: 'string' } } as const;
  return readArguments(args, options, ({ values, positionals }) => {
    if (values.json === true && values.csv === true)
      return fault('invalid-input', 'Choose one of --json and --csv.');
    const file = oneFile(positionals);
    if (!file.ok) return file;
    if (values.out === '') return fault('invalid-input', '--out needs the name of a file.');
    const format = values.json === true ? 'json' : values.csv === true ? 'csv' : 'table';
    return ok({ file: file.value, format, out: values.out });
  });
}

/** Each thing that went wrong inside the plan once, where it first shows. */
function cellErrors(plan: Plan): readonly string[] {
  const { periods } = plan.graph().context;
  const lines = new Map<string, string>();
  for (const { index, start } of periods) {
    for (const id of plan.heads().keys()) {
      const error = plan.error(id, index);
      if (error === undefined) continue;
      const key = `${error.nodeId} ${error.text}`;
      if (!lines.has(key)) lines.set(key, `  ${error.nodeId}, from ${start} on: ${error.text}`);
    }
  }
  return [...lines.values()];
}

async function delivered(
  text: string,
  { out }: Request,
  { stdout, stderr, cwd }: CommandStreams,
): Promise<boolean> {
  if (out === undefined) return written(stdout, text);
  try {
    writeWhole(resolve(cwd, out), text);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    await written(
      stderr,
      `${out} could not be written: ${whyNotWritten(code)}. Choose another --out FILE.\n`,
    );
    return false;
  }
}

/** `headroom plan FILE …`: computes one scenario file. @returns the exit code */
export async function runPlan(args: readonly string[], io: CommandStreams): Promise<number> {
  const command = { name: 'plan', usage: USAGE, asked: requestOf(args) };
  return runOnPlan(command, io, async (request, plan) => {
    const text = request.format === 'table' ? planTable(plan) : planExport(plan, request.format);
    if (!(await delivered(text, request, io))) return INCOMPLETE;
    const errors = cellErrors(plan);
    if (errors.length === 0) return COMPUTED;
    await written(io.stderr, ['Not everything could be computed:', ...errors, ''].join('\n'));
    return INCOMPLETE;
  });
}
