import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CapacityBridge } from '#shared/model/capacityBridge.ts';
import { bridgeWords } from '#renderer/state/hiringWords.ts';

interface BridgePartProps {
  readonly bridge: CapacityBridge;
  readonly groupName: string;
  readonly locale: string;
}

/** "65 starts grow effective capacity by 12 FTE", and where all of them go. */
export function BridgePart({ bridge, groupName, locale }: BridgePartProps) {
  const { t } = useTranslation();
  const { headline, lines } = bridgeWords(bridge, { t, locale });
  return (
    <>
      <Text size="sm">{headline}</Text>
      {lines.length > 0 && (
        <Table
          withRowBorders
          verticalSpacing={2}
          w="auto"
          aria-label={t('people.bridge.table', { group: groupName })}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('people.bridge.column')}</Table.Th>
              <Table.Th ta="right">{t('people.bridge.fte')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ name, label, value }) => (
              <Table.Tr key={name} fw={name === 'starts' ? 600 : undefined}>
                <Table.Td>{label}</Table.Td>
                <Table.Td ta="right">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
