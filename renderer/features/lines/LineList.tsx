import { useTranslation } from 'react-i18next';
import { ActionIcon, Table, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { formatNumber } from '#renderer/ui/numbers.ts';
import type { StoredLine } from './lineDraft.ts';
import styles from './Lines.module.css';

interface LineListProps {
  readonly figures: PlanFigures;
  readonly lines: readonly StoredLine[];
  readonly onEdit: (line: StoredLine) => void;
  readonly onRemove: (line: StoredLine) => void;
}

/** What each own line means, and for what decision it is there. */
export function LineList({ lines, ...others }: LineListProps) {
  const { t } = useTranslation();
  return (
    // A list that scrolls must be within reach of the keyboard; its buttons make it so.
    <div className={styles.list}>
      <Table withRowBorders verticalSpacing={4} stickyHeader aria-label={t('lines.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{t('lines.name')}</Table.Th>
            <Table.Th w="32%">{t('lines.formula')}</Table.Th>
            <Table.Th>{t('lines.unit')}</Table.Th>
            <Table.Th ta="right">{t('lines.target')}</Table.Th>
            <Table.Th>{t('lines.purpose')}</Table.Th>
            <Table.Th w={80}>
              <span className={styles.hidden}>{t('lines.acts')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line key={`${line.scope}.${line.id}`} line={line} {...others} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Line({
  figures,
  line,
  onEdit,
  onRemove,
}: Omit<LineListProps, 'lines'> & { readonly line: StoredLine }) {
  const { t } = useTranslation();
  const { structure, locale } = figures;
  const { id, name = id, scope, unit = 'number', rollup = 'formula', formula, text = '', target } = line;
  const targetText =
    target === undefined ? '' : formatNumber(target, formatOf(unit, structure.currency), locale);
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={styles.name} onClick={() => onEdit(line)}>
          {name}
        </UnstyledButton>
        <div className={styles.quiet}>
          {[t(`lines.kind.${scope}`), text].filter((part) => part !== '').join(' · ')}
        </div>
      </Table.Td>
      <Table.Td className={styles.formula}>
        <code>
          {id} = {formula}
        </code>
      </Table.Td>
      <Table.Td>
        {t(`lines.unitName.${unit}`, { currency: structure.currency })}
        <div className={styles.quiet}>{t(`lines.rollup.${rollup}`)}</div>
      </Table.Td>
      <Table.Td ta="right">{targetText}</Table.Td>
      <Table.Td>
        {line.decision}
        <div className={styles.quiet}>{line.owner}</div>
      </Table.Td>
      <Table.Td className={styles.acts}>
        <Tooltip label={t('lines.edit')}>
          <ActionIcon aria-label={t('lines.editNamed', { name })} onClick={() => onEdit(line)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('lines.delete')}>
          <ActionIcon aria-label={t('lines.deleteNamed', { name })} onClick={() => onRemove(line)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  );
}
