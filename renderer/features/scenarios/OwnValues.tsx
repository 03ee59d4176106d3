import { useTranslation } from 'react-i18next';
import { Button, Group, Table, Text } from '@mantine/core';
import { inputAt } from '#shared/model/paths.ts';
import type { Override } from '#shared/model/variants/override.ts';
import { inputTitle, inputValueText, ownValueText } from '#renderer/state/inputWords.ts';
import type { OpenVariant } from '#renderer/state/planState.ts';
import { usePlan, usePlanFigures, usePlanStore } from '#renderer/state/usePlan.ts';
import styles from './Scenarios.module.css';

function ownOf({ overrides }: OpenVariant): readonly Override[] {
  return overrides.filter(({ path }) => path !== 'name');
}

/** What the open variant has of its own, beside what its base has there; each can go back to the base. */
export function OwnValues() {
  const { t } = useTranslation();
  const variant = usePlan((state) => state.variant);
  if (variant === null) return null;
  const own = ownOf(variant);
  if (own.length === 0) {
    return (
      <Text size="sm" c="var(--planner-text-quiet)" py="xs">
        {t('scenarios.own.none', { base: variant.parentName })}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" py={4}>
        {t('scenarios.own.text', { count: own.length, base: variant.parentName })}
      </Text>
      <OwnTable variant={variant} own={own} />
    </>
  );
}

function OwnTable({ variant, own }: { readonly variant: OpenVariant; readonly own: readonly Override[] }) {
  const { t } = useTranslation();
  return (
    <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.own.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('scenarios.own.input')}</Table.Th>
          <Table.Th w={260}>{t('scenarios.own.here')}</Table.Th>
          <Table.Th w={260}>{t('scenarios.own.base', { base: variant.parentName })}</Table.Th>
          <Table.Th w={120}>
            <span className={styles.hidden}>{t('scenarios.acts')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {own.map((override) => (
          <OwnLine key={override.path} override={override} variant={variant} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function OwnLine({ override, variant }: { readonly override: Override; readonly variant: OpenVariant }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const figures = usePlanFigures();
  const { path } = override;
  const name = figures === null ? path : inputTitle(figures, path);
  const textOf = (one: unknown) => (figures === null ? '' : inputValueText(figures, t, path, one));
  const isLost = variant.lost.some((lost) => lost.path === path);
  const own = figures === null ? '' : ownValueText(figures, t, override);
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {isLost && (
          <Text size="xs" className={styles.warning}>
            {t('scenarios.own.lost')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{own ?? t('scenarios.own.removed')}</Table.Td>
      <Table.Td>{isLost ? t('scenarios.own.nothing') : textOf(inputAt(variant.base, path))}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Button
            variant="default"
            aria-label={t('scenarios.own.resetNamed', { name })}
            onClick={() => store.run([{ type: 'setOverrides', drop: [path], put: [] }])}
          >
            {isLost ? t('scenarios.own.giveUp') : t('scenarios.own.reset')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
