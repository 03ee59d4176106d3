import { useTranslation } from 'react-i18next';
import { Table, Text } from '@mantine/core';
import { inputTitle, inputValueText } from '#renderer/state/inputWords.ts';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import type { WorkbookProposal } from './useWorkbook.ts';
import styles from './Scenarios.module.css';

type Change = WorkbookProposal['changes'][number];

/** Nobody reads more; all of them are taken over. */
const mostShown = 200;

function useChangeTexts() {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  return {
    name({ path, label }: Change): string {
      const title = figures === null ? path : inputTitle(figures, path);
      return title === path ? label : title;
    },
    value: (path: string, value: Change['before']): string =>
      figures === null ? String(value) : inputValueText(figures, t, path, value),
  };
}

/** Every input that was changed in a workbook: where it stands, what it was, what it is now. */
export function WorkbookChanges({ changes }: Pick<WorkbookProposal, 'changes'>) {
  const { t } = useTranslation();
  const texts = useChangeTexts();
  if (changes.length === 0) return <Text size="sm">{t('scenarios.workbook.none')}</Text>;
  return (
    <>
      <Text size="sm">{t('scenarios.workbook.changes', { count: changes.length })}</Text>
      <div className={styles.scroll}>
        <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.workbook.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={130}>{t('scenarios.workbook.cell')}</Table.Th>
              <Table.Th>{t('scenarios.own.input')}</Table.Th>
              <Table.Th w={160}>{t('scenarios.workbook.before')}</Table.Th>
              <Table.Th w={160}>{t('scenarios.importing.inFile')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.slice(0, mostShown).map((change) => (
              <Table.Tr key={change.cell}>
                <Table.Td>{change.cell}</Table.Td>
                <Table.Td>{texts.name(change)}</Table.Td>
                <Table.Td>{texts.value(change.path, change.before)}</Table.Td>
                <Table.Td>{texts.value(change.path, change.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {changes.length > mostShown && (
        <Text size="sm">{t('scenarios.workbook.more', { count: changes.length - mostShown })}</Text>
      )}
    </>
  );
}
