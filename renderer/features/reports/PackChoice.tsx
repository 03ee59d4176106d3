import { useTranslation } from 'react-i18next';
import { NativeSelect, Text } from '@mantine/core';
import { type PackId, packIds } from '#shared/model/packs/define.ts';
import styles from './Reports.module.css';

interface PackChoiceProps {
  readonly pack: PackId;
  readonly onChange: (pack: PackId) => void;
}

/** Who the report is for, and what that reader can do with it. */
export function PackChoice({ pack, onChange }: PackChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pack}>
      <NativeSelect
        label={t('reports.pack')}
        data={packIds.map((value) => ({ value, label: t(`reports.packs.${value}`) }))}
        value={pack}
        onChange={({ currentTarget }) => onChange(packIds.find((id) => id === currentTarget.value) ?? pack)}
      />
      <Text size="xs" className={styles.quiet}>
        {t(`reports.packTexts.${pack}`)}
      </Text>
    </div>
  );
}
