import { selfCheck } from '#electron/services/selfCheck.ts';
import type { CommandStreams } from './main.ts';
import { COMPUTED, INCOMPLETE, REFUSED, written } from './planFile.ts';

const USAGE = `Usage: headroom self-check

Checks this installation: a scratch workspace with its migrations and a backup, an edit over a restart, a reference plan
to tolerance, and the exports. Touches nothing of yours. Prints the report as JSON.

Exit codes: 0 all is well, 1 something is not, 2 the command was not understood.
`;

/** `headroom self-check`. @returns the exit code */
export async function runSelfCheck(args: readonly string[], io: CommandStreams): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    await written(io.stdout, USAGE);
    return COMPUTED;
  }
  if (args.length > 0) {
    await written(
      io.stderr,
      `self-check takes no arguments, found "${args.join(' ')}". "headroom self-check --help" explains the command.\n`,
    );
    return REFUSED;
  }
  const report = await selfCheck();
  await written(io.stdout, `${JSON.stringify(report, undefined, 2)}\n`);
  return report.isWell ? COMPUTED : INCOMPLETE;
}
