import { parseArgs } from 'node:util';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { assumptionDiff } from '#shared/model/compare/assumptionDiff.ts';
import { fixedOrderBridge } from '#shared/model/compare/bridge.ts';
import { shapleyBridge } from '#shared/model/compare/shapley.ts';
import { sideBySide } from '#shared/model/compare/sideBySide.ts';
import type { Plan } from '#shared/model/plan.ts';
import { comparisonText, type Comparison } from './compareText.ts';
import type { CommandStreams } from './main.ts';
import { COMPUTED, INCOMPLETE, planOfFile, REFUSED, refusal, written } from './planFile.ts';

const USAGE = `Usage: headroom compare FILE FILE [--shapley] [--rate N] [--json]

Compares two scenarios: their totals by fiscal year, the inputs in which they differ, and the bridge from one to the
other in FTE and in money. One of the two may be "-", standard input.

  --shapley  gives each family of drivers the mean of what it adds over all orders, instead of one order
  --rate N   what one unit of the second scenario's currency is worth in the first's, where they differ
  --json     all of it as JSON, with the values of every period
  --help     prints this

Ends with 0 when all is compared; 1 when a part of the bridge could not be made; 2 when a scenario or the command is
refused.
`;

interface Request {
  readonly files: readonly [string, string];
  readonly isShapley: boolean;
  readonly isJson: boolean;
  readonly exchangeRate: number | undefined;
}

/** What the words after `compare` ask for. @returns `invalid-input` with a sentence on what is wrong with them */
function requestOf(args: readonly string[]): Result<Request | 'help', Fault<'invalid-input'>> {
  const options = {
    shapley: { type: 'boolean' },
    rate: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help === true) return ok('help');
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined || others.length > 0)
      return fault('invalid-input', 'Two FILEs are needed, and nothing else.');
    if (before === '-' && after === '-')
      return fault('invalid-input', 'Only one of the two can come from standard input.');
    const exchangeRate = values.rate === undefined ? undefined : Number(values.rate);
    if (exchangeRate !== undefined && !(exchangeRate > 0 && Number.isFinite(exchangeRate)))
      return fault('invalid-input', '--rate needs a number above 0.');
    return ok({
      files: [before, after],
      isShapley: values.shapley === true,
      isJson: values.json === true,
      exchangeRate,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault('invalid-input', `${error.message.replace(/\. To specify.*$/s, '').replace(/\.$/, '')}.`);
  }
}

function comparison(before: Plan, after: Plan, { isShapley, exchangeRate }: Request): Result<Comparison> {
  const [first, last] = [before.scenario(), after.scenario()];
  const totals = sideBySide(
    [before, after].map((plan) => ({ name: plan.scenario().name, plan })),
    { grain: 'year' },
  );
  if (!totals.ok) return totals;
  const options = exchangeRate === undefined ? {} : { exchangeRate };
  const bridge = (isShapley ? shapleyBridge : fixedOrderBridge)(first, last, options);
  if (!bridge.ok) return bridge;
  return ok({ totals: totals.value, assumptions: assumptionDiff(first, last), bridge: bridge.value });
}

function isComplete({ bridge }: Comparison): boolean {
  return (
    bridge.missing.length === 0 &&
    bridge.measures.every(({ before, after }) => before.total !== null && after.total !== null)
  );
}

/** `headroom compare FILE FILE`: what differs between two plans, and what that comes to. @returns the exit code */
export async function runCompare(args: readonly string[], io: CommandStreams): Promise<number> {
  const asked = requestOf(args);
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom compare --help" explains the command.\n`);
    return REFUSED;
  }
  const request = asked.value;
  if (request === 'help') {
    await written(io.stdout, USAGE);
    return COMPUTED;
  }
  const plans: Plan[] = [];
  for (const file of request.files) {
    const plan = await planOfFile(file, io);
    if (!plan.ok) {
      await written(io.stderr, refusal(file, plan.fault));
      return REFUSED;
    }
    plans.push(plan.value);
  }
  const [before, after] = plans;
  if (before === undefined || after === undefined) throw new Error('Two files give two plans');
  const compared = comparison(before, after, request);
  if (!compared.ok) {
    await written(io.stderr, `${compared.fault.message}\n`);
    return REFUSED;
  }
  const text = request.isJson ? JSON.stringify(compared.value, null, 2) : comparisonText(compared.value);
  await written(io.stdout, `${text}\n`);
  return isComplete(compared.value) ? COMPUTED : INCOMPLETE;
}
