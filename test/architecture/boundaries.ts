import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from './sources.ts';

const restriction = z.tuple([
  z.literal('error'),
  z.object({ patterns: z.tuple([z.object({ group: z.array(z.string()) })]) }),
]);

const configSchema = z.looseObject({
  overrides: z.array(
    z.looseObject({
      files: z.array(z.string()),
      rules: z.looseObject({ 'no-restricted-imports': restriction.optional() }),
    }),
  ),
});

export interface BoundaryRow {
  readonly files: readonly string[];
  /** What may be imported; everything else is refused. */
  readonly allowed: readonly string[];
}

/** The lint configuration as it stands, and the rows of the import table in it. */
export function readBoundaries(): {
  readonly config: Readonly<Record<string, unknown>>;
  readonly rows: readonly BoundaryRow[];
} {
  const text = readFileSync(join(projectFolder, '.oxlintrc.json'), 'utf8');
  const config = configSchema.parse(JSON.parse(text));
  const rows = config.overrides.flatMap(({ files, rules }) => {
    const rule = rules['no-restricted-imports'];
    if (rule === undefined) return [];
    const [first, ...exceptions] = rule[1].patterns[0].group;
    if (first !== '**') throw new Error(`The row for ${files.join(', ')} must refuse everything first.`);
    return [{ files, allowed: exceptions.map((exception) => exception.replace(/^!/, '')) }];
  });
  return { config, rows };
}
