import { useTranslation } from 'react-i18next';
import { Table } from '@mantine/core';
import type { SalesAnswer, SalesRun } from '#shared/model/salesAnswer.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { dayText, moneyText, type Speech } from './answerText.ts';
import styles from './SalesAnswer.module.css';

interface TableProps {
  readonly answer: SalesAnswer;
  readonly speech: Speech;
}

function worstShort({ coverage }: SalesRun): number | null {
  if (coverage.kind === 'short') return coverage.worst.worstShort;
  return coverage.kind === 'covered' ? 0 : null;
}

/** The three runs beside each other. */
export function NumberTable({ answer, speech }: TableProps) {
  const { t } = useTranslation();
  const { locale } = speech.figures;
  const runs = [answer.now, answer.asked, answer.staffed];
  const rows: readonly (readonly [string, (run: SalesRun) => string])[] = [
    [t('salesAnswer.number.deals'), ({ deals }) => formatNumber(deals, { style: 'integer' }, locale)],
    [t('salesAnswer.number.revenue'), ({ revenue }) => moneyText(revenue, speech)],
    [t('salesAnswer.number.cost'), ({ totalCost }) => moneyText(totalCost, speech)],
    [
      t('salesAnswer.number.short'),
      (run) => formatNumber(worstShort(run), { style: 'number', digits: 1 }, locale),
    ],
  ];
  return (
    <Table className={styles.table} verticalSpacing={3} aria-label={t('salesAnswer.number.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('salesAnswer.number.what')}</Table.Th>
          <Table.Th ta="right">{t('salesAnswer.number.now')}</Table.Th>
          <Table.Th ta="right">{t('salesAnswer.number.asked')}</Table.Th>
          <Table.Th ta="right">{t('salesAnswer.number.staffed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, show]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">{label}</Table.Th>
            {runs.map((run, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- the runs have no other name
              <Table.Td key={place} ta="right">
                {show(run)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Who has to be decided on by when. */
export function ClassTable({ answer, speech }: TableProps) {
  const { t } = useTranslation();
  const { locale } = speech.figures;
  const rows = answer.hires.flatMap(({ key, name, classes, leadTimeWeeks }) =>
    classes.map((one) => ({ ...one, key: `${key} ${one.period}`, name, leadTimeWeeks })),
  );
  if (rows.length === 0) return null;
  return (
    <Table className={styles.table} verticalSpacing={3} aria-label={t('salesAnswer.classes.title')}>
      <Table.Caption className={styles.caption}>{t('salesAnswer.classes.title')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('salesAnswer.classes.group')}</Table.Th>
          <Table.Th>{t('salesAnswer.classes.start')}</Table.Th>
          <Table.Th ta="right">{t('salesAnswer.classes.people')}</Table.Th>
          <Table.Th ta="right">{t('salesAnswer.classes.lead')}</Table.Th>
          <Table.Th>{t('salesAnswer.classes.decide')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, period, people, leadTimeWeeks, decideBy }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{dayText(period, speech)}</Table.Td>
            <Table.Td ta="right">{formatNumber(people, { style: 'integer' }, locale)}</Table.Td>
            <Table.Td ta="right">
              {formatNumber(leadTimeWeeks, { style: 'number', digits: 0 }, locale)}
            </Table.Td>
            <Table.Td>{dayText(decideBy, speech)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
