import { useTranslation } from 'react-i18next';
import { Radio, Stack, Table, Text } from '@mantine/core';
import type { MergeConflict } from '#shared/model/variants/merge.ts';
import { inputTitle, ownValueText } from '#renderer/state/inputWords.ts';
import { usePlanFigures } from '#renderer/state/usePlan.ts';
import type { VariantMerge } from './useMerge.ts';
import styles from './Scenarios.module.css';

/** Where two variants clash: what each says, and which is to count. */
export function MergeChoices({ merge }: { readonly merge: VariantMerge }) {
  const { t } = useTranslation();
  const { agreed, conflicts } = merge;
  return (
    <Stack gap={4}>
      <Text size="sm">{t('scenarios.merge.agreed', { count: agreed.length })}</Text>
      {conflicts.length === 0 ? (
        <Text size="sm">{t('scenarios.merge.noConflict')}</Text>
      ) : (
        <>
          <Text size="sm">{t('scenarios.merge.conflicts', { count: conflicts.length })}</Text>
          <div className={styles.scroll}>
            <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.merge.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('scenarios.own.input')}</Table.Th>
                  <Table.Th w={220}>{t('scenarios.merge.mine')}</Table.Th>
                  <Table.Th w={220}>{t('scenarios.merge.theirs')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {conflicts.map((conflict) => (
                  <ConflictLine key={conflict.path} conflict={conflict} merge={merge} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </Stack>
  );
}

function ConflictLine({
  conflict,
  merge,
}: {
  readonly conflict: MergeConflict;
  readonly merge: VariantMerge;
}) {
  const { t } = useTranslation();
  const figures = usePlanFigures();
  const name = figures === null ? conflict.path : inputTitle(figures, conflict.path);
  const textOf = (side: 'mine' | 'theirs') => {
    const [only, ...others] = conflict[side];
    if (only === undefined || figures === null) return t('scenarios.own.nothing');
    if (others.length > 0) return t('inputWords.fields', { count: others.length + 1 });
    return ownValueText(figures, t, only) ?? t('scenarios.own.removed');
  };
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {(['mine', 'theirs'] as const).map((side) => (
        <Table.Td key={side}>
          <Radio
            name={conflict.path}
            label={textOf(side)}
            aria-label={t(`scenarios.merge.take_${side}`, { name })}
            checked={merge.chosen(conflict) === side}
            onChange={() => merge.choose(conflict, side)}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
