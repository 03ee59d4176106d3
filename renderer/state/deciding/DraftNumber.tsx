import type { Unit } from '#shared/model/units.ts';
import { DraftInput } from '#renderer/ui/panels/DraftInput.tsx';
import { formatExact, parseNumber } from '#renderer/ui/numbers.ts';
import { formatOf } from '../figures.ts';
import { inUnit } from '../modelText.ts';
import { useWords } from './useWords.ts';
import styles from './Deciding.module.css';

interface DraftNumberProps {
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly isBare?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that is not part of the plan: of a question that is asked, or of what is about to be added. */
export function DraftNumber(props: DraftNumberProps) {
  const { label, unit, value, low, high, isBare = false, onChange } = props;
  const { t, locale, currency } = useWords();
  const format = formatOf(unit, currency);
  const show = (number: number) => formatExact(number, format, locale);
  const onCommit = (text: string): string | null => {
    const read = parseNumber(text, format, locale);
    if (!read.ok) return t('deciding.notANumber');
    const isLow = low !== undefined && read.value < low;
    const isHigh = high !== undefined && read.value > high;
    if (isLow) return t('deciding.tooLow', { low: show(low) });
    if (isHigh) return t('deciding.tooHigh', { high: show(high) });
    onChange(read.value);
    return null;
  };
  const unitText = t(`unit.${unit}`, { currency });
  const named = isBare || unit === 'share' || unitText === '' ? label : inUnit(label, unitText);
  const input = <DraftInput label={named} value={show(value)} align="end" width={110} onCommit={onCommit} />;
  if (isBare) return input;
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {named}
      </span>
      {input}
    </div>
  );
}
