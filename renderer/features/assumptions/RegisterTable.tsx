import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { ActionIcon, Table, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import type { RegisterEntry } from '#shared/model/assumptions/register.ts';
import {
  type AssumptionField,
  assumptionCommand,
  assumptionFields,
} from '#renderer/state/assumptionEdits.ts';
import { refusalText } from '#renderer/state/faultText.ts';
import { formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { unitBeside, withUnit } from '#renderer/state/shownInputText.ts';
import { todayIso } from '#renderer/state/today.ts';
import { usePlanStore, useView } from '#renderer/state/usePlan.ts';
import { useAssumptionTexts } from '#renderer/state/useAssumptionTexts.ts';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';
import { EditableText } from '#renderer/ui/panels/EditableText.tsx';
import { entryName, unitOf, valueOf } from './registerRows.ts';
import styles from './Assumptions.module.css';

interface RegisterTableProps {
  readonly figures: PlanFigures;
  readonly entries: readonly RegisterEntry[];
  readonly words: { readonly t: TFunction; readonly locale: string; readonly currency: string };
}

export function RegisterTable({ figures, entries, words }: RegisterTableProps) {
  const { t } = useTranslation();
  return (
    <Table className={styles.table} verticalSpacing={3} aria-label={t('assumptions.register')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="19%">{t('assumptions.input')}</Table.Th>
          <Table.Th w="14%">{t('assumptions.value')}</Table.Th>
          <Table.Th w={100}>{t('assumptions.state')}</Table.Th>
          <Table.Th>{t('explain.assumption.source')}</Table.Th>
          <Table.Th w="10%">{t('explain.assumption.owner')}</Table.Th>
          <Table.Th w={100}>{t('explain.assumption.confidence')}</Table.Th>
          <Table.Th w={150}>{t('explain.assumption.reviewed')}</Table.Th>
          <Table.Th w="16%">{t('explain.assumption.note')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <EntryLine key={entry.path} entry={entry} figures={figures} words={words} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface EntryLineProps {
  readonly entry: RegisterEntry;
  readonly figures: PlanFigures;
  readonly words: RegisterTableProps['words'];
}

function EntryLine({ entry, figures, words }: EntryLineProps) {
  const { t } = useTranslation();
  const { explain, setExplainOpen } = useView();
  const name = entryName(entry);
  const isNode = figures.nodes.has(entry.path);
  return (
    <Table.Tr>
      <Table.Td>
        {isNode ? (
          <UnstyledButton
            className={styles.name}
            onClick={() => {
              setExplainOpen(true);
              explain(entry.path, 0);
            }}
          >
            {name}
          </UnstyledButton>
        ) : (
          name
        )}
      </Table.Td>
      <Table.Td>
        <ValueCell entry={entry} figures={figures} words={words} />
      </Table.Td>
      <Table.Td>
        <span className={styles.state} data-state={entry.state}>
          {t(`assumptions.is.${entry.state}`)}
        </span>
      </Table.Td>
      {assumptionFields.map((field) => (
        <Table.Td key={field}>
          <FieldCell entry={entry} field={field} figures={figures} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** A number is typed here; a series is edited where it can be seen as one. */
function ValueCell({ entry, figures, words }: EntryLineProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { input, unit, path } = entry;
  const unitText = unitOf(entry, words);
  const text = valueOf(entry, words);
  if (typeof input.value !== 'number' || unit === undefined) {
    const beside = unitBeside(text, unitText);
    return (
      <>
        {text}
        {beside !== '' && <span className={styles.unit}>{beside}</span>}
      </>
    );
  }
  const format = formatOf(unit, words.currency);
  const commit = (typed: string): string | null => {
    const read = parseNumber(typed, format, figures.locale);
    if (!read.ok) {
      return read.fault === 'not-whole'
        ? t('sheet.notWhole', { text: typed })
        : t('sheet.notANumber', { text: typed });
    }
    const done = store.run([{ type: 'setInput', path, value: read.value }]);
    if (done.ok) return null;
    // It is said at the field, where it can be mended.
    store.dismissRefusal();
    return refusalText(done.fault, figures, t);
  };
  return (
    <EditableText
      label={t('assumptions.valueOf', { name: entryName(entry) })}
      value={formatExact(input.value, format, figures.locale)}
      shown={withUnit(text, unitText)}
      placeholder={t('assumptions.empty')}
      onCommit={commit}
    />
  );
}

interface FieldCellProps {
  readonly entry: RegisterEntry;
  readonly field: AssumptionField;
  readonly figures: PlanFigures;
}

function FieldCell({ entry, field, figures }: FieldCellProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const value = entry.assumption?.[field] ?? '';
  const name = entryName(entry);
  const fields = useAssumptionTexts();
  const commit = (said: string): string | null => {
    const done = store.run([assumptionCommand(figures.document, entry.path, field, said)]);
    if (done.ok) return null;
    // It is said at the field, where it can be mended.
    store.dismissRefusal();
    return refusalText(done.fault, figures, t);
  };
  const text = (
    <EditableText
      label={t('assumptions.fieldOf', { field: t(`explain.assumption.${field}`), name })}
      value={fields.show(field, value)}
      placeholder={t('assumptions.empty')}
      onCommit={(typed) => fields.commit(field, typed, commit)}
    />
  );
  if (field !== 'reviewed') return text;
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      {text}
      <Tooltip label={t('assumptions.reviewedToday')}>
        <ActionIcon
          size={24}
          aria-label={t('assumptions.reviewedTodayNamed', { name })}
          onClick={() => commit(todayIso())}
        >
          <IconCalendarCheck size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
