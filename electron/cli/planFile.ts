import { resolve } from 'node:path';
import { readScenarioFile, scenarioOfStream } from '#electron/services/scenarioFile.ts';
import { type Fault, problemLine, type Result } from '#shared/kernel/result.ts';
import { createPlan, type Plan } from '#shared/model/plan.ts';
import type { CommandStreams } from './main.ts';

/** Exit codes: all is well, something could not be computed or written, the command or the scenario was refused. */
export const COMPUTED = 0;
export const INCOMPLETE = 1;
export const REFUSED = 2;

/** The computed plan of a scenario file; "-" is standard input. */
export async function planOfFile(file: string, { stdin, cwd }: CommandStreams): Promise<Result<Plan, Fault>> {
  const scenario = await (file === '-' ? scenarioOfStream(stdin) : readScenarioFile(resolve(cwd, file)));
  return scenario.ok ? createPlan(scenario.value) : scenario;
}

/** Every problem on a line of its own with its place. */
export function refusal(file: string, { message, problems = [] }: Fault): string {
  const name = file === '-' ? 'standard input' : file;
  const [first, ...others] = problems;
  if (first === undefined) return `${name}: ${message}\n`;
  if (others.length === 0)
    return `${problemLine({ ...first, path: first.path === 'file' ? name : `${name}, ${first.path}` })}\n`;
  return [
    `${name} was refused because of ${problems.length} problems:`,
    ...problems.map((problem) => `  ${problemLine(problem)}`),
    '',
  ].join('\n');
}

/** Writes a text to the end. @returns false where it could not; a reader that has closed the pipe has read enough */
export function written(stream: NodeJS.WritableStream, text: string): Promise<boolean> {
  return new Promise((done) => {
    stream.write(text, (error) => done(!error || codeOf(error) === 'EPIPE'));
  });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
