import { useTranslation } from 'react-i18next';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';

interface PercentInputProps {
  readonly label: string;
  readonly locale: string;
  readonly value: number;
  readonly onCommit: (value: number) => string | null;
}

const percent = { style: 'percent' } as const;

/** A share in a table. */
export function PercentInput({ label, locale, value, onCommit }: PercentInputProps) {
  const { t } = useTranslation();
  return (
    <DraftInput
      label={label}
      align="end"
      width={110}
      value={formatExact(value, percent, locale)}
      onCommit={(text) => {
        const read = parseNumber(text, percent, locale);
        return read.ok ? onCommit(read.value) : t('setup.notANumber', { text: text.trim() });
      }}
    />
  );
}
