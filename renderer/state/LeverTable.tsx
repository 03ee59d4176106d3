import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LateGap, Lever } from '#shared/model/hiringLevers.ts';
import { formatNumber, formatPlain } from '#renderer/ui/numbers.ts';
import type { PlanFigures } from './figures.ts';
import type { Translate } from './members.ts';
import { shortPeriodName } from './periodName.ts';
import styles from './LeverTable.module.css';

interface LeverTableProps {
  readonly figures: PlanFigures;
  readonly groupName: string;
  readonly late: LateGap;
}

function leverName(
  { kind, name, from, to, givesUpOthers }: Lever,
  { locale }: PlanFigures,
  t: Translate,
): string {
  if (kind === 'partner') {
    const fte = (value: number) => formatPlain(value, { style: 'number', digits: 1 }, locale);
    return t('people.late.partner', { name, from: fte(from), to: fte(to) });
  }
  const share = (value: number) => formatPlain(value, { style: 'percent', digits: 1 }, locale);
  const words = { from: share(from), to: share(to) };
  if (kind === 'overtime') return t('people.late.overtime', words);
  return givesUpOthers ? t('people.late.goalAndOthers', words) : t('people.late.goal', words);
}

function useWords(figures: PlanFigures) {
  const { t } = useTranslation();
  const { locale, structure } = figures;
  return {
    money: (value: number) =>
      formatNumber(value, { style: 'money', digits: 0, currency: structure.currency }, locale),
    level: (value: number | null) => formatPlain(value, { style: 'percent', digits: 1 }, locale),
    short: (value: number) =>
      value === 0
        ? t('people.late.closes')
        : t('people.late.stillShort', { fte: formatPlain(value, { style: 'number', digits: 1 }, locale) }),
  };
}

function ByPeriod({ figures, groupName, late }: LeverTableProps) {
  const { t } = useTranslation();
  const { money } = useWords(figures);
  return (
    <details>
      <summary>{t('people.late.byPeriod')}</summary>
      <Table
        verticalSpacing={2}
        w="auto"
        fz="inherit"
        aria-label={t('people.late.byPeriodTable', { group: groupName })}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.late.period')}</Table.Th>
            {late.levers.map((lever) => (
              <Table.Th key={`${lever.kind} ${lever.name}`} ta="right">
                {leverName(lever, figures, t)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {late.periods.map((period, place) => (
            <Table.Tr key={period}>
              <Table.Td className={styles.whole}>{shortPeriodName(figures, 'period', period)}</Table.Td>
              {late.levers.map((lever) => (
                <Table.Td key={`${lever.kind} ${lever.name}`} ta="right">
                  {money(lever.costs[place] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

/** What can be done about a gap that new hires come too late for, with what it costs, the cheapest first. */
export function LeverTable({ figures, groupName, late }: LeverTableProps) {
  const { t } = useTranslation();
  const { money, level, short } = useWords(figures);
  if (late.levers.length === 0) return <Text size="sm">{t('people.late.none')}</Text>;
  return (
    <div className={styles.levers}>
      <Table
        withRowBorders
        verticalSpacing={4}
        w="auto"
        fz="inherit"
        aria-label={t('people.late.table', { group: groupName })}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.late.lever')}</Table.Th>
            <Table.Th ta="right">{t('people.late.total')}</Table.Th>
            <Table.Th ta="right">{t('people.late.mean')}</Table.Th>
            <Table.Th>{t('people.late.gap')}</Table.Th>
            <Table.Th ta="right">{t('people.late.serviceLevel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {late.levers.map((lever) => (
            <Table.Tr key={`${lever.kind} ${lever.name}`}>
              <Table.Td>{leverName(lever, figures, t)}</Table.Td>
              <Table.Td ta="right">{money(lever.total)}</Table.Td>
              <Table.Td ta="right">{money(lever.total / late.periods.length)}</Table.Td>
              <Table.Td className={styles.whole}>{short(lever.stillShort)}</Table.Td>
              <Table.Td ta="right">{level(lever.serviceLevel)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ByPeriod figures={figures} groupName={groupName} late={late} />
      <p className={styles.quiet}>{t('people.late.costNote')}</p>
    </div>
  );
}
