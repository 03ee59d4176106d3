import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '@mantine/core';
import type { ListedScenario } from '#renderer/state/scenarioLibrary.ts';
import { useLibrary, usePlanSession } from '#renderer/state/usePlan.ts';
import { nameProblem } from './names.ts';

interface ScenarioNameProps {
  readonly scenario: ListedScenario;
  readonly onDone: () => void;
}

/** The name of a scenario while it is being changed: Enter keeps it, Escape takes it back. */
export function ScenarioName({ scenario, onDone }: ScenarioNameProps) {
  const { t } = useTranslation();
  const { library } = usePlanSession();
  const scenarios = useLibrary((state) => state.scenarios);
  const [name, setName] = useState(scenario.name);
  const problem = nameProblem(name, scenario.id, scenarios);
  const keep = (): void => {
    if (problem !== null) return;
    onDone();
    if (name.trim() !== scenario.name) void library.rename(scenario.id, name.trim());
  };
  return (
    <TextInput
      aria-label={t('scenarios.name')}
      value={name}
      error={problem === null ? null : t(`scenarios.problem.${problem}`)}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => (problem === null ? keep() : onDone())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
