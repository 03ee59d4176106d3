import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Collapse, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useLibrary, usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { momentText } from '#renderer/state/moments.ts';
import styles from './Scenarios.module.css';

/** What was deleted in the last 30 days and can be brought back; absent while there is nothing. */
export function DeletedScenarios() {
  const { t } = useTranslation();
  const { library, locale } = usePlanSession();
  const shown = useLibrary((state) => state.scenarios);
  const [isOpen, setOpen] = useState(false);
  const { value } = useStored('scenario.listDeleted', {});
  const live = new Set(shown.map(({ id }) => id));
  const deleted = (value ?? []).filter(({ id }) => !live.has(id));
  if (deleted.length === 0) return null;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.deleted}>
      <UnstyledButton className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon size={14} aria-hidden /> {t('scenarios.deletedCount', { count: deleted.length })}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Table className={styles.table} verticalSpacing={4} aria-label={t('scenarios.deletedTitle')}>
          <Table.Tbody>
            {deleted.map(({ id, name, deletedAt }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td w={260}>
                  {t('scenarios.deletedAt', { moment: momentText(deletedAt, locale) })}
                </Table.Td>
                <Table.Td w={150} ta="right">
                  <Button
                    variant="default"
                    aria-label={t('scenarios.bringBackNamed', { name })}
                    onClick={() => void library.restore(id)}
                  >
                    {t('scenarios.bringBack')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </section>
  );
}
