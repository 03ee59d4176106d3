import { Fragment, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Table, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { fileNameOf } from '#renderer/state/saveDownload.ts';
import type { ComparedSide } from '#renderer/state/useCompareSides.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { saveCsv } from '#renderer/ui/charts/saveChart.ts';
import { type DifferenceRow, differenceRows, differencesCsv, foundRows } from './differenceRows.ts';
import { OtherSide, useOtherSide } from './OtherSide.tsx';
import styles from './Compare.module.css';

/** The assumptions in which two plans differ, with both values. */
export function DifferencesTab({ sides }: { readonly sides: readonly ComparedSide[] }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const other = useOtherSide(sides);
  const [before] = sides;
  const { after } = other;
  const rows = useMemo(
    () =>
      before === undefined || after === undefined
        ? []
        : differenceRows(before.document, after.document, { t, locale }),
    [before, after, t, locale],
  );
  if (before === undefined || after === undefined) return null;
  const found = foundRows(rows, asked);
  const save = () =>
    saveCsv(
      differencesCsv(found, [before.name, after.name], { t, locale }),
      fileNameOf(`${t('compare.assumptions.title')} ${before.name}, ${after.name}`),
    );
  return (
    <>
      <div className={styles.controls}>
        <OtherSide {...other} sides={sides} />
        <TextInput
          label={t('compare.assumptions.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Text size="sm" c="var(--planner-text-quiet)" role="status">
          {search.trim() === ''
            ? t('compare.assumptions.count', { count: rows.length })
            : t('compare.assumptions.found', { count: found.length, total: rows.length })}
        </Text>
        <Button
          className={styles.push}
          variant="default"
          disabled={found.length === 0}
          leftSection={<IconFileSpreadsheet size={14} aria-hidden />}
          onClick={save}
        >
          {t('chart.saveCsv')}
        </Button>
      </div>
      <div className={styles.scrolled}>
        {rows.length === 0 ? (
          <p className={styles.note}>{t('compare.assumptions.same')}</p>
        ) : (
          <DifferenceTable rows={found} before={before.name} after={after.name} />
        )}
      </div>
    </>
  );
}

interface DifferenceTableProps {
  readonly rows: readonly DifferenceRow[];
  readonly before: string;
  readonly after: string;
}

function DifferenceTable({ rows, before, after }: DifferenceTableProps) {
  const { t } = useTranslation();
  return (
    <Table className={styles.table} verticalSpacing={4} aria-label={t('compare.assumptions.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('compare.assumptions.input')}</Table.Th>
          <Table.Th w={130}>{t('sheet.unit')}</Table.Th>
          <Table.Th w="30%">{before}</Table.Th>
          <Table.Th w="30%">{after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, place) => (
          <Fragment key={row.path}>
            {row.family !== rows[place - 1]?.family && (
              <Table.Tr className={styles.family}>
                <Table.Th colSpan={4} scope="rowgroup">
                  {t(`compare.family.${row.family}`)}
                </Table.Th>
              </Table.Tr>
            )}
            <Table.Tr>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td className={styles.quiet}>{row.unit}</Table.Td>
              <Table.Td>{row.before}</Table.Td>
              <Table.Td>{row.after}</Table.Td>
            </Table.Tr>
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}
