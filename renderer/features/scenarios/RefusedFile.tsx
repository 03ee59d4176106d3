import { useTranslation } from 'react-i18next';
import { Alert, List, Text } from '@mantine/core';
import type { Fault } from '#shared/kernel/result.ts';

/** Why a file was not taken in, with every place that is wrong. */
export function RefusedFile({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const problems = fault.problems ?? [];
  return (
    <Alert color="red" variant="outline" title={t('scenarios.importing.refused')}>
      <Text size="sm">{fault.message}</Text>
      {problems.length > 1 && (
        <List size="sm" mt={4}>
          {problems.slice(0, 10).map(({ path, found, expected }) => (
            <List.Item key={`${path} ${found}`}>{t('refusal.problem', { path, found, expected })}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
