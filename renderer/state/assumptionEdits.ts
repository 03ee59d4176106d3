import type { Assumption } from '#shared/model/assumptions/register.ts';
import { type Benchmark, benchmarkSource } from '#shared/model/assumptions/benchmarks.ts';
import type { Command } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';

export const assumptionFields = ['source', 'owner', 'confidence', 'reviewed', 'note'] as const;

export type AssumptionField = (typeof assumptionFields)[number];

/** What is known of an input; null where nothing is. */
export function assumptionOf({ assumptions = {} }: ScenarioDocument, path: string): Assumption | null {
  return Object.hasOwn(assumptions, path) ? (assumptions[path] ?? null) : null;
}

/** Says everything about an input at once; nothing where no field has words. */
function wholeCommand(path: string, assumption: Assumption): Command {
  const said = Object.entries(assumption).flatMap(([field, text]) =>
    text === undefined || text.trim() === '' ? [] : [[field, text] as const],
  );
  const target = `assumptions.${path}`;
  return said.length === 0
    ? { type: 'setInput', path: target }
    : { type: 'setInput', path: target, value: Object.fromEntries(said) };
}

/** Changes one field of what is known of an input; an emptied one is taken away. */
export function assumptionCommand(
  document: ScenarioDocument,
  path: string,
  field: AssumptionField,
  text: string,
): Command {
  return wholeCommand(path, { ...assumptionOf(document, path), [field]: text.trim() });
}

interface BenchmarkUse {
  readonly document: ScenarioDocument;
  readonly path: string;
  readonly benchmark: Benchmark;
  /** ISO date of today: the input is reviewed by this. */
  readonly today: string;
  /** null keeps the value that the input has. */
  readonly value: number | null;
}

/** Names a benchmark as the source of an input, and takes its figure over if one is given. */
export function benchmarkCommands({
  document,
  path,
  benchmark,
  today,
  value,
}: BenchmarkUse): readonly Command[] {
  const known = assumptionOf(document, path);
  const said = wholeCommand(path, { ...known, source: benchmarkSource(benchmark), reviewed: today });
  return value === null ? [said] : [{ type: 'setInput', path, value }, said];
}
