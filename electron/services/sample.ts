import fasterGrowth from '#resources/sample/northwindFasterGrowth.commands.json' with { type: 'json' };
import northwind from '#resources/sample/northwind.scenario.json' with { type: 'json' };
import starter from '#resources/sample/starter.scenario.json' with { type: 'json' };
import { applyCommand, commandSchema } from '#shared/model/commands.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { validateScenario } from '#shared/model/validate.ts';

function isPossiblePlan(value: unknown): value is ScenarioDocument {
  return validateScenario(value).ok;
}

/** The built-in documents ship with the program: one that is not a possible plan is a defect. */
function builtIn(value: unknown): ScenarioDocument {
  if (isPossiblePlan(value)) return value;
  const checked = validateScenario(value);
  throw new Error(
    `A built-in scenario is not valid: ${checked.ok ? 'unknown reason' : checked.fault.message}`,
  );
}

/** Scenarios of a new workspace: a plan, and its variant in which sales grow faster. */
export function sampleDocuments(): readonly ScenarioDocument[] {
  const base = builtIn(northwind);
  const { name, notes, commands } = fasterGrowth;
  const faster = commands.reduce<ScenarioDocument>(
    (document, command) => {
      const applied = applyCommand(document, commandSchema.parse(command));
      if (!applied.ok) throw new Error(`The sample does not fit together: ${applied.fault.message}`);
      return applied.value.next;
    },
    { ...base, name, notes },
  );
  return [base, builtIn(faster)];
}

/** What a scenario begins with that is created without a document. */
export function starterDocument(): ScenarioDocument {
  return builtIn(starter);
}
