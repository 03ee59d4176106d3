import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { untilEnded } from './children.ts';

const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

interface Circumstances {
  readonly stdin?: Uint8Array | string;
  /** Where the user stands, as npm passes it on. */
  readonly cwd?: string;
}

/** Runs `headroom …` in a process of its own to its end. */
export function runHeadroom(args: readonly string[], { stdin = '', cwd }: Circumstances = {}) {
  const env = { ...process.env, INIT_CWD: cwd ?? process.cwd() };
  const child = spawn(process.execPath, [main, ...args], { env });
  // The command may have refused before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return untilEnded(child);
}
