import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a program of `test/support/programs`; with a limit, no file of it may grow beyond that many bytes. */
export function startChild(
  program: string,
  args: readonly string[],
  limits: { readonly fileBytes?: number } = {},
): ChildProcessWithoutNullStreams {
  const script = fileURLToPath(new URL(`programs/${program}`, import.meta.url));
  if (limits.fileBytes === undefined) return spawn(process.execPath, [script, ...args]);
  const limited = `ulimit -f ${Math.floor(limits.fileBytes / 512)} && exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', limited, process.execPath, script, ...args]);
}

/** What a started program wrote until its end. */
export function untilEnded(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export function runChild(
  program: string,
  args: readonly string[],
  limits: { readonly fileBytes?: number } = {},
): Promise<Ended> {
  return untilEnded(startChild(program, args, limits));
}
