import { ActionIcon, Button, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatNumber } from '#renderer/ui/numbers.ts';
import { figureAt, formatOf, type PlanFigures } from '#renderer/state/figures.ts';
import { periodName, shortPeriodName } from '#renderer/state/periodName.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { addLine, type BudgetLine, budgetLinesOf, changeLine, removeLine } from './budgetLines.ts';
import { faultText } from '#renderer/state/faultText.ts';

interface LineProps {
  readonly figures: PlanFigures;
  readonly line: BudgetLine;
}

function Line({ figures, line }: LineProps) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const { structure, locale } = figures;
  const format = formatOf('money', structure.currency);
  const change = (field: 'name' | 'account') => (text: string) => {
    const done = store.run([changeLine(line, field, text)]);
    return done.ok ? null : faultText(done.fault, t);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <DraftInput
          label={t('budget.nameOf', { name: line.name })}
          value={line.name}
          width={260}
          onCommit={change('name')}
        />
      </Table.Td>
      <Table.Td>
        <DraftInput
          label={t('budget.accountOf', { name: line.name })}
          value={line.account}
          width={120}
          onCommit={change('account')}
        />
      </Table.Td>
      {structure.groups.year.map(({ key }, year) => (
        <Table.Td key={key} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatNumber(figureAt(figures, `budgetLines.${line.id}.cost`, year, 'year'), format, locale)}
        </Table.Td>
      ))}
      <Table.Td>
        <ActionIcon
          aria-label={t('budget.removeLine', { name: line.name })}
          onClick={() => store.run([removeLine(line)])}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

/** The costs that do not follow from people: their names and accounts; their amounts by period stand in the grid. */
export function BudgetLines({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useTranslation();
  const store = usePlanStore();
  const lines = budgetLinesOf(figures.document);
  return (
    <Stack gap="xs" p="md" h="100%" align="flex-start" style={{ overflow: 'auto' }}>
      <Text size="sm" c="var(--planner-text-quiet)" maw={760}>
        {t('budget.linesNote')}
      </Text>
      {lines.length > 0 && (
        <Table withRowBorders verticalSpacing={4} w="auto" aria-label={t('budget.budgetLines')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('budget.lineName')}</Table.Th>
              <Table.Th>{t('budget.lineAccount')}</Table.Th>
              {figures.structure.groups.year.map(({ key }, year) => (
                <Table.Th key={key} ta="right" title={periodName(figures, 'year', year)}>
                  {shortPeriodName(figures, 'year', year)}
                </Table.Th>
              ))}
              <Table.Th>{t('budget.lineRemove')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Line key={line.id} figures={figures} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => store.run([addLine(lines, t('budget.newLine'))])}
      >
        {t('budget.addLine')}
      </Button>
    </Stack>
  );
}
