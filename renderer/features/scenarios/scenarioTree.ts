import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';

/** A scenario in the list: its variants stand below it, one level deeper. */
export interface ScenarioNode {
  readonly scenario: ListedScenario;
  readonly level: number;
}

/** Scenarios in the order of the list, each followed by those that build on it. What builds on a deleted one stands alone. */
export function scenarioNodes(scenarios: readonly ListedScenario[]): readonly ScenarioNode[] {
  const ids = new Set(scenarios.map(({ id }) => id));
  const below = (parentId: string | null, level: number): readonly ScenarioNode[] =>
    scenarios.flatMap((scenario) => {
      const own = scenario.parentId !== null && ids.has(scenario.parentId) ? scenario.parentId : null;
      return own === parentId ? [{ scenario, level }, ...below(scenario.id, level + 1)] : [];
    });
  return below(null, 0);
}

/** The scenarios that another one could build on: all but itself and those that build on it. */
export function possibleParents(scenarios: readonly ListedScenario[], id: string): readonly ListedScenario[] {
  const barred = new Set([id]);
  for (const { scenario } of scenarioNodes(scenarios)) {
    if (scenario.parentId !== null && barred.has(scenario.parentId)) barred.add(scenario.id);
  }
  return scenarios.filter((scenario) => !barred.has(scenario.id));
}
