import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupHiring } from '#shared/model/groupHiring.ts';
import { formatPlain } from '#renderer/ui/numbers.ts';
import { searchSentence } from '#renderer/state/hiringWords.ts';
import { todayIso } from '#renderer/state/today.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { dayText } from './hiringClasses.ts';

interface PlannedClassesProps {
  readonly hiring: GroupHiring;
  readonly groupName: string;
  readonly locale: string;
}

/** What is proved of the cheapest hiring; a search that was stopped can go on. */
function SearchLine({ hiring, locale }: Omit<PlannedClassesProps, 'groupName'>) {
  const { t } = useTranslation();
  const store = usePlanStore();
  if (hiring.search === undefined) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="var(--planner-text-quiet)">
        {searchSentence(hiring.search, { t, locale })}
      </Text>
      {hiring.search.ended === 'stopped' && (
        <Button size="compact-xs" variant="default" onClick={() => store.resumeHiring()}>
          {t('people.search.goOn')}
        </Button>
      )}
    </Group>
  );
}

/** The classes of the cheapest hiring, each with the last day to decide on it. */
export function PlannedClasses({ hiring, groupName, locale }: PlannedClassesProps) {
  const { t } = useTranslation();
  const { classes } = hiring;
  const today = todayIso();
  const people = (count: number) => formatPlain(count, { style: 'number', digits: 0 }, locale);
  const all = people(classes.reduce((sum, one) => sum + one.people, 0));
  return (
    <>
      <Text size="sm" c="var(--planner-text-quiet)">
        {classes.length === 0
          ? t('people.plannedNone')
          : t('people.planned', { people: all, count: classes.length })}
      </Text>
      <SearchLine hiring={hiring} locale={locale} />
      {classes.length > 0 && (
        <Table
          withRowBorders
          verticalSpacing={4}
          w="auto"
          aria-label={t('people.plannedClasses', { group: groupName })}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('people.classStart')}</Table.Th>
              <Table.Th ta="right">{t('people.classSize')}</Table.Th>
              <Table.Th>{t('people.classDecide')}</Table.Th>
              <Table.Th>{t('people.classNote')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {classes.map((one) => (
              <Table.Tr key={one.period}>
                <Table.Td>{dayText(one.period, locale)}</Table.Td>
                <Table.Td ta="right">{people(one.people)}</Table.Td>
                <Table.Td>{dayText(one.decideBy, locale)}</Table.Td>
                <Table.Td c="var(--planner-warning)">
                  {one.decideBy < today ? t('people.decisionPast') : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
