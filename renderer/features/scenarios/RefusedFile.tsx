import { useTranslation } from 'react-i18next';
import { Alert, List, Text } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { foreignProblemText } from '#renderer/state/problemText.ts';

/** Why a file was not taken in, with every place that is wrong. */
export function RefusedFile({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const problems = fault.problems ?? [];
  return (
    <Alert color="red" variant="outline" title={t('scenarios.importing.refused')}>
      <Text size="sm">{faultText(fault, t)}</Text>
      {problems.length > 1 && (
        <List size="sm" mt={4}>
          {problems.slice(0, 10).map((problem) => (
            <List.Item key={`${problem.path} ${problem.found}`}>{foreignProblemText(problem, t)}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
