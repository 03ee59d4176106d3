import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { NumberField } from '#renderer/state/deciding/fields.tsx';
import { useWords } from '#renderer/state/deciding/useWords.ts';
import { usePlanStore } from '#renderer/state/usePlan.ts';
import { addRow, offerPath, offerRows, type StoredOffer } from './offerCommands.ts';
import styles from '#renderer/state/deciding/Deciding.module.css';

const fieldsOf = {
  bands: [
    { name: 'from', unit: 'number' },
    { name: 'price', unit: 'moneyPerUnit' },
  ],
  slaTiers: [
    { name: 'atLeast', unit: 'share' },
    { name: 'adjust', unit: 'share' },
  ],
} as const;

interface OfferRowsProps {
  readonly offer: StoredOffer;
  readonly list: 'bands' | 'slaTiers';
}

/** Price bands, or what is paid for better and worse service. */
export function OfferRows({ offer, list }: OfferRowsProps) {
  const { t, currency } = useWords();
  const store = usePlanStore();
  const path = `${offerPath(offer)}.${list}`;
  const rows = offer[list] ?? [];
  return (
    <>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {fieldsOf[list].map(({ name }) => (
                <th key={name} scope="col">
                  {t(`sourcing.row.${name}`)}
                </th>
              ))}
              <th scope="col">{t('sourcing.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((_, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have nothing else
              <tr key={place}>
                {fieldsOf[list].map(({ name, unit }) => (
                  <td key={name}>
                    <NumberField
                      isBare
                      label={t('sourcing.rowField', { field: t(`sourcing.row.${name}`), count: place + 1 })}
                      path={`${path}[${place}].${name}`}
                      unit={unit}
                      currency={offer.currency ?? currency}
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    aria-label={t('sourcing.removeRow', { count: place + 1 })}
                    onClick={() => store.run([{ type: 'setInput', path: `${path}[${place}]` }])}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        mt={8}
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => store.run([addRow(offer, list, offerRows[list])])}
      >
        {t(`sourcing.addRow.${list}`)}
      </Button>
    </>
  );
}
