import { parseArgs } from 'node:util';
import { fault, type Fault, ok, type Result } from '#shared/kernel/result.ts';
import { explain } from '#shared/model/explain.ts';
import { explanationLines } from '#shared/model/explainText.ts';
import type { Grain } from '#shared/model/periods.ts';
import type { Plan } from '#shared/model/plan.ts';
import type { CommandStreams } from './main.ts';
import { COMPUTED, planOfFile, REFUSED, refusal, written } from './planFile.ts';

const USAGE = `Usage: headroom explain FILE NUMBER PERIOD [--depth N] [--json]

Explains one number of the plan in FILE ("-" reads it from standard input), down to its inputs.

  NUMBER      its name: groups.prague.requiredFte, plan.totalCost, queues.voice.offered, segments.smb.deals …
  PERIOD      2027-09 or 2027-09-01 for a month, the first day for a week, FY2028 for a fiscal year, FY2028-Q2 for a quarter
  --depth N   how many steps to follow (default 20: to the inputs)
  --json      the explanation of this one number as JSON
  --help      prints this
`;

const DEFAULT_DEPTH = 20;
const MOST_SUGGESTIONS = 8;

interface Request {
  readonly file: string;
  readonly id: string;
  readonly period: string;
  readonly depth: number;
  readonly isJson: boolean;
}

function requestOf(args: readonly string[]): Result<Request | 'help', Fault<'invalid-input'>> {
  const options = {
    depth: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help === true) return ok('help');
    const [file, id, period, ...others] = positionals;
    if (file === undefined || id === undefined || period === undefined || others.length > 0) {
      return fault('invalid-input', 'FILE, NUMBER and PERIOD are needed, and nothing else.');
    }
    const depth = Number(values.depth ?? DEFAULT_DEPTH);
    if (!Number.isInteger(depth) || depth < 0)
      return fault('invalid-input', '--depth needs a whole number of at least 0.');
    return ok({ file, id, period, depth, isJson: values.json === true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault('invalid-input', `${error.message.replace(/\.$/, '')}.`);
  }
}

/** Where a period stands among the months or weeks, quarters or years of the plan. */
function placeOf(plan: Plan, text: string): { readonly grain: Grain; readonly place: number } | undefined {
  const fiscal = /^FY(\d{4})(-Q[1-4])?$/i.exec(text);
  const grain: Grain = fiscal === null ? 'period' : fiscal[2] === undefined ? 'year' : 'quarter';
  const key = fiscal === null ? text : `${fiscal[1]}${(fiscal[2] ?? '').toUpperCase()}`;
  const place = plan
    .groups(grain)
    .findIndex((group) => group.key === key || (grain === 'period' && group.key.slice(0, 7) === key));
  return place < 0 ? undefined : { grain, place };
}

/** Names that share most with what was typed: the same last word first, then the same beginning. */
function suggestions(plan: Plan, typed: string): readonly string[] {
  const last = typed.split('.').at(-1)?.toLowerCase() ?? '';
  const ids = [...plan.heads().keys()];
  const sameLast = ids.filter((id) => id.toLowerCase().endsWith(`.${last}`));
  const sameStart = ids.filter((id) => id.startsWith(typed.split('.').slice(0, 2).join('.')));
  return [...new Set([...sameLast, ...sameStart])].slice(0, MOST_SUGGESTIONS);
}

/** Why a number or period is not in the plan, and what is. */
function notThere(plan: Plan, { id, period }: Request): string {
  if (!plan.heads().has(id)) {
    const near = suggestions(plan, id);
    const hint =
      near.length > 0
        ? ` Did you mean ${near.join(', ')}?`
        : ' "headroom plan FILE --json" lists what there is.';
    return `There is no number "${id}" in this plan.${hint}\n`;
  }
  const periods = plan.groups('period');
  return `There is no period "${period}" in this plan; it runs from ${periods[0]?.key} to ${periods.at(-1)?.key}.\n`;
}

/** `headroom explain FILE NUMBER PERIOD`: where a number comes from. @returns the exit code */
export async function runExplain(args: readonly string[], io: CommandStreams): Promise<number> {
  const asked = requestOf(args);
  if (!asked.ok) {
    await written(io.stderr, `${asked.fault.message} "headroom explain --help" explains the command.\n`);
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
  const where = placeOf(plan.value, request.period);
  if (where === undefined || !plan.value.heads().has(request.id)) {
    await written(io.stderr, notThere(plan.value, request));
    return REFUSED;
  }
  const { grain, place } = where;
  const text = request.isJson
    ? JSON.stringify(explain(plan.value, request.id, place, grain), null, 2)
    : explanationLines(plan.value, request.id, place, grain, request.depth).join('\n');
  await written(io.stdout, `${text}\n`);
  return COMPUTED;
}
