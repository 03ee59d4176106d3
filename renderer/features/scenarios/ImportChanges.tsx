import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Table, Text } from '@mantine/core';
import { inputAt } from '#shared/model/paths.ts';
import type { ScenarioDocument } from '#shared/model/scenario.ts';
import { difference } from '#shared/model/variants/difference.ts';
import { inputTitle, inputValueText } from '#renderer/state/inputWords.ts';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import styles from './Scenarios.module.css';

interface ImportChangesProps {
  readonly parentId: string;
  readonly document: ScenarioDocument;
}

/** What a document would have of its own on a base. */
export function ImportChanges({ parentId, document }: ImportChangesProps) {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const { value } = useStored('scenario.open', parentId === '' ? null : { id: parentId });
  const base = value?.document;
  const own = useMemo(
    () => (base === undefined ? [] : difference(base, document).filter(({ path }) => path !== 'name')),
    [base, document],
  );
  if (base === undefined) return null;
  const nameOf = (path: string) => (figures === null ? path : inputTitle(figures, path));
  const textOf = (path: string, one: unknown) =>
    figures === null ? '' : inputValueText(figures, t, path, one);
  return (
    <>
      <Text size="sm">{t('scenarios.importing.changes', { count: own.length, base: base.name })}</Text>
      {own.length > 0 && (
        <div className={styles.scroll}>
          <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.own.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('scenarios.own.input')}</Table.Th>
                <Table.Th w={220}>{t('scenarios.own.base', { base: base.name })}</Table.Th>
                <Table.Th w={220}>{t('scenarios.importing.inFile')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {own.map(({ path, value: here }) => (
                <Table.Tr key={path}>
                  <Table.Td>{nameOf(path)}</Table.Td>
                  <Table.Td>{textOf(path, inputAt(base, path))}</Table.Td>
                  <Table.Td>{here === undefined ? t('scenarios.own.removed') : textOf(path, here)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}
