import { UnstyledButton } from '@mantine/core';
import styles from './panels.module.css';

interface StatTileProps {
  readonly label: string;
  /** Formatted; a dash where there is no value. */
  readonly value: string;
  readonly unit?: string;
  /** The period it belongs to, or what it is compared with. Says in words what the tone says in colour. */
  readonly note?: string;
  readonly tone?: 'neutral' | 'good' | 'warning' | 'bad';
  /** Opens the explanation of the number. */
  readonly onSelect?: () => void;
}

export function StatTile({ label, value, unit, note, tone = 'neutral', onSelect }: StatTileProps) {
  const content = (
    <>
      <span className={styles.tileLabel}>{label}</span>
      <span className={styles.tileValue}>
        {value}
        {unit !== undefined && unit !== '' && <span className={styles.tileUnit}>{unit}</span>}
      </span>
      {note !== undefined && (
        <span className={styles.tileNote} data-tone={tone}>
          {note}
        </span>
      )}
    </>
  );
  if (onSelect === undefined) return <div className={styles.tile}>{content}</div>;
  return (
    <UnstyledButton className={styles.tile} onClick={onSelect}>
      {content}
    </UnstyledButton>
  );
}
