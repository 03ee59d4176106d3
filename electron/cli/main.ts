/** `npm run -s headroom -- COMMAND …`: the planner without a window. Each command is a file of its own, loaded when it is asked for. */
import { isAbsolute } from 'node:path';

export interface CommandStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** The folder that paths on the command line are meant from. */
  readonly cwd: string;
}

interface Command {
  readonly summary: string;
  readonly run: (args: readonly string[], io: CommandStreams) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  plan: {
    summary: 'computes a scenario file: a table, all results as JSON, or long-form CSV',
    run: async (args, io) => (await import('./plan.ts')).runPlan(args, io),
  },
  explain: {
    summary: 'explains one number of a scenario file, down to its inputs',
    run: async (args, io) => (await import('./explain.ts')).runExplain(args, io),
  },
  case: {
    summary:
      'the business case of a scenario file: value, delay, sensitivity, quick wins, and what must happen for the cash',
    run: async (args, io) => (await import('./case.ts')).runCase(args, io),
  },
  compare: {
    summary: 'compares two scenario files: totals, inputs that differ, the bridge from one to the other',
    run: async (args, io) => (await import('./compare.ts')).runCompare(args, io),
  },
  report: {
    summary: 'makes the report of one kind of reader: XLSX, PDF, PPTX and CSV at once',
    run: async (args, io) => (await import('./report.ts')).runReport(args, io),
  },
  workspace: {
    summary: 'lists, exports, imports, verifies and backs up a workspace file',
    run: async (args, io) => (await import('./workspace.ts')).runWorkspace(args, io),
  },
  queueing: {
    summary: 'answers queueing questions, one JSON object a line in, one out',
    run: async (args, io) => (await import('./queueing.ts')).runQueueing(args, io),
  },
  'self-check': {
    summary: 'checks this installation with a scratch workspace and a reference plan',
    run: async (args, io) => (await import('./selfCheck.ts')).runSelfCheck(args, io),
  },
};

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: headroom <command> [options]',
    '',
    'Commands:',
    ...lines,
    '',
    '`headroom <command> --help` explains a command.',
    '',
  ].join('\n');
}

/** npm runs scripts in the project's folder; INIT_CWD is where the user stands. */
function userFolder(): string {
  const folder = process.env['INIT_CWD'];
  return folder !== undefined && isAbsolute(folder) ? folder : process.cwd();
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  return command.run(rest, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: userFolder(),
  });
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The output could not be written (${error.code ?? error.message}).\n`);
  process.exitCode = 1;
});
process.exitCode = await main(process.argv.slice(2));
