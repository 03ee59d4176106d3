import { parseJson } from '#shared/kernel/jsonText.ts';
import { type Fault, fault, ok, problemLine, type Result } from '#shared/kernel/result.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

/** A plan of 60 months with 20 queues takes under one megabyte; more is no scenario but a mistake. */
const mostBytes = 8 * 1024 * 1024;

function isDocument(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

/** The scenario in a file that was chosen, as it was written, or every problem with its place. */
export async function readScenario(file: File): Promise<Result<ScenarioDocument, Fault>> {
  if (file.size > mostBytes) {
    return fault(
      'invalid-file',
      `The file has ${Math.ceil(file.size / 1024 / 1024)} MB. A scenario has at most 8.`,
    );
  }
  const parsed = parseJson(await file.text());
  if (!parsed.ok) {
    const { line, column, found, expected } = parsed.fault;
    const problem = { path: `line ${line}, column ${column}`, found, expected };
    return fault('invalid-file', `The file is not JSON. ${problemLine(problem)}`, [problem]);
  }
  if (isDocument(parsed.value)) return ok(parsed.value);
  const checked = validateScenario(parsed.value);
  return checked.ok ? fault('invalid-plan') : checked;
}
