import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { planExport } from '#electron/services/planExport.ts';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Plan } from '#shared/model/plan.ts';
import type { CommandStreams } from './main.ts';
import { codeOf, COMPUTED, INCOMPLETE, planOfFile, REFUSED, refusal, written } from './planFile.ts';
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
function requestOf(args: readonly string[]): Result<Request | 'help', Fault<'invalid-input'>> {
  const options = {
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (values.help === true) return ok('help');
    if (values.json === true && values.csv === true)
      return fault('invalid-input', 'Choose one of --json and --csv.');
    if (file === undefined || file === '') return fault('invalid-input', 'Which scenario? FILE is missing.');
    if (others.length > 0)
      return fault('invalid-input', `One FILE at a time; "${others.join('", "')}" is too many.`);
    if (values.out === '') return fault('invalid-input', '--out needs the name of a file.');
    const format = values.json === true ? 'json' : values.csv === true ? 'csv' : 'table';
    return ok({ file, format, out: values.out });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault('invalid-input', `${error.message.replace(/\. To specify.*$/s, '').replace(/\.$/, '')}.`);
  }
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
  const asked = requestOf(args);
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom plan --help" explains the command.\n`);
    return REFUSED;
  }
  const request = asked.value;
  if (request === 'help') {
    await written(io.stdout, USAGE);
    return COMPUTED;
  }
  const plan = await planOfFile(request.file, io);
  if (!plan.ok) {
    await written(io.stderr, refusal(request.file, plan.fault));
    return REFUSED;
  }
  const text = request.format === 'table' ? planTable(plan.value) : planExport(plan.value, request.format);
  if (!(await delivered(text, request, io))) return INCOMPLETE;
  const errors = cellErrors(plan.value);
  if (errors.length === 0) return COMPUTED;
  await written(io.stderr, ['Not everything could be computed:', ...errors, ''].join('\n'));
  return INCOMPLETE;
}
