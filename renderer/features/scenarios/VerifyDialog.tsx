import { useTranslation } from 'react-i18next';
import { Alert, Modal, Stack, Table, Text } from '@mantine/core';
import type { Output } from '#shared/ipc/contract.ts';
import { usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import styles from './Scenarios.module.css';
import { faultText } from '#renderer/state/faultText.ts';

interface VerifyDialogProps {
  readonly version: Output<'version.list'>[number];
  readonly onClose: () => void;
}

/** Whether a version is what was saved, and what this program would compute from its inputs. */
export function VerifyDialog({ version, onClose }: VerifyDialogProps) {
  const { t } = useTranslation();
  const { value, fault } = useStored('version.verify', { id: version.id });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('scenarios.versions.verifyNamed', { name: version.name })}
      closeButtonProps={{ 'aria-label': t('scenarios.dismiss') }}
    >
      <Stack gap="sm">
        {fault !== null && (
          <Alert color="red" variant="outline">
            {faultText(fault, t)}
          </Alert>
        )}
        {value === null && fault === null && <Text size="sm">{t('scenarios.versions.verifying')}</Text>}
        {value !== null && <Findings found={value} />}
        <Text size="xs" className={styles.hash}>
          {t('scenarios.versions.sha256', { hash: version.sha256 })}
        </Text>
      </Stack>
    </Modal>
  );
}

function Findings({ found }: { readonly found: Output<'version.verify'> }) {
  const { t } = useTranslation();
  const { isIntact, problem, differenceCount, engineVersion, engineVersionNow } = found;
  const isSame = problem === null && differenceCount === 0;
  return (
    <>
      <Alert color={isIntact ? 'green' : 'red'} variant="outline">
        {isIntact ? t('scenarios.versions.intact') : t('scenarios.versions.tampered')}
      </Alert>
      <Alert color={isSame ? 'green' : 'yellow'} variant="outline">
        {problem !== null
          ? t('scenarios.versions.notComputable', { problem })
          : isSame
            ? t('scenarios.versions.sameNow')
            : t('scenarios.versions.differsNow', {
                count: differenceCount,
                then: engineVersion,
                now: engineVersionNow,
              })}
      </Alert>
      {found.differences.length > 0 && <Differences found={found} />}
    </>
  );
}

function Differences({ found }: { readonly found: Output<'version.verify'> }) {
  const { t } = useTranslation();
  const { locale } = usePlanSession();
  const textOf = (value: number | string | boolean | null) =>
    typeof value === 'number'
      ? value.toLocaleString(locale, { maximumSignificantDigits: 15 })
      : String(value ?? '–');
  return (
    <div className={styles.scroll}>
      <Table className={styles.table} verticalSpacing={2} aria-label={t('scenarios.versions.differences')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scenarios.versions.measure')}</Table.Th>
            <Table.Th ta="right">{t('scenarios.versions.period')}</Table.Th>
            <Table.Th ta="right">{t('scenarios.versions.approvedValue')}</Table.Th>
            <Table.Th ta="right">{t('scenarios.versions.nowValue')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.differences.map(({ measure, period, saved, now }) => (
            <Table.Tr key={`${measure} ${period}`}>
              <Table.Td>{measure}</Table.Td>
              <Table.Td ta="right">{period === null ? '' : period + 1}</Table.Td>
              <Table.Td ta="right">{textOf(saved)}</Table.Td>
              <Table.Td ta="right">{textOf(now)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
