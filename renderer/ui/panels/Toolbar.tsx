import type { ReactNode } from 'react';
import styles from './panels.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Stands at the right end. */
  readonly end?: ReactNode;
}

/** A line of controls above a screen or a panel; it wraps rather than clips when the window is narrow. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <div role="group" aria-label={label} className={styles.toolbar}>
      <div className={styles.toolbarStart}>{children}</div>
      {end !== undefined && <div className={styles.toolbarEnd}>{end}</div>}
    </div>
  );
}
