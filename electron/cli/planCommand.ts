import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import type { Plan } from '#shared/model/plan.ts';
import type { CommandStreams } from './main.ts';
import { COMPUTED, planOfFile, REFUSED, refusal, written } from './planFile.ts';

/** What the words behind a command come to. */
export type Asked<T> = Result<T | 'help', Fault<'invalid-input'>>;

const help = { help: { type: 'boolean', short: 'h' } } as const;

function parsed<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  return parseArgs({ args: [...args], options: { ...options, ...help }, allowPositionals: true });
}

/**
 * Reads the words behind a command that knows these options and --help.
 *
 * @param read makes the request of them @returns its fault, or `invalid-input` for an option that is not known
 */
export function readArguments<O extends ParseArgsOptionsConfig, T>(
  args: readonly string[],
  options: O,
  read: (words: ReturnType<typeof parsed<O>>) => Result<T, Fault<'invalid-input'>>,
): Asked<T> {
  try {
    const words = parsed(args, options);
    return 'help' in words.values && words.values.help === true ? ok('help') : read(words);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault('invalid-input', `${error.message.replace(/\. To specify.*$/s, '').replace(/\.$/, '')}.`);
  }
}

/** The one file that a command is about. */
export function oneFile([file, ...others]: readonly string[]): Result<string, Fault<'invalid-input'>> {
  if (file === undefined || file === '') return fault('invalid-input', 'Which scenario? FILE is missing.');
  if (others.length === 0) return ok(file);
  return fault('invalid-input', `One FILE at a time; "${others.join('", "')}" is too many.`);
}

interface PlanCommand<T> {
  readonly name: string;
  readonly usage: string;
  readonly asked: Asked<T>;
}

/** Runs a command about one scenario file: help, a refusal, or the answer for its plan. @returns the exit code */
export async function runOnPlan<T extends { readonly file: string }>(
  { name, usage, asked }: PlanCommand<T>,
  io: CommandStreams,
  answer: (request: T, plan: Plan) => Promise<number>,
): Promise<number> {
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom ${name} --help" explains the command.\n`);
    return REFUSED;
  }
  const request = asked.value;
  if (request === 'help') {
    await written(io.stdout, usage);
    return COMPUTED;
  }
  const plan = await planOfFile(request.file, io);
  if (plan.ok) return answer(request, plan.value);
  await written(io.stderr, refusal(request.file, plan.fault));
  return REFUSED;
}
