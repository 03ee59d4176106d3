import { fault, ok } from '#shared/kernel/result.ts';
import { wholeCase } from '#shared/model/deciding/case/wholeCase.ts';
import { caseTable } from './caseTable.ts';
import type { CommandStreams } from './main.ts';
import { type Asked, oneFile, readArguments, runOnPlan } from './planCommand.ts';
import { COMPUTED, INCOMPLETE, REFUSED, refusal, written } from './planFile.ts';

const USAGE = `Usage: headroom case FILE [--json] [--delay MONTHS] [--change PERCENT]

The business case of the initiatives in FILE ("-" reads it from standard input): what they are worth on each basis, each
one's own part, what standing still and waiting cost, what the case depends on, quick wins, what must happen for the cash,
and what automation really takes away from agents.

  --json            all of it as JSON, every figure with its formula and inputs
  --delay MONTHS    how many months of delay are worked out (default 12)
  --change PERCENT  how far each assumption is moved (default 20)
  --help            prints this

Ends with 0 when all is computed; 1 when the result could not be written; 2 when the scenario or the command is refused.
`;

const DEFAULT_DELAY = 12;
const MOST_MONTHS = 120;
const DEFAULT_CHANGE = 20;

interface Request {
  readonly file: string;
  readonly isJson: boolean;
  readonly delayMonths: number;
  readonly change: number;
}

function wholeNumber(text: string | undefined, absent: number, most: number): number | undefined {
  if (text === undefined) return absent;
  return /^\d{1,4}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function requestOf(args: readonly string[]): Asked<Request> {
  const options = {
    json: { type: 'boolean' },
    delay: { type: 'string' },
    change: { type: 'string' },
  } as const;
  return readArguments(args, options, ({ values, positionals }) => {
    const file = oneFile(positionals);
    if (!file.ok) return file;
    const delayMonths = wholeNumber(values.delay, DEFAULT_DELAY, MOST_MONTHS);
    if (delayMonths === undefined)
      return fault('invalid-input', `--delay needs a whole number of months, at most ${MOST_MONTHS}.`);
    const percent = wholeNumber(values.change, DEFAULT_CHANGE, 100);
    if (percent === undefined || percent === 0)
      return fault('invalid-input', '--change needs a whole number of percent from 1 to 100.');
    return ok({ file: file.value, isJson: values.json === true, delayMonths, change: percent / 100 });
  });
}

/** `headroom case FILE …`: the business case of one scenario file. @returns the exit code */
export async function runCase(args: readonly string[], io: CommandStreams): Promise<number> {
  const command = { name: 'case', usage: USAGE, asked: requestOf(args) };
  return runOnPlan(command, io, async ({ file, isJson, delayMonths, change }, plan) => {
    const found = wholeCase(plan.scenario(), { caches: plan.caches, delayMonths, change });
    if (!found.ok) {
      await written(io.stderr, refusal(file, found.fault));
      return REFUSED;
    }
    const text = isJson ? `${JSON.stringify(found.value, undefined, 2)}\n` : caseTable(found.value);
    return (await written(io.stdout, text)) ? COMPUTED : INCOMPLETE;
  });
}
