import type { ReactNode } from 'react';
import { UnstyledButton } from '@mantine/core';
import { useView } from '#renderer/state/usePlan.ts';
import type { NumberPlace } from '#renderer/state/viewStore.ts';
import styles from './Overview.module.css';

interface NumberLinkProps {
  readonly at: NumberPlace;
  /** What the number is, for those who do not see where it stands. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A number that opens its explanation. */
export function NumberLink({ at, label, children }: NumberLinkProps) {
  const { explain, setExplainOpen } = useView();
  return (
    <UnstyledButton
      className={styles.number}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={() => {
        setExplainOpen(true);
        explain(at.id, at.place, at.grain);
      }}
    >
      {children}
    </UnstyledButton>
  );
}
